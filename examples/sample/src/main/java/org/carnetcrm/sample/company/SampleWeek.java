package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.MONDAY;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
import org.carnetcrm.sample.telling.DealReports;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** A week of work at the sample company, told to a reader, and the reports that the head of sales reads after it. */
public final class SampleWeek {

    private final SampleCompany company;
    private final Output out;
    private final Story story;
    private final DealStories deals;
    private final ActionStories actions;
    private final NoteStories notes;
    private final ChaseStories chases;
    private final ManagerStories manager;

    private SampleWeek(Output out) {
        this.out = out;
        this.company = new SampleCompany(out.locale());
        this.story = new Story(company, out);
        this.deals = new DealStories(story);
        this.actions = new ActionStories(story);
        this.notes = new NoteStories(story);
        this.chases = new ChaseStories(story);
        this.manager = new ManagerStories(story);
    }

    /** Plays the week, and prints the reports. */
    public static void tell(Output out) {
        SampleWeek week = new SampleWeek(out);
        week.play();
        week.reports();
    }

    private void play() {
        out.say(Phrase.of("week.title")
                .with("monday", MONDAY)
                .with("relations", company.relationCount())
                .with("deals", company.dealCount()));
        story.begin(0, "week.monday");
        deals.opens();
        actions.plansVisit();
        notes.reminds();
        manager.calendar();
        story.begin(1, "week.tuesday");
        actions.completesVisit();
        deals.signs();
        actions.cancelsCall();
        story.begin(2, "week.wednesday");
        deals.loses();
        actions.undoesMistake();
        notes.notes();
        story.begin(3, "week.thursday");
        chases.chases();
        notes.completesReminder();
        deals.reopens();
        story.begin(4, "week.friday");
        deals.mistakes();
        manager.handover();
        manager.timeline();
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
