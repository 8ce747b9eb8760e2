package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.MONDAY;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.ActivityCounts;
import org.carnetcrm.reporting.ConversionReport;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.DueFollowUps;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.RemindersDue;
import org.carnetcrm.reporting.Table;
import org.carnetcrm.reporting.TimeInStage;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.DealReports;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** A week of work at the sample company, told to a reader, and the reports that the head of sales reads after it. */
public final class SampleWeek {

    /** The name under which a book keeps what was told of the week. */
    private static final String WEEK = "week";

    private final SampleCompany company;
    private final Output out;
    private final Story story;
    private final DealStories deals;
    private final ActionStories actions;
    private final NoteStories notes;
    private final ChaseStories chases;
    private final ManagerStories manager;

    private SampleWeek(SampleCompany company, Output out) {
        this.company = company;
        this.out = out;
        this.story = new Story(company, out);
        this.deals = new DealStories(story);
        this.actions = new ActionStories(story);
        this.notes = new NoteStories(story);
        this.chases = new ChaseStories(story);
        this.manager = new ManagerStories(story);
    }

    /** Plays the week, or finds it played; tells it, and prints the reports. */
    public static void tell(Storage storage, Output out) {
        SampleCompany company = new SampleCompany(out.locale(), storage);
        Book book = company.book();
        if (book.isWhole()) {
            company.meet();
        } else {
            company.load();
            StringWriter told = new StringWriter();
            new SampleWeek(company, new Output(new PrintWriter(told), out.locale(), null)).play();
            book.finish(Map.of(WEEK, told.toString().lines().toList()));
        }
        book.told(WEEK).forEach(out::line);
        company.on(MONDAY.plusDays(4));
        company.unit(new SampleWeek(company, out)::reports);
    }

    private void play() {
        out.say(Phrase.of("week.title")
                .with("monday", MONDAY)
                .with("relations", company.relationCount())
                .with("deals", company.dealCount()));
        story.begin(0, "week.monday");
        company.unit(() -> {
            deals.opens();
            actions.plansVisit();
            notes.reminds();
            manager.calendar();
        });
        story.begin(1, "week.tuesday");
        company.unit(() -> {
            actions.completesVisit();
            deals.signs();
            actions.cancelsCall();
        });
        story.begin(2, "week.wednesday");
        company.unit(() -> {
            deals.loses();
            actions.undoesMistake();
            notes.notes();
        });
        story.begin(3, "week.thursday");
        company.unit(() -> {
            chases.chases();
            notes.completesReminder();
        });
        deals.reopens();
        story.begin(4, "week.friday");
        company.unit(() -> {
            deals.mistakes();
            manager.handover();
            manager.timeline();
        });
    }

    private void reports() {
        Desk desk = company.desk(SampleCompany.CAMILLE);
        Locale locale = out.locale();
        AsOf endOfFebruary = new AsOf(
                MONDAY.withDayOfMonth(1).minusDays(1),
                company.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        out.print(PipelineByStage.of(desk, OpportunityFilter.open().asOf(endOfFebruary))
                .table(locale));
        DealReports.of(desk, locale).forEach(out::show);
        for (Table table : List.of(
                TimeInStage.of(desk, OpportunityFilter.all()).table(locale),
                ConversionReport.between(desk, MONDAY.withDayOfYear(1), company.today(), false)
                        .table(locale),
                ActivityCounts.by(desk, ActionFilter.all(), ActionDimension.REPRESENTATIVE)
                        .table(locale),
                costs(desk, ActionDimension.REPRESENTATIVE),
                costs(desk, ActionDimension.TYPE),
                costs(desk, ActionDimension.PRODUCT),
                DueFollowUps.of(desk, DueFilter.all(), company.today()).table(locale),
                RemindersDue.of(desk, NoteFilter.all(), company.today()).table(locale))) {
            out.show(table);
        }
    }

    private Table costs(Desk desk, ActionDimension by) {
        return CrmCosts.by(desk, ActionFilter.all(), by).table(out.locale());
    }
}
