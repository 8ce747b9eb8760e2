package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.reporting.Explanation.LeftOut;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a report over rows of a type: what a row shows in each, and why.
 *
 * @param <R> what a row is made of; a total is one too
 */
final class Layout<R> {

    /** What a row shows in a column, and why; a column without reasons holds no figures. */
    private record Cell<R>(
            Column column,
            BiFunction<R, Locale, @Nullable Object> shown,
            @Nullable Reasons<R> reasons) {}

    /** Where a figure comes from. */
    private record Reasons<R>(
            List<String> from, Function<R, Contributors> contributors, BiFunction<R, Locale, List<LeftOut>> leftOut) {}

    private final String name;
    private final List<Cell<R>> cells = new ArrayList<>();

    /** Makes the layout of a table without columns yet; its name is that of the texts of its rules too. */
    Layout(String name) {
        this.name = name;
    }

    /** Adds a column that says what a row is about. */
    Layout<R> label(Column column, BiFunction<R, Locale, @Nullable Object> shown) {
        cells.add(new Cell<>(column, shown, null));
        return this;
    }

    /** Adds the column of the currency. */
    Layout<R> currency(Function<R, String> code) {
        return label(new Column(Table.CURRENCY, Column.Kind.TEXT), (row, locale) -> code.apply(row));
    }

    /** Adds a column of sums over contributors. */
    Layout<R> sum(
            String key,
            Column.Kind kind,
            Function<R, @Nullable Object> figure,
            Function<R, Contributors> contributors,
            BiFunction<R, Locale, List<LeftOut>> leftOut) {
        cells.add(new Cell<>(
                new Column(key, kind),
                (row, locale) -> figure.apply(row),
                new Reasons<>(List.of(), contributors, leftOut)));
        return this;
    }

    /** Adds a column of sums over contributors from which nothing is left out. */
    Layout<R> sum(
            String key,
            Column.Kind kind,
            Function<R, @Nullable Object> figure,
            Function<R, Contributors> contributors) {
        return sum(key, kind, figure, contributors, (row, locale) -> List.of());
    }

    /** Adds a column whose figures are computed from others of the row; the contributors are those of the first of them. */
    Layout<R> computed(String key, Column.Kind kind, Function<R, @Nullable Object> figure, String... from) {
        Reasons<R> first = Objects.requireNonNull(cell(from[0]).reasons());
        cells.add(new Cell<>(
                new Column(key, kind),
                (row, locale) -> figure.apply(row),
                new Reasons<>(List.of(from), first.contributors(), first.leftOut())));
        return this;
    }

    /** Gives the table of rows and totals in a language. */
    Table table(List<R> rows, List<R> totals, List<String> notes, Locale locale) {
        return new Table(
                name, cells.stream().map(Cell::column).toList(), shown(rows, locale), shown(totals, locale), notes);
    }

    /** Explains a figure of a row, as {@link Report#explain} says. */
    Optional<Explanation> explain(List<R> rows, List<R> totals, int row, String key, @Nullable AsOf asOf, Locale in) {
        Cell<R> cell = cell(key);
        R of = row < rows.size() ? rows.get(row) : totals.get(row - rows.size());
        Reasons<R> reasons = cell.reasons();
        if (reasons == null) {
            return Optional.empty();
        }
        return Optional.of(new Explanation(
                cell.column(),
                cell.shown().apply(of, in),
                rule(key, in),
                reasons.from(),
                reasons.contributors().apply(of),
                reasons.leftOut().apply(of, in),
                asOf));
    }

    /** Gives the rule of a column: that of this report where it has one of its own, else that of every report. */
    private String rule(String key, Locale locale) {
        String own = Texts.find("rule." + name + "." + key, locale);
        return own != null ? own : Texts.text("rule." + key, locale);
    }

    private Cell<R> cell(String key) {
        return cells.stream()
                .filter(cell -> cell.column().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + key + ": "
                        + cells.stream().map(cell -> cell.column().key()).toList()));
    }

    private List<List<@Nullable Object>> shown(List<R> rows, Locale locale) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (R row : rows) {
            List<@Nullable Object> shown = new ArrayList<>();
            cells.forEach(cell -> shown.add(cell.shown().apply(row, locale)));
            all.add(shown);
        }
        return all;
    }
}
