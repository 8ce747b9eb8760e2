package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.CAMILLE;
import static org.carnetcrm.sample.company.SampleCompany.ELODIE;
import static org.carnetcrm.sample.company.SampleCompany.JAN;
import static org.carnetcrm.sample.company.SampleCompany.MAELLE;
import static org.carnetcrm.sample.company.Story.document;
import static org.carnetcrm.sample.company.Story.firstName;

import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.sample.telling.BoxLines;
import org.carnetcrm.sample.telling.Phrase;

/** What happens with quotes and orders: chased, closed, and the box before and after. */
final class ChaseStories {

    /** How many rows of each list the box shows. */
    private static final int BOX = 3;

    private final Story story;
    private final SampleCompany company;

    ChaseStories(Story story) {
        this.story = story;
        this.company = story.company();
    }

    void chases() {
        box("week.boxBefore");
        chase(JAN, "Q-2026-018", "PHONE", 5);
        chase(ELODIE, "Q-2026-022", "MAIL", 8);
        Desk maelle = company.desk(MAELLE);
        BusinessDocument order = document(maelle, "SO-1023");
        maelle.documents().close(order.id(), order.version(), null);
        story.tell(Phrase.of("week.closesOrder").with("who", firstName(MAELLE)).with("order", order.number()));
        box("week.boxAfter");
    }

    private void chase(String person, String number, String channel, int days) {
        Desk desk = company.desk(person);
        BusinessDocument document = document(desk, number);
        FollowUp made = desk.followUps()
                .record(FollowUpDraft.about(document.id())
                        .channel(channel)
                        .nextOn(company.today().plusDays(days)));
        story.tell(Phrase.of("week.chases")
                .with("who", firstName(person))
                .with("reference", number + "/" + made.ordinal())
                .with("channel", story.label(desk, ChoiceKind.CHANNEL, channel))
                .with("next", company.today().plusDays(days)));
    }

    private void box(String title) {
        story.tell(Phrase.of(title));
        BoxLines.tell(story.out(), company.desk(CAMILLE).followUps().box(BOX));
    }
}
