package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.carnetcrm.money.Money;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Column NAME = new Column("name", Column.Kind.TEXT);
    private static final Column CURRENCY = new Column("currency", Column.Kind.TEXT);
    private static final Column VALUE = new Column("value", Column.Kind.MONEY);

    @Test
    void a_row_of_another_width_is_refused() {
        assertThatThrownBy(() -> table(List.of(NAME), List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells");
    }

    @Test
    void a_cell_of_another_kind_is_refused() {
        assertThatThrownBy(() -> table(List.of(NAME), List.of(7L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name holds String, not Long");
    }

    @Test
    void a_column_may_stand_once_only() {
        assertThatThrownBy(() -> table(List.of(NAME, NAME), List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void amounts_need_the_column_of_their_currency() {
        assertThatThrownBy(() -> table(List.of(VALUE), List.of(Money.of("EUR", "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency");
        assertThat(table(List.of(CURRENCY, VALUE), List.of("EUR", Money.of("EUR", "1")))
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_table_does_not_change_with_what_it_was_made_from() {
        List<Object> row = new ArrayList<>(List.of("a"));
        Table table = table(List.of(NAME), row);
        row.set(0, "b");

        assertThat(table.rows().get(0).get(0)).isEqualTo("a");
        assertThatThrownBy(() -> table.rows().get(0).set(0, "c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_caption_without_the_language_asked_gives_that_for_any_and_else_the_first() {
        TreeMap<String, String> names = new TreeMap<>();
        names.put("nl", "Bezoek");
        names.put("fr", "Visite");
        assertThat(new Caption(names).in(Locale.ENGLISH)).isEqualTo("Visite");
        names.put("", "Visit");
        assertThat(new Caption(names).in(Locale.ENGLISH)).isEqualTo("Visit");
        assertThat(new Caption(names).in(new Locale("nl", "BE"))).isEqualTo("Bezoek");
        assertThatThrownBy(() -> new Caption(new TreeMap<>())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_table_names_itself_without_its_cells_which_may_hold_secrets() {
        assertThat(table(List.of(NAME), List.of("secret"))).hasToString("Table[t, 1 rows]");
    }

    private static Table table(List<Column> columns, List<Object> row) {
        return new Table("t", columns, List.of(row), List.of());
    }
}
