package org.carnetcrm.jpa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Reassignment;

/** What threads do with the same few things: commands of every service, mostly about what another thread works on too. */
final class Errands {

    private static final int SHARED = 4;

    private final HostUnits units;
    private final Actor lea;
    private final RepresentativeId tom;
    private final RepresentativeId tim;
    private final List<RelationId> relations = new ArrayList<>();
    private final List<OpportunityId> deals = new ArrayList<>();
    private final List<DocumentId> documents = new ArrayList<>();
    private final List<NoteId> notes = new ArrayList<>();
    /** These come and go. */
    private final List<ActionId> actions = new CopyOnWriteArrayList<>();

    private final List<OpportunityId> passingDeals = new CopyOnWriteArrayList<>();
    private final List<FollowUpId> followUps = new CopyOnWriteArrayList<>();
    private final AtomicInteger ensured = new AtomicInteger();
    private final String run;

    /** Sets the scene, or finds what an earlier run has left of it. */
    Errands(HostUnits units, String run) {
        this.units = units;
        this.run = run;
        units.open();
        RepresentativeId id =
                system(desk -> desk.representatives().ensure("lea", "Lea")).id();
        this.lea = Actor.of(HostUnits.TENANT, id);
        this.tom = system(desk -> desk.representatives().ensure("tom", "Tom")).id();
        this.tim = system(desk -> desk.representatives().ensure("tim", "Tim")).id();
        for (int i = 0; i < SHARED; i++) {
            String name = "shared-" + i;
            RelationId relation = desk(desk -> desk.relations()
                            .ensure(RelationDraft.company(name)
                                    .accountManager(tom)
                                    .hostReference(name)))
                    .id();
            relations.add(relation);
            deals.add(desk(desk -> desk.opportunities()
                            .findByReference(name)
                            .orElseGet(() ->
                                    desk.opportunities().open(deal(relation).hostReference(name))))
                    .id());
            documents.add(desk(desk -> desk.documents()
                            .ensure(DocumentDraft.order(name, relation).hostReference(name)))
                    .id());
            notes.add(desk(desk -> desk.notes().add(NoteDraft.about(relation))).id());
        }
    }

    private static OpportunityDraft deal(RelationId relation) {
        return OpportunityDraft.about(relation)
                .subject("Web site")
                .value("12000")
                .purchaseCosts("2000")
                .probability("40");
    }

