package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.ActivityArbitraries;
import org.carnetcrm.testkit.ChaseArbitraries;
import org.carnetcrm.testkit.Workbench;

/** A draft of an action, a cost, a note, a document or a follow-up passes when, and only when, the domain builds it. */
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class ActivityDraftLawTest {

    private static final Workbench BENCH = Workbench.inMemory();
    private static final LocalDate TODAY = Workbench.FIRST_DAY;
    private static final RelationId ANY = new RelationId(new UUID(1, 1));
    private static final DocumentId SOME = new DocumentId(new UUID(1, 1));
    private static final RepresentativeId WHO = new RepresentativeId(new UUID(1, 1));
    private static final AtomicInteger TENANTS = new AtomicInteger();

    /** The desk of a tenant of its own, so that no draft meets another; one CRM serves all tries. */
    private static Desk freshDesk() {
        String tenant = "tenant-" + TENANTS.incrementAndGet();
        Desk system = BENCH.crm()
                .openTenant(TenantDraft.of(tenant, "EUR")
                        .choices(Presets.standard()
                                .with(ActionType.of("VISIT", "Visit"))
                                .with(ActionType.of("CALL", "Call"))));
        return BENCH.crm()
                .actingAs(Actor.of(
                        tenant, system.representatives().ensure("lea", "Lea").id()));
    }

    private static RelationId relation(Desk desk) {
        return desk.relations().add(RelationDraft.company("Acme")).id();
    }

    @Provide
    Arbitrary<ActionDraft> actions() {
        return ActivityArbitraries.rawActionDrafts(ANY);
    }

    @Property(tries = 300)
    void a_draft_of_an_action_passes_when_and_only_when_the_domain_builds_it(@ForAll("actions") ActionDraft draft) {
        Desk desk = freshDesk();
        ActionDraft here = draft.relation() == null ? draft : draft.relation(relation(desk));
        boolean passes = passes(() -> desk.actions().plan(here));
        assertThat(passes).as("%s %s", draft, draft.costs()).isEqualTo(builds(() -> built(draft)));
        bothHappen(passes);
    }

    private static Object built(ActionDraft draft) {
        return new Action(
                new ActionId(new UUID(1, 1)),
                1,
                new Action.Concern(draft.relation(), null, null),
                new Action.Crew(WHO, false, List.of()),
                new Action.Matter("VISIT", Text.clean(draft.subject()), Text.clean(draft.note())),
                new Action.State("PLANNED", Progress.PLANNED, null),
                built(draft.schedule()),
                new Action.Effect(draft.newStatus(), draft.newPriority()),
                draft.costs().stream().map(ActivityDraftLawTest::built).toList(),
                Text.clean(draft.hostReference()),
                Instant.EPOCH);
    }

    private static Schedule built(ScheduleDraft draft) {
        LocalDate first = draft.on() == null ? TODAY : draft.on();
        LocalDate last = draft.until() == null ? first : draft.until();
        if (draft.from() == null && draft.to() == null) {
            return new Schedule.AllDay(first, last);
        }
        ZoneId zone = draft.zone() == null ? ZoneOffset.UTC : draft.zone();
        return new Schedule.Timed(shown(first.atTime(draft.from()), zone), shown(last.atTime(draft.to()), zone), zone);
    }

    /** Java moves a time that no clock shows forward; here it is refused. */
    private static Instant shown(LocalDateTime local, ZoneId zone) {
        Instant instant = local.atZone(zone).toInstant();
        if (!LocalDateTime.ofInstant(instant, zone).equals(local)) {
            throw new IllegalArgumentException(local + " is skipped");
        }
        return instant;
    }

    @Provide
    Arbitrary<CostDraft> costs() {
        return ActivityArbitraries.rawCostDrafts();
    }

    @Property(tries = 400)
    void d13_d14_a_cost_line_passes_when_and_only_when_the_domain_builds_it(@ForAll("costs") CostDraft draft) {
        Desk desk = freshDesk();
        ActionDraft action = ActionDraft.with(relation(desk)).cost(draft);
        boolean passes = passes(() -> desk.actions().plan(action));
        assertThat(passes).as("%s", draft).isEqualTo(builds(() -> built(draft)));
        bothHappen(passes);
    }

    private static Cost built(CostDraft draft) {
        String product = Text.clean(draft.product());
        boolean manual = Text.clean(draft.price()) != null;
        Currency currency = Currency.getInstance(
                Text.clean(draft.currency()) == null ? "EUR" : draft.currency().strip());
        BigDecimal price = manual ? number(draft.price()) : Workbench.PRODUCTS.get(String.valueOf(product));
        return new Cost(
                Text.clean(draft.description()),
                product,
                Text.clean(draft.quantity()) == null ? BigDecimal.ONE : number(draft.quantity()),
                new UnitPrice(currency, price),
                manual ? PriceOrigin.MANUAL : PriceOrigin.LOOKED_UP);
    }

    private static BigDecimal number(String raw) {
        BigDecimal number = Decimals.parse(raw);
        if (number == null) {
            throw new IllegalArgumentException("no plain number");
        }
        return number;
    }

    @Provide
    Arbitrary<NoteDraft> notes() {
        return ActivityArbitraries.rawNoteDrafts(ANY);
    }

    @Property(tries = 300)
    void a_draft_of_a_note_passes_when_and_only_when_the_domain_builds_it(@ForAll("notes") NoteDraft draft) {
        Desk desk = freshDesk();
        RelationId acme = relation(desk);
        NoteDraft here = NoteDraft.about(acme)
                .date(draft.date())
                .type(draft.type())
                .text(draft.text())
                .pinned(draft.pinned())
                .done(draft.done())
                .hostReference(draft.hostReference());
        boolean passes = passes(() -> desk.notes().add(here));
        assertThat(passes).as("%s", draft).isEqualTo(builds(() -> built(draft)));
        bothHappen(passes);
    }

    private static Object built(NoteDraft draft) {
        String type = Text.clean(draft.type());
        return new Note(
                new NoteId(new UUID(1, 1)),
                1,
                draft.relation(),
                null,
                WHO,
                draft.date() == null ? TODAY : draft.date(),
                type == null ? "GENERAL" : of(Set.of("GENERAL", "SALES", "ACCOUNTING"), type),
                Text.clean(draft.text()),
                new Note.Marks(draft.pinned(), draft.done(), false),
                Text.clean(draft.hostReference()),
                Instant.EPOCH);
    }

    private static String of(Set<String> codes, String code) {
        if (!codes.contains(code)) {
            throw new IllegalArgumentException("no such code");
        }
        return code;
    }

    @Provide
    Arbitrary<DocumentDraft> documents() {
        return ChaseArbitraries.rawDocumentDrafts(ANY);
    }

    @Property(tries = 300)
    void a_draft_of_a_document_passes_when_and_only_when_the_domain_builds_it(
            @ForAll("documents") DocumentDraft draft) {
        Desk desk = freshDesk();
        DocumentDraft here = new DocumentDraft(
                draft.kind(),
                draft.number(),
                relation(desk),
                draft.date(),
                draft.amount(),
                draft.currency(),
                draft.chaseOn(),
                draft.hostReference());
        boolean passes = passes(() -> desk.documents().add(here));
        assertThat(passes).as("%s", draft).isEqualTo(builds(() -> built(draft)));
        bothHappen(passes);
    }

    private static Object built(DocumentDraft draft) {
        String currency =
                Text.clean(draft.currency()) == null ? "EUR" : draft.currency().strip();
        Money.minorDigits(Currency.getInstance(currency));
        return new BusinessDocument(
                SOME,
                1,
                draft.kind(),
                Text.clean(draft.number()),
                draft.relation(),
                draft.date() == null ? TODAY : draft.date(),
                Text.clean(draft.amount()) == null ? null : Money.of(currency, draft.amount()),
                draft.chaseOn(),
                null,
                Text.clean(draft.hostReference()),
                BusinessDocument.Trail.NONE,
                Instant.EPOCH);
    }

    @Provide
    Arbitrary<FollowUpDraft> followUps() {
        return ChaseArbitraries.rawFollowUpDrafts(SOME, TODAY);
    }

    @Property(tries = 300)
    void a_draft_of_a_follow_up_passes_when_and_only_when_the_domain_builds_it_and_it_is_not_in_the_future(
            @ForAll("followUps") FollowUpDraft draft) {
        Desk desk = freshDesk();
        DocumentId order = desk.documents()
                .add(DocumentDraft.order("SO-1", relation(desk)))
                .id();
        FollowUpDraft here = draft.document(draft.document() == null ? null : order);
        boolean passes = passes(() -> desk.followUps().record(here));
        boolean future = draft.date() != null && draft.date().isAfter(TODAY);
        assertThat(passes).as("%s", draft).isEqualTo(!future && builds(() -> built(draft)));
        bothHappen(passes);
    }

    private static Object built(FollowUpDraft draft) {
        String channel = Text.clean(draft.channel());
        return new FollowUp(
                new FollowUpId(new UUID(1, 1)),
                1,
                draft.document(),
                ANY,
                1,
                WHO,
                draft.date() == null ? TODAY : draft.date(),
                draft.nextOn(),
                channel == null ? null : of(Set.of("PHONE", "MAIL", "LETTER"), channel),
                Text.clean(draft.note()),
                Instant.EPOCH);
    }

    /** The law would say little if nearly all drafts were good, or bad. */
    private static void bothHappen(boolean passes) {
        Statistics.label("drafts").collect(passes).coverage(drafts -> {
            drafts.check(true).percentage(share -> share > 10);
            drafts.check(false).percentage(share -> share > 10);
        });
    }

    private static boolean passes(Runnable command) {
        try {
            command.run();
            return true;
        } catch (InvalidException e) {
            return false;
        }
    }

    private static boolean builds(Runnable making) {
        try {
            making.run();
            return true;
        } catch (IllegalArgumentException | NullPointerException | InvalidException e) {
            return false;
        }
    }
}
