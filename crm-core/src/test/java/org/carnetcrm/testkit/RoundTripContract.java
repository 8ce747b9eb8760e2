package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Channel;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.NoteType;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.Parties;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.Change;

/** What was stored is found, whole and equal. */
abstract class RoundTripContract extends StoreSuite {

    @Example
    void what_was_stored_is_found_equal_by_id_and_by_reference_in_the_order_asked() {
        Workbench bench = bench();
        Relation one = add(
                bench,
                RelationDraft.company("Épicerie Œuvre").hostReference("C-1").email("a@b.be"));
        Relation two = add(bench, RelationDraft.person("😀 \u202Eשלום").hostReference("c-1"));

        assertThat(find(Relation.class, two.id(), new RelationId(new UUID(0, 0)), one.id()))
                .containsExactly(two, one);
        assertThat(find(Opportunity.class, one.id())).as("of another type").isEmpty();
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("c-1", "C-2", "C-1"))))
                .as("references are compared exactly")
                .containsExactly(two, one);
        assertThat(listed(s -> s.findByReference(ACME, Representative.class, List.of("C-1"))))
                .as("of another type")
                .isEmpty();
    }

    @Property
    void a_relation_comes_back_equal_to_what_was_stored(@ForAll("relations") Relation drawn, @ForAll boolean placed) {
        Workbench bench = bench();
        Relation.Placement placement = placed
                ? new Relation.Placement(drawn.sector(), bench.relation("Group").id(), bench.lea())
                : drawn.placement();
        Relation relation = new Relation(
                drawn.id(),
                drawn.version(),
                drawn.kind(),
                drawn.name(),
                drawn.vatNumber(),
                drawn.details(),
                placement,
                drawn.rank(),
                drawn.hostReference(),
                drawn.archived());
        comesBack(Relation.class, relation);
    }

    @Provide
    Arbitrary<Relation> relations() {
        return CrmArbitraries.relations();
    }

    @Property
    void a_representative_comes_back_equal_to_what_was_stored(
            @ForAll("representatives") Representative drawn, @ForAll boolean below) {
        Workbench bench = bench();
        Representative representative = new Representative(
                drawn.id(),
                drawn.version(),
                drawn.name(),
                drawn.email(),
                below ? bench.lea() : null,
                drawn.region(),
                drawn.hostReference(),
                drawn.active());
        Representative stored = comesBack(Representative.class, representative);
        assertThat(listed(s -> s.representatives(ACME))).contains(stored);
    }

    @Provide
    Arbitrary<Representative> representatives() {
        return CrmArbitraries.representatives();
    }

    @Property
    void a_person_comes_back_equal_to_what_was_stored(@ForAll("people") ContactPerson drawn) {
        Workbench bench = bench();
        RelationId employer = bench.relation("Acme").id();
        ContactPerson person =
                ContactPersonDraft.from(drawn).active(drawn.active()).build(drawn.id(), drawn.version(), employer);
        ContactPerson stored = comesBack(ContactPerson.class, person);
        assertThat(listed(s -> s.contacts(ACME, employer))).containsExactly(stored);
    }

    @Provide
    Arbitrary<ContactPerson> people() {
        return CrmArbitraries.contactPersons(new RelationId(new UUID(0, 0)));
    }

    @Property
    void a_deal_comes_back_equal_to_what_was_stored(@ForAll("deals") Opportunity drawn) {
        Workbench bench = bench();
        bench.systemUnit(desk -> desk.choices().add(Category.of("x.y-z_9", "x")));
        bench.systemUnit(desk -> desk.choices().add(Category.of("OTHER", "Other")));
        bench.systemUnit(desk -> desk.choices().add(BusinessLine.of("x.y-z_9", "x")));
        bench.systemUnit(desk -> desk.choices().add(BusinessLine.of("OTHER", "Other")));
        RelationId relation = bench.relation("Acme").id();
        ContactPersonId person = bench.unit(desk -> desk.relations()
                .addContact(relation, ContactPersonDraft.named(null, "Ann"))
                .id());
        Opportunity deal = new Opportunity(
                drawn.id(),
                drawn.version(),
                drawn.subject(),
                drawn.text(),
                new Parties(
                        relation,
                        drawn.parties().contact() == null ? null : person,
                        bench.lea(),
                        drawn.parties().managerChosen()),
                drawn.classification(),
                drawn.figures(),
                drawn.horizon(),
                drawn.standing(),
                drawn.hostReference(),
                drawn.stamp());
        comesBack(Opportunity.class, deal);
        assertThat(listed(s -> s.summarise(ACME, OpportunityFilter.all(), Set.of())))
                .extracting(OpportunitySummary::measures)
                .containsExactly(Measures.of(deal));
    }

    @Provide
    Arbitrary<Opportunity> deals() {
        return CrmArbitraries.opportunities();
    }

    @Property
    void a_link_comes_back_equal_to_what_was_stored(@ForAll("links") OpportunityLink drawn) {
        Workbench bench = bench();
        OpportunityId deal = bench.deal().id();
        OpportunityLink link =
                new OpportunityLink(drawn.id(), drawn.version(), deal, drawn.target(), drawn.reference(), drawn.done());
        OpportunityLink stored = comesBack(OpportunityLink.class, link);
        assertThat(listed(s -> s.links(ACME, deal))).containsExactly(stored);
    }

    @Provide
    Arbitrary<OpportunityLink> links() {
        return CrmArbitraries.links(new OpportunityId(new UUID(0, 0)));
    }

    @Example
    void a_choice_of_each_list_comes_back_equal_and_in_its_place() {
        bench();
        Labels labels = Labels.of("Name", "Nom", "Naam").with(Locale.JAPANESE, "名前");
        List<Choice> choices = List.of(
                RelationStatus.of("a.1", labels, Phase.FORMER),
                Priority.of("a.1", "One"),
                ActionType.of("a.1", labels),
                ActionStatus.of("a.1", labels, Progress.CANCELLED),
                NoteType.of("a.1", labels),
                Channel.of("a.1", labels),
                Stage.of("a.1", labels).at("12.5"),
                Stage.of("a.2", labels),
                OpportunityType.of("a.1", labels),
                Category.of("a.1", labels),
                BusinessLine.of("a.1", labels),
                ClosingCode.of("a.1", labels, Responsibility.NOBODY));
        assertThat(choices).extracting(Choice::list).contains(ChoiceKind.values());
        for (Choice choice : choices) {
            Choice first = choice.withEntry(choice.entry().withPosition(-7));
            apply(new Change(null, first, true));
            assertThat(inUnit(s -> s.choices(ACME)).of(first.list())).first().isEqualTo(first);
            assertThat(find(Choice.class, first.id())).containsExactly(first);
            Choice later = first.withEntry(
                            first.entry().withPosition(99).withRetired(true).withLabels(Labels.of("Later")))
                    .withVersion(2);
            apply(new Change(first, later, true));
            assertThat(inUnit(s -> s.choices(ACME)).of(first.list())).last().isEqualTo(later);
        }
    }

    @Example
    void a_tenant_comes_back_equal_to_what_was_stored() {
        bench();
        assertThat(find(Tenant.class, ACME)).containsExactly(new Tenant(ACME, 1, Currency.getInstance("EUR")));
    }

    @Example
    void a_removed_thing_is_gone_and_its_audit_stays() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        OpportunityLink link =
                bench.unit(desk -> desk.opportunities().link(deal.id(), OpportunityLink.Target.QUOTE, "Q-1"));
        bench.unit(desk -> {
            desk.opportunities().unlink(link.id(), 1);
            return link;
        });

        assertThat(find(OpportunityLink.class, link.id())).isEmpty();
        assertThat(listed(s -> s.links(ACME, deal.id()))).isEmpty();
        assertThat(listed(s -> s.audit(ACME, link.id())))
                .extracting(AuditEntry::version)
                .containsExactly(1, 2);
    }
}
