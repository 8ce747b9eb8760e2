package org.carnetcrm.sample.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.sample.telling.Sheet;
import org.junit.jupiter.api.Assumptions;

/** The folder of public data sets, and the figures that stand beside them: tables in expected/, the rest in EXPECTED.md. */
public final class RealData {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?![\\d-])");

    private final Path folder;

    private RealData(Path folder) {
        this.folder = folder;
    }

    /** Finds the data; where it is not given, the test says so and does not run, and where it is absent it fails. */
    public static RealData find() {
        String given = System.getProperty("carnet.data");
        if (given == null) {
            System.out.println("NOT RUN: the tests on real sales data; -Dcarnet.data=DIR names its folder");
        }
        Assumptions.assumeTrue(given != null, "-Dcarnet.data=DIR is not given");
        Path folder = Path.of(System.getProperty("carnet.invokedFrom", "")).resolve(given);
        assertThat(folder).as("the folder of -Dcarnet.data").isDirectory();
        return new RealData(folder);
    }

    public Path set(String name) {
        return folder.resolve(name);
    }

    /** Gives the header and the rows of an expected table. */
    public List<List<String>> table(String name) {
        return lines("expected/" + name + ".tsv").stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** Gives what a line of EXPECTED.md says after some words. */
    public String after(String words) {
        String line = lineWith(words);
        return line.substring(line.indexOf(words) + words.length());
    }

    /** Gives the number that a line of EXPECTED.md gives before some words. */
    public String numberBefore(String words) {
        String line = lineWith(words);
        List<String> numbers = numbers(line.substring(0, line.indexOf(words)));
        return numbers.get(numbers.size() - 1);
    }

    private String lineWith(String words) {
        return lines("EXPECTED.md").stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("EXPECTED.md does not say: " + words));
    }

    /** Gives the first numbers that a line of EXPECTED.md gives after some words. */
    public List<String> numbersAfter(String words, int count) {
        return numbers(after(words)).subList(0, count);
    }

    /** Gives the numbers in a text. */
    public static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    /** Gives the header and the rows of a table as its file holds them. */
    public static List<List<String>> texts(Sheet sheet) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(sheet.plain().columns().stream().map(column -> column.key()).toList());
        sheet.plain()
                .rows()
                .forEach(row -> lines.add(row.stream().map(String::valueOf).toList()));
        return lines;
    }

    /** Gives the numbers that a sheet of measures has in a row. */
    public static List<String> measure(Sheet sheet, String words) {
        return texts(sheet).stream()
                .filter(row -> row.get(0).equals(words))
                .map(row -> numbers(row.get(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no measure " + words));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
