package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.CAMILLE;
import static org.carnetcrm.sample.company.SampleCompany.ELODIE;
import static org.carnetcrm.sample.company.SampleCompany.JAN;
import static org.carnetcrm.sample.company.SampleCompany.MONDAY;
import static org.carnetcrm.sample.company.SampleCompany.THOMAS;
import static org.carnetcrm.sample.company.Story.firstName;

import java.time.Instant;
import java.util.List;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarKind;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineKind;

/** What somebody looks at who leads: a week's calendar, the timeline of a relation, and the work of one who leaves. */
final class ManagerStories {

    private static final String OSTEND = "Ostend Marine";

    /** How many entries of a timeline are told. */
    private static final int TIMELINE = 8;

    private final Story story;
    private final SampleCompany company;

    ManagerStories(Story story) {
        this.story = story;
        this.company = story.company();
    }

    void calendar() {
        story.tell(Phrase.of("week.calendar").with("who", firstName(JAN)));
        List<CalendarEntry> week = company.desk(JAN)
                .calendar()
                .mine(MONDAY, MONDAY.plusDays(6), PageRequest.first(PageRequest.MOST))
                .rows();
        for (CalendarEntry entry : week) {
            Instant start = entry.startAt();
            Phrase line = start == null
                    ? Phrase.of("week.allDay")
                    : Phrase.of("week.atTime")
                            .with("time", start.atZone(SampleCompany.ZONE).toLocalTime());
            String title = entry.title();
            story.detail(line.with("day", entry.day())
                    .with("kind", kind(entry.kind()))
                    .with("what", title == null ? entry.relationName() : title + ", " + entry.relationName()));
        }
    }

    private static Phrase kind(CalendarKind kind) {
        return switch (kind) {
            case ACTION -> Phrase.of("entry.action");
            case NOTE -> Phrase.of("entry.reminder");
            case FOLLOW_UP -> Phrase.of("entry.chase");
            case CLOSING -> Phrase.of("entry.closingExpected");
        };
    }

    void timeline() {
        Desk camille = company.desk(CAMILLE);
        story.tell(Phrase.of("week.timeline").with("relation", OSTEND));
        for (TimelineEntry entry : camille.timeline()
                .of(company.relation(OSTEND), PageRequest.first(TIMELINE))
                .rows()) {
            story.detail(Phrase.of("week.allDay")
                    .with("day", entry.day())
                    .with("kind", kind(entry.kind()))
                    .with("what", what(camille, entry)));
        }
    }

    private static Phrase kind(TimelineKind kind) {
        return switch (kind) {
            case ACTION -> Phrase.of("entry.action");
            case NOTE -> Phrase.of("entry.note");
            case FOLLOW_UP -> Phrase.of("entry.followUp");
            case STATUS -> Phrase.of("entry.status");
            case PRIORITY -> Phrase.of("entry.priority");
            case OPPORTUNITY -> Phrase.of("entry.opened");
            case CLOSING -> Phrase.of("entry.closed");
            case DOCUMENT -> Phrase.of("entry.document");
        };
    }

    /** Gives what an entry is about: its title, the new status or priority, the text of a note. */
    private String what(Desk desk, TimelineEntry entry) {
        String title = entry.title();
        if (title != null) {
            return title;
        }
        return switch (entry.kind()) {
            case STATUS -> story.label(desk, ChoiceKind.RELATION_STATUS, entry.code());
            case PRIORITY -> story.label(desk, ChoiceKind.PRIORITY, entry.code());
            default -> String.valueOf(entry.text());
        };
    }

    void handover() {
        Desk camille = company.desk(CAMILLE);
        RepresentativeId thomas = company.person(THOMAS);
        Reassignment.Counts counts =
                camille.representatives().reassign(Reassignment.of(thomas, company.person(ELODIE)));
        Representative leaver = camille.representatives().find(thomas).orElseThrow();
        camille.representatives().archive(leaver.id(), leaver.version());
        story.tell(Phrase.of("week.handover")
                .with("who", firstName(THOMAS))
                .with("other", firstName(ELODIE))
                .with("relations", counts.relations())
                .with("actions", counts.actions())
                .with("reminders", counts.reminders())
                .with("deals", counts.opportunities()));
    }
}
