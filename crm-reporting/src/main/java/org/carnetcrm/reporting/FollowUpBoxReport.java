package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.page.Page;

/**
 * What a dashboard shows of follow-ups as of today: four lists, each with its first rows.
 *
 * @param today the reader's day
 * @param overdue quotes and orders that were due before today, the earliest first
 * @param dueToday those that are due today
 * @param next those that are due later, the earliest first
 * @param last the follow-ups that were made, the latest first
 * @param channels the names of the channels by code
 */
public record FollowUpBoxReport(
        LocalDate today,
        Page<DueFollowUps.Row> overdue,
        Page<DueFollowUps.Row> dueToday,
        Page<DueFollowUps.Row> next,
        Page<FollowUpRow> last,
        Map<String, Caption> channels) {

    /** Keeps the names unmodifiable. */
    public FollowUpBoxReport {
        channels = Map.copyOf(channels);
    }

    /**
     * Gives the box as of today, where the actor is: one statement per list, one for the names and one for the channels.
     *
     * @param rows how many rows of each list at most
     */
    public static FollowUpBoxReport of(Desk desk, int rows) {
        FollowUpBox box = desk.followUps().box(rows);
        Names people = Names.ofRepresentatives(desk);
        return new FollowUpBoxReport(
                box.today(),
                named(box.overdue(), box.today(), people),
                named(box.dueToday(), box.today(), people),
                named(box.next(), box.today(), people),
                box.last(),
                FollowUpReport.channels(desk));
    }

    /**
     * Gives the tables {@code follow-up-box-overdue}, {@code follow-up-box-due-today}, {@code follow-up-box-next} and
     * {@code follow-up-box-last} in a language, in this order.
     */
    public List<Table> tables(Locale locale) {
        return List.of(
                DueFollowUps.table("follow-up-box-overdue", overdue.rows(), locale, notes(overdue, locale)),
                DueFollowUps.table("follow-up-box-due-today", dueToday.rows(), locale, notes(dueToday, locale)),
                DueFollowUps.table("follow-up-box-next", next.rows(), locale, notes(next, locale)),
                FollowUpReport.table("follow-up-box-last", last.rows(), channels, locale, notes(last, locale)));
    }

    private List<String> notes(Page<?> page, Locale locale) {
        return Remarks.in(locale)
                .on(today)
                .first(page.rows().size(), page.cursor() != null)
                .toList();
    }

    private static Page<DueFollowUps.Row> named(Page<DocumentRow> page, LocalDate today, Names people) {
        return new Page<>(
                page.rows().stream()
                        .map(document -> DueFollowUps.Row.of(document, today, people))
                        .toList(),
                page.cursor());
    }
}
