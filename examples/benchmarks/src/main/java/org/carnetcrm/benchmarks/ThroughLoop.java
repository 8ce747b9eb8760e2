package org.carnetcrm.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Answers by a loop over everything: keep what matches, sort it, cut the page. */
final class ThroughLoop implements Questions {

    private final Grown grown;
    private final Map<RelationId, Relation> relations = new HashMap<>();
    private final Map<RepresentativeId, Representative> representatives = new HashMap<>();
    private final Map<DocumentId, BusinessDocument> documents = new HashMap<>();

    ThroughLoop(Grown grown) {
        this.grown = grown;
        grown.relations.forEach(relation -> relations.put(relation.id(), relation));
        grown.representatives.forEach(representative -> representatives.put(representative.id(), representative));
        grown.documents.forEach(document -> documents.put(document.id(), document));
    }

    @Override
    public List<?> actionsOfRelation(int turn) {
        RelationId relation = relation(turn);
        return page(
                grown.actions,
                action -> action.relation().equals(relation),
                Comparator.comparing((Action action) -> action.schedule().first())
                        .thenComparing(Action::id, UuidId.ORDER)
                        .reversed(),
                this::row);
    }

    @Override
    public List<?> notesOfRelation(int turn) {
        RelationId relation = relation(turn);
        return page(
                grown.notes,
                note -> note.relation().equals(relation),
                Comparator.comparing((Note note) -> !note.isPinned())
                        .thenComparing(Note::date, Comparator.reverseOrder())
                        .thenComparing(Note::id, UuidId.ORDER),
                note -> NoteRow.of(note, name(note.relation()), name(note.assignee())));
    }

    @Override
    public List<?> timeline(int turn) {
        return timeline(relation(turn)).subList(0, PAGE);
    }

    @Override
    public List<?> farTimeline(int turn) {
        int start = grown.size.perRelation() * 3 / 4 / PAGE * PAGE;
        List<TimelineEntry> all = timeline(relation(turn));
        return all.subList(start, Math.min(all.size(), start + PAGE));
    }

    @Override
    public List<?> week(int turn) {
        RepresentativeId who =
                grown.representatives.get(turn % grown.representatives.size()).id();
        LocalDate monday = Grown.TODAY.minusDays(1);
        LocalDate sunday = monday.plusDays(6);
        CalendarFilter filter = CalendarFilter.of(who, monday, sunday, Grown.ZONE);
        List<CalendarEntry> entries = new ArrayList<>();
        for (Action action : grown.actions) {
            LocalDate last = action.schedule().lastFor(Grown.ZONE);
            for (LocalDate day = action.schedule().firstFor(Grown.ZONE); !day.isAfter(last); day = day.plusDays(1)) {
                if (isWithin(day, monday, sunday) && action.crew().everybody().contains(who)) {
                    entries.add(CalendarEntry.of(action, day, filter, name(action.relation())));
                }
            }
        }
        for (Note note : grown.notes) {
            if (isWithin(note.date(), monday, sunday) && note.assignee().equals(who)) {
                entries.add(CalendarEntry.of(note, name(note.relation())));
            }
        }
        for (BusinessDocument document : grown.documents) {
            LocalDate dueOn = document.dueOn();
            if (dueOn != null && isWithin(dueOn, monday, sunday) && who.equals(chaser(document))) {
                entries.add(CalendarEntry.of(document, dueOn, name(document.relation())));
            }
        }
        for (Opportunity deal : grown.deals) {
            LocalDate expected = deal.horizon().expectedClosing();
            if (expected != null
                    && isWithin(expected, monday, sunday)
                    && deal.isOpen()
                    && deal.manager().equals(who)) {
                entries.add(CalendarEntry.of(deal, expected, name(deal.relation())));
            }
        }
        entries.sort(CalendarEntry.ORDER);
        return entries;
    }

    @Override
    public List<?> dueList(int turn) {
        return due(LocalDate.MIN, Grown.TODAY);
    }

    @Override
    public List<?> box(int turn) {
        List<Object> rows = new ArrayList<>(due(LocalDate.MIN, Grown.TODAY.minusDays(1)));
        rows.addAll(due(Grown.TODAY, Grown.TODAY));
        rows.addAll(due(Grown.TODAY.plusDays(1), LocalDate.MAX));
        rows.addAll(page(
                grown.followUps,
                followUp -> true,
                Comparator.comparing(FollowUp::date)
                        .thenComparing(FollowUp::recordedAt)
                        .thenComparing(FollowUp::id, UuidId.ORDER)
                        .reversed(),
                followUp ->
                        FollowUpRow.of(followUp, document(followUp), name(followUp.relation()), name(followUp.by()))));
        return rows;
    }

