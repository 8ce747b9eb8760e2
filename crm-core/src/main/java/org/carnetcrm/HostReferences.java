package org.carnetcrm;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a command knows of the references by which the host knows things: a reference that was free stays free. */
final class HostReferences {

    private final Work work;
    private final Map<Class<?>, Map<String, Optional<Id>>> holders = new HashMap<>();

    HostReferences(Work work) {
        this.work = work;
    }

    /** Asks at once which of these references are taken, so that what follows knows. */
    <A extends Aggregate<A> & HostReferenced> void prefetch(Class<A> type, Collection<? extends @Nullable String> raw) {
        Map<String, Optional<Id>> known = of(type);
        Set<String> unknown = new LinkedHashSet<>();
        for (String text : raw) {
            String reference = Text.clean(text);
            if (reference != null && !known.containsKey(reference)) {
                unknown.add(reference);
            }
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(reference -> known.put(reference, Optional.empty()));
            for (A item : work.store().findByReference(work.actor().tenant(), type, unknown)) {
                known.put(key(item), Optional.of(item.id()));
                work.see(item);
            }
        }
    }

    /** Finds what the host knows by a reference, of which the actor may know. */
    <A extends Aggregate<A> & HostReferenced> Optional<A> find(Class<A> type, @Nullable String raw) {
        String reference = Text.clean(raw);
        if (reference == null) {
            return Optional.empty();
        }
        prefetch(type, List.of(reference));
        return HostReferenced.SPACES.stream()
                .flatMap(space -> holder(type, space, reference).stream())
                .flatMap(id -> work.find(type, id).stream())
                .findFirst();
    }

    /** Refuses a reference that another thing of the kind has. */
    <A extends Aggregate<A> & HostReferenced> void requireFree(Class<A> type, @Nullable String raw, @Nullable Id own) {
        requireFree(type, "", raw, own);
    }

    /** Refuses a reference that another thing of the kind has in the same space. */
    <A extends Aggregate<A> & HostReferenced> void requireFree(
            Class<A> type, String space, @Nullable String raw, @Nullable Id own) {
        String reference = Text.clean(raw);
        if (reference == null || work.hasProblem("hostReference") || isOwn(type, space, reference, own)) {
            return;
        }
        prefetch(type, List.of(reference));
        Optional<Id> holder = holder(type, space, reference);
        if (holder.isPresent() && !holder.get().equals(own)) {
            work.problem(Problem.of("hostReference", reference, "reference.taken"));
        }
    }

    /** What a thing is called already is its own without asking. */
    private <A extends Aggregate<A> & HostReferenced> boolean isOwn(
            Class<A> type, String space, String reference, @Nullable Id own) {
        return own != null
                && work.find(type, own)
                        .filter(known ->
                                reference.equals(known.hostReference()) && space.equals(known.referenceSpace()))
                        .isPresent();
    }

    /** Is told of a thing that the command adds. */
    void take(Aggregate<?> item) {
        if (item instanceof HostReferenced referenced && referenced.hostReference() != null) {
            of(item.getClass()).put(key(referenced), Optional.of(item.id()));
        }
    }

    private Optional<Id> holder(Class<?> type, String space, String reference) {
        return of(type).getOrDefault(space + reference, Optional.empty());
    }

    private Map<String, Optional<Id>> of(Class<?> type) {
        return holders.computeIfAbsent(type, t -> new HashMap<>());
    }

    private static String key(HostReferenced item) {
        return item.referenceSpace() + Work.known(item.hostReference());
    }
}
