package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.action.Action;
import org.carnetcrm.actor.Who;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.CalendarKind;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;
import org.carnetcrm.timeline.TimelineKind;

/** Timelines, calendars and the histories of many relations at once, each against a plain reckoning. */
abstract class TimeContract extends ChaseContract {

    private static final List<ZoneId> READERS = Stream.of(
                    "UTC", "Pacific/Kiritimati", "America/New_York", "Europe/Brussels", "-18:00", "+18:00")
            .map(ZoneId::of)
            .toList();

    @Property(shrinking = ShrinkingMode.OFF)
    void a_timeline_tells_everything_of_its_subject_newest_first(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        List<UuidId> subjects = new ArrayList<>(player.relations());
        subjects.addAll(player.deals());
        for (UuidId subject : subjects) {
            TimelineKind[] kinds = Stream.of(TimelineKind.values())
                    .filter(kind -> random.nextInt(3) > 0)
                    .toArray(TimelineKind[]::new);
            TimelineFilter filter = TimelineFilter.of(subject, kinds).withAdminOnly(random.nextBoolean());
            List<TimelineEntry> entries = happened(contents, subject).stream()
                    .filter(entry -> kinds.length == 0 || List.of(kinds).contains(entry.kind()))
                    .filter(entry -> filter.adminOnlyToo() || !entry.adminOnly())
                    .sorted(TimelineEntry.ORDER)
                    .toList();
            for (int size : new int[] {1, 3, 1000}) {
                assertThat(listed(s -> CrmPlayer.all(size, request -> s.timeline(ACME, filter, request))))
                        .as("%s", filter)
                        .isEqualTo(entries);
            }
        }
    }

    private static List<TimelineEntry> happened(Contents contents, UuidId subject) {
        List<TimelineEntry> entries = new ArrayList<>();
        contents.actions().stream()
                .filter(action -> isAbout(subject, action.relation(), action.opportunity()))
                .map(TimelineEntry::of)
                .forEach(entries::add);
        contents.notes().stream()
                .filter(note -> isAbout(subject, note.relation(), note.opportunity()))
                .map(TimelineEntry::of)
                .forEach(entries::add);
        contents.deals().stream()
                .filter(deal -> isAbout(subject, deal.relation(), deal.id()))
                .flatMap(deal -> Stream.of(TimelineEntry.of(deal), TimelineEntry.ofClosing(deal)))
                .filter(Objects::nonNull)
                .forEach(entries::add);
        contents.followUps().stream()
                .filter(followUp -> followUp.relation().equals(subject))
                .map(followUp ->
                        TimelineEntry.of(followUp, contents.document(followUp).number()))
                .forEach(entries::add);
        contents.documents().stream()
                .filter(document -> document.relation().equals(subject))
                .map(TimelineEntry::of)
                .forEach(entries::add);
        contents.changes().stream()
                .filter(change -> change.relation().equals(subject))
                .map(TimelineEntry::of)
                .forEach(entries::add);
        return entries;
    }

