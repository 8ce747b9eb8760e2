package org.carnetcrm.sample.northwind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.page.Page;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.reading.RealData;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.StoryClock;
import org.junit.jupiter.api.Test;

/** The week of follow-ups on a real set of orders, against the due list that stands beside it. */
class ChaseWeekTest {

    private final RealData data = RealData.find();

    @Test
    void r6_a_week_of_follow_ups_moves_what_was_chased_and_lets_a_shipped_order_go() {
        StringWriter told = new StringWriter();
        List<String> left;
        try (NorthwindDatabase database =
                new NorthwindDatabase(data.set("northwind").resolve("northwind.sql"), new ReadingReport())) {
            NorthwindReader reader = new NorthwindReader(database, new ReadingReport());
            StoryClock clock = new StoryClock(reader.lastDate());
            Book book = Storage.inMemory().open("northwind", NorthwindData.setup(clock));
            reader.load(book);
            Crm crm = book.unit(there -> there);
            Output out = new Output(new PrintWriter(told), Locale.ENGLISH, null);
            new ChaseWeek(crm, book.tenant(), clock, LocalDate.of(1998, 6, 3), out).play();
            Desk desk = crm.actingAs(Actor.system(book.tenant()));
            left = Page.all(request -> desk.followUps().due(DueFilter.all(), request)).stream()
                    .map(row -> row.number() + " " + row.dueOn())
                    .toList();
        }
        List<String> expected = new ArrayList<>(expectedDue(data));
        // Chased on Monday 1 June: 11008 and again, then closed; 11019 until 8 June; 11039 with no next date.
        expected.removeIf(order -> order.startsWith("11008") || order.startsWith("11019") || order.startsWith("11039"));
        expected.add("11019 1998-06-08");
        expected.sort(Comparator.comparing(order -> order.substring(order.indexOf(' '))));
        assertThat(left).isEqualTo(expected);
        assertThat(told.toString())
                .contains("overdue: 11008 (6 May 1998), 11019 (11 May 1998), 11039 (19 May 1998), …")
                .contains("due today: 11068 (1 Jun 1998)")
                .contains("11008/2 of Ernst Handel")
                .contains("overdue: 11040 (20 May 1998), 11045 (21 May 1998), 11051 (25 May 1998), …")
                .contains("next: 11019 (8 Jun 1998), 11059 (10 Jun 1998), 11061 (11 Jun 1998)");
    }

    /** Gives the orders to chase, as the page beside the data lists them: number and date. */
    static List<String> expectedDue(RealData data) {
        List<String> expected = new ArrayList<>();
        for (String group : data.after("In order: ").replace(".", "").split(", ", -1)) {
            String date = "1998-" + group.substring(group.length() - 5);
            for (String order : group.substring(0, group.length() - 6).split(" ", -1)) {
                expected.add(order + " " + date);
            }
        }
        return expected;
    }
}
