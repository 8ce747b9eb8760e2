package org.carnetcrm.sample.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.jspecify.annotations.Nullable;

/** The figures of the data set as a whole. */
final class SalesTotals {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final OpportunityFilter OPEN = OpportunityFilter.open();
    private static final Phrase NONE = Phrase.of("figure.none");

    private final Desk desk;
    private final MavenCrmFiles files;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    SalesTotals(Desk desk, MavenCrmFiles files) {
        this.desk = desk;
        this.files = files;
    }

    Sheet sheet() {
        Outcomes.Row all = Outcomes.overall(desk, ALL).rows().get(0);
        counts(all);
        won(all);
        lost();
        blanks();
        products(all);
        listPrices(all);
        add("total.dates", range("engage_date"), range("close_date"));
        days();
        List<Sheet.Heading> headings = List.of(
                new Sheet.Heading("measure", Phrase.of("column.measure"), Column.Kind.TEXT),
                new Sheet.Heading("value", Phrase.of("column.value"), Column.Kind.TEXT));
        return new Sheet("totals", Phrase.of("title.totals"), headings, List.copyOf(rows));
    }

    private void counts(Outcomes.Row all) {
        long distinct = files.pipeline().stream()
                .map(row -> row.get("opportunity_id"))
                .distinct()
                .count();
        add("total.rows", files.pipeline().size(), distinct);
        add(
                "total.catalogue",
                files.accounts().size(),
                files.products().size(),
                files.teams().size());
        add(
                "total.activeAgents",
                desk.opportunities()
                        .summarise(ALL, OpportunityDimension.MANAGER)
                        .size());
        add("total.standings", all.won(), all.lost(), all.openIn("ENGAGING"), all.openIn("PROSPECTING"));
        add("total.closed", all.won() + all.lost(), all.open());
    }

    private void won(Outcomes.Row all) {
        add("total.wonValue", whole(all.wonValue()));
        Money average = all.averageWon();
        add("total.averageWon", average == null ? NONE : average.amount());
        Spread signed = Spread.of(desk, ALL.standing(StandingKind.WON), OpportunityDimension.SIGNED_TOTAL);
        if (signed.isEmpty()) {
            add("total.wonSpread", NONE);
        } else {
            add("total.wonSpread", signed.smallest(), signed.middle(), signed.largest());
        }
        add("total.winRate", Sheet.percent(all.winRate()));
        add("total.wonShare", Sheet.percent(share(all.won(), all.count())));
    }

    /** The core keeps no amount of a lost deal, so this figure is taken from the file. */
    private void lost() {
        List<BigDecimal> values = files.pipeline().stream()
                .filter(row -> row.get("deal_stage").equals("Lost"))
                .filter(row -> !row.get("close_value").isEmpty())
                .map(row -> Spread.shortest(row.number("close_value")))
                .toList();
        List<BigDecimal> distinct = values.stream().distinct().toList();
        add(
                "total.lostValue",
                Phrase.of("figure.lostValue")
                        .with("value", distinct.size() == 1 ? distinct.get(0) : NONE)
                        .with("rows", values.size())
                        .with("sum", values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private void blanks() {
        for (String column : List.of("close_value", "close_date", "engage_date", "account")) {
            long blank = files.pipeline().stream()
                    .filter(row -> row.get(column).isEmpty())
                    .count();
            add(Phrase.of("total.blank").with("column", column), blank);
        }
    }

    private void products(Outcomes.Row all) {
        files.unspelled().forEach((product, count) -> {
            add(Phrase.of("total.unspelled").with("product", product), count);
            add("total.spelled", all.count() - count);
        });
    }

    private void listPrices(Outcomes.Row all) {
        add("total.wonList", whole(all.wonList()));
        add(
                "total.openList",
                whole(value(OPEN.stage("ENGAGING"))),
                whole(value(OPEN.stage("PROSPECTING"))),
                whole(value(OPEN)));
        Money weighted = desk.opportunities().summarise(OPEN).stream()
                .map(row -> row.measures().total())
                .reduce(zero(), Money::plus);
        add("total.weighted", weighted.amount());
    }

    private void days() {
        add("total.daysWon", days(StandingKind.WON));
        add("total.daysLost", days(StandingKind.LOST));
        for (int days : List.of(30, 60, 90, 120, 180, 365)) {
            LocalDate today = files.lastDate();
            OpportunityFilter old = OPEN.stage("ENGAGING").startedBefore(today.minusDays(days));
            long count = desk.opportunities().summarise(old).stream()
                    .mapToLong(row -> row.measures().count())
                    .sum();
            add(Phrase.of("total.old").with("days", days).with("today", today), count);
        }
    }

    private Phrase days(StandingKind standing) {
        Spread days = Spread.of(desk, ALL.standing(standing), OpportunityDimension.DAYS_TO_CLOSING);
        return days.isEmpty()
                ? NONE
                : Phrase.of("figure.days")
                        .with("n", days.count())
                        .with("sum", days.sum())
                        .with("mean", days.mean())
                        .with("min", days.smallest())
                        .with("max", days.largest())
                        .with("median", days.median());
    }

    private Phrase range(String column) {
        Optional<LocalDate> first = files.dates(column).min(Comparator.naturalOrder());
        Optional<LocalDate> last = files.dates(column).max(Comparator.naturalOrder());
        return first.isEmpty()
                ? NONE
                : Phrase.of("figure.range").with("from", first.get()).with("to", last.orElseThrow());
    }

    private Money value(OpportunityFilter filter) {
        return desk.opportunities().summarise(filter).stream()
                .map(row -> row.measures().value())
                .reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(desk.tenant().currency());
    }

    private void add(String measure, Object... values) {
        add(Phrase.of(measure), values);
    }

    private void add(Phrase measure, Object... values) {
        rows.add(List.of(measure, List.of(values)));
    }

    private static BigDecimal whole(Money money) {
        return Spread.shortest(money.amount());
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(Math.max(whole, 1)), 2, RoundingMode.HALF_UP);
    }
}