    private static boolean isAbout(UuidId subject, RelationId relation, OpportunityId deal) {
        return subject.equals(relation) || subject.equals(deal);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_calendar_tells_what_stands_on_each_day_of_a_reader(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (RepresentativeId who : contents.representatives().keySet()) {
            for (ZoneId zone : READERS) {
                CalendarKind[] kinds = Stream.of(CalendarKind.values())
                        .filter(kind -> random.nextInt(4) > 0)
                        .toArray(CalendarKind[]::new);
                LocalDate from = Workbench.FIRST_DAY.plusDays(random.nextInt(60) - 30);
                CalendarFilter filter = CalendarFilter.of(who, from, from.plusDays(random.nextInt(240)), zone, kinds)
                        .withAdminOnly(random.nextBoolean());
                List<CalendarEntry> entries = standing(contents, filter);
                for (int size : new int[] {1, 4, 1000}) {
                    assertThat(listed(s -> CrmPlayer.all(size, request -> s.calendar(ACME, filter, request))))
                            .as("%s", filter)
                            .isEqualTo(entries);
                }
            }
        }
    }

    /** Every day and every thing, one by one. */
    private static List<CalendarEntry> standing(Contents contents, CalendarFilter filter) {
        List<CalendarEntry> entries = new ArrayList<>();
        filter.from().datesUntil(filter.to().plusDays(1)).forEach(day -> {
            for (Action action : contents.actions()) {
                boolean there = !day.isBefore(action.schedule().firstFor(filter.zone()))
                        && !day.isAfter(action.schedule().lastFor(filter.zone()));
                if (there && action.crew().everybody().contains(filter.representative())) {
                    entries.add(CalendarEntry.of(action, day, filter, contents.name(action.relation())));
                }
            }
            for (Note note : contents.notes()) {
                boolean seen = filter.adminOnlyToo() || !note.isAdminOnly();
                if (seen && note.date().equals(day) && note.assignee().equals(filter.representative())) {
                    entries.add(CalendarEntry.of(note, contents.name(note.relation())));
                }
            }
            for (BusinessDocument document : contents.documents()) {
                if (day.equals(contents.dueOn(document))
                        && filter.representative().equals(contents.chaser(document))) {
                    entries.add(CalendarEntry.of(document, day, contents.name(document.relation())));
                }
            }
            for (Opportunity deal : contents.deals()) {
                if (deal.isOpen()
                        && day.equals(deal.horizon().expectedClosing())
                        && deal.manager().equals(filter.representative())) {
                    entries.add(CalendarEntry.of(deal, day, contents.name(deal.relation())));
                }
            }
        });
        return entries.stream()
                .filter(entry -> filter.kinds().contains(entry.kind()))
                .sorted(CalendarEntry.ORDER)
                .toList();
    }

    @Provide
    Arbitrary<List<RelationChange>> rows() {
        return ChaseArbitraries.relationChanges(new RelationId(new UUID(1, 1)));
    }

    @Property
    void rows_of_a_history_come_back_equal_to_what_was_stored(@ForAll("rows") List<RelationChange> rows) {
        bench();
        RelationId relation = rows.get(0).relation();
        for (RelationChange row : rows) {
            apply(new ChangeSet(ACME, Who.SYSTEM, row.recordedAt(), List.of(), Map.of(), List.of(row), List.of()));
        }
        assertThat(listed(s -> s.relationChanges(ACME, List.of(relation)))).isEqualTo(rows);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void histories_of_many_relations_come_in_the_order_asked_and_changes_of_status_by_day(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<RelationId> asked = new ArrayList<>(player.relations());
        java.util.Collections.shuffle(asked, random);
        asked.add(0, new RelationId(new UUID(0, 0)));
        List<RelationChange> rows = listed(s -> s.relationChanges(ACME, asked));
        assertThat(rows)
                .isEqualTo(asked.stream()
                        .flatMap(id -> listed(s -> s.relationChanges(ACME, List.of(id))).stream())
                        .toList());

        Set<String> codes = Set.of("CUSTOMER", "FORMER");
        LocalDate from = Workbench.FIRST_DAY.plusDays(random.nextInt(20) - 10);
        LocalDate to = from.plusDays(random.nextInt(60) - 1);
        List<RelationChange> changes = listed(s -> s.statusChanges(ACME, codes, from, to));
        assertThat(changes)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .filter(row -> row.aspect() == Aspect.STATUS && codes.contains(Objects.toString(row.to())))
                        .filter(row -> !row.effectiveOn().isBefore(from)
                                && !row.effectiveOn().isAfter(to))
                        .toList());
        assertThat(changes).isSortedAccordingTo(Comparator.comparing(RelationChange::effectiveOn));
        assertThat(changes.stream()
                        .collect(Collectors.groupingBy(RelationChange::relation))
                        .values())
                .allSatisfy(ofOne -> assertThat(ofOne)
                        .isSortedAccordingTo(Comparator.comparing(RelationChange::effectiveOn)
                                .thenComparing(RelationChange::number)));
    }
}
