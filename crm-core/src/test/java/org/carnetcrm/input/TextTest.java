package org.carnetcrm.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    // Names as people in Belgium, Québec and Poland write them, and what they type to find them.
    @ParameterizedTest
    @CsvSource({
        "Café Élan, cafe elan",
        "ŒUVRES, oeuvres",
        "Ærø, aero",
        "Łódź, lodz",
        "Straße, strasse",
        "'  A \t B  ', a b",
        "A\u00A0B, a b",
        "TITI, titi",
        "ΟΔΟΣ, οδοσ",
        "ﬁn, fin"
    })
    void a_name_is_found_without_accents_case_or_double_spaces(String name, String key) {
        assertThat(Text.fold(name)).isEqualTo(key);
    }

    @Test
    void a_key_is_short_and_has_no_character_beyond_the_first_plane() {
        assertThat(Text.fold("é".repeat(400))).isEqualTo("e".repeat(Text.FOLDED));
        assertThat(Text.fold("\uD83D\uDE00")).isEqualTo("~01f600");
    }

    @Test
    void blank_is_nothing() {
        assertThat(Text.clean(null)).isNull();
        assertThat(Text.clean(" \t\n")).isNull();
        assertThat(Text.clean("  a b ")).isEqualTo("a b");
        assertThat(Text.flawOfLine("   ", 1)).isNull();
    }

    @Test
    void a_line_holds_neither_breaks_nor_half_characters_nor_too_much() {
        assertThat(Text.flawOfLine("a\nb", 10)).isEqualTo("text.control");
        assertThat(Text.flawOfLine("a\u0000b", 10)).isEqualTo("text.control");
        assertThat(Text.flawOfLine("a\u2028b", 10)).isEqualTo("text.control");
        assertThat(Text.flawOfLine("a\u2029b", 10)).isEqualTo("text.control");
        assertThat(Text.flawOfLine("a\uD83Db", 10)).isEqualTo("text.surrogate");
        assertThat(Text.flawOfLine("x".repeat(11), 10)).isEqualTo("text.tooLong");
        assertThat(Text.flawOfLine(" " + "x".repeat(10) + " ", 10)).isNull();
        assertThat(Text.flawOfLine("\u202Eשלום\u202C \u2066a\u2069 \u200Fb", 40))
                .as("names from right to left are real")
                .isNull();
        assertThat(Text.flawOfLine("'; DROP TABLE deals; -- <script>", 40)).isNull();
    }

    @Test
    void prose_may_break_its_lines_but_holds_no_other_control() {
        assertThat(Text.flawOfProse("a\r\n\tb\u2028c\u2029d", 10)).isNull();
        assertThat(Text.flawOfProse("a\u001Bb", 10)).isEqualTo("text.control");
        assertThat(Text.flawOfProse("x".repeat(11), 10)).isEqualTo("text.tooLong");
    }

    @Test
    void a_record_refuses_what_no_draft_would_give_it_and_tells_the_length_only() {
        assertThat(Text.requireLine("name", "Acme", 10)).isEqualTo("Acme");
        assertThat(Text.requireLineOrNone("name", null, 10)).isNull();
        assertThat(Text.requireProseOrNone("text", null, 10)).isNull();
        assertThat(Text.requireProseOrNone("text", "a\nb", 10)).isEqualTo("a\nb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.requireLine("name", " Acme", 10))
                .withMessage("name of 5 characters: text.notStripped");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.requireProseOrNone("text", "my secret text", 10))
                .withMessage("text of 14 characters: text.tooLong");
        assertThatIllegalArgumentException().isThrownBy(() -> Text.requireLine("name", "", 10));
    }
}
