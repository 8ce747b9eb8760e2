package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.DateRange;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDate;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The deals of one tenant in each order, with their revisions and links. */
final class OpportunityShelf implements Items.Shelved {

    private static final String OPEN = "open/";

    /** The dimensions by which lists are asked for most. */
    private static final List<OpportunityDimension> PARTS =
            List.of(OpportunityDimension.RELATION, OpportunityDimension.MANAGER, OpportunityDimension.STAGE);

    private final Items items;
    private final Map<OpportunityOrder, Sorted<Long, Opportunity>> orders = new EnumMap<>(OpportunityOrder.class);
    private final Map<OpportunityId, List<OpportunityRevision>> revisions = new HashMap<>();
    private final Map<OpportunityId, NavigableMap<UuidId, OpportunityLink>> links = new HashMap<>();

    OpportunityShelf(Items items) {
        this.items = items;
        for (OpportunityOrder order : OpportunityOrder.values()) {
            orders.put(order, new Sorted<>());
        }
    }

    Page<OpportunityRow> list(TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return Pages.cut(
                index(filter, order),
                deal -> filter.matches(subject(deal)),
                deal -> OpportunityRow.of(subject(deal)),
                "opportunities|" + tenant + "|" + order + "|" + filter,
                Long::valueOf,
                request);
    }

    /** Gives every deal of a filter with what dimensions look at, and maybe others. */
    List<OpportunityDimension.Subject> candidates(OpportunityFilter filter) {
        return index(filter, OpportunityOrder.NEWEST).values().stream()
                .map(this::subject)
                .toList();
    }

    static List<OpportunitySummary> summarise(
            List<OpportunityDimension.Subject> candidates,
            OpportunityFilter filter,
            Set<OpportunityDimension> dimensions) {
        Set<OpportunityDimension> asked = EnumSet.of(OpportunityDimension.CURRENCY);
        asked.addAll(dimensions);
        Map<List<String>, Measures> groups = new HashMap<>();
        for (OpportunityDimension.Subject subject : candidates) {
            if (filter.matches(subject)) {
                groups.merge(
                        Groups.key(asked, dimension -> dimension.of(subject)),
                        Measures.of(subject.deal()),
                        Measures::plus);
            }
        }
        return Groups.sorted(groups, asked, OpportunitySummary::new);
    }

    List<StageTime> stageTimes(OpportunityFilter filter, LocalDate today) {
        AsOf view = filter.asOf();
        List<List<OpportunityRevision>> threads = new ArrayList<>();
        for (OpportunityDimension.Subject subject : candidates(filter)) {
            if (filter.matches(subject)) {
                List<OpportunityRevision> all = revisions(subject.deal().id());
                threads.add(view == null ? all : view.within(all));
            }
        }
        return StageTime.sum(threads, view == null || view.date().isAfter(today) ? today : view.date());
    }

    List<OpportunityRevision> revisions(OpportunityId opportunity) {
        return List.copyOf(revisions.getOrDefault(opportunity, List.of()));
    }

    List<OpportunityLink> links(OpportunityId opportunity) {
        NavigableMap<UuidId, OpportunityLink> found = links.get(opportunity);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    void append(OpportunityRevision revision) {
        List<OpportunityRevision> all =
                revisions.computeIfAbsent(revision.deal().id(), id -> new ArrayList<>());
        if (!all.isEmpty()) {
            int last = all.size() - 1;
            all.set(last, all.get(last).followedBy(revision));
        }
        all.add(revision);
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Opportunity deal) {
            orders.forEach((order, index) -> {
                SortKey<Long> key = key(order, deal);
                if (key != null) {
                    index.remove(key, parts(deal));
                }
            });
        } else if (before instanceof OpportunityLink link) {
            Objects.requireNonNull(links.get(link.opportunity())).remove(link.id());
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Opportunity deal) {
            orders.forEach((order, index) -> {
                SortKey<Long> key = key(order, deal);
                if (key != null) {
                    index.put(key, deal, parts(deal));
                }
            });
        } else if (after instanceof OpportunityLink link) {
            links.computeIfAbsent(link.opportunity(), id -> new TreeMap<>(UuidId.ORDER))
                    .put(link.id(), link);
        }
    }

    /** Gives the smallest index that has all the deals of a filter in an order. */
    private NavigableMap<SortKey<Long>, Opportunity> index(OpportunityFilter filter, OpportunityOrder order) {
        AsOf view = filter.asOf();
        if (view != null) {
            return past(view, order);
        }
        NavigableMap<SortKey<Long>, Opportunity> index =
                Objects.requireNonNull(orders.get(order)).of(part(filter));
        DateRange expected = filter.dates().get(OpportunityDate.EXPECTED_CLOSING);
        LocalDate before = expected == null ? null : expected.before();
        return order == OpportunityOrder.EXPECTED_CLOSING && before != null
                ? Sorted.between(index, null, before.toEpochDay())
                : index;
    }

    private NavigableMap<SortKey<Long>, Opportunity> past(AsOf view, OpportunityOrder order) {
        NavigableMap<SortKey<Long>, Opportunity> index = new TreeMap<>(SortKey.<Long>order());
        for (List<OpportunityRevision> thread : revisions.values()) {
            view.of(thread).map(OpportunityRevision::deal).ifPresent(deal -> {
                SortKey<Long> key = key(order, deal);
                if (key != null) {
                    index.put(key, deal);
                }
            });
        }
        return index;
    }

    private static String part(OpportunityFilter filter) {
        String open =
                Set.of(StandingKind.IN_PROGRESS.name()).equals(filter.among().get(OpportunityDimension.STANDING))
                        ? OPEN
                        : "";
        for (OpportunityDimension dimension : PARTS) {
            Set<String> texts = filter.among().get(dimension);
            if (texts != null && texts.size() == 1) {
                return open + dimension + "/" + texts.iterator().next();
            }
        }
        return open + Sorted.WHOLE;
    }

    private static List<String> parts(Opportunity deal) {
        List<String> parts = new ArrayList<>(List.of(
                Sorted.WHOLE,
                OpportunityDimension.RELATION + "/" + deal.relation(),
                OpportunityDimension.MANAGER + "/" + deal.manager(),
                OpportunityDimension.STAGE + "/" + deal.stage()));
        if (deal.isOpen()) {
            List.copyOf(parts).forEach(part -> parts.add(OPEN + part));
        }
        return parts;
    }

    private static @Nullable SortKey<Long> key(OpportunityOrder order, Opportunity deal) {
        LocalDate date = order.of(deal);
        if (date == null) {
            return null;
        }
        long day = date.toEpochDay();
        return new SortKey<>(order.isLatestFirst() ? -day : day, deal.id().value());
    }

    private OpportunityDimension.Subject subject(Opportunity deal) {
        return new OpportunityDimension.Subject(
                deal, items.relation(deal.relation()), items.representative(deal.manager()));
    }
}
