package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void a_report_is_written_with_keys_and_plain_numbers_and_without_totals() {
        Table table = SuccessLevels.open(SmallCrm.withDeals().desk).table(Locale.FRENCH);

        // Of the ten levels of two currencies four have deals.
        assertThat(csv(table).lines())
                .hasSize(5)
                .startsWith(
                        "successLevel,currency,count,withoutValue,value,purchaseCosts,net,total",
                        "0 à < 20 %,EUR,1,0,100.00,400.00,-300.00,-30.00",
                        "40 à < 60 %,EUR,1,0,1000.00,200.00,800.00,400.00");
    }

    @Test
    void every_kind_of_cell_is_plain_and_what_is_missing_is_empty() {
        List<Column> columns = List.of(
                new Column("name", Column.Kind.TEXT),
                new Column("currency", Column.Kind.TEXT),
                new Column("count", Column.Kind.COUNT),
                new Column("ratio", Column.Kind.DECIMAL),
                new Column("value", Column.Kind.MONEY),
                new Column("winRate", Column.Kind.PERCENT),
                new Column("start", Column.Kind.DATE));
        List<Object> row = List.of(
                "A",
                "JPY",
                -1234567L,
                new BigDecimal("-1E+3"),
                Money.of("JPY", "-1234567"),
                new BigDecimal("63.15"),
                LocalDate.of(2017, 3, 1));

        assertThat(csv(new Table("t", columns, List.of(row, Arrays.asList(new Object[7])), List.of())))
                .isEqualTo("name,currency,count,ratio,value,winRate,start\r\n"
                        + "A,JPY,-1234567,-1000,-1234567,63.15,2017-03-01\r\n"
                        + ",,,,,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(x)"})
    void a_text_that_looks_like_a_formula_is_defused(String hostile) {
        assertThat(csv(texts(hostile))).isEqualTo("a,b\r\n'" + hostile + ",z\r\n");
    }

    @Test
    void a_carriage_return_in_front_is_defused_and_quoted() {
        assertThat(csv(texts("\r=1"))).isEqualTo("a,b\r\n\"'\r=1\",z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "'", " =1", "1-2", "é", ""})
    void any_other_text_stays_as_it_is(String harmless) {
        assertThat(csv(texts(harmless))).isEqualTo("a,b\r\n" + harmless + ",z\r\n");
    }

    @Test
    void separators_quotes_and_line_breaks_are_quoted() {
        assertThat(csv(texts("a,b"))).isEqualTo("a,b\r\n\"a,b\",z\r\n");
        assertThat(csv(texts("say \"no\""))).isEqualTo("a,b\r\n\"say \"\"no\"\"\",z\r\n");
        assertThat(csv(texts("one\r\ntwo\nthree"))).isEqualTo("a,b\r\n\"one\r\ntwo\nthree\",z\r\n");
        assertThat(csv(texts("=\"x\",y"))).isEqualTo("a,b\r\n\"'=\"\"x\"\",y\",z\r\n");
    }

    @Test
    void semicolons_part_the_cells_where_they_are_asked_for_and_a_mark_stands_in_front() {
        StringBuilder text = new StringBuilder();
        Csv.write(texts("a;b,c"), text, Csv.Option.SEMICOLON, Csv.Option.BYTE_ORDER_MARK);

        assertThat(text).hasToString("\ufeffa;b\r\n\"a;b,c\";z\r\n");

        text.setLength(0);
        Csv.write(texts("=1"), text, Csv.Option.SEMICOLON);
        assertThat(text).hasToString("a;b\r\n'=1;z\r\n");
    }

    @Test
    void a_list_of_any_length_is_written_row_by_row() {
        StringBuilder text = new StringBuilder();
        List<Column> columns = List.of(new Column("a", Column.Kind.COUNT));
        LongTable failing = new LongTable("t", columns, List.of(), () -> new Iterator<>() {
            private long row;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Object> next() {
                if (row == 10_000) {
                    throw new IllegalStateException("the database is gone");
                }
                return List.of(++row);
            }
        });

        assertThatThrownBy(() -> Csv.write(failing, text)).hasMessage("the database is gone");
        assertThat(text.toString().lines()).hasSizeGreaterThan(9_000).startsWith("a", "1", "2");
    }

    @Test
    void hostile_names_of_relations_are_defused_in_reports() {
        SmallCrm crm = new SmallCrm();
        var hostile = crm.desk.relations().add(RelationDraft.company("=cmd|' /C calc'!A0"));
        crm.open(crm.deal(hostile, crm.anna, "NEEDS"));

        String csv = csv(Outcomes.by(crm.desk, OpportunityFilter.all(), OpportunityDimension.RELATION)
                .table(Locale.ENGLISH));

        assertThat(csv)
                .isEqualTo(
                        "relation,currency,open,won,lost,abandoned,winRate,wonValue,withoutAmount,averageWon,wonList\r\n"
                                + "'=cmd|' /C calc'!A0,EUR,1,0,0,0,,0.00,0,,0.00\r\n");
    }

    @Test
    void a_target_that_refuses_is_not_passed_over() {
        assertThatThrownBy(() -> Csv.write(texts("x"), new Full()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("full");
    }

    private static Table texts(String first) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(first, "z"));
        return new Table(
                "t", List.of(new Column("a", Column.Kind.TEXT), new Column("b", Column.Kind.TEXT)), rows, List.of());
    }

    private static String csv(Table table) {
        StringBuilder text = new StringBuilder();
        Csv.write(table, text);
        return text.toString();
    }
}
