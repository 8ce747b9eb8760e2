package org.carnetcrm.sample.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.sample.reading.RealData.numbers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.Calibration;
import org.carnetcrm.reporting.ClosingReasons;
import org.carnetcrm.reporting.Deals;
import org.carnetcrm.reporting.Forecast;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.reporting.SalesByType;
import org.carnetcrm.reporting.SalesCycle;
import org.carnetcrm.reporting.StaleDeals;
import org.carnetcrm.sample.reading.RealData;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports on a real data set, compared with the figures that stand beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenReportsTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);

    private final RealData data = RealData.find();
    private final Desk desk = loaded();

    private Desk loaded() {
        MavenCrmFiles files = new MavenCrmFiles(data.set("maven-crm").resolve("original"));
        Clock clock = Clock.fixed(files.lastDate().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Book book = Storage.inMemory().open("maven-crm", Setup.of(clock));
        new MavenCrmReader(files, false).load(book, loaded -> {});
        return book.unit(crm -> crm.actingAs(Actor.system(book.tenant())));
    }

    @Test
    void the_sales_cycle_has_the_days_of_the_won_deals() {
        SalesCycle.Row won = SalesCycle.overall(desk, ALL).rows().get(0);

        assertThat(List.of(
                        won.won(),
                        won.days(),
                        Objects.requireNonNull(won.meanDays()),
                        Objects.requireNonNull(won.fewestDays()),
                        Objects.requireNonNull(won.mostDays()),
                        Objects.requireNonNull(won.medianDays()).stripTrailingZeros()))
                .extracting(Object::toString)
                .isEqualTo(total("days engage→close: Won"));
        assertThat(SalesCycle.by(desk, ALL, OpportunityDimension.MANAGER).rows().stream()
                        .mapToLong(SalesCycle.Row::days)
                        .sum())
                .isEqualTo(won.days());
    }

    @Test
    void the_forecast_has_what_was_won_in_each_month() {
        List<List<String>> expected = data.table("maven_close_month").stream()
                .filter(row -> row.get(0).startsWith("2017"))
                .map(row -> List.of(row.get(0), row.get(1), row.get(5)))
                .toList();

        assertThat(Forecast.between(desk, ALL, YearMonth.of(2017, 3), YearMonth.from(LAST)).rows().stream()
                        .filter(row -> row.won() != null)
                        .map(row -> List.of(row.key(), Long.toString(won(row).count()), whole(won(row))))
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void each_report_on_closed_deals_counts_all_that_were_won_and_lost() {
        Outcomes.Row all = Outcomes.overall(desk, ALL).rows().get(0);
        SalesByType.Row year =
                SalesByType.between(desk, ALL, FIRST, LAST).totals().get(0);
        List<ClosingReasons.Row> reasons = ClosingReasons.of(desk, ALL).totals();
        Calibration.Row calibration = Calibration.of(desk, ALL).total();

        assertThat(List.of(Long.toString(all.won()), Long.toString(all.lost())))
                .isEqualTo(total("Won / Lost / Engaging / Prospecting").subList(0, 2));
        assertThat(year.won().count()).isEqualTo(all.won());
        assertThat(year.lost().count()).isEqualTo(all.lost());
        assertThat(List.of(whole(year.won()))).isEqualTo(total("total won value"));
        assertThat(reasons.get(reasons.size() - 1).lost().count()).isEqualTo(all.lost());
        assertThat(calibration.closed()).isEqualTo(all.won() + all.lost());
        assertThat(List.of(Objects.requireNonNull(year.winRate()).toPlainString()))
                .isEqualTo(total("win rate").subList(0, 1));
    }

    @Test
    void deals_stand_still_that_are_engaging_for_more_than_some_days() {
        for (int days : List.of(30, 60, 90, 120, 180, 365)) {
            StaleDeals stale =
                    StaleDeals.of(desk, ALL.stage("ENGAGING"), new StaleDeals.Patience(Map.of("ENGAGING", days), 0));

            assertThat(List.of(Integer.toString(stale.rows().size())))
                    .as("more than %s days", days)
                    .isEqualTo(total("Engaging deals with engage_date more than " + days + " days"));
        }
    }

    private static Deals won(Forecast.Row row) {
        return Objects.requireNonNull(row.won());
    }

    private static String whole(Deals won) {
        return won.signedTotal().amount().setScale(0).toPlainString();
    }

    private List<String> total(String measure) {
        return numbers(data.table("maven_totals").stream()
                .filter(row -> row.get(0).startsWith(measure))
                .findFirst()
                .orElseThrow()
                .get(1));
    }
}