    @Override
    public List<?> overdueActions(int turn) {
        RepresentativeId who = representative(turn);
        return page(
                grown.actions,
                action -> action.progress() == Progress.PLANNED
                        && action.schedule().lastFor(Grown.ZONE).isBefore(Grown.TODAY)
                        && action.crew().everybody().contains(who),
                Comparator.comparing((Action action) -> action.schedule().first())
                        .thenComparing(Action::id, UuidId.ORDER),
                this::row);
    }

    @Override
    public List<?> openDealsOfManager(int turn) {
        RepresentativeId who = representative(turn);
        return page(
                grown.deals,
                deal -> deal.isOpen() && deal.manager().equals(who),
                Comparator.comparing((Opportunity deal) -> deal.horizon().start(), Comparator.reverseOrder())
                        .thenComparing(Opportunity::id, UuidId.ORDER),
                deal -> OpportunityRow.of(new OpportunityDimension.Subject(
                        deal, known(relations, deal.relation()), known(representatives, deal.manager()))));
    }

    private static <T, R> List<R> page(List<T> all, Predicate<T> filter, Comparator<T> order, Function<T, R> row) {
        List<T> found = new ArrayList<>();
        for (T item : all) {
            if (filter.test(item)) {
                found.add(item);
            }
        }
        found.sort(order);
        List<R> rows = new ArrayList<>(PAGE);
        for (T item : found.subList(0, Math.min(found.size(), PAGE))) {
            rows.add(row.apply(item));
        }
        return rows;
    }

    private List<DocumentRow> due(LocalDate from, LocalDate to) {
        return page(
                grown.documents,
                document -> document.dueOn() != null && isWithin(document.dueOn(), from, to),
                Comparator.comparing((BusinessDocument document) -> known(document.dueOn()))
                        .thenComparing(BusinessDocument::id, UuidId.ORDER),
                document -> DocumentRow.of(document, name(document.relation())));
    }

    private List<TimelineEntry> timeline(RelationId relation) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Action action : grown.actions) {
            if (action.relation().equals(relation)) {
                entries.add(TimelineEntry.of(action));
            }
        }
        for (Note note : grown.notes) {
            if (note.relation().equals(relation)) {
                entries.add(TimelineEntry.of(note));
            }
        }
        for (FollowUp followUp : grown.followUps) {
            if (followUp.relation().equals(relation)) {
                entries.add(TimelineEntry.of(followUp, document(followUp).number()));
            }
        }
        for (BusinessDocument document : grown.documents) {
            if (document.relation().equals(relation)) {
                entries.add(TimelineEntry.of(document));
            }
        }
        for (Opportunity deal : grown.deals) {
            if (deal.relation().equals(relation)) {
                entries.add(TimelineEntry.of(deal));
                TimelineEntry closing = TimelineEntry.ofClosing(deal);
                if (closing != null) {
                    entries.add(closing);
                }
            }
        }
        for (RelationChange change : grown.changes) {
            if (change.relation().equals(relation)) {
                entries.add(TimelineEntry.of(change));
            }
        }
        entries.sort(TimelineEntry.ORDER);
        return entries;
    }

    private @Nullable RepresentativeId chaser(BusinessDocument document) {
        BusinessDocument.Latest latest = document.trail().latest();
        return latest == null ? known(relations, document.relation()).accountManager() : latest.by();
    }

    private ActionRow row(Action action) {
        return ActionRow.of(action, name(action.relation()), name(action.representative()));
    }

    private BusinessDocument document(FollowUp followUp) {
        return known(documents, followUp.document());
    }

    private String name(RelationId relation) {
        return known(relations, relation).name();
    }

    private String name(RepresentativeId representative) {
        return known(representatives, representative).name();
    }

    private RelationId relation(int turn) {
        return grown.relations.get(turn % grown.relations.size()).id();
    }

    private RepresentativeId representative(int turn) {
        return grown.representatives.get(turn % grown.representatives.size()).id();
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return known(map.get(key));
    }

    private static <V> V known(@Nullable V value) {
        return Objects.requireNonNull(value);
    }
}
