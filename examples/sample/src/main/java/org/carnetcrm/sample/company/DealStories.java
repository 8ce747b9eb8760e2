package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.ELODIE;
import static org.carnetcrm.sample.company.SampleCompany.JAN;
import static org.carnetcrm.sample.company.SampleCompany.MAELLE;
import static org.carnetcrm.sample.company.SampleCompany.MONDAY;
import static org.carnetcrm.sample.company.Story.about;
import static org.carnetcrm.sample.company.Story.deal;
import static org.carnetcrm.sample.company.Story.given;

import org.carnetcrm.Desk;
import org.carnetcrm.Opportunities;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.sample.telling.Phrase;

/** What happens with deals: opened, moved on, won, lost, given up, reopened, changed, and discarded. */
final class DealStories {

    private final Story story;
    private final SampleCompany company;

    DealStories(Story story) {
        this.story = story;
        this.company = story.company();
    }

    void opens() {
        Desk maelle = company.desk(MAELLE);
        Opportunities deals = maelle.opportunities();
        Opportunity deal = deals.open(OpportunityDraft.about(company.relation("Érablière du Nord"))
                .subject("Cold store, second hall")
                .value("18500")
                .purchaseCosts("6200.50")
                .expectedClosing(MONDAY.plusDays(60)));
        story.tell(about("week.opens", MAELLE, deal)
                .with("value", given(deal.value()))
                .with("probability", deal.probability())
                .with("total", given(deal.total())));
        Opportunity moved = deals.moveTo(deal.id(), deal.version(), "PROPOSAL");
        deals.link(deal.id(), OpportunityLink.Target.QUOTE, "Q-2026-031");
        maelle.documents()
                .ensure(DocumentDraft.quote("Q-2026-031", deal.relation())
                        .hostReference("Q-2026-031")
                        .amount("18500")
                        .chaseOn(MONDAY.plusDays(7)));
        story.tell(about("week.proposes", MAELLE, moved)
                .with("probability", moved.probability())
                .with("total", given(moved.total()))
                .with("quote", "Q-2026-031")
                .with("chase", MONDAY.plusDays(7)));
    }

    void signs() {
        Opportunities deals = company.desk(JAN).opportunities();
        Opportunity deal = deal(company.desk(JAN), "D-03");
        Opportunity won =
                deals.close(deal.id(), deal.version(), ClosingDraft.won().signedTotal("52750"));
        story.tell(about("week.signs", JAN, won)
                .with("signed", given(won.standing().signedTotal()))
                .with("days", won.daysToClosing().orElse(0)));
    }

    void loses() {
        Desk desk = company.desk(ELODIE);
        Opportunities deals = desk.opportunities();
        Opportunity deal = deal(desk, "D-07");
        story.tell(about("week.losesWithoutCode", ELODIE, deal));
        story.kindly(() -> deals.close(deal.id(), deal.version(), ClosingDraft.lost(null)));
        Opportunity lost = deals.close(deal.id(), deal.version(), ClosingDraft.lost("PRICE"));
        story.tell(about("week.loses", ELODIE, lost)
                .with("stage", story.label(desk, ChoiceKind.STAGE, lost.stage()))
                .with(
                        "reason",
                        story.label(
                                desk, ChoiceKind.CLOSING_CODE, lost.standing().closingCode())));
        Opportunity other = deal(desk, "D-09");
        deals.close(other.id(), other.version(), ClosingDraft.abandoned().because("no answer since autumn"));
        story.tell(about("week.givesUp", ELODIE, other));
    }

    /** One reopens a deal and changes another; who saw that one before comes too late, in a unit that is thrown away. */
    void reopens() {
        Opportunity seen = company.ask(() -> {
            Desk desk = company.desk(ELODIE);
            Opportunity lost = deal(desk, "D-07");
            Opportunity reopened = desk.opportunities().reopen(lost.id(), lost.version());
            story.tell(about("week.reopens", ELODIE, reopened).with("probability", reopened.probability()));
            Opportunity before = deal(desk, "D-16");
            Opportunity changed = desk.opportunities()
                    .change(
                            before.id(),
                            before.version(),
                            OpportunityDraft.from(before).value("27900"));
            story.tell(about("week.revalues", ELODIE, changed).with("value", given(changed.value())));
            story.tell(about("week.tooLate", JAN, before));
            return before;
        });
        story.kindly(() -> company.unit(() -> company.desk(JAN)
                .opportunities()
                .change(seen.id(), seen.version(), OpportunityDraft.from(seen).value("28100"))));
    }

    void mistakes() {
        Opportunities deals = company.desk(JAN).opportunities();
        OpportunityDraft draft = OpportunityDraft.about(company.relation("Brouwerij De Linde"));
        story.tell(Phrase.of("week.badForm").with("who", Story.firstName(JAN)));
        story.kindly(() -> deals.open(
                draft.value("12,5").probability("100.01").stage("WISHFUL").expectedClosing(MONDAY.minusDays(30))));
        Opportunity deal = deal(company.desk(JAN), "D-05");
        Opportunity higher = deals.change(
                deal.id(),
                deal.version(),
                OpportunityDraft.from(deal).probability("65.5").because("the board likes it"));
        story.tell(about("week.raises", JAN, higher)
                .with("probability", higher.probability())
                .with("total", given(higher.total())));
        Opportunity twice = deals.open(draft.subject("Labelling line Gent").value("26450"));
        deals.discard(twice.id(), twice.version(), "entered twice");
        story.tell(about("week.discards", JAN, twice)
                .with("revisions", deals.revisions(twice.id()).size()));
    }
}
