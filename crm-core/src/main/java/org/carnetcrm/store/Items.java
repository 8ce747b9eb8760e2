package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/** Every thing of one tenant by its id. */
final class Items {

    private final Map<Id, Aggregate<?>> byId = new HashMap<>();
    private final Map<Id, Choice> choices = new HashMap<>();

    /** Keeps one kind of thing in the orders in which it is asked for. */
    interface Shelved {

        /** Is told of a thing before it changes or goes. */
        void forget(Aggregate<?> before);

        /** Is told of a thing that came or changed. */
        void keep(Aggregate<?> after);
    }

    @Nullable
    Aggregate<?> get(@Nullable Id id) {
        return byId.get(id);
    }

    void put(Aggregate<?> item) {
        byId.put(item.id(), item);
        if (item instanceof Choice choice) {
            choices.put(choice.id(), choice);
        }
    }

    void remove(Id id) {
        byId.remove(id);
        choices.remove(id);
    }

    <A> List<A> find(Class<A> type, Collection<? extends Id> ids) {
        List<A> found = new ArrayList<>();
        for (Id id : ids) {
            Aggregate<?> item = byId.get(id);
            if (type.isInstance(item)) {
                found.add(type.cast(item));
            }
        }
        return List.copyOf(found);
    }

    Collection<Choice> choices() {
        return choices.values();
    }

    Relation relation(RelationId id) {
        return (Relation) Objects.requireNonNull(byId.get(id), () -> "relation " + id);
    }

    Representative representative(RepresentativeId id) {
        return (Representative) Objects.requireNonNull(byId.get(id), () -> "representative " + id);
    }
}
