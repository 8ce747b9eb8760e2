package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    private String run(int expected, String... arguments) {
        StringWriter output = new StringWriter();
        int code = Main.run(new PrintWriter(output), new PrintWriter(errors), arguments);
        assertThat(code).as(errors.toString()).isEqualTo(expected);
        return output.toString();
    }

    @Test
    void the_sample_prints_the_same_bytes_each_time_and_speaks_three_languages() {
        String english = run(0);
        assertThat(run(0)).isEqualTo(english);
        assertThat(english)
                .contains("2026-03-10")
                .contains("refused: code: a lost deal needs a closing code")
                .contains("somebody else changed value first")
                .contains("Qualification");
        assertThat(run(0, "--locale", "fr")).contains("une affaire perdue demande un code de clôture");
        assertThat(run(0, "--locale", "nl")).contains("een verloren verkoopkans vraagt een afsluitcode");
    }

    @Test
    void every_report_is_written_as_csv() throws IOException {
        run(0, "--out", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(8).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void wrong_options_end_with_2_and_a_missing_folder_with_1_without_a_stack_trace() {
        run(2, "--what");
        run(2, "--locale", "de");
        run(1, "--data", folder.resolve("nowhere").toString());
        assertThat(errors.toString())
                .contains("accounts.csv: there is no such file")
                .doesNotContain("\tat ");
        assertThat(run(0, "--help")).contains("--data");
    }
}
