package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;

/** How the tests of {@link StoreContract} reach a store, and what they say it with. */
abstract class StoreSuite {

    static final TenantId ACME = Workbench.TENANT;

    private CrmStore store;

    /** Gives an empty store. */
    protected CrmStore newStore() {
        throw new UnsupportedOperationException("override newStore, or empty and inUnit");
    }

    /** Makes the store empty; called before each test and each try of a property. */
    protected void empty() {
        store = newStore();
    }

    /** Does work in a unit of its own, with the store of that unit; a unit whose work throws is thrown away. */
    protected <T> T inUnit(Function<CrmStore, T> work) {
        return work.apply(store);
    }

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(25);
    }

    Workbench bench() {
        empty();
        return Workbench.within(units());
    }

    Units units() {
        return new Units() {
            @Override
            public <T> T inUnit(Function<CrmStore, T> work) {
                return StoreSuite.this.inUnit(work);
            }
        };
    }

    static Relation add(Workbench bench, RelationDraft draft) {
        return bench.unit(desk -> desk.relations().add(draft));
    }

    static List<RelationRow> relations(Workbench bench, RelationFilter filter, int size) {
        return bench.unit(desk -> CrmPlayer.relations(desk, filter, size));
    }

    static List<OpportunityRow> deals(Workbench bench, OpportunityFilter filter, OpportunityOrder order, int size) {
        return bench.unit(desk -> CrmPlayer.deals(desk, filter, order, size));
    }

    <A extends Aggregate<A>> List<A> find(Class<A> type, Id... ids) {
        return inUnit(s -> s.find(ACME, type, List.of(ids)));
    }

    <T> List<T> listed(Function<CrmStore, List<T>> question) {
        return inUnit(question);
    }

    void apply(Change... changes) {
        apply(set(List.of(changes), Map.of()));
    }

    void apply(ChangeSet set) {
        inUnit(s -> {
            s.apply(set);
            return Optional.empty();
        });
    }

    static Change archived(Relation relation) {
        return new Change(relation, relation.withArchived(true).withVersion(relation.version() + 1), true);
    }

    static Relation twin(String hostReference) {
        return RelationDraft.company("Twin")
                .hostReference(hostReference)
                .build(new RelationId(new UUID(1, 2)), 1, new Relation.Rank("PROSPECT", null, 1), false);
    }

    static ChangeSet set(List<Change> changes, Map<Id, Integer> held) {
        return new ChangeSet(ACME, Who.SYSTEM, Instant.EPOCH, changes, held, List.of(), List.of());
    }

    static void refusesCursor(org.assertj.core.api.ThrowableAssert.ThrowingCallable list) {
        assertThatThrownBy(list)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.key())
                                .containsExactly("page.cursor"));
    }

    /** Stored as new and then changed to a later version, a thing is found as it was last stored, which is given. */
    <A extends Aggregate<A>> A comesBack(Class<A> type, A item) {
        apply(new Change(null, item, true));
        assertThat(find(type, item.id())).containsExactly(item);
        assertThat(listed(s -> s.audit(ACME, item.id()))).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isEqualTo(item.version());
            assertThat(replay(List.of(entry))).isEqualTo(item.fields());
        });
        A later = item.withVersion(item.version() + 1);
        apply(new Change(item, later, true));
        assertThat(find(type, item.id())).containsExactly(later);
        return later;
    }

    static Map<String, String> replay(List<AuditEntry> audit) {
        Map<String, String> fields = new HashMap<>();
        for (AuditEntry entry : audit) {
            for (FieldChange change : entry.changes()) {
                assertThat(fields.get(change.field())).isEqualTo(change.from());
                if (change.to() == null) {
                    fields.remove(change.field());
                } else {
                    fields.put(change.field(), change.to());
                }
            }
        }
        return fields;
    }

    static Comparator<Opportunity> inOrder(OpportunityOrder order) {
        Comparator<Opportunity> byDate = Comparator.comparing(order::of);
        return (order.isLatestFirst() ? byDate.reversed() : byDate).thenComparing(Opportunity::id, UuidId.ORDER);
    }
}
