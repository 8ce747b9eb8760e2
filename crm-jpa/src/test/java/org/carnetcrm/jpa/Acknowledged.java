package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carnetcrm.Desk;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;

/** Every command whose commit was acknowledged, and what follows from them. */
final class Acknowledged implements HostUnits.Witness {

    private final ConcurrentLinkedQueue<ChangeSet> sets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger commands = new AtomicInteger();

    @Override
    public void committing(List<ChangeSet> written) {}

    @Override
    public void acknowledged(List<ChangeSet> written) {
        sets.addAll(written);
        commands.addAndGet(written.size());
    }

    int commands() {
        return commands.get();
    }

    /** The parts of the commands are in the database, each once, and nothing else is. */
    void areAllThatThereIs(Database database) {
        assertThat(Parts.in(database)).containsExactlyInAnyOrderElementsOf(Parts.of(sets));
    }

    /**
     * Each command changed what the command before it had left, whole, and the last one's result is what there is. So no
     * update is lost: a command that went out from anything else would break the chain of its thing.
     */
    void followEachOther(CrmStore store) {
        Map<Id, List<Change>> changes =
                sets.stream().flatMap(set -> set.changes().stream()).collect(Collectors.groupingBy(Change::id));
        changes.forEach((id, unordered) -> {
            List<Change> chain = unordered.stream()
                    .sorted(Comparator.comparing(Change::version))
                    .toList();
            assertThat(chain)
                    .extracting(Change::version)
                    .as("versions from which %s %s was changed", id.kind(), id)
                    .isEqualTo(IntStream.range(0, chain.size()).boxed().toList());
            Aggregate<?> present = null;
            for (Change change : chain) {
                assertThat(change.before()).isEqualTo(present);
                present = change.after();
            }
            assertThat(find(store, id, chain.get(0).after())).isEqualTo(present);
        });
    }

    private static Aggregate<?> find(CrmStore store, Id id, Aggregate<?> example) {
        return findTyped(store, id, example.getClass());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a thing is the class of what is found by its id
    private static Aggregate<?> findTyped(CrmStore store, Id id, Class type) {
        List<Aggregate<?>> found = store.find(tenant(), type, List.of(id));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The record says of each change who made it, when, and what it changed. */
    void areOnRecord(Desk desk) {
        Map<Id, List<AuditEntry>> records = new HashMap<>();
        for (ChangeSet set : sets) {
            for (Change change : set.changes()) {
                int version = change.version() + 1;
                assertThat(records.computeIfAbsent(change.id(), desk::audit).get(version - 1))
                        .isEqualTo(new AuditEntry(
                                change.id(),
                                version,
                                set.who(),
                                set.recordedAt(),
                                FieldChange.between(Change.fields(change.before()), Change.fields(change.after()))));
            }
        }
    }

    /** The histories of relations and the revisions of deals are those that the commands wrote, in an unbroken row. */
    void madeTheHistories(CrmStore store) {
        sets.stream()
                .flatMap(set -> set.relationChanges().stream())
                .collect(Collectors.groupingBy(RelationChange::relation))
                .forEach((relation, written) -> {
                    assertThat(store.relationChanges(tenant(), List.of(relation)))
                            .containsExactlyElementsOf(written.stream()
                                    .sorted(Comparator.comparing(RelationChange::number))
                                    .toList());
                });
        sets.stream()
                .flatMap(set -> set.revisions().stream())
                .collect(Collectors.groupingBy(revision -> revision.deal().id()))
                .forEach((deal, written) ->
                        assertThat(store.revisions(tenant(), deal)).isEqualTo(linked(written)));
    }

    private static List<OpportunityRevision> linked(List<OpportunityRevision> written) {
        List<OpportunityRevision> ordered = written.stream()
                .sorted(Comparator.comparing(OpportunityRevision::number))
                .toList();
        List<OpportunityRevision> linked = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            boolean last = i == ordered.size() - 1;
            linked.add(last ? ordered.get(i) : ordered.get(i).followedBy(ordered.get(i + 1)));
        }
        return linked;
    }

    /** Every deal that the commands opened, those that are gone too. */
    List<OpportunityId> deals() {
        return sets.stream()
                .flatMap(set -> set.revisions().stream())
                .map(revision -> revision.deal().id())
                .distinct()
                .toList();
    }

    private static TenantId tenant() {
        return new TenantId(HostUnits.TENANT);
    }
}
