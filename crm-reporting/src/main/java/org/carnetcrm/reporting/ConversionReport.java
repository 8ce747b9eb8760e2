package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.relation.Conversion;
import org.carnetcrm.relation.RelationChange;
import org.jspecify.annotations.Nullable;

/**
 * The prospects that became customers in a period.
 *
 * @param from the first day of the period
 * @param to the last day, included
 * @param rows the conversions by the day on which they took effect, then as they were recorded
 */
public record ConversionReport(LocalDate from, LocalDate to, List<Row> rows) {

    /** Keeps the rows unmodifiable. */
    public ConversionReport {
        rows = List.copyOf(rows);
    }

    /**
     * A conversion with what people call its parts.
     *
     * @param conversion the conversion
     * @param fromStatus the names of the status that was in force until then; missing when there was none
     * @param toStatus the names of the status from then on
     * @param by the name of who made the change
     * @param actionType the names of the type of the action behind it; missing without an action
     * @param subject the subject of that action; missing without one
     */
    public record Row(
            Conversion conversion,
            @Nullable Caption fromStatus,
            Caption toStatus,
            Caption by,
            @Nullable Caption actionType,
            @Nullable String subject) {}

    /**
     * Gives the conversions between two days, both included: each relation once, by its first, unless repeated ones are
     * asked for too. A fixed number of statements, however many there are.
     */
    public static ConversionReport between(Desk desk, LocalDate from, LocalDate to, boolean repeated) {
        List<Conversion> conversions = desk.relations().conversions(from, to, repeated);
        ChoiceLists lists = desk.lists();
        Names statuses = Names.of(lists, ChoiceKind.RELATION_STATUS);
        Names types = Names.of(lists, ChoiceKind.ACTION_TYPE);
        Names people = Names.ofRepresentatives(desk);
        Map<ActionId, Action> actions = new HashMap<>();
        List<ActionId> behind = conversions.stream()
                .map(conversion -> conversion.change().action())
                .filter(Objects::nonNull)
                .toList();
        desk.actions().findAll(behind).forEach(action -> actions.put(action.id(), action));
        List<Row> rows = new ArrayList<>();
        for (Conversion conversion : conversions) {
            RelationChange change = conversion.change();
            Action action = actions.get(change.action());
            rows.add(new Row(
                    conversion,
                    change.from() == null ? null : statuses.of(change.from()),
                    statuses.of(Objects.requireNonNull(change.to(), "to")),
                    name(change.by(), people),
                    action == null ? null : types.of(action.matter().type()),
                    action == null ? null : action.matter().subject()));
        }
        return new ConversionReport(from, to, rows);
    }

    /** Gives the table {@code conversions} in a language. */
    public Table table(Locale locale) {
        List<Column> columns = List.of(
                new Column("effectiveOn", Column.Kind.DATE),
                new Column("relation", Column.Kind.TEXT),
                new Column("fromStatus", Column.Kind.TEXT),
                new Column("toStatus", Column.Kind.TEXT),
                new Column("by", Column.Kind.TEXT),
                new Column("actionType", Column.Kind.TEXT),
                new Column("subject", Column.Kind.TEXT),
                new Column("repeated", Column.Kind.FLAG),
                new Column("recordedAt", Column.Kind.INSTANT));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (Row row : rows) {
            Conversion conversion = row.conversion();
            cells.add(Arrays.<@Nullable Object>asList(
                    conversion.change().effectiveOn(),
                    conversion.relationName(),
                    in(row.fromStatus(), locale),
                    row.toStatus().in(locale),
                    row.by().in(locale),
                    in(row.actionType(), locale),
                    row.subject(),
                    !conversion.first(),
                    conversion.change().recordedAt()));
        }
        long relations = rows.stream()
                .map(row -> row.conversion().change().relation())
                .distinct()
                .count();
        return new Table(
                "conversions",
                columns,
                cells,
                Remarks.in(locale).conversions(from, to, rows.size(), relations).toList());
    }

    private static Caption name(Who who, Names people) {
        return who.representative() == null
                ? Caption.ofText("label.system")
                : people.of(who.representative().text());
    }

    private static @Nullable String in(@Nullable Caption caption, Locale locale) {
        return caption == null ? null : caption.in(locale);
    }
}
