package org.carnetcrm.testkit;

import static org.carnetcrm.testkit.Scene.pick;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;

/** What steps do with actions and notes. */
final class ActivityDeeds {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** 29 March 2026 has no half past two in Brussels, 25 October 2026 has it twice. */
    private static final LocalDate GAP = LocalDate.of(2026, 3, 29);

    private static final LocalDate OVERLAP = LocalDate.of(2026, 10, 25);

    private static final List<String> ACTION_TYPES = Arrays.asList("VISIT", null, "CALL", null, "NONE");
    private static final List<String> NOTE_TYPES = Arrays.asList("GENERAL", null, "SALES", "NONE");

    private final Scene scene;

    ActivityDeeds(Scene scene) {
        this.scene = scene;
    }

    Object onAction(Desk desk, CrmHistory.Step step) {
        switch (step.deed()) {
            case PLAN:
                return desk.actions().plan(draft(desk, step));
            case PLAN_TWO:
                return desk.actions().planAll(List.of(draft(desk, step).hostReference(null), draft(desk, step)));
            case RECORD:
                return desk.actions().record(draft(desk, step));
            default:
        }
        if (scene.actions().isEmpty()) {
            return desk.actions().plan(draft(desk, step));
        }
        Action present = pick(suited(desk, step), step.target());
        ActionId id = present.id();
        int version = Scene.version(present, step);
        return switch (step.deed()) {
            case COMPLETE ->
                step.variant() % 2 == 0
                        ? desk.actions().complete(id, version)
                        : desk.actions().complete(id, version, changed(desk, present, step));
            case CANCEL -> desk.actions().cancel(id, version);
            case UNDO -> desk.actions().undo(id, version);
            case DISCARD_COST -> desk.actions().discardCost(id, version, step.variant() % 3);
            case DISCARD_ACTION -> {
                desk.actions().discard(id, version);
                yield new Scene.Discarded(id);
            }
            default -> desk.actions().change(id, version, changed(desk, present, step));
        };
    }

    /** Mostly the actions with which a step may succeed. */
    private List<Action> suited(Desk desk, CrmHistory.Step step) {
        List<Action> all = scene.actions().stream()
                .map(id -> desk.actions().find(id).orElseThrow())
                .toList();
        List<Action> suited = all.stream()
                .filter(action -> switch (step.deed()) {
                    case COMPLETE, CANCEL -> action.progress() == Progress.PLANNED;
                    case UNDO -> action.progress() != Progress.PLANNED;
                    case DISCARD_COST -> !action.costs().isEmpty();
                    default -> true;
                })
                .toList();
        return suited.isEmpty() || step.variant() % 5 == 0 ? all : suited;
    }

    private ActionDraft draft(Desk desk, CrmHistory.Step step) {
        RelationId relation = scene.relation(step);
        return ActionDraft.with(relation)
                .type(pick(ACTION_TYPES, step.variant()))
                .contact(scene.contact(desk, relation, step))
                .opportunity(scene.deal(desk, relation, step))
                .representative(step.variant() % 4 == 1 ? pick(scene.team(), step.target()) : null)
                .participants(step.variant() % 3 == 1 ? scene.team().subList(0, 1 + step.target() % 3) : List.of())
                .schedule(schedule(step))
                .subject(step.variant() % 2 == 0 ? step.text() : "Visit")
                .note(step.variant() % 5 == 0 ? step.text() : null)
                .newStatus(step.variant() % 2 == 0 ? pick(Scene.STATUSES, step.target()) : null)
                .newPriority(step.variant() % 5 == 1 ? "HIGH" : null)
                .costs(costs(step))
                .doneOn(scene.date(step))
                .hostReference(scene.reference("A-", step));
    }

    private ActionDraft changed(Desk desk, Action present, CrmHistory.Step step) {
        ActionDraft form = ActionDraft.from(present);
        RelationId relation = scene.relation(step);
        return switch (step.variant() % 11) {
            case 0 -> form.subject(step.text());
            case 1 -> form.note(step.text());
            case 2 -> form.schedule(schedule(step));
            case 3 -> form.newStatus(pick(Scene.STATUSES, step.target())).doneOn(scene.date(step));
            case 4 -> form.newStatus(null).newPriority(step.target() % 2 == 0 ? "HIGH" : null);
            case 5 -> form.costs(costs(step));
            case 6 ->
                form.relation(relation)
                        .contact(scene.contact(desk, relation, step))
                        .opportunity(scene.deal(desk, relation, step));
            case 7 -> form.representative(step.target() % 3 == 0 ? null : pick(scene.team(), step.target()));
            case 8 -> form.participants(scene.team()).type(pick(ACTION_TYPES, step.target()));
            case 9 -> form.hostReference(step.target() % 2 == 0 ? "A-" + step.target() % Scene.REFERENCES : null);
            default -> form;
        };
    }

