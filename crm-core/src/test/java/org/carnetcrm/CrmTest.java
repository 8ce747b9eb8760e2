package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmTest {

    private static final Locale DUTCH = new Locale("nl");
    private static final UUID NOBODY = new UUID(1, 2);

    private final Workbench bench = Workbench.inMemory();

    @Test
    void a_tenant_is_opened_once_however_often_it_is_asked() {
        TenantDraft draft = TenantDraft.of("acme", "EUR").choices(Presets.standard());
        Desk again = bench.crm().openTenant(draft);
        assertThat(again.tenant().version()).isEqualTo(1);
        assertThat(again.lists().all()).isEqualTo(bench.desk().lists().all());
        assertThat(again.audit(again.tenant().id())).hasSize(1);
        assertThat(again.actor().who().isSystem()).isTrue();
    }

    @Test
    void a_tenant_reckons_in_one_currency() {
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of("acme", "USD")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("currency: the tenant reckons in EUR, not in USD");
        Desk japan = bench.crm().openTenant(TenantDraft.of("japan", "JPY"));
        assertThat(japan.tenant().currency().getCurrencyCode()).isEqualTo("JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "eur", "", "EURO"})
    void a_tenant_in_no_currency_is_refused(String currency) {
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of("other", currency)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("currency: '" + currency + "' is not an ISO 4217 code of a currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "a\u2028b", "a\u2029b", "a\uD83Db", "12345678901234567890123456789012345678901"
            })
    void a_tenants_name_is_short_and_printable(String name) {
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of(name, "EUR")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("name: a tenant’s name has 1 to 40 printable characters");
    }

    @Test
    void tenants_are_compared_exactly_and_never_see_each_other() {
        Opportunity deal = bench.deal();
        Desk other = bench.crm().openTenant(TenantDraft.of("Acme", "EUR").choices(Presets.standard()));
        assertThat(other.opportunities().find(deal.id())).isEmpty();
        assertThat(other.relations()
                        .list(RelationFilter.all(), PageRequest.first(9))
                        .rows())
                .isEmpty();
        assertThat(other.audit(deal.id())).isEmpty();
        assertThatThrownBy(() -> other.opportunities().moveTo(deal.id(), 1, "NEEDS"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_tenant_that_was_not_opened_is_refused() {
        Desk nobody = bench.crm().actingAs(Actor.system("nobody"));
        assertThatThrownBy(nobody::tenant)
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no tenant nobody; open it first");
    }

    static Stream<Consumer<Desk>> commands() {
        RelationId relation = new RelationId(NOBODY);
        OpportunityId deal = new OpportunityId(NOBODY);
        ChoiceId stage = new ChoiceId(ChoiceKind.STAGE, "NONE");
        RelationDraft badRelation = RelationDraft.company(" ");
        OpportunityDraft badDeal = OpportunityDraft.about(relation);
        return Stream.of(
                desk -> desk.choices().add(Stage.of("NONE", "None")),
                desk -> desk.choices().rename(stage, 1, Labels.of("None")),
                desk -> desk.choices().retire(stage, 1),
                desk -> desk.choices().restore(stage, 1),
                desk -> desk.choices().reorder(ChoiceKind.STAGE, List.of("NONE")),
                desk -> desk.representatives().add(RepresentativeDraft.named(" ")),
                desk -> desk.representatives().ensure(" ", " "),
                desk -> desk.representatives().change(new RepresentativeId(NOBODY), 1, RepresentativeDraft.named(" ")),
                desk -> desk.relations().add(badRelation),
                desk -> desk.relations().addAll(List.of(badRelation)),
                desk -> desk.relations().addAll(List.of()),
                desk -> desk.relations().ensure(badRelation),
                desk -> desk.relations().change(relation, 1, badRelation),
                desk -> desk.relations().correct(relation, 1, 1, "NONE", FIRST_DAY),
                desk -> desk.relations().assignWithOpenDeals(relation, 1, new RepresentativeId(NOBODY)),
                desk -> desk.relations().archive(relation, 1),
                desk -> desk.relations().restore(relation, 1),
                desk -> desk.relations().addContact(relation, ContactPersonDraft.named(" ", " ")),
                desk -> desk.relations()
                        .changeContact(new ContactPersonId(NOBODY), 1, ContactPersonDraft.named(" ", " ")),
                desk -> desk.opportunities().open(badDeal),
                desk -> desk.opportunities().openAll(List.of(badDeal)),
                desk -> desk.opportunities().change(deal, 1, badDeal),
                desk -> desk.opportunities().moveTo(deal, 1, "NONE"),
                desk -> desk.opportunities().reassign(deal, 1, new RepresentativeId(NOBODY)),
                desk -> desk.opportunities().close(deal, 1, ClosingDraft.lost("NONE")),
                desk -> desk.opportunities().correctClosing(deal, 1, ClosingDraft.won()),
                desk -> desk.opportunities().reopen(deal, 1),
                desk -> desk.opportunities().link(deal, OpportunityLink.Target.QUOTE, " "),
                desk -> desk.opportunities().markDone(new LinkId(NOBODY), 1, true),
                desk -> desk.opportunities().unlink(new LinkId(NOBODY), 1));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_command_tells_anything_before_the_tenant_that_was_not_opened(Consumer<Desk> command) {
        for (Actor actor : List.of(Actor.system("nobody"), Actor.of("nobody", bench.lea()))) {
            assertThatThrownBy(() -> command.accept(bench.crm().actingAs(actor)))
                    .isInstanceOfSatisfying(
                            NotFoundException.class, e -> assertThat(e.id()).isEqualTo(new TenantId("nobody")));
        }
    }

    @Test
    void a_command_reads_its_tenant_once() {
        OpportunityDraft draft =
                OpportunityDraft.about(bench.relation("Acme").id()).subject("In the tenant's currency");
        WatchedStore store = new WatchedStore(bench);
        assertThat(store.during(() -> store.crm()
                        .actingAs(bench.desk().actor())
                        .opportunities()
                        .open(draft)))
                .containsOnlyOnce(Tenant.class);
        for (String tenant : List.of("acme", "other")) {
            assertThat(store.during(() ->
                            store.crm().openTenant(TenantDraft.of(tenant, "EUR").choices(Presets.stages()))))
                    .containsExactly(Tenant.class);
        }
    }

    @Test
    void an_actor_who_is_no_representative_of_the_tenant_changes_nothing() {
        Desk stranger = bench.crm().actingAs(Actor.of("acme", new RepresentativeId(new UUID(1, 2))));
        assertThatThrownBy(() -> stranger.relations().add(RelationDraft.company("Acme")))
                .isInstanceOf(NotFoundException.class);
        assertThat(bench.desk()
                        .relations()
                        .list(RelationFilter.all(), PageRequest.first(9))
                        .rows())
                .isEmpty();
    }

    @Test
    void q5_a_crm_opened_without_opportunities_refuses_them_and_asks_for_none_of_their_lists() {
        Workbench without = Workbench.with(Setup::withoutOpportunities);
        assertThatThrownBy(() -> without.desk().opportunities())
                .isInstanceOf(NotOfferedException.class)
                .hasMessage("this CRM is opened without deals");
        for (ChoiceKind kind : ChoiceKind.values()) {
            if (kind.isProspecting()) {
                assertThat(without.desk().lists().of(kind)).as(kind.name()).isEmpty();
            }
        }
        Relation acme = without.relation("Acme");
        assertThat(acme.status()).isEqualTo("PROSPECT");
        assertThat(without.desk()
                        .relations()
                        .change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"))
                        .status())
                .isEqualTo("CUSTOMER");
        assertThatThrownBy(() -> without.desk().relations().assignWithOpenDeals(acme.id(), 2, without.lea()))
                .isInstanceOfSatisfying(NotOfferedException.class, e -> {
                    assertThat(e.messageIn(Locale.FRENCH)).isEqualTo("ce CRM est ouvert sans les affaires");
                    assertThat(e.messageIn(DUTCH)).isEqualTo("dit CRM is geopend zonder verkoopkansen");
                });
    }

    @Test
    void x4_the_audit_tells_who_when_from_and_to_field_by_field() {
        Opportunity deal = bench.deal();
        bench.on(FIRST_DAY.plusDays(1));
        bench.desk()
                .opportunities()
                .change(
                        deal.id(),
                        1,
                        OpportunityDraft.from(deal)
                                .value("13000")
                                .category(null)
                                .subject("Web shop"));
        List<AuditEntry> entries = bench.desk().audit(deal.id());
        assertThat(entries).extracting(AuditEntry::version).containsExactly(1, 2);
        assertThat(entries.get(0).changes())
                .contains(new FieldChange("subject", null, "Web site"), new FieldChange("value", null, "EUR 12000.00"))
                .allMatch(change -> change.from() == null);
        AuditEntry entry = entries.get(1);
        assertThat(entry.who().representative()).isEqualTo(bench.lea());
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2026-03-13T09:00:00Z"));
        assertThat(entry.changes())
                .containsExactly(
                        new FieldChange("subject", "Web site", "Web shop"),
                        new FieldChange("value", "EUR 12000.00", "EUR 13000.00"));
    }

    @Test
    void a_listener_is_told_each_command_whole_and_one_that_throws_fails_it_whole() {
        List<ChangeSet> told = new ArrayList<>();
        AtomicBoolean refusing = new AtomicBoolean();
        Workbench listened = Workbench.with(setup -> setup.withListener(changes -> {
            if (refusing.get()) {
                throw new IllegalStateException("the host says no");
            }
            told.add(changes);
        }));
        Opportunity deal = listened.deal();
        ChangeSet opened = told.get(told.size() - 1);
        assertThat(opened.changes())
                .allMatch(change -> deal.equals(change.after()))
                .hasSize(1);
        assertThat(opened.revisions()).hasSize(1);
        assertThat(opened.who().representative()).isEqualTo(listened.lea());

        int before = told.size();
        Opportunities deals = listened.desk().opportunities();
        assertThat(deals.change(deal.id(), 1, OpportunityDraft.from(deal))).isEqualTo(deal);
        assertThat(told).as("nothing changed, nothing told").hasSize(before);

        refusing.set(true);
        assertThatIllegalStateException().isThrownBy(() -> deals.moveTo(deal.id(), 1, "NEEDS"));
        assertThatIllegalStateException()
                .isThrownBy(() -> deals.openAll(List.of(
                        OpportunityDraft.about(deal.relation()).subject("A"),
                        OpportunityDraft.about(deal.relation()).subject("B"))));
        assertThat(deals.find(deal.id())).contains(deal);
        assertThat(deals.revisions(deal.id())).hasSize(1);
        assertThat(listened.desk().audit(deal.id())).hasSize(1);
        assertThat(deals.list(OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(9))
                        .rows())
                .hasSize(1);
    }

    @Test
    void problems_are_told_in_the_actors_language_and_in_any_other_on_request() {
        OpportunityDraft draft = bench.draft().probability("100.01");
        Actor lea = Actor.of("acme", bench.lea());
        assertThatThrownBy(() -> at(lea.reading(Locale.CANADA_FRENCH)).open(draft))
                .hasMessage("probability: 100.01 n’est pas compris entre 0 et 100");
        assertThatThrownBy(() -> at(lea.reading(DUTCH)).open(draft))
                .isInstanceOfSatisfying(InvalidException.class, e -> {
                    assertThat(e).hasMessage("probability: 100.01 ligt niet tussen 0 en 100");
                    assertThat(e.messageIn(Locale.ENGLISH)).isEqualTo("probability: 100.01 is not between 0 and 100");
                });
        OpportunityId unknown = new OpportunityId(new UUID(1, 2));
        assertThatThrownBy(() -> at(lea).reopen(unknown, 1)).isInstanceOfSatisfying(NotFoundException.class, e -> {
            assertThat(e.id()).isEqualTo(unknown);
            assertThat(e.key()).isEqualTo("notFound.opportunity");
            assertThat(e.messageIn(DUTCH)).isEqualTo("er is geen verkoopkans " + unknown);
        });
    }

    @Test
    void a_conflict_carries_the_present_value_and_every_field_that_others_changed() {
        Relation acme = bench.relation("Acme");
        Relations relations = bench.desk().relations();
        relations.change(acme.id(), 1, RelationDraft.from(acme).sector("retail"));
        Relation present = relations.change(
                acme.id(), 2, RelationDraft.from(acme).name("Acme Ltd").sector("retail"));
        assertThatThrownBy(() ->
                        relations.change(acme.id(), 1, RelationDraft.from(acme).phone("1")))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id()).isEqualTo(acme.id());
                    assertThat(e.version()).isEqualTo(1);
                    assertThat(e.present()).contains(present);
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.fields()).containsExactly("name", "sector");
                    assertThat(e).hasMessageContaining("in: name, sector");
                    assertThat(e.messageIn(Locale.FRENCH)).contains("ont changé : name, sector");
                    assertThat(e.messageIn(DUTCH)).contains("in: name, sector. Lees");
                });
    }

    @Test
    void today_is_the_readers() {
        // 2026-03-12T20:00Z is the 13th in Brisbane (UTC+10) and the 12th in Montréal: the zone of each actor decides.
        Clock evening = Clock.fixed(Instant.parse("2026-03-12T20:00:00Z"), ZoneOffset.UTC);
        Crm crm = Crm.inMemory(evening);
        Desk system = crm.openTenant(TenantDraft.of("acme", "EUR").choices(Presets.standard()));
        RepresentativeId lea =
                system.representatives().ensure("user-lea", "Lea").id();
        Desk east = crm.actingAs(Actor.of("acme", lea).in(ZoneId.of("Australia/Brisbane")));
        Desk west = crm.actingAs(Actor.of("acme", lea).in(ZoneId.of("America/Montreal")));
        Relation acme = east.relations().add(RelationDraft.company("Acme"));
        OpportunityDraft draft = OpportunityDraft.about(acme.id()).subject("Deal");
        assertThat(east.opportunities().open(draft).horizon().start()).isEqualTo("2026-03-13");
        assertThat(west.opportunities().open(draft).horizon().start()).isEqualTo("2026-03-12");
        system.opportunities();
        assertThat(east.opportunities().overdue().expectedBefore()).isEqualTo("2026-03-13");
    }

    private Opportunities at(Actor actor) {
        return bench.crm().actingAs(actor).opportunities();
    }
}
