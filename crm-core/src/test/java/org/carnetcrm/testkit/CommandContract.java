package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;

/** A command is taken whole or not at all. */
abstract class CommandContract extends SummaryContract {

    @Example
    void a_stale_version_of_what_the_caller_saw_is_a_conflict_that_is_not_retryable() {
        conflicts(true);
    }

    @Example
    void a_stale_version_of_what_the_caller_never_saw_is_a_conflict_that_is_retryable() {
        conflicts(false);
    }

    private void conflicts(boolean seen) {
        Workbench bench = bench();
        Relation other = bench.relation("Other");
        Relation stale = other.withVersion(9);
        Change bad = new Change(stale, stale.withArchived(true).withVersion(10), seen);
        refused(bench, List.of(bad), Map.of(), conflict -> {
            assertThat(conflict.id()).isEqualTo(other.id());
            assertThat(conflict.version()).isEqualTo(9);
            assertThat(conflict.retryable()).isEqualTo(!seen);
        });
    }

    @Example
    void a_held_version_that_no_longer_holds_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        refused(bench, List.of(), Map.of(one.id(), 1, other.id(), 2), conflict -> {
            assertThat(conflict.id()).isEqualTo(other.id());
            assertThat(conflict.retryable()).isTrue();
        });
        apply(set(List.of(archived(one)), Map.of(other.id(), 1)));
        assertThat(find(Relation.class, one.id())).extracting(Relation::version).containsExactly(2);
    }

    @Example
    void a_held_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        RelationId gone = new RelationId(new UUID(1, 1));
        refused(
                bench,
                List.of(),
                Map.of(gone, 1),
                conflict -> assertThat(conflict.id()).isEqualTo(gone));
    }

    @Example
    void a_change_of_a_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        Relation gone = twin(null);
        refused(
                bench,
                List.of(archived(gone)),
                Map.of(),
                conflict -> assertThat(conflict.id()).isEqualTo(gone.id()));
        assertThat(find(Relation.class, gone.id())).isEmpty();
        assertThat(listed(s -> s.audit(ACME, gone.id()))).isEmpty();
    }

    @Example
    void an_id_is_taken_once() {
        Workbench bench = bench();
        Relation other = bench.relation("Other");
        refused(bench, List.of(new Change(null, other, true)), Map.of(), conflict -> {});
    }

    @Example
    void a_host_reference_is_taken_once_and_is_free_again_when_given_up() {
        Workbench bench = bench();
        Relation holder = add(bench, RelationDraft.company("Holder").hostReference("C-1"));
        Relation twin = twin("C-1");
        refused(
                bench,
                List.of(new Change(null, twin, true)),
                Map.of(),
                conflict -> assertThat(conflict.retryable()).isTrue());
        assertThat(find(Relation.class, twin.id())).isEmpty();
        assertThat(listed(s -> s.audit(ACME, twin.id()))).isEmpty();

        bench.unit(desk -> desk.relations()
                .change(holder.id(), 1, RelationDraft.from(holder).hostReference(null)));
        apply(new Change(null, twin, true));
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("C-1"))))
                .containsExactly(twin);
    }

    @Example
    void the_same_host_reference_twice_in_one_command_is_a_conflict() {
        Workbench bench = bench();
        Relation twin = twin("C-1");
        Relation second = new Relation(
                new RelationId(new UUID(1, 3)),
                1,
                twin.kind(),
                "Second",
                null,
                twin.details(),
                twin.placement(),
                twin.rank(),
                "C-1",
                false);
        refused(bench, List.of(new Change(null, twin, true), new Change(null, second, true)), Map.of(), conflict -> {});
        assertThat(find(Relation.class, twin.id(), second.id())).isEmpty();
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("C-1"))))
                .isEmpty();
    }

    /** A command of which a part is bad is refused whole; its good parts alone are taken. */
    private void refused(
            Workbench bench, List<Change> bad, Map<Id, Integer> held, Consumer<ConflictException> conflict) {
        Relation relation = bench.relation("Bystander");
        Opportunity deal = bench.deal();
        List<Object> before = CrmPlayer.answers(bench);

        assertThatThrownBy(() -> apply(good(relation, deal, bad, held)))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id().kind()).isEqualTo(relation.id().kind());
                    conflict.accept(e);
                });
        assertThat(CrmPlayer.answers(bench)).isEqualTo(before);

        apply(good(relation, deal, List.of(), Map.of()));
        assertThat(find(Relation.class, relation.id()))
                .extracting(Relation::status)
                .containsExactly("CUSTOMER");
        assertThat(listed(s -> s.relationChanges(ACME, List.of(relation.id())))).hasSize(2);
        assertThat(listed(s -> s.revisions(ACME, deal.id()))).hasSize(2);
    }

    /** Changes a relation and a deal and adds to the history of both, and then does more. */
    private static ChangeSet good(Relation relation, Opportunity deal, List<Change> more, Map<Id, Integer> held) {
        Relation customer =
                relation.withRank(new Relation.Rank("CUSTOMER", null, 2)).withVersion(2);
        RelationChange row = new RelationChange(
                relation.id(),
                2,
                Aspect.STATUS,
                "PROSPECT",
                "CUSTOMER",
                Workbench.FIRST_DAY,
                deal.stamp().recordedAt(),
                Who.SYSTEM,
                RelationChange.Kind.CHANGE,
                null,
                null);
        Opportunity chosen = deal.managedBy(deal.manager()).withVersion(2);
        List<Change> changes =
                new ArrayList<>(List.of(new Change(relation, customer, true), new Change(deal, chosen, true)));
        changes.addAll(more);
        return new ChangeSet(
                ACME,
                Who.SYSTEM,
                deal.stamp().recordedAt(),
                changes,
                held,
                List.of(row),
                List.of(OpportunityRevision.of(deal, chosen, Who.SYSTEM, Event.CHANGED, null)));
    }
}
