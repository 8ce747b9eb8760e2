package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carnetcrm.testkit.CrmArbitraries;

class LetteringTest {

    @Property
    void what_is_shown_fits_and_is_the_beginning_of_the_whole(
            @ForAll("texts") String raw, @ForAll @IntRange(min = 20, max = 200) int width) {
        String text = Lettering.printable(raw);
        String shown = Lettering.fitting(text, width);

        assertThat(Lettering.width(shown)).isLessThanOrEqualTo(width);
        assertThat(shown).hasSizeLessThanOrEqualTo(81);
        assertThat(Lettering.printable(shown)).isEqualTo(shown);
        if (shown.endsWith("…") && !text.endsWith("…")) {
            assertThat(text).startsWith(shown.substring(0, shown.length() - 1));
        }
    }

    @Example
    void a_text_is_cut_between_letters_and_keeps_their_accents() {
        assertThat(Lettering.fitting("e\u0301".repeat(20), 30)).isEqualTo("e\u0301e\u0301…");
        assertThat(Lettering.fitting("😀😀😀", 25)).isEqualTo("😀…");
        assertThat(Lettering.fitting("short", 100)).isEqualTo("short");
        assertThat(Lettering.fitting("a word", 30)).isEqualTo("a…");
    }

    @Example
    void accents_do_not_pile_up() {
        assertThat(Lettering.fitting("Z" + "\u0301".repeat(50), 100)).isEqualTo("Z" + "\u0301".repeat(3));
    }

    @Example
    void broad_letters_take_more_room_than_narrow_ones() {
        assertThat(Lettering.width("iiii")).isLessThan(Lettering.width("aaaa"));
        assertThat(Lettering.width("aaaa")).isLessThan(Lettering.width("AAAA"));
        assertThat(Lettering.width("AAAA")).isLessThan(Lettering.width("MMMM"));
        assertThat(Lettering.width("漢")).isEqualTo(Lettering.width("M"));
        assertThat(Lettering.width("\u0301\u200d")).isZero();
    }

    @Provide
    Arbitrary<String> texts() {
        return CrmArbitraries.rawTexts(60);
    }
}
