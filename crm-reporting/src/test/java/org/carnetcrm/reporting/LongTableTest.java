package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carnetcrm.page.Page;
import org.junit.jupiter.api.Test;

class LongTableTest {

    private static final List<Column> NAME = List.of(new Column("name", Column.Kind.TEXT));

    @Test
    void it_reads_as_a_table_of_the_same_rows_does() {
        List<List<Object>> rows = List.of(List.of("a"), Arrays.asList((Object) null));
        Table table = new Table("t", NAME, rows, List.of("A note."));
        LongTable list = new LongTable("t", NAME, List.of("A note."), rows);

        assertThat(PlainText.write(list, Locale.FRENCH)).isEqualTo(PlainText.write(table, Locale.FRENCH));
        assertThat(list).hasToString("LongTable[t]");
    }

    @Test
    void a_row_that_does_not_fit_is_refused_when_its_turn_comes() {
        var rows = new LongTable("t", NAME, List.of(), List.of(List.of("a"), List.of(1L)))
                .rows()
                .iterator();

        assertThat(rows.next()).containsExactly("a");
        assertThatThrownBy(rows::next).hasMessageContaining("name holds String, not Long");
    }

    @Test
    void columns_are_held_to_the_same_rules() {
        assertThatThrownBy(() -> new LongTable("t", List.of(NAME.get(0), NAME.get(0)), List.of(), List.of()))
                .hasMessageContaining("twice");
        assertThatThrownBy(
                        () -> new LongTable("t", List.of(new Column("value", Column.Kind.MONEY)), List.of(), List.of()))
                .hasMessageContaining("currency");
    }

    @Property
    void a_list_is_read_to_its_end_page_by_page_and_each_page_once(@ForAll @IntRange(max = 3500) int rows) {
        List<String> asked = new ArrayList<>();
        Iterable<Integer> list = Paged.of(
                request -> {
                    asked.add(String.valueOf(request.cursor()));
                    int from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
                    int to = Math.min(rows, from + request.size());
                    List<Integer> page = new ArrayList<>();
                    for (int i = from; i < to; i++) {
                        page.add(i);
                    }
                    return new Page<>(page, to == rows ? null : Integer.toString(to));
                },
                row -> row + 1);

        List<Integer> read = new ArrayList<>();
        list.forEach(read::add);

        assertThat(read).hasSize(rows).isSorted().doesNotHaveDuplicates();
        assertThat(read).allMatch(row -> row >= 1 && row <= rows);
        assertThat(asked).hasSize(Math.max(1, (rows + 999) / 1000)).doesNotHaveDuplicates();
    }
}
