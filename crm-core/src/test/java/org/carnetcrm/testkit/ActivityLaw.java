package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.timeline.CalendarEntry;

/** What holds of actions, costs, notes, documents and follow-ups after every history of commands. */
public abstract class ActivityLaw extends StoreLaw {

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(50);
    }

    private static final class Played {

        private final Workbench bench;
        private final CrmPlayer player;

        private Played(Workbench bench, CrmHistory history) {
            this.bench = bench;
            this.player = new CrmPlayer(bench);
            player.play(history);
        }

        private Desk system() {
            return bench.system();
        }

        private List<Action> actions() {
            return player.actions().stream()
                    .map(id -> system().actions().find(id).orElseThrow())
                    .toList();
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void x2_undoing_a_completion_gives_the_action_and_the_relation_back_on_every_date(
            @ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        Desk desk = played.bench.desk();
        for (Action planned : played.actions()) {
            if (planned.progress() != Progress.PLANNED) {
                continue;
            }
            Relation relation = desk.relations().find(planned.relation()).orElseThrow();
            List<Object> before = inForce(desk, relation);
            LocalDate on = played.bench.today().minusDays(planned.version() * 3L);
            Action done = desk.actions()
                    .complete(
                            planned.id(),
                            planned.version(),
                            ActionDraft.from(planned).doneOn(on));
            Action undone = desk.actions().undo(done.id(), done.version());
            Relation after = desk.relations().find(relation.id()).orElseThrow();

            assertThat(undone.withVersion(planned.version())).isEqualTo(planned);
            assertThat(after.status()).isEqualTo(relation.status());
            assertThat(after.priority()).isEqualTo(relation.priority());
            assertThat(inForce(desk, relation)).isEqualTo(before);
        }
    }

    /** Status and priority on each date around the history; before the first row there is none. */
    private static List<Object> inForce(Desk desk, Relation relation) {
        return Workbench.FIRST_DAY
                .minusDays(60)
                .datesUntil(Workbench.FIRST_DAY.plusDays(400))
                .<Object>flatMap(day -> Stream.of(Aspect.values())
                        .map(aspect -> desk.relations()
                                .history(relation.id())
                                .inForce(aspect, day)
                                .map(RelationChange::to)))
                .toList();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_form_that_is_handed_in_again_changes_nothing_and_keeps_the_version(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        List<Object> before = played.player.answers();
        Desk desk = played.system();
        for (Action action : played.actions()) {
            assertThat(desk.actions().change(action.id(), action.version(), ActionDraft.from(action)))
                    .isEqualTo(action);
        }
        played.player.notes().forEach(id -> {
            Note note = desk.notes().find(id).orElseThrow();
            assertThat(desk.notes().change(id, note.version(), NoteDraft.from(note)))
                    .isEqualTo(note);
        });
        played.player.documents().forEach(id -> {
            BusinessDocument document = desk.documents().find(id).orElseThrow();
            assertThat(desk.documents().change(id, document.version(), DocumentDraft.from(document)))
                    .isEqualTo(document);
        });
        played.player.followUps().forEach(id -> {
            FollowUp followUp = desk.followUps().find(id).orElseThrow();
            assertThat(desk.followUps().change(id, followUp.version(), FollowUpDraft.from(followUp)))
                    .isEqualTo(followUp);
        });
        assertThat(played.player.answers()).isEqualTo(before);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void b9_each_action_note_and_document_is_in_exactly_one_place(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        Desk desk = played.system();
        ActionFilter all = ActionFilter.all();
        assertThat(Stream.of(Progress.values())
                        .flatMap(progress ->
                                rows(request -> desk.actions()
                                                .list(all.progress(progress), ActionOrder.LATEST, request))
                                        .stream())
                        .map(ActionRow::id))
                .containsExactlyInAnyOrderElementsOf(played.player.actions());
        assertThat(Stream.of(NoteFilter.all().reminders(), NoteFilter.all().history())
                        .flatMap(filter ->
                                rows(request -> desk.notes().list(filter, NoteOrder.EARLIEST, request)).stream())
                        .map(NoteRow::id))
                .containsExactlyInAnyOrderElementsOf(played.player.notes());

        LocalDate today = played.bench.today();
        List<DocumentRow> open =
                rows(request -> desk.documents().list(DocumentFilter.all().open(true), request));
        List<DocumentRow> placed =
                new ArrayList<>(open.stream().filter(row -> row.dueOn() == null).toList());
        for (DueFilter due : List.of(
                DueFilter.all().overdueOn(today),
                DueFilter.all().between(today, today),
                DueFilter.all().after(today))) {
            placed.addAll(rows(request -> desk.followUps().due(due, request)));
        }
        assertThat(placed).containsExactlyInAnyOrderElementsOf(open);
        assertThat(rows(request -> desk.followUps().due(DueFilter.all().dueOn(today), request)))
                .allMatch(row -> !row.dueOn().isAfter(today));
    }

    private static <R> List<R> rows(java.util.function.Function<PageRequest, Page<R>> list) {
        return CrmPlayer.all(7, list);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void d15_d16_costs_by_any_dimension_add_up_to_the_rounded_lines_of_what_was_not_cancelled(
            @ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        Map<String, BigDecimal> expected = new HashMap<>();
        for (Action action : played.actions()) {
            for (Cost line : action.costs()) {
                if (action.progress() != Progress.CANCELLED) {
                    expected.merge(
                            line.price().currency().getCurrencyCode(),
                            line.amount().amount(),
                            BigDecimal::add);
                }
            }
        }
        for (ActionDimension dimension : ActionDimension.values()) {
            Map<String, BigDecimal> sums = new HashMap<>();
            for (CostSummary row : played.system().actions().costs(ActionFilter.all(), dimension)) {
                sums.merge(row.get(ActionDimension.CURRENCY), row.amount().amount(), BigDecimal::add);
            }
            assertThat(sums).as("by %s", dimension).isEqualTo(expected);
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void b10_what_lasts_whole_days_stands_on_the_same_dates_for_every_reader(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        LocalDate from = Workbench.FIRST_DAY.minusDays(60);
        for (Representative who : played.system().representatives().all()) {
            List<List<CalendarEntry>> calendars = Stream.of("UTC", "Pacific/Kiritimati", "-18:00", "America/St_Johns")
                    .map(zone ->
                            played.bench.crm().actingAs(Actor.system("acme").in(ZoneId.of(zone))))
                    .map(desk ->
                            rows(request -> desk.calendar().of(who.id(), from, from.plusDays(365), request)).stream()
                                    .filter(entry -> entry.startAt() == null)
                                    .toList())
                    .toList();
            assertThat(calendars).allMatch(calendar -> calendar.equals(calendars.get(0)));
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void no_text_of_a_note_shows_in_what_anything_prints(@ForAll("histories") CrmHistory history) {
        String secret = "S3CRET";
        Played played = new Played(bench(), history);
        Workbench bench = played.bench;
        Desk desk = played.system();
        Representative lea = desk.representatives().find(bench.lea()).orElseThrow();
        var relation = bench.relation("Acme").id();
        NoteDraft note = NoteDraft.about(relation).assignee(lea.id()).text(secret);
        ActionDraft action = ActionDraft.with(relation).representative(lea.id()).note(secret);
        OpportunityDraft deal = OpportunityDraft.about(relation)
                .manager(lea.id())
                .subject("Deal")
                .probability("5")
                .text(secret);
        DocumentDraft order = DocumentDraft.order("SO-1", relation);
        FollowUpDraft followUp = FollowUpDraft.about(desk.documents().add(order).id())
                .by(lea.id())
                .note(secret);
        List<Object> printed = new ArrayList<>(List.of(note, action, deal, followUp));
        printed.add(desk.notes().add(note));
        printed.add(desk.actions().record(action));
        printed.add(desk.opportunities().open(deal));
        printed.add(desk.followUps().record(followUp));
        printed.add(CrmAnswers.to(bench, Actor.system("acme"), bench.ids()));
        printed.add(CrmAnswers.pagesTo(bench, Actor.system("acme"), bench.ids()));
        String longer = secret.repeat(10_000);
        printed.add(refusal(() -> desk.notes().add(note.text(longer))));
        printed.add(refusal(() -> desk.actions().plan(action.note(longer))));
        printed.add(refusal(() -> desk.opportunities().open(deal.text(longer))));
        printed.add(refusal(() -> desk.followUps().record(followUp.note(longer))));
        assertThat(printed)
                .allSatisfy(each -> assertThat(Objects.toString(each)).doesNotContain(secret));
    }

    private static String refusal(Runnable command) {
        try {
            command.run();
            return Optional.empty().toString();
        } catch (CrmException e) {
            return e + " " + e.getMessage();
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void d14_a_price_that_was_looked_up_stays_though_the_host_tells_another_later(
            @ForAll("histories") CrmHistory history) {
        AtomicReference<BigDecimal> price = new AtomicReference<>(new BigDecimal("12.5"));
        Played played = new Played(
                bench(setup -> setup.withProductCosts((tenant, product, currency, on) -> Optional.of(price.get()))),
                history);
        price.set(new BigDecimal("99"));
        for (Action action : played.actions()) {
            ActionDraft form = ActionDraft.from(action).subject("Other").cost(CostDraft.ofProduct("KIT-9"));
            List<Cost> lines = played.system()
                    .actions()
                    .change(action.id(), action.version(), form)
                    .costs();
            assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(action.costs());
            assertThat(lines.get(lines.size() - 1).price().amount()).isEqualByComparingTo("99");
        }
    }
}
