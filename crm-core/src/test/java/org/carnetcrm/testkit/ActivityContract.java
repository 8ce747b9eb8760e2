package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.store.Change;

/** Actions with their costs, and notes: what was stored is found, lists, counts and sums. */
abstract class ActivityContract extends TenantContract {

    @Provide
    Arbitrary<Action> actions() {
        return ActivityArbitraries.actions();
    }

    @Property
    void an_action_comes_back_equal_to_what_was_stored(@ForAll("actions") Action drawn) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        Opportunity deal = bench.deal();
        ContactPersonId person = bench.unit(desk -> desk.relations()
                .addContact(deal.relation(), ContactPersonDraft.named(null, "Ann"))
                .id());
        Action action = new Action(
                drawn.id(),
                drawn.version(),
                new Action.Concern(
                        deal.relation(),
                        drawn.concern().contact() == null ? null : person,
                        drawn.opportunity() == null ? null : deal.id()),
                new Action.Crew(
                        bench.lea(),
                        drawn.crew().chosen(),
                        drawn.version() % 2 == 0
                                ? List.of()
                                : List.of(player.administrator().who().representative(), bench.lea())),
                drawn.matter(),
                drawn.state(),
                drawn.schedule(),
                drawn.effect(),
                drawn.costs(),
                drawn.hostReference(),
                drawn.recordedAt());
        Action stored = comesBack(Action.class, action);
        assertThat(actions(bench, ActionFilter.all(), ActionOrder.EARLIEST, 9))
                .containsExactly(ActionRow.of(stored, "Acme", "Lea"));
    }

    @Provide
    Arbitrary<Note> notes() {
        return ActivityArbitraries.notes();
    }

    @Property
    void a_note_comes_back_equal_to_what_was_stored(@ForAll("notes") Note drawn) {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        Note note = new Note(
                drawn.id(),
                drawn.version(),
                deal.relation(),
                drawn.opportunity() == null ? null : deal.id(),
                bench.lea(),
                drawn.date(),
                drawn.type(),
                drawn.text(),
                drawn.marks(),
                drawn.hostReference(),
                drawn.recordedAt());
        Note stored = comesBack(Note.class, note);
        assertThat(notes(bench, NoteFilter.all().withAdminOnly(true), NoteOrder.EARLIEST, 9))
                .containsExactly(NoteRow.of(stored, "Acme", "Lea"));
        assertThat(notes(bench, NoteFilter.all(), NoteOrder.PINNED_FIRST, 9)).hasSize(stored.isAdminOnly() ? 0 : 1);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void actions_come_in_each_order_in_pages_that_lose_and_repeat_nothing(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 30; i++) {
            ActionFilter filter = i == 0 ? ActionFilter.all() : actionFilter(random, contents);
            List<ActionRow> earliest = contents.actions().stream()
                    .filter(filter::matches)
                    .sorted(Comparator.<Action, java.time.LocalDate>comparing(
                                    action -> action.schedule().first())
                            .thenComparing(Action::id, UuidId.ORDER))
                    .map(action -> ActionRow.of(
                            action, contents.name(action.relation()), contents.name(action.representative())))
                    .toList();
            List<ActionRow> latest = new ArrayList<>(earliest);
            java.util.Collections.reverse(latest);
            for (int size : new int[] {1, 3, 1000}) {
                assertThat(actions(bench, filter, ActionOrder.EARLIEST, size))
                        .as("%s", filter)
                        .isEqualTo(earliest);
                assertThat(actions(bench, filter, ActionOrder.LATEST, size))
                        .as("%s", filter)
                        .isEqualTo(latest);
            }
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void actions_are_counted_and_their_cost_lines_summed_as_a_plain_fold_does(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 30; i++) {
            ActionFilter filter = i == 0 ? ActionFilter.all() : actionFilter(random, contents);
            Set<ActionDimension> dimensions = EnumSet.noneOf(ActionDimension.class);
            for (ActionDimension dimension : ActionDimension.values()) {
                if (random.nextInt(4) == 0) {
                    dimensions.add(dimension);
                }
            }
            assertThat(listed(s -> s.sumCosts(ACME, filter, dimensions)))
                    .as("%s by %s", filter, dimensions)
                    .isEqualTo(summed(contents.actions(), filter, dimensions));
            dimensions.removeIf(ActionDimension::isOfLines);
            assertThat(listed(s -> s.countActions(ACME, filter, dimensions)))
                    .as("%s by %s", filter, dimensions)
                    .isEqualTo(counted(contents.actions(), filter, dimensions));
        }
    }

    private static List<ActionSummary> counted(
            List<Action> actions, ActionFilter filter, Set<ActionDimension> dimensions) {
        Map<String, ActionSummary> groups = new TreeMap<>();
        for (Action action : actions) {
            if (filter.matches(action)) {
                Map<ActionDimension, String> key = new EnumMap<>(ActionDimension.class);
                dimensions.forEach(dimension -> key.put(dimension, dimension.of(action)));
                groups.merge(
                        sorting(key),
                        new ActionSummary(key, 1),
                        (one, other) -> new ActionSummary(key, one.count() + other.count()));
            }
        }
        return List.copyOf(groups.values());
    }

    private static List<CostSummary> summed(
            List<Action> actions, ActionFilter filter, Set<ActionDimension> dimensions) {
        Map<String, CostSummary> groups = new TreeMap<>();
        for (Action action : actions) {
            for (Cost line : action.costs()) {
                if (filter.matches(action) && filter.matches(action, line)) {
                    Map<ActionDimension, String> key = new EnumMap<>(ActionDimension.class);
                    dimensions.forEach(dimension -> key.put(dimension, dimension.of(action, line)));
                    key.put(ActionDimension.CURRENCY, line.price().currency().getCurrencyCode());
                    Money amount = line.price().times(line.quantity());
                    groups.merge(
                            sorting(key),
                            new CostSummary(key, 1, amount),
                            (one, other) -> new CostSummary(
                                    key, one.lines() + 1, one.amount().plus(amount)));
                }
            }
        }
        return List.copyOf(groups.values());
    }

    /** Texts of a key in the order of the dimensions; a separator below every character keeps short ones first. */
    private static String sorting(Map<ActionDimension, String> key) {
        return String.join("\u0000", key.values());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void each_row_of_a_summary_lists_the_actions_that_it_counts(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<Action> all = Contents.of(bench, player).actions();
        Set<ActionDimension> finest = EnumSet.allOf(ActionDimension.class);
        for (CostSummary row : inUnit(s -> s.sumCosts(ACME, ActionFilter.all().whoseCostsCount(), finest))) {
            assertThat(actions(bench, row.narrow(ActionFilter.all()), ActionOrder.EARLIEST, 3))
                    .extracting(ActionRow::id)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(action -> action.costs().stream()
                                    .anyMatch(line -> finest.stream()
                                            .allMatch(dimension ->
                                                    dimension.of(action, line).equals(row.get(dimension)))))
                            .map(Action::id)
                            .toList());
        }
        for (ActionSummary row :
                inUnit(s -> s.countActions(ACME, ActionFilter.all(), Set.of(ActionDimension.OPPORTUNITY)))) {
            assertThat(actions(bench, row.narrow(ActionFilter.all()), ActionOrder.LATEST, 2))
                    .hasSize((int) row.count());
        }
    }

    /** A filter of few conditions, each of which some of the actions meet, or none. */
    private static ActionFilter actionFilter(Random random, Contents contents) {
        List<Action> actions = contents.actions();
        ActionFilter filter = ActionFilter.all();
        if (actions.isEmpty()) {
            return filter;
        }
        Action some = actions.get(random.nextInt(actions.size()));
        for (int conditions = random.nextInt(3); conditions > 0; conditions--) {
            ActionDimension dimension = ActionDimension.values()[random.nextInt(ActionDimension.values().length)];
            Set<String> texts = new HashSet<>(random.nextInt(3) == 0 ? List.of("' OR 1=1 --") : List.of());
            Action other = actions.get(random.nextInt(actions.size()));
            other.costs().forEach(line -> texts.add(dimension.of(other, line)));
            if (!dimension.isOfLines()) {
                texts.add(dimension.of(some));
            }
            filter = filter.where(dimension, texts);
        }
        java.time.LocalDate day = some.schedule().first();
        return switch (random.nextInt(5)) {
            case 0 -> filter.between(day.minusDays(random.nextInt(5)), day.plusDays(random.nextInt(5) - 1));
            case 1 -> filter.overdue(day.plusDays(random.nextInt(3)), java.time.ZoneId.of("Pacific/Kiritimati"));
            case 2 -> filter.attendedBy(some.crew().everybody().get(0));
            default -> filter;
        };
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void notes_come_in_each_order_in_pages_that_lose_and_repeat_nothing(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 30; i++) {
            NoteFilter filter = noteFilter(random, contents).withAdminOnly(random.nextBoolean());
            for (NoteOrder order : NoteOrder.values()) {
                List<NoteRow> rows = contents.notes().stream()
                        .filter(filter::matches)
                        .filter(note -> filter.adminOnlyToo() || !note.isAdminOnly())
                        .sorted(inOrder(order))
                        .map(note -> NoteRow.of(note, contents.name(note.relation()), contents.name(note.assignee())))
                        .toList();
                for (int size : new int[] {1, 2, 1000}) {
                    assertThat(notes(bench, filter, order, size))
                            .as("%s %s", order, filter)
                            .isEqualTo(rows);
                }
            }
        }
    }

    private static Comparator<Note> inOrder(NoteOrder order) {
        Comparator<Note> byDate = Comparator.comparing(Note::date);
        return (order == NoteOrder.EARLIEST
                        ? byDate
                        : Comparator.comparing((Note note) -> !note.isPinned()).thenComparing(byDate.reversed()))
                .thenComparing(Note::id, UuidId.ORDER);
    }

    private static NoteFilter noteFilter(Random random, Contents contents) {
        NoteFilter filter = NoteFilter.all();
        if (contents.notes().isEmpty()) {
            return filter;
        }
        Note some = contents.notes().get(random.nextInt(contents.notes().size()));
        filter = switch (random.nextInt(5)) {
            case 0 -> filter.relation(some.relation());
            case 1 -> filter.assignee(some.assignee());
            case 2 -> some.opportunity() == null ? filter : filter.opportunity(some.opportunity());
            case 3 -> filter.type(some.type());
            default -> filter;
        };
        return switch (random.nextInt(4)) {
            case 0 -> filter.reminders();
            case 1 -> filter.history().until(some.date());
            case 2 -> filter.until(some.date().minusDays(random.nextInt(2)));
            default -> filter;
        };
    }

    @Example
    void a_reference_of_a_hidden_note_is_free_for_one_that_everybody_sees() {
        Workbench bench = bench();
        Relation acme = bench.relation("Acme");
        Note hidden = bench.systemUnit(desk -> desk.notes()
                .add(NoteDraft.about(acme.id())
                        .assignee(bench.permit(bench.lea()).lea())
                        .adminOnly(true)
                        .hostReference("N-1")));
        Note seen =
                bench.unit(desk -> desk.notes().add(NoteDraft.about(acme.id()).hostReference("N-1")));
        assertThat(listed(s -> s.findByReference(ACME, Note.class, List.of("N-1"))))
                .containsExactlyInAnyOrder(hidden, seen);

        Note twin = new Note(
                new NoteId(new java.util.UUID(1, 1)),
                1,
                acme.id(),
                null,
                bench.lea(),
                seen.date(),
                seen.type(),
                null,
                new Note.Marks(false, false, true),
                "N-1",
                seen.recordedAt());
        assertThatThrownBy(() -> apply(new Change(null, twin, true))).isInstanceOf(ConflictException.class);
        assertThat(find(Note.class, twin.id())).isEmpty();
    }

    static List<ActionRow> actions(Workbench bench, ActionFilter filter, ActionOrder order, int size) {
        return bench.read(s -> CrmPlayer.all(size, request -> s.actions(ACME, filter, order, request)));
    }

    static List<NoteRow> notes(Workbench bench, NoteFilter filter, NoteOrder order, int size) {
        return bench.read(s -> CrmPlayer.all(size, request -> s.notes(ACME, filter, order, request)));
    }
}
