package org.carnetcrm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/**
 * Checks the other things that a draft mentions. What a thing mentions already may stay, though it is no longer offered.
 */
final class Mentions {

    private final Work work;

    Mentions(Work work) {
        this.work = work;
    }

    /** Checks the relation that a thing belongs to; one that is new to the thing must still hold when it is written. */
    Optional<Relation> relation(@Nullable RelationId named, @Nullable RelationId before) {
        Optional<Relation> relation = work.named("relation", Relation.class, named);
        relation.filter(found -> !found.id().equals(before)).ifPresent(found -> {
            if (found.archived()) {
                work.problem(Problem.of("relation", found.name(), "notActive"));
            }
            work.hold(found);
        });
        return relation;
    }

    /** Checks that a contact person is at the relation and is still offered. */
    void contact(@Nullable ContactPersonId named, @Nullable RelationId relation, @Nullable ContactPersonId before) {
        work.named("contact", ContactPerson.class, named).ifPresent(person -> {
            if (!person.relation().equals(relation)) {
                work.problem(Problem.of("contact", person.id(), "contact.otherRelation"));
            } else if (!person.active() && !person.id().equals(before)) {
                work.problem(Problem.of("contact", person.id(), "notActive"));
            }
        });
    }

    /** Checks that a deal is one of the relation; one that was discarded since may stay. */
    void opportunity(@Nullable OpportunityId named, @Nullable RelationId relation, @Nullable OpportunityId before) {
        if (named == null || named.equals(before)) {
            return;
        }
        if (!work.setup().hasOpportunities()) {
            throw new NotOfferedException("opportunities");
        }
        work.named("opportunity", Opportunity.class, named)
                .filter(deal -> !deal.relation().equals(relation))
                .ifPresent(deal -> work.problem(Problem.of("opportunity", deal.id(), "opportunity.otherRelation")));
    }

    /** Checks that representatives are still offered. */
    void representatives(String field, List<RepresentativeId> named, List<RepresentativeId> before) {
        prefetch(named);
        for (int i = 0; i < named.size(); i++) {
            representative(field + "[" + i + "]", named.get(i), before.contains(named.get(i)));
        }
    }

    /** Checks that a representative is still offered. */
    Optional<RepresentativeId> representative(String field, RepresentativeId named, boolean before) {
        prefetch(List.of(named));
        Optional<Representative> found = work.named(field, Representative.class, named);
        if (found.isPresent() && !found.get().active() && !before) {
            work.problem(Problem.of(field, found.get().name(), "notActive"));
        }
        return found.map(Representative::id);
    }

    /**
     * Settles who is in charge: whom the draft names, else who was filled in before and stays, else the relation's
     * account manager, else the actor's own representative, each only while active; else somebody must be named.
     *
     * @param before who is in charge now
     * @param keeps who was filled in before and stays
     */
    Optional<RepresentativeId> inCharge(
            String field,
            @Nullable RepresentativeId named,
            Optional<Relation> relation,
            @Nullable RepresentativeId before,
            @Nullable RepresentativeId keeps) {
        if (named != null) {
            return representative(field, named, named.equals(before));
        }
        if (keeps != null) {
            return Optional.of(keeps);
        }
        RepresentativeId accountManager = relation.map(Relation::accountManager).orElse(null);
        prefetch(Collections.singletonList(accountManager));
        Optional<RepresentativeId> filledIn =
                active(accountManager).or(() -> active(work.actor().who().representative()));
        if (filledIn.isEmpty() && relation.isPresent()) {
            nobody(field, Arrays.asList(accountManager, work.actor().who().representative()));
        }
        return filledIn;
    }

    /** Gives the actor's own representative, or tells that somebody must be named. */
    Optional<RepresentativeId> me(String field) {
        RepresentativeId actor = work.actor().who().representative();
        Optional<RepresentativeId> me = active(actor);
        if (me.isEmpty()) {
            nobody(field, Collections.singletonList(actor));
        }
        return me;
    }

    /** Reads representatives, and with them the one who acts, whom each command asks for in the end. */
    void prefetch(List<? extends @Nullable RepresentativeId> named) {
        List<@Nullable RepresentativeId> all = new ArrayList<>(named);
        all.add(work.actor().who().representative());
        work.prefetch(Representative.class, all);
    }

    /** Tells that somebody must be named, and who was passed over because they are archived. */
    private void nobody(String field, List<@Nullable RepresentativeId> passedOver) {
        String archived = passedOver.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(known -> work.get(Representative.class, known).name())
                .collect(Collectors.joining(", "));
        work.problem(
                archived.isEmpty()
                        ? Problem.of(field, null, "required")
                        : Problem.of(field, null, "mention.archived").with("archived", archived));
    }

    private Optional<RepresentativeId> active(@Nullable RepresentativeId id) {
        return Optional.ofNullable(id)
                .filter(known -> work.get(Representative.class, known).active());
    }
}
