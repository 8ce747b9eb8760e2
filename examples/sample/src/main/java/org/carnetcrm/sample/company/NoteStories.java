package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.CAMILLE;
import static org.carnetcrm.sample.company.SampleCompany.ELODIE;
import static org.carnetcrm.sample.company.SampleCompany.JAN;
import static org.carnetcrm.sample.company.SampleCompany.MONDAY;
import static org.carnetcrm.sample.company.SampleCompany.THOMAS;
import static org.carnetcrm.sample.company.Story.firstName;
import static org.carnetcrm.sample.company.Story.given;

import java.time.LocalDate;
import org.carnetcrm.Desk;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.sample.telling.Phrase;

/** What happens with notes: reminders made and done, one that is pinned, and one that the head of sales alone may see. */
final class NoteStories {

    private static final String LACROIX = "Fonderie Lacroix";

    private final Story story;
    private final SampleCompany company;

    NoteStories(Story story) {
        this.story = story;
        this.company = story.company();
    }

    void reminds() {
        remind(JAN, "Brouwerij De Linde", 3, "Ask when the board meets");
        remind(THOMAS, "Hôtel de l'Abbaye", 4, "Send the plan of the kitchens");
    }

    private void remind(String person, String relation, int days, String text) {
        LocalDate date = MONDAY.plusDays(days);
        company.desk(person)
                .notes()
                .add(NoteDraft.about(company.relation(relation)).date(date).text(text));
        story.tell(Phrase.of("week.reminds")
                .with("who", firstName(person))
                .with("relation", relation)
                .with("date", date)
                .with("text", text));
    }

    void notes() {
        RelationId lacroix = company.relation(LACROIX);
        company.desk(ELODIE)
                .notes()
                .add(NoteDraft.about(lacroix).done(true).pinned(true).text("Visits at the east gate only"));
        company.desk(CAMILLE)
                .notes()
                .add(NoteDraft.about(lacroix)
                        .type("ACCOUNTING")
                        .done(true)
                        .adminOnly(true)
                        .text("Pays late: no more credit before April"));
        story.tell(Phrase.of("week.notes")
                .with("relation", LACROIX)
                .with("who", firstName(ELODIE))
                .with("boss", firstName(CAMILLE)));
        sees(ELODIE, lacroix);
        sees(CAMILLE, lacroix);
    }

    private void sees(String person, RelationId relation) {
        for (NoteRow row : company.desk(person)
                .notes()
                .list(NoteFilter.all().relation(relation), NoteOrder.PINNED_FIRST, PageRequest.first(PageRequest.MOST))
                .rows()) {
            story.detail(
                    Phrase.of("week.seesNote").with("who", firstName(person)).with("text", given(row.text())));
        }
    }

    void completesReminder() {
        Desk jan = company.desk(JAN);
        NoteFilter due = jan.notes().due().assignee(company.person(JAN));
        for (NoteRow row : jan.notes()
                .list(due, NoteOrder.EARLIEST, PageRequest.first(PageRequest.MOST))
                .rows()) {
            jan.notes().complete(row.id(), row.version());
            story.tell(Phrase.of("week.remembers").with("who", firstName(JAN)).with("text", given(row.text())));
        }
    }
}
