package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;

/** Deals in each order, as a whole and apart by the dimensions that lists are asked for most. */
final class OpportunityIndex {

    private static final List<OpportunityDimension> PARTS =
            List.of(OpportunityDimension.RELATION, OpportunityDimension.MANAGER, OpportunityDimension.STAGE);

    private static final NavigableMap<SortKey<Long>, Opportunity> NOTHING =
            java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(SortKey.<Long>order()));

    private final Map<OpportunityOrder, Map<String, NavigableMap<SortKey<Long>, Opportunity>>> indexes =
            new EnumMap<>(OpportunityOrder.class);

    OpportunityIndex() {
        for (OpportunityOrder order : OpportunityOrder.values()) {
            indexes.put(order, new HashMap<>());
        }
    }

    void put(Opportunity deal) {
        for (OpportunityOrder order : OpportunityOrder.values()) {
            SortKey<Long> key = key(order, deal);
            if (key != null) {
                for (String part : parts(deal)) {
                    indexes(order)
                            .computeIfAbsent(part, p -> new TreeMap<>(SortKey.<Long>order()))
                            .put(key, deal);
                }
            }
        }
    }

    void remove(Opportunity deal) {
        for (OpportunityOrder order : OpportunityOrder.values()) {
            SortKey<Long> key = key(order, deal);
            if (key != null) {
                for (String part : parts(deal)) {
                    Objects.requireNonNull(indexes(order).get(part)).remove(key);
                }
            }
        }
    }

    /** Gives the smallest index that has all the deals of a filter in an order. */
    NavigableMap<SortKey<Long>, Opportunity> of(OpportunityFilter filter, OpportunityOrder order) {
        for (OpportunityDimension dimension : PARTS) {
            Set<String> texts = filter.among().get(dimension);
            if (texts != null && texts.size() == 1) {
                return indexes(order)
                        .getOrDefault(dimension + "/" + texts.iterator().next(), NOTHING);
            }
        }
        return indexes(order).getOrDefault("", NOTHING);
    }

    private Map<String, NavigableMap<SortKey<Long>, Opportunity>> indexes(OpportunityOrder order) {
        return Objects.requireNonNull(indexes.get(order));
    }

    private static List<String> parts(Opportunity deal) {
        List<String> parts = new ArrayList<>(List.of(""));
        parts.add(OpportunityDimension.RELATION + "/" + deal.relation());
        parts.add(OpportunityDimension.MANAGER + "/" + deal.manager());
        parts.add(OpportunityDimension.STAGE + "/" + deal.stage());
        return parts;
    }

    private static @org.jspecify.annotations.Nullable SortKey<Long> key(OpportunityOrder order, Opportunity deal) {
        LocalDate date = order.of(deal);
        if (date == null) {
            return null;
        }
        long day = date.toEpochDay();
        return new SortKey<>(order.isLatestFirst() ? -day : day, deal.id().value());
    }
}
