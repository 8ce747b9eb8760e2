package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.Id;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.testkit.Workbench;

/** A CRM with an open deal at Acme, a lost one, and somebody at another relation. */
final class BadInputScene {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, new Locale("nl"));
    static final UUID NOBODY = UUID.fromString("01890000-0000-7000-8000-00000000dead");

    final Workbench bench = Workbench.inMemory();
    final Desk desk = bench.desk();
    final Opportunities deals = desk.opportunities();
    final Relations relations = desk.relations();
    final Opportunity open;
    final Opportunity lost;
    final Relation acme;
    final ContactPerson stranger;

    BadInputScene() {
        Opportunity first = bench.deal();
        open = deals.change(first.id(), 1, OpportunityDraft.from(first).value("12500"));
        lost = deals.close(bench.deal().id(), 1, ClosingDraft.lost("PRICE"));
        acme = relations.find(open.relation()).orElseThrow();
        stranger = relations.addContact(bench.relation("Other").id(), ContactPersonDraft.named("Eva", "Else"));
        bench.system().choices().retire(new ChoiceId(ChoiceKind.STAGE, "PROPOSAL"), 1);
    }

    OpportunityDraft draft() {
        return OpportunityDraft.about(acme.id()).subject("Deal").value("100");
    }

    /** Every answer about what is there, to compare before and after. */
    List<Object> everything() {
        List<Object> all = new ArrayList<>();
        PageRequest page = PageRequest.first(1000);
        all.add(desk.lists().all());
        all.add(desk.representatives().all());
        all.add(relations.list(RelationFilter.all().withArchived(), page));
        all.add(deals.list(OpportunityFilter.all(), OpportunityOrder.NEWEST, page));
        all.add(deals.summarise(OpportunityFilter.all(), OpportunityDimension.values()));
        for (Id id : List.of(open.id(), lost.id(), acme.id(), stranger.id(), bench.lea())) {
            all.add(desk.audit(id));
        }
        for (Opportunity deal : List.of(open, lost)) {
            all.add(deals.find(deal.id()));
            all.add(deals.revisions(deal.id()));
            all.add(deals.links(deal.id()));
        }
        all.add(relations.find(acme.id()));
        all.add(relations.history(acme.id()));
        all.add(relations.contacts(acme.id()));
        return all;
    }

    /** A refusal reads differently in each language, and English in any other. */
    static void assertThreeLanguages(CrmException e) {
        assertThat(LANGUAGES.stream().map(e::messageIn))
                .as("in each language another text")
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(e.messageIn(Locale.JAPANESE)).isEqualTo(e.messageIn(Locale.ENGLISH));
    }
}
