package org.carnetcrm.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.problem.InvalidException;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void a_label_is_given_in_the_readers_language_else_in_the_common_one_else_in_the_first() {
        Labels labels = Labels.of("Customer", "Client", "Klant");
        assertThat(labels.in(Locale.CANADA_FRENCH)).isEqualTo("Client");
        assertThat(labels.in(new Locale("nl", "BE"))).isEqualTo("Klant");
        assertThat(labels.in(Locale.JAPANESE)).isEqualTo("Customer");
        assertThat(new Labels(new TreeMap<>(Map.of("fr", "Client", "nl", "Klant"))).in(Locale.JAPANESE))
                .isEqualTo("Client");
        assertThat(Labels.of(" Client ").with(Locale.GERMAN, "Kunde").in(Locale.GERMAN))
                .isEqualTo("Kunde");
        assertThat(Labels.of(" Client ")).isEqualTo(Labels.of("Client"));
    }

    @Test
    void a_label_is_required_short_and_one_line() {
        assertRefused(() -> Labels.of(" "), "required");
        assertRefused(() -> new Labels(new TreeMap<>()), "required");
        assertRefused(() -> Labels.of("x".repeat(101)), "text.tooLong");
        assertRefused(() -> Labels.of("a\nb"), "text.control");
        assertThat(Labels.of("x".repeat(100)).in(Locale.ENGLISH)).hasSize(100);
    }

    private static void assertRefused(Runnable making, String key) {
        assertThatThrownBy(making::run).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo("label");
                assertThat(problem.key()).isEqualTo(key);
            });
        });
    }
}
