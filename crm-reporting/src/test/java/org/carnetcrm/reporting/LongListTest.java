package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each form that need not hold its rows writes many of them in a process of its own with little memory; CONTRIBUTING tells
 * how to run it with a million rows.
 */
class LongListTest {

    private static final int ROWS = Integer.getInteger("carnet.rows", 50_000);
    private static final String HEAP = System.getProperty("carnet.heap", "32m");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"CSV, 1", "JSON, 13", "HTML, 0", "XLSX, 0"})
    void a_long_list_is_written_in_little_memory(Form form, int linesBesides)
            throws IOException, InterruptedException, XMLStreamException {
        Path file = folder.resolve("list");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongListTest.class.getName(),
                        form.name(),
                        Integer.toString(ROWS),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(rows(form, file) - linesBesides).isEqualTo(ROWS);
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, %d bytes, %d ms with a heap of %s%n",
                form,
                ROWS,
                Files.size(file),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                HEAP);
    }

    /** Writes a list: the form, how many rows, the file. */
    public static void main(String[] arguments) throws IOException {
        LongTable list = Forms.numbered(Integer.parseInt(arguments[1]));
        Form form = Form.valueOf(arguments[0]);
        Path file = Path.of(arguments[2]);
        if (form == Form.XLSX) {
            try (OutputStream out = Files.newOutputStream(file)) {
                Xlsx.write(list, Locale.FRENCH, out);
            }
            return;
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            switch (form) {
                case CSV -> Csv.write(list, out);
                case JSON -> Json.write(list, out);
                case HTML -> Html.writePage(list, Locale.FRENCH, out);
                case XLSX -> throw new IllegalArgumentException("no text");
            }
        }
    }

    enum Form {
        CSV,
        JSON,
        HTML,
        XLSX
    }

    private static long rows(Form form, Path file) throws IOException, XMLStreamException {
        if (form != Form.XLSX) {
            try (var lines = Files.lines(file)) {
                return form == Form.HTML
                        ? lines.filter(line -> line.startsWith("<tr><th scope=\"row\">"))
                                .count()
                        : lines.count();
            }
        }
        long rows = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    rows += amounts(zip.getInputStream(entry));
                }
            }
        }
        return rows;
    }

    /** Counts the cells of the third column, the amounts, but not its heading. */
    private static long amounts(InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(sheet);
        long amounts = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String place = xml.getAttributeValue(null, "r");
                amounts += place.matches("C[0-9]+") && !place.equals("C1") ? 1 : 0;
            }
        }
        return amounts;
    }
}
