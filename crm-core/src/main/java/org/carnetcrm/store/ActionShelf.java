package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The actions of one tenant by their first day. */
final class ActionShelf implements Items.Shelved {

    private static final String PLANNED = "planned/";
    private static final String ATTENDEE = "attendee/";
    private static final List<ActionDimension> NARROWEST =
            List.of(ActionDimension.OPPORTUNITY, ActionDimension.RELATION);

    private final Items items;
    private final Sorted<Long, Action> byDay = new Sorted<>();

    ActionShelf(Items items) {
        this.items = items;
    }

    Page<ActionRow> list(TenantId tenant, ActionFilter filter, ActionOrder order, PageRequest request) {
        NavigableMap<SortKey<Long>, Action> index = index(filter);
        return Pages.cut(
                order == ActionOrder.EARLIEST ? index : index.descendingMap(),
                filter::matches,
                this::row,
                "actions|" + tenant + "|" + order + "|" + filter,
                Long::valueOf,
                request);
    }

    /** Gives every action of a filter, and maybe others. */
    List<Action> candidates(ActionFilter filter) {
        return new ArrayList<>(index(filter).values());
    }

    static List<ActionSummary> count(List<Action> candidates, ActionFilter filter, Set<ActionDimension> dimensions) {
        Map<List<String>, Long> groups = new HashMap<>();
        for (Action action : candidates) {
            if (filter.matches(action)) {
                groups.merge(Groups.key(dimensions, dimension -> dimension.of(action)), 1L, Long::sum);
            }
        }
        return Groups.sorted(groups, dimensions, ActionSummary::new);
    }

    static List<CostSummary> sumCosts(List<Action> candidates, ActionFilter filter, Set<ActionDimension> dimensions) {
        Set<ActionDimension> asked = EnumSet.of(ActionDimension.CURRENCY);
        asked.addAll(dimensions);
        Map<List<String>, Sum> groups = new HashMap<>();
        for (Action action : candidates) {
            if (action.costs().isEmpty() || !filter.matches(action)) {
                continue;
            }
            for (Cost line : action.costs()) {
                if (filter.matches(action, line)) {
                    groups.merge(
                            Groups.key(asked, dimension -> dimension.of(action, line)),
                            new Sum(1, line.amount()),
                            Sum::plus);
                }
            }
        }
        return Groups.sorted(groups, asked, (key, sum) -> new CostSummary(key, sum.lines, sum.amount));
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Action action) {
            byDay.remove(key(action), parts(action));
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Action action) {
            byDay.put(key(action), action, parts(action));
        }
    }

    private record Sum(long lines, Money amount) {

        Sum plus(Sum other) {
            return new Sum(lines + other.lines, amount.plus(other.amount));
        }
    }

    private NavigableMap<SortKey<Long>, Action> index(ActionFilter filter) {
        LocalDate from = filter.from();
        return Sorted.between(
                byDay.of(part(filter)), from == null ? null : (Long) from.toEpochDay(), firstDaysBefore(filter));
    }

    private static @Nullable Long firstDaysBefore(ActionFilter filter) {
        ActionFilter.Overdue overdue = filter.overdue();
        long before = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochDay() + 1;
        if (overdue != null) {
            // No two zones are more than two days apart, and no action ends before it begins.
            before = Math.min(before, overdue.today().plusDays(2).toEpochDay());
        }
        return before == Long.MAX_VALUE ? null : (Long) before;
    }

    private static String part(ActionFilter filter) {
        String planned =
                Set.of(Progress.PLANNED.name()).equals(filter.among().get(ActionDimension.PROGRESS)) ? PLANNED : "";
        for (ActionDimension dimension : NARROWEST) {
            Set<String> texts = filter.among().get(dimension);
            if (texts != null && texts.size() == 1 && !texts.contains(ActionDimension.MISSING)) {
                return planned + dimension + "/" + texts.iterator().next();
            }
        }
        RepresentativeId attendee = filter.attendee();
        if (attendee != null) {
            return planned + ATTENDEE + attendee;
        }
        Set<String> carriers = filter.among().get(ActionDimension.REPRESENTATIVE);
        return planned
                + (carriers != null && carriers.size() == 1
                        ? ATTENDEE + carriers.iterator().next()
                        : Sorted.WHOLE);
    }

    private static List<String> parts(Action action) {
        List<String> parts = new ArrayList<>(List.of(Sorted.WHOLE));
        action.crew().everybody().forEach(attendee -> parts.add(ATTENDEE + attendee));
        parts.add(ActionDimension.RELATION + "/" + action.relation());
        if (action.opportunity() != null) {
            parts.add(ActionDimension.OPPORTUNITY + "/" + action.opportunity());
        }
        if (action.progress() == Progress.PLANNED) {
            List.copyOf(parts).forEach(part -> parts.add(PLANNED + part));
        }
        return parts;
    }

    private static SortKey<Long> key(Action action) {
        return new SortKey<>(action.schedule().first().toEpochDay(), action.id().value());
    }

    private ActionRow row(Action action) {
        return ActionRow.of(
                action,
                items.relation(action.relation()).name(),
                items.representative(action.representative()).name());
    }
}
