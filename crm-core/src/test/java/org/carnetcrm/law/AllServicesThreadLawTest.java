package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.page.Page;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;

/** What holds when sixteen threads do everything that there is with the same few things. */
class AllServicesThreadLawTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = 250;

    /** What all threads work on, and every change that was acknowledged: a thing and the version that it was given. */
    private static final class Shared {

        private final Workbench bench = Workbench.inMemory();
        private final List<RelationId> relations = new ArrayList<>();
        private final List<OpportunityId> deals = new ArrayList<>();
        private final List<DocumentId> documents = new ArrayList<>();
        private final List<NoteId> notes = new ArrayList<>();
        private final List<ActionId> actions = new ArrayList<>();
        private final ConcurrentLinkedQueue<Aggregate<?>> acknowledged = new ConcurrentLinkedQueue<>();

        private Shared() {
            CrmPlayer setting = new CrmPlayer(bench);
            Desk desk = bench.desk();
            relations.addAll(setting.relations());
            for (int i = 0; i < 4; i++) {
                Opportunity deal = bench.deal();
                deals.add(deal.id());
                relations.add(deal.relation());
                documents.add(desk.documents()
                        .add(DocumentDraft.order("SO-" + i, deal.relation()))
                        .id());
                notes.add(desk.notes().add(NoteDraft.about(deal.relation())).id());
                actions.add(plan(desk, deal.relation(), i).id());
                actions.add(plan(desk, deal.relation(), i + 1).id());
            }
        }

        private static Action plan(Desk desk, RelationId relation, int number) {
            return desk.actions()
                    .plan(ActionDraft.with(relation)
                            .newStatus(number % 2 == 0 ? "CUSTOMER" : "PROSPECT")
                            .newPriority(number % 3 == 0 ? "HIGH" : null)
                            .cost(CostDraft.of("Lunch").price("1.005").quantity(Integer.toString(number))));
        }
    }

    @Example
    void sixteen_threads_with_all_services_lose_no_update_and_leave_no_half_command() throws Exception {
        Shared shared = new Shared();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                jobs.add(threads.submit(() -> {
                    start.await();
                    work(shared, random);
                    return null;
                }));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shared.acknowledged).as("commands that were done").hasSizeGreaterThan(THREADS * ROUNDS / 2);
        eachAcknowledgedChangeIsInTheAuditOnce(shared);
        followUpsAndTheirDocumentsAgree(shared);
        historiesOfRelationsAndTheirPresentAgree(shared);
        revisionsAddUpToThePresent(shared);
        costsAddUp(shared);
    }

    private static void work(Shared shared, Random random) {
        Desk desk = shared.bench.desk();
        for (int i = 0; i < ROUNDS; i++) {
            try {
                shared.acknowledged.add(command(shared, desk, random));
            } catch (ConflictException | NotFoundException | InvalidException refused) {
                // Somebody else was first: nothing of it may be there, which the end shows.
            }
        }
    }

    private static Aggregate<?> command(Shared shared, Desk desk, Random random) {
        ActionId action = any(shared.actions, random);
        return switch (random.nextInt(12)) {
            case 0 -> Shared.plan(desk, any(shared.relations, random), random.nextInt(9));
            case 1, 2 -> {
                Action seen = desk.actions().find(action).orElseThrow();
                yield seen.progress() == Progress.PLANNED
                        ? desk.actions().complete(action, seen.version())
                        : desk.actions().undo(action, seen.version());
            }
            case 3 -> {
                Action seen = desk.actions().find(action).orElseThrow();
                yield desk.actions()
                        .change(
                                action,
                                seen.version(),
                                ActionDraft.from(seen)
                                        .note("note " + random.nextInt())
                                        .costs(List.of(CostDraft.of("Train").price(random.nextInt(99) + ".335"))));
            }
            case 4 -> desk.notes().add(NoteDraft.about(any(shared.relations, random)));
            case 5 -> {
                Note seen = desk.notes().find(any(shared.notes, random)).orElseThrow();
                yield desk.notes()
                        .change(
                                seen.id(),
                                seen.version(),
                                NoteDraft.from(seen).text(seen.text() + "x").pinned(!seen.isPinned()));
            }
            case 6, 7 ->
                desk.followUps()
                        .record(FollowUpDraft.about(any(shared.documents, random))
                                .date(Workbench.FIRST_DAY.minusDays(random.nextInt(9))));
            case 8 -> {
                BusinessDocument seen =
                        desk.documents().find(any(shared.documents, random)).orElseThrow();
                LocalDate later = seen.chaseOn() == null
                        ? Workbench.FIRST_DAY
                        : seen.chaseOn().plusDays(1);
                yield desk.documents()
                        .change(
                                seen.id(),
                                seen.version(),
                                DocumentDraft.from(seen).chaseOn(later));
            }
            case 9, 10 -> {
                Opportunity seen =
                        desk.opportunities().find(any(shared.deals, random)).orElseThrow();
                Money more = seen.value().plus(Money.of("EUR", "1"));
                yield desk.opportunities()
                        .change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen).value(more.amount().toPlainString()));
            }
            default -> {
                Relation seen =
                        desk.relations().find(any(shared.relations, random)).orElseThrow();
                yield desk.relations()
                        .change(
                                seen.id(),
                                seen.version(),
                                RelationDraft.from(seen)
                                        .sector("sector " + random.nextInt(1000))
                                        .priority(seen.priority() == null ? "LOW" : null));
            }
        };
    }

    private static <T> T any(List<T> among, Random random) {
        return among.get(random.nextInt(among.size()));
    }

    /** Versions go up one by one, and no two commands were told that they made the same one of a thing. */
    private static void eachAcknowledgedChangeIsInTheAuditOnce(Shared shared) {
        Set<Map.Entry<Id, Integer>> told = new HashSet<>();
        for (Aggregate<?> made : shared.acknowledged) {
            assertThat(told.add(Map.entry(made.id(), made.version())))
                    .as("%s was made once", made)
                    .isTrue();
        }
        Set<Id> things = told.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        int changes = 0;
        for (Id thing : things) {
            List<AuditEntry> audit = shared.bench.desk().audit(thing);
            changes += audit.size();
            assertThat(audit)
                    .extracting(AuditEntry::version)
                    .isEqualTo(IntStream.rangeClosed(1, audit.size()).boxed().toList());
            told.removeIf(one -> one.getKey().equals(thing) && one.getValue() <= audit.size());
        }
        assertThat(told).as("told and not in the audit").isEmpty();
        assertThat(changes).isGreaterThanOrEqualTo(shared.acknowledged.size());
    }

    private static void followUpsAndTheirDocumentsAgree(Shared shared) {
        Desk desk = shared.bench.desk();
        for (DocumentId id : shared.documents) {
            List<FollowUpRow> rows = Page.all(
                    request -> desk.followUps().list(FollowUpFilter.all().document(id), request));
            BusinessDocument document = desk.documents().find(id).orElseThrow();
            assertThat(rows)
                    .extracting(FollowUpRow::ordinal)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, rows.size()).boxed().toList());
            assertThat(document.trail().lastOrdinal()).isEqualTo(rows.size());
            assertThat(document.trail().latest().id()).isEqualTo(rows.get(0).id());
            assertThat(shared.acknowledged.stream()
                            .filter(made -> made instanceof FollowUp followUp
                                    && followUp.document().equals(id)))
                    .hasSize(rows.size());
        }
    }

    private static void historiesOfRelationsAndTheirPresentAgree(Shared shared) {
        Desk desk = shared.bench.desk();
        for (RelationId id : shared.relations) {
            Relation relation = desk.relations().find(id).orElseThrow();
            RelationHistory history = desk.relations().history(id);
            assertThat(history.rows())
                    .extracting(RelationChange::number)
                    .isEqualTo(IntStream.rangeClosed(1, relation.rank().changes())
                            .boxed()
                            .toList());
            assertThat(history.present(Aspect.STATUS).map(RelationChange::to)).contains(relation.status());
            assertThat(history.present(Aspect.PRIORITY).map(RelationChange::to))
                    .isEqualTo(java.util.Optional.ofNullable(relation.priority()));
            // What an action gave stands exactly as long as the action is done.
            for (RelationChange row : history.standing(Aspect.STATUS)) {
                if (row.action() != null && row.kind() == RelationChange.Kind.CHANGE) {
                    Action action = desk.actions().find(row.action()).orElseThrow();
                    assertThat(action.progress()).isEqualTo(Progress.DONE);
                    assertThat(action.effect().newStatus()).isEqualTo(row.to());
                }
            }
        }
    }

    private static void revisionsAddUpToThePresent(Shared shared) {
        Desk desk = shared.bench.desk();
        Money sum = Money.of("EUR", "0");
        for (OpportunityId id : shared.deals) {
            Opportunity present = desk.opportunities().find(id).orElseThrow();
            List<OpportunityRevision> revisions = desk.opportunities().revisions(id);
            assertThat(revisions).hasSize(present.version());
            assertThat(present.value()).isEqualTo(Money.of("EUR", Integer.toString(11_999 + present.version())));
            for (OpportunityRevision revision : revisions) {
                sum = sum.plus(revision.deal().total());
                sum = revision.previous() == null
                        ? sum
                        : sum.minus(revision.previous().total());
            }
        }
        assertThat(desk.opportunities().summarise(OpportunityFilter.all()))
                .extracting(row -> row.measures().total())
                .containsExactly(sum);
    }

    private static void costsAddUp(Shared shared) {
        Desk desk = shared.bench.desk();
        List<ActionRow> rows =
                Page.all(request -> desk.actions().list(ActionFilter.all(), ActionOrder.LATEST, request));
        BigDecimal lines = rows.stream()
                .flatMap(row -> desk.actions().find(row.id()).orElseThrow().costs().stream())
                .map(Cost::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sums = desk.actions().costs(ActionFilter.all(), ActionDimension.RELATION).stream()
                .map(CostSummary::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sums).isEqualByComparingTo(lines);
    }
}
