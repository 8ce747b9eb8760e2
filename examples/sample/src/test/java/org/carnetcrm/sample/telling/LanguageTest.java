package org.carnetcrm.sample.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final Language ENGLISH = Language.of(Locale.ENGLISH);
    private static final Language FRENCH = Language.of(Locale.FRENCH);
    private static final Language DUTCH = Language.of(new Locale("nl"));

    private final Set<String> keys = new TreeSet<>(Language.texts("en").stringPropertyNames());

    @Test
    void each_language_has_the_texts_that_are_used_and_no_other() throws IOException {
        Set<String> groups = new TreeSet<>();
        keys.forEach(key -> groups.add(key.substring(0, key.indexOf('.'))));
        Pattern literal = Pattern.compile("\"((?:" + String.join("|", groups) + ")\\.[a-zA-Z]+)\"");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertThat(keys).isEqualTo(used);
        for (String code : Language.CODES) {
            assertThat(Language.texts(code).stringPropertyNames()).as(code).isEqualTo(keys);
        }
    }

    @Test
    void no_text_is_blank_and_each_names_the_same_arguments_in_every_language() {
        for (String key : keys) {
            for (String code : Language.CODES) {
                String text = Language.texts(code).getProperty(key);
                assertThat(text).as(key + " in " + code).isNotBlank();
                assertThat(arguments(text))
                        .as(key + " in " + code)
                        .isEqualTo(arguments(Language.texts("en").getProperty(key)));
            }
        }
    }

    @Test
    void numbers_dates_and_amounts_are_written_as_the_language_does_and_plainly_for_files() {
        List<Object> values = List.of(
                8800,
                new BigDecimal("1234.50"),
                Money.of("EUR", "18500"),
                Probability.of("65.5"),
                LocalDate.of(2017, 12, 31));
        assertThat(ENGLISH.write(values)).isEqualTo("8,800 / 1,234.50 / EUR 18,500.00 / 65.5 % / 31 Dec 2017");
        assertThat(FRENCH.write(values).replace('\u202f', '_'))
                .isEqualTo("8_800 / 1_234,50 / 18_500,00 EUR / 65,5 % / 31/12/2017");
        assertThat(DUTCH.write(values)).isEqualTo("8.800 / 1.234,50 / EUR 18.500,00 / 65,5% / 31-12-2017");
        assertThat(Language.plain().write(values)).isEqualTo("8800 / 1234.50 / EUR 18500.00 / 65.5 % / 2017-12-31");
    }

    @Test
    void a_phrase_is_filled_in_with_other_phrases_in_the_same_language() {
        Phrase rule = Phrase.of("rule.noAccount").with("relation", Phrase.of("label.noAccount"));
        assertThat(FRENCH.write(rule)).isEqualTo("sans compte : avec la relation « (sans compte) »");
        assertThatThrownBy(() -> FRENCH.write(Phrase.of("rule.none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule.none");
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
