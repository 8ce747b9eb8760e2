package org.carnetcrm.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.InMemoryStore;

/**
 * A CRM of some size, grown through the public API, and the same things in plain lists. Of twenty entries eleven are
 * actions, four notes, two documents, one a follow-up and two deals; four fifths of the time lie before today.
 */
final class Grown {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final int BATCH = 1_000;
    private static final int BLOCK = 20;
    private static final int AHEAD = 5;

    final Size size;
    final Desk desk;
    final List<Representative> representatives = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<RelationChange> changes = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<BusinessDocument> documents = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();
    final List<Opportunity> deals = new ArrayList<>();

    private final SplittableRandom random = new SplittableRandom(20_260_630);

    private Grown(Size size, Desk desk, List<Representative> representatives) {
        this.size = size;
        this.desk = desk;
        this.representatives.addAll(representatives);
    }

    static Grown to(Size size) {
        Clock clock = Clock.fixed(Instant.parse("2026-06-30T08:00:00Z"), ZoneOffset.UTC);
        Setup setup = Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(1)));
        Crm crm = Crm.over(setup, new InMemoryStore());
        Desk system = crm.openTenant(
                TenantDraft.of("grown", "EUR").choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
        List<Representative> representatives = new ArrayList<>();
        for (int i = 0; i < size.representatives(); i++) {
            String name = "Representative " + i;
            representatives.add(system.representatives().ensure(name, name));
        }
        Actor actor = Actor.of("grown", representatives.get(0).id()).in(ZONE);
        Grown grown = new Grown(size, crm.actingAs(actor), representatives);
        grown.grow();
        return grown;
    }

    private void grow() {
        batches(size.relations(), drafts -> relations.addAll(desk.relations().addAll(drafts)), this::relation);
        relations.forEach(relation ->
                changes.addAll(desk.relations().history(relation.id()).rows()));
        int blocks = size.entries() / BLOCK;
        List<ActionDraft> planned = new ArrayList<>();
        List<ActionDraft> done = new ArrayList<>();
        for (int i = 0; i < blocks * 11; i++) {
            LocalDate day = anyDay();
            boolean open = day.isAfter(TODAY) || i % 10 == 0;
            (open ? planned : done).add(action(i, day).doneOn(open ? null : day));
        }
        batches(planned.size(), drafts -> actions.addAll(desk.actions().planAll(drafts)), planned::get);
        batches(done.size(), drafts -> actions.addAll(desk.actions().recordAll(drafts)), done::get);
        batches(blocks * 4, drafts -> notes.addAll(desk.notes().addAll(drafts)), this::note);
        batches(blocks * 2, drafts -> documents.addAll(desk.documents().ensureAll(drafts)), this::document);
        batches(blocks, drafts -> followUps.addAll(desk.followUps().recordAll(drafts)), this::followUp);
        for (int i = 0; i < documents.size(); i++) {
            BusinessDocument present =
                    desk.documents().find(documents.get(i).id()).orElseThrow();
            documents.set(i, i % 4 < 2 ? desk.documents().close(present.id(), present.version(), null) : present);
        }
        batches(blocks * 2, drafts -> deals.addAll(desk.opportunities().openAll(drafts)), this::deal);
        batches(blocks * 2, this::close, i -> i % 5 < 2 ? i : -1);
    }

    private static <D> void batches(int count, Consumer<List<D>> add, IntFunction<D> draft) {
        for (int start = 0; start < count; start += BATCH) {
            List<D> drafts = new ArrayList<>(BATCH);
            for (int i = start; i < Math.min(count, start + BATCH); i++) {
                drafts.add(draft.apply(i));
            }
            add.accept(drafts);
        }
    }

    private RelationDraft relation(int i) {
        return RelationDraft.company("Company " + i)
                .accountManager(representatives.get(i % representatives.size()).id());
    }

    private ActionDraft action(int i, LocalDate day) {
        ActionDraft draft = ActionDraft.with(of(i).id()).subject("Visit " + i);
        draft = i % 3 == 0 ? draft.at(day, LocalTime.of(10, 0), LocalTime.of(11, 0), ZONE) : draft.on(day);
        if (i % 4 == 0) {
            draft = draft.participants(
                    List.of(representatives.get(i / 4 % representatives.size()).id()));
        }
        return i % 2 == 0 ? draft.cost(CostDraft.of("Lunch").price("17.50")) : draft;
    }

    private NoteDraft note(int i) {
        LocalDate day = anyDay();
        return NoteDraft.about(of(i).id())
                .assignee(of(i).accountManager())
                .date(day)
                .text("Remark " + i)
                .pinned(i % 10 == 0)
                .done(!day.isAfter(TODAY) && i % 10 != 1);
    }

    private DocumentDraft document(int i) {
        String number = (i % 2 == 0 ? "SO-" : "QU-") + i;
        DocumentDraft draft =
                i % 2 == 0 ? DocumentDraft.order(number, of(i).id()) : DocumentDraft.quote(number, of(i).id());
        LocalDate day = pastDay();
        return draft.date(day).amount("1200").chaseOn(day.plusDays(30)).hostReference(number);
    }

    /** Every other document is chased once, its maker being the account manager of the relation after. */
    private FollowUpDraft followUp(int i) {
        LocalDate day = pastDay();
        return FollowUpDraft.about(documents.get(2 * i).id())
                .by(of(i + 1).accountManager())
                .date(day)
                .nextOn(day.plusDays(40));
    }

    private OpportunityDraft deal(int i) {
        LocalDate day = pastDay();
        return OpportunityDraft.about(of(i).id())
                .subject("Deal " + i)
                .value("12000")
                .purchaseCosts("2000")
                .start(day)
                .expectedClosing(day.plusDays(90));
    }

    private void close(List<Integer> places) {
        List<Integer> chosen = places.stream().filter(place -> place >= 0).toList();
        List<Closing> closings = chosen.stream()
                .map(place -> Closing.of(deals.get(place), ClosingDraft.lost("PRICE")))
                .toList();
        List<Opportunity> closed = desk.opportunities().closeAll(closings);
        for (int i = 0; i < chosen.size(); i++) {
            deals.set(chosen.get(i), closed.get(i));
        }
    }

    /**
     * Every relation gets as many things of each kind as the others. Each round begins one later, so that what every tenth
     * thing is does not always fall on the same relations.
     */
    private Relation of(int i) {
        return relations.get((i + i / relations.size()) % relations.size());
    }

    private LocalDate anyDay() {
        int ahead = size.days() / AHEAD;
        return TODAY.plusDays(random.nextInt(ahead - size.days(), ahead));
    }

    private LocalDate pastDay() {
        return TODAY.minusDays(random.nextInt(size.days() * (AHEAD - 1) / AHEAD));
    }
}
