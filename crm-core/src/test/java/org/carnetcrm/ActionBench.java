package org.carnetcrm;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.Workbench;
import org.jspecify.annotations.Nullable;

/** A workbench where visits, calls and meetings are done with Acme, a prospect since thirty days. */
final class ActionBench {

    final Workbench bench;
    final Relation acme;

    ActionBench() {
        this(setup -> setup);
    }

    ActionBench(UnaryOperator<Setup> plugs) {
        bench = Workbench.with(plugs);
        Choices choices = bench.system().choices();
        choices.add(ActionType.of("VISIT", "Visit"));
        choices.add(ActionType.of("CALL", "Call"));
        choices.add(ActionType.of("MEETING", "Meeting"));
        choices.add(ActionStatus.of("REPORTED", "Done and reported", Progress.DONE));
        acme = add("Acme");
    }

    Relation add(String name) {
        return relations().add(RelationDraft.company(name).effectiveOn(day(-30)));
    }

    Actions actions() {
        return bench.desk().actions();
    }

    Relations relations() {
        return bench.desk().relations();
    }

    /** The draft of a first visit to Acme tomorrow. */
    ActionDraft visit() {
        return ActionDraft.with(acme.id()).type("VISIT").on(day(1)).subject("First visit");
    }

    Action plan(ActionDraft draft) {
        return actions().plan(draft);
    }

    Action complete(Action action) {
        return actions().complete(action.id(), action.version());
    }

    Action undo(Action action) {
        return actions().undo(action.id(), action.version());
    }

    /** Records a visit to Acme that was done on a day and gave it a status. */
    Action gave(@Nullable String status, LocalDate doneOn) {
        return actions().record(visit().newStatus(status).doneOn(doneOn));
    }

    RepresentativeId representative(String name) {
        return bench.system()
                .representatives()
                .ensure("user-" + name.toLowerCase(java.util.Locale.ROOT), name)
                .id();
    }

    void retire(ChoiceKind list, String code) {
        ChoiceId id = new ChoiceId(list, code);
        int version = bench.desk().lists().find(list, code).orElseThrow().version();
        bench.system().choices().retire(id, version);
    }

    /** Acme as it is now. */
    Relation present() {
        return relations().find(acme.id()).orElseThrow();
    }

    /** Changes Acme's status directly, effective on a day. */
    Relation change(String status, LocalDate effectiveOn) {
        Relation now = present();
        return relations()
                .change(
                        now.id(),
                        now.version(),
                        RelationDraft.from(now).status(status).effectiveOn(effectiveOn));
    }

    /** Corrects a row of Acme's history. */
    Relation correct(int number, @Nullable String code, LocalDate effectiveOn) {
        return relations().correct(acme.id(), present().version(), number, code, effectiveOn);
    }

    /** Acme's status on a day, or - when it had none. */
    String status(LocalDate date) {
        return relations()
                .history(acme.id())
                .inForce(Aspect.STATUS, date)
                .map(RelationChange::to)
                .orElse("-");
    }

    /** The rows of Acme's history as number, kind, from, to, day counted from the first, and the row replaced. */
    List<String> history() {
        return relations().history(acme.id()).rows().stream()
                .map(row -> row.number() + " " + row.kind() + " " + row.from() + ">" + row.to() + " on "
                        + Workbench.FIRST_DAY.until(row.effectiveOn(), java.time.temporal.ChronoUnit.DAYS)
                        + (row.replaces() == null ? "" : " for " + row.replaces()))
                .toList();
    }

    /** A day counted from the first. */
    static LocalDate day(int days) {
        return Workbench.FIRST_DAY.plusDays(days);
    }
}