    /** Runs one errand, which may be refused because of what another thread does. */
    void run(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> plan(random);
            case 1, 2 -> completeOrUndo(random);
            case 3 -> detail(random);
            case 4 -> note(random);
            case 5, 6 -> chase(random);
            case 7 -> document(random);
            case 8 -> deal(random);
            case 9 -> passingDeal(random);
            case 10 -> ensure(random);
            default -> relation(random);
        }
    }

    private void plan(Random random) {
        RelationId relation = any(relations, random);
        ActionDraft draft = ActionDraft.with(relation)
                .representative(random.nextInt(4) == 0 ? tom : lea.who().representative())
                .newStatus(random.nextBoolean() ? "CUSTOMER" : "PROSPECT")
                .newPriority(random.nextInt(3) == 0 ? "HIGH" : null)
                .cost(CostDraft.of("Lunch").price("1.005").quantity(Integer.toString(random.nextInt(9))));
        boolean atOnce = random.nextInt(3) == 0;
        Action planned = desk(desk -> {
            Action made = desk.actions().plan(draft);
            // Two commands in one unit: both or neither.
            return atOnce ? desk.actions().complete(made.id(), made.version()) : made;
        });
        keep(actions, planned.id());
    }

    private void completeOrUndo(Random random) {
        if (actions.isEmpty()) {
            return;
        }
        ActionId id = any(actions, random);
        Action seen = desk(desk -> desk.actions().find(id).orElseThrow());
        desk(desk -> seen.progress() == Progress.PLANNED
                ? desk.actions().complete(id, seen.version())
                : desk.actions().undo(id, seen.version()));
    }

    private void detail(Random random) {
        if (actions.isEmpty()) {
            return;
        }
        ActionId id = any(actions, random);
        List<CostDraft> costs = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> CostDraft.of("Train " + i).price(random.nextInt(99) + ".335"))
                .toList();
        Action seen = desk(desk -> desk.actions().find(id).orElseThrow());
        desk(desk -> desk.actions()
                .change(
                        id,
                        seen.version(),
                        ActionDraft.from(seen)
                                .note("note " + random.nextInt())
                                .participants(random.nextBoolean() ? List.of(tom) : List.of(tim, tom))
                                .costs(costs)));
    }

    private void note(Random random) {
        if (random.nextInt(3) == 0) {
            desk(desk ->
                    desk.notes().add(NoteDraft.about(any(relations, random)).assignee(tom)));
            return;
        }
        NoteId id = any(notes, random);
        Note seen = desk(desk -> desk.notes().find(id).orElseThrow());
        desk(desk -> desk.notes()
                .change(
                        id,
                        seen.version(),
                        NoteDraft.from(seen).text("text " + random.nextInt()).pinned(!seen.isPinned())));
    }

    private void chase(Random random) {
        LocalDate date = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(random.nextInt(9));
        if (random.nextInt(3) > 0 || followUps.isEmpty()) {
            FollowUpDraft draft = FollowUpDraft.about(any(documents, random)).date(date);
            keep(followUps, desk(desk -> desk.followUps().record(draft)).id());
            return;
        }
        FollowUpId id = any(followUps, random);
        boolean discard = random.nextInt(3) == 0;
        FollowUp seen = desk(desk -> desk.followUps().find(id).orElseThrow());
        desk(desk -> {
            if (discard) {
                desk.followUps().discard(id, seen.version());
                return seen;
            }
            return desk.followUps()
                    .change(
                            id,
                            seen.version(),
                            FollowUpDraft.from(seen).date(date).nextOn(date.plusDays(7)));
        });
        if (discard) {
            followUps.remove(id);
        }
    }

    private void document(Random random) {
        DocumentId id = any(documents, random);
        LocalDate chaseOn = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        BusinessDocument seen = desk(desk -> desk.documents().find(id).orElseThrow());
        desk(desk -> switch (random.nextInt(3)) {
            case 0 ->
                desk.documents()
                        .change(id, seen.version(), DocumentDraft.from(seen).chaseOn(chaseOn));
            case 1 -> desk.documents().close(id, seen.version(), null);
            default -> desk.documents().reopen(id, seen.version());
        });
    }

    private void deal(Random random) {
        OpportunityId id = any(deals, random);
        Opportunity seen = desk(desk -> desk.opportunities().find(id).orElseThrow());
        if (!seen.isOpen()) {
            desk(desk -> desk.opportunities().reopen(id, seen.version()));
            return;
        }
        desk(desk -> switch (random.nextInt(6)) {
            case 0 -> desk.opportunities().close(id, seen.version(), ClosingDraft.abandoned());
            case 1, 2 ->
                desk.opportunities().moveTo(id, seen.version(), seen.stage().equals("NEEDS") ? "PROPOSAL" : "NEEDS");
            default ->
                desk.opportunities()
                        .change(
                                id,
                                seen.version(),
                                OpportunityDraft.from(seen).value(Integer.toString(9_000 + random.nextInt(9_000))));
        });
    }

    /** Deals that come by lists, are linked to, and go. */
    private void passingDeal(Random random) {
        RelationId relation = any(relations, random);
        if (passingDeals.isEmpty() || random.nextInt(4) == 0) {
            List<OpportunityDraft> drafts = List.of(
                    deal(relation), deal(relation).manager(tom), deal(relation).manager(tim));
            desk(desk -> desk.opportunities().openAll(drafts)).forEach(deal -> keep(passingDeals, deal.id()));
            return;
        }
        OpportunityId id = any(passingDeals, random);
        if (random.nextInt(3) > 0) {
            OpportunityLink link = desk(
                    desk -> desk.opportunities().link(id, OpportunityLink.Target.PROJECT, "DOC-" + random.nextInt()));
            if (random.nextInt(4) == 0) {
                desk(desk -> {
                    desk.opportunities().unlink(link.id(), link.version());
                    return link;
                });
            }
            return;
        }
        Opportunity seen = desk(desk -> desk.opportunities().find(id).orElseThrow());
        desk(desk -> {
            desk.opportunities().discard(id, seen.version(), null);
            return seen;
        });
        passingDeals.remove(id);
    }

    /** Sixteen threads reach for the same few references at about the same time. */
    private void ensure(Random random) {
        String reference = run + "-" + ensured.getAndIncrement() / 8;
        switch (random.nextInt(4)) {
            case 0 -> system(desk -> desk.representatives().ensure(reference, reference));
            case 1 ->
                desk(desk ->
                        desk.relations().ensure(RelationDraft.company(reference).hostReference(reference)));
            default ->
                desk(desk -> desk.documents()
                        .ensureAll(List.of(
                                DocumentDraft.order(reference, relations.get(0)).hostReference(reference),
                                DocumentDraft.quote(reference, relations.get(1)).hostReference(reference + "q"))));
        }
    }

    private void relation(Random random) {
        RelationId id = any(relations, random);
        switch (random.nextInt(4)) {
            case 0 ->
                system(desk -> desk.representatives()
                        .reassign(random.nextBoolean() ? Reassignment.of(tom, tim) : Reassignment.of(tim, tom)));
            case 1 -> {
                Relation seen = desk(desk -> desk.relations().find(id).orElseThrow());
                desk(desk ->
                        desk.relations().assignWithOpenDeals(id, seen.version(), random.nextBoolean() ? tom : tim));
            }
            default -> {
                Relation seen = desk(desk -> desk.relations().find(id).orElseThrow());
                desk(desk -> desk.relations()
                        .change(
                                id,
                                seen.version(),
                                RelationDraft.from(seen)
                                        .sector("sector " + random.nextInt(1000))
                                        .priority(seen.priority() == null ? "LOW" : null)));
            }
        }
    }

    private <T> T desk(java.util.function.Function<Desk, T> work) {
        return units.unit(lea, work);
    }

    private <T> T system(java.util.function.Function<Desk, T> work) {
        return units.unit(Actor.system(HostUnits.TENANT), work);
    }

    /** Few enough to be met by several threads at once. */
    private static <T> void keep(List<T> things, T thing) {
        things.add(thing);
        if (things.size() > 3 * SHARED) {
            things.remove(0);
        }
    }

    private static <T> T any(List<T> among, Random random) {
        List<T> now = List.copyOf(among);
        return now.get(random.nextInt(now.size()));
    }
}
