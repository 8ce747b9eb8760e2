package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.audit.FieldChange;

/** The changed fields of a change, as the text that stands on record. */
class FieldChangesTest {

    @Property
    void what_is_written_is_read_again(@ForAll("changes") List<FieldChange> changes) {
        assertThat(FieldChanges.read(FieldChanges.write(changes))).isEqualTo(changes);
    }

    @Provide
    Arbitrary<List<FieldChange>> changes() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("a=\\\n\r\t nrt")
                .all()
                .ofMaxLength(20)
                .injectNull(0.3);
        Arbitrary<String> field = Arbitraries.of("subject", "costs[0]", "newStatus");
        return Combinators.combine(field, value, value)
                .as(FieldChange::new)
                .list()
                .ofMaxSize(5);
    }

    @Example
    void an_empty_value_is_not_a_missing_one() {
        List<FieldChange> changes = List.of(new FieldChange("note", "", null), new FieldChange("text", null, ""));

        assertThat(FieldChanges.write(changes)).isEqualTo("note\t=\t\ntext\t\t=\n");
        assertThat(FieldChanges.read("note\t=\t\ntext\t\t=\n")).isEqualTo(changes);
    }

    @Example
    void a_text_that_is_no_record_is_refused_without_telling_it() {
        assertThatThrownBy(() -> FieldChanges.read("secret\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret");
    }
}