    private ScheduleDraft schedule(CrmHistory.Step step) {
        LocalDate day = scene.today().plusDays(step.target() % 20 - 10);
        return switch (step.variant() % 9) {
            case 0 -> new ScheduleDraft(day, day.plusDays(step.target() % 6 - 1), null, null, null);
            case 1 -> new ScheduleDraft(day, null, LocalTime.of(9, 0), LocalTime.of(10, 30), null);
            case 2 -> new ScheduleDraft(day, day.plusDays(1), LocalTime.of(23, 30), LocalTime.MIDNIGHT, BRUSSELS);
            case 3 -> new ScheduleDraft(GAP, null, LocalTime.of(1, 30), LocalTime.of(2, 30), BRUSSELS);
            case 4 -> new ScheduleDraft(OVERLAP, null, LocalTime.of(2, 15), LocalTime.of(2, 45), BRUSSELS);
            case 5 -> new ScheduleDraft(day, day.plusDays(2), LocalTime.of(8, 0), LocalTime.of(7, 0), null);
            default -> new ScheduleDraft(day, null, null, null, null);
        };
    }

    private static List<CostDraft> costs(CrmHistory.Step step) {
        CostDraft lunch = CostDraft.of("Lunch").price(step.number()).quantity(step.variant() % 2 == 0 ? "1.5" : null);
        CostDraft sample = CostDraft.ofProduct("KIT-" + step.target() % 4).quantity("3");
        return switch (step.variant() % 4) {
            case 0 -> List.of();
            case 1 -> List.of(lunch);
            case 2 -> List.of(sample, lunch.currency("JPY"));
            default -> List.of(sample, sample.description("Again").price("7.005"));
        };
    }

    Object onNote(Desk desk, CrmHistory.Step step) {
        if (step.deed() == CrmHistory.Deed.ADD_NOTE || scene.notes().isEmpty()) {
            return desk.notes().add(note(desk, step));
        }
        NoteId id = pick(scene.notes(), step.target());
        Optional<Note> seen = desk.notes().find(id);
        if (seen.isEmpty()) {
            return desk.notes().complete(id, 1);
        }
        Note present = seen.get();
        int version = Scene.version(present, step);
        return switch (step.deed()) {
            case TICK_NOTE ->
                switch (step.variant() % 4) {
                    case 0 -> desk.notes().complete(id, version);
                    case 1 -> desk.notes().reopen(id, version);
                    case 2 -> desk.notes().pin(id, version);
                    default -> desk.notes().unpin(id, version);
                };
            case DISCARD_NOTE -> {
                desk.notes().discard(id, version);
                yield new Scene.Discarded(id);
            }
            default -> desk.notes().change(id, version, changed(desk, present, step));
        };
    }

    /** Notes for administrators only have host references of their own, so that they meet no other hidden note. */
    private NoteDraft note(Desk desk, CrmHistory.Step step) {
        RelationId relation = scene.relation(step);
        boolean hidden = step.variant() % 3 == 1;
        return NoteDraft.about(relation)
                .opportunity(scene.deal(desk, relation, step))
                .assignee(step.variant() % 4 == 1 ? pick(scene.team(), step.target()) : null)
                .date(step.variant() % 5 == 0 ? null : scene.today().plusDays(step.target() % 30 - 10))
                .type(pick(NOTE_TYPES, step.variant()))
                .text(step.text())
                .pinned(step.target() % 3 == 0)
                .done(step.target() % 4 == 0)
                .adminOnly(hidden)
                .hostReference(scene.reference(hidden ? "H-" : "N-", step));
    }

    private NoteDraft changed(Desk desk, Note present, CrmHistory.Step step) {
        NoteDraft form = NoteDraft.from(present);
        return switch (step.variant() % 6) {
            case 0 -> form.adminOnly(!present.isAdminOnly()).hostReference(null);
            case 1 -> form.text(step.text());
            case 2 -> form.date(scene.today().plusDays(step.target() % 30 - 10));
            case 3 -> form.assignee(pick(scene.team(), step.target()));
            case 4 ->
                form.opportunity(scene.deal(desk, present.relation(), step)).type(pick(NOTE_TYPES, step.target()));
            default -> form;
        };
    }
}
