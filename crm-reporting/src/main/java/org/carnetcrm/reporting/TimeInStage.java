package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StageTime;
import org.jspecify.annotations.Nullable;

/**
 * How long deals were in each stage. A stay begins when a deal enters the stage or is reopened in it, and ends when it
 * moves on or is closed.
 *
 * @param rows the stages in the order of their list; a retired stage is there only with stays
 * @param total what all rows add up to
 * @param asOf the past up to which stays are counted; missing for today
 */
public record TimeInStage(
        List<Row> rows, Stays total, @Nullable AsOf asOf) {

    /** Keeps the rows unmodifiable. */
    public TimeInStage {
        rows = List.copyOf(rows);
    }

    /**
     * Stays and their days. All four parts are additive.
     *
     * @param ended how many stays have ended
     * @param days the days of those, added up
     * @param running how many stays go on
     * @param runningDays the days of those so far, added up
     */
    public record Stays(long ended, long days, long running, long runningDays) {

        /** No stay at all. */
        public static final Stays NONE = new Stays(0, 0, 0, 0);

        private static final int DECIMALS = 2;

        static Stays of(StageTime time) {
            return new Stays(time.ended(), time.days(), time.running(), time.runningDays());
        }

        /** Adds other stays. */
        public Stays plus(Stays other) {
            return new Stays(
                    ended + other.ended, days + other.days, running + other.running, runningDays + other.runningDays);
        }

        /** Gives days ÷ stays of those that have ended, with two decimals, HALF_UP; nothing when none has. */
        public @Nullable BigDecimal meanDays() {
            return ended == 0
                    ? null
                    : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(ended), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /**
     * The stays in a stage.
     *
     * @param stage the code of the stage
     * @param label its name in the language of who asked
     * @param caption its names in all languages
     * @param stays the stays
     */
    public record Row(String stage, String label, Caption caption, Stays stays) {}

    /**
     * Adds up the stays of the deals that a filter lets through, up to today where the actor is; one statement for the
     * figures.
     */
    public static TimeInStage of(Desk desk, OpportunityFilter filter) {
        Map<String, Stays> byStage = new HashMap<>();
        desk.opportunities().stageTimes(filter).forEach(time -> byStage.put(time.stage(), Stays.of(time)));
        List<Row> rows = new ArrayList<>();
        Stays total = Stays.NONE;
        for (Choice stage : desk.lists().of(ChoiceKind.STAGE)) {
            Stays stays = byStage.getOrDefault(stage.code(), Stays.NONE);
            if (!stage.isRetired() || byStage.containsKey(stage.code())) {
                rows.add(new Row(stage.code(), stage.label(desk.actor().locale()), Caption.of(stage), stays));
                total = total.plus(stays);
            }
        }
        return new TimeInStage(rows, total, filter.asOf());
    }

    /** Gives the table {@code time-in-stage} in a language. */
    public Table table(Locale locale) {
        List<Column> columns = List.of(
                new Column("stage", Column.Kind.TEXT),
                new Column("ended", Column.Kind.COUNT),
                new Column("days", Column.Kind.COUNT),
                new Column("meanDays", Column.Kind.DECIMAL),
                new Column("running", Column.Kind.COUNT),
                new Column("runningDays", Column.Kind.COUNT));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(row.caption().in(locale), row.stays())));
        List<List<@Nullable Object>> sums = List.of(cells(Texts.text("label.total", locale), total));
        return new Table(
                "time-in-stage",
                columns,
                cells,
                sums,
                Remarks.in(locale).asOf(asOf).toList());
    }

    private static List<@Nullable Object> cells(String label, Stays stays) {
        return Arrays.<@Nullable Object>asList(
                label, stays.ended(), stays.days(), stays.meanDays(), stays.running(), stays.runningDays());
    }
}
