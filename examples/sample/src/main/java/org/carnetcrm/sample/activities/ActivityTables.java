package org.carnetcrm.sample.activities;

import static org.carnetcrm.sample.activities.ActivitiesReader.MINUTES_PER_HOUR;
import static org.carnetcrm.sample.activities.ActivitiesReader.OUTCOMES;
import static org.carnetcrm.sample.activities.ActivitiesReader.RATE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.sample.reading.CsvFile;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.jspecify.annotations.Nullable;

/** The tables that the sales team of the set looks at, each computed from reports and summaries. */
final class ActivityTables {

    private static final ActionFilter ACTIONS = ActionFilter.all();
    private static final OpportunityFilter DEALS = OpportunityFilter.all();

    private final Desk desk;
    private final ActivityFiles files;

    ActivityTables(Desk desk, ActivityFiles files) {
        this.desk = desk;
        this.files = files;
    }

    List<Sheet> all() {
        return List.of(totals(), byRepresentative(), byType(), quotas(), quotasByYear());
    }

    private Sheet byRepresentative() {
        Map<String, Long> activities = counts(ActionDimension.REPRESENTATIVE);
        Map<String, Money> costs = costs(ActionDimension.REPRESENTATIVE);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcomes.Row row : byName(OpportunityDimension.MANAGER)) {
            Money cost = costs.getOrDefault(row.key(), zero());
            rows.add(List.of(
                    row.label(),
                    row.count(),
                    row.won(),
                    row.lost(),
                    whole(row.wonValue()),
                    activities.getOrDefault(row.key(), 0L),
                    minutes(cost),
                    cost.amount()));
        }
        List<Sheet.Heading> headings = List.of(
                text("rep", "column.representative"),
                count("deals", "column.deals"),
                count("won", "column.won"),
                count("lost", "column.lost"),
                decimal("won acv", wonValue()),
                count("activities", "column.activities"),
                decimal("minutes", Phrase.of("column.minutes")),
                decimal(
                        "cost at " + RATE + "/h",
                        Phrase.of("column.costAt").with("rate", RATE).with("currency", currency())));
        return new Sheet("rep", Phrase.of("title.activitiesByRepresentative"), headings, rows);
    }

    private Sheet byType() {
        Map<String, Money> costs = costs(ActionDimension.TYPE);
        Map<String, Map<String, Long>> byType = new HashMap<>();
        for (ActionSummary row : desk.actions().count(ACTIONS, ActionDimension.TYPE, ActionDimension.STATUS)) {
            byType.computeIfAbsent(row.get(ActionDimension.TYPE), type -> new HashMap<>())
                    .put(row.get(ActionDimension.STATUS), row.count());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        desk.lists().of(ChoiceKind.ACTION_TYPE).stream()
                .sorted(Comparator.comparing(type -> Text.fold(type.label(Locale.ROOT))))
                .forEach(type -> {
                    Map<String, Long> outcomes = byType.getOrDefault(type.code(), Map.of());
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(type.label(Locale.ROOT));
                    row.add(outcomes.values().stream().mapToLong(n -> n).sum());
                    row.add(minutes(costs.getOrDefault(type.code(), zero())));
                    OUTCOMES.forEach(outcome -> row.add(outcomes.getOrDefault(outcome, 0L)));
                    rows.add(row);
                });
        List<Sheet.Heading> headings = List.of(
                text("type", "column.type"),
                count("n", "column.activities"),
                decimal("minutes", Phrase.of("column.minutes")),
                count("Positive", "choice.positive"),
                count("Neutral", "choice.neutral"),
                count("Negative", "choice.negative"));
        return new Sheet("type", Phrase.of("title.activitiesByType"), headings, rows);
    }

    private Sheet quotas() {
        Map<String, BigDecimal> quotas = new HashMap<>();
        for (CsvFile.Row row : files.targets()) {
            quotas.merge(row.get("rep_name"), row.number("quota"), BigDecimal::add);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcomes.Row row : byName(OpportunityDimension.MANAGER)) {
            rows.add(quota(row.label(), quotas.getOrDefault(row.label(), BigDecimal.ZERO), row.wonValue()));
        }
        return quotas("quota_rep", "title.quotas", text("rep", "column.representative"), rows);
    }

    private Sheet quotasByYear() {
        Map<String, BigDecimal> quotas = new TreeMap<>();
        for (CsvFile.Row row : files.targets()) {
            quotas.merge(Integer.toString(row.requiredDate("month").getYear()), row.number("quota"), BigDecimal::add);
        }
        List<Outcomes.Row> months = Outcomes.byMonth(desk, DEALS).rows();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        quotas.forEach((year, quota) -> {
            Money signed = months.stream()
                    .filter(row -> row.key().startsWith(year))
                    .map(Outcomes.Row::wonValue)
                    .reduce(zero(), Money::plus);
            rows.add(quota(year, quota, signed));
        });
        return quotas("quota_year", "title.quotasByYear", text("year", "column.year"), rows);
    }

    private static Sheet quotas(String name, String title, Sheet.Heading first, List<List<@Nullable Object>> rows) {
        List<Sheet.Heading> headings = List.of(
                first,
                decimal("quota", Phrase.of("column.quota")),
                decimal("signed", Phrase.of("column.signed")),
                new Sheet.Heading("attained", Phrase.of("column.attained"), Column.Kind.PERCENT));
        return new Sheet(name, Phrase.of(title), headings, rows);
    }

    private static List<@Nullable Object> quota(String key, BigDecimal quota, Money signed) {
        BigDecimal percent = quota.signum() == 0
                ? null
                : signed.amount().multiply(BigDecimal.valueOf(100)).divide(quota, 2, RoundingMode.HALF_UP);
        return Arrays.asList(key, quota, whole(signed), percent);
    }

    private Sheet totals() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Measures all = measures(DEALS);
        rows.add(measure("total.deals", all.count(), whole(all.value())));
        for (Choice stage : desk.lists().of(ChoiceKind.STAGE)) {
            Measures open = measures(OpportunityFilter.open().stage(stage.code()));
            Phrase words = Phrase.of("total.openAt").with("stage", stage.label(Locale.ROOT));
            rows.add(List.of(words, List.of(open.count(), whole(open.value()))));
        }
        Measures won = measures(DEALS.standing(StandingKind.WON));
        Measures lost = measures(DEALS.standing(StandingKind.LOST));
        rows.add(measure("total.dealsWon", won.count(), whole(won.signedTotal())));
        rows.add(measure("total.dealsLost", lost.count(), whole(lost.value())));
        rows.add(measure(
                "total.weightedOpen", measures(OpportunityFilter.open()).total().amount()));
        Money cost =
                desk.actions().costs(ACTIONS).stream().map(CostSummary::amount).reduce(zero(), Money::plus);
        long activities = desk.actions().count(ACTIONS).stream()
                .mapToLong(ActionSummary::count)
                .sum();
        rows.add(measure("total.activities", activities, minutes(cost), cost.amount()));
        rows.add(measure("total.quotas", sum("quota"), sum("actual")));
        List<Sheet.Heading> headings = List.of(text("measure", "column.measure"), text("value", "column.value"));
        return new Sheet("totals", Phrase.of("title.totals"), headings, rows);
    }

    private static List<@Nullable Object> measure(String words, Object... values) {
        return List.of(Phrase.of(words), List.of(values));
    }

    private List<Outcomes.Row> byName(OpportunityDimension dimension) {
        return Outcomes.by(desk, DEALS, dimension).rows().stream()
                .sorted(Comparator.comparing(row -> Text.fold(row.label())))
                .toList();
    }

    private Map<String, Long> counts(ActionDimension dimension) {
        Map<String, Long> counts = new HashMap<>();
        desk.actions().count(ACTIONS, dimension).forEach(row -> counts.put(row.get(dimension), row.count()));
        return counts;
    }

    private Map<String, Money> costs(ActionDimension dimension) {
        Map<String, Money> costs = new HashMap<>();
        desk.actions()
                .costs(ACTIONS, dimension)
                .forEach(row -> costs.merge(row.get(dimension), row.amount(), Money::plus));
        return costs;
    }

    private Measures measures(OpportunityFilter filter) {
        return desk.opportunities().summarise(filter).stream()
                .map(OpportunitySummary::measures)
                .reduce(Measures.none(desk.tenant().currency()), Measures::plus);
    }

    private BigDecimal sum(String column) {
        return files.targets().stream().map(row -> row.number(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Gives the minutes behind a cost: a minute costs three quarters of a dollar, so nothing is lost by rounding. */
    private static BigDecimal minutes(Money cost) {
        return shortest(cost.amount().multiply(MINUTES_PER_HOUR).divide(RATE, 2, RoundingMode.HALF_UP));
    }

    private Money zero() {
        return Money.zero(desk.tenant().currency());
    }

    private String currency() {
        return desk.tenant().currency().getCurrencyCode();
    }

    private Phrase wonValue() {
        return Phrase.of("column.wonValue").with("currency", currency());
    }

    private static Sheet.Heading text(String name, String shown) {
        return new Sheet.Heading(name, Phrase.of(shown), Column.Kind.TEXT);
    }

    private static Sheet.Heading count(String name, String shown) {
        return new Sheet.Heading(name, Phrase.of(shown), Column.Kind.COUNT);
    }

    private static Sheet.Heading decimal(String name, Phrase shown) {
        return new Sheet.Heading(name, shown, Column.Kind.DECIMAL);
    }

    private static BigDecimal whole(Money money) {
        return shortest(money.amount());
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
