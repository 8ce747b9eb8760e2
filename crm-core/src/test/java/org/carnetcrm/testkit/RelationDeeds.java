package org.carnetcrm.testkit;

import static org.carnetcrm.testkit.Scene.pick;

import java.util.List;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;

/** What steps do with relations, the people there, representatives and configured lists. */
final class RelationDeeds {

    /** Entries whose retirement leaves no list empty. */
    private static final List<String> RETIRED = List.of("CALL", "SALES", "LETTER", "BUDGET");

    private final Scene scene;

    RelationDeeds(Scene scene) {
        this.scene = scene;
    }

    Object onRelation(Desk desk, CrmHistory.Step step) {
        RelationDraft draft = RelationDraft.company(step.text()).status(pick(Scene.STATUSES, step.variant()));
        if (step.deed() == CrmHistory.Deed.ADD_RELATION) {
            return desk.relations()
                    .add(draft.sector(step.variant() % 4 == 1 ? "retail" : null)
                            .hostReference(step.variant() % 3 == 0 ? "R-" + step.target() % Scene.REFERENCES : null)
                            .accountManager(step.target() % 4 == 0 ? scene.other() : null));
        }
        Relation present = desk.relations().find(scene.relation(step)).orElseThrow();
        return switch (step.deed()) {
            case CHANGE_RELATION ->
                desk.relations().change(present.id(), present.version(), changed(present, draft.status(), step));
            case ARCHIVE_RELATION ->
                step.variant() % 3 == 0
                        ? desk.relations().archive(present.id(), present.version())
                        : desk.relations().restore(present.id(), present.version());
            case CORRECT_STATUS -> {
                int rows = desk.relations().history(present.id()).rows().size();
                yield desk.relations()
                        .correct(
                                present.id(),
                                present.version(),
                                1 + step.target() % (rows + 1),
                                pick(Scene.STATUSES, step.variant()),
                                scene.today().minusDays(step.variant() % 9 - 1));
            }
            case ADD_CONTACT -> desk.relations().addContact(present.id(), ContactPersonDraft.named(null, step.text()));
            default ->
                desk.relations()
                        .assignWithOpenDeals(present.id(), present.version(), pick(scene.team(), step.variant()));
        };
    }

    private RelationDraft changed(Relation present, String status, CrmHistory.Step step) {
        return RelationDraft.from(present)
                .name(step.variant() % 3 == 0 ? step.text() : present.name())
                .status(status)
                .priority(step.variant() % 5 == 0 ? "HIGH" : null)
                .parent(step.variant() % 4 == 0 ? pick(scene.relations(), step.variant()) : null)
                .effectiveOn(scene.date(step));
    }

    Object onPerson(Desk desk, CrmHistory.Step step) {
        boolean active = step.variant() % 3 != 0;
        if (step.deed() == CrmHistory.Deed.CHANGE_REPRESENTATIVE) {
            Representative max = desk.representatives().find(scene.other()).orElseThrow();
            RepresentativeDraft form = RepresentativeDraft.from(max).active(active);
            return desk.representatives()
                    .change(max.id(), max.version(), step.variant() % 2 == 0 ? form : form.region(step.text()));
        }
        if (scene.people().isEmpty()) {
            return desk.relations().addContact(scene.relation(step), ContactPersonDraft.named(null, step.text()));
        }
        ContactPerson person = desk.relations()
                .findContact(pick(scene.people(), step.target()))
                .orElseThrow();
        ContactPersonDraft form = ContactPersonDraft.from(person).active(active);
        return desk.relations()
                .changeContact(
                        person.id(), person.version(), step.variant() % 2 == 0 ? form : form.function(step.text()));
    }

    Object handOver(Desk desk, CrmHistory.Step step) {
        RepresentativeId leaver = pick(scene.team(), step.target());
        Reassignment all = Reassignment.of(leaver, pick(scene.team(), step.variant()));
        return desk.representatives()
                .reassign(step.variant() % 2 == 0 ? all : all.actions(null).relations(null));
    }

    Object configure(Desk desk, CrmHistory.Step step) {
        List<Choice> all = desk.lists().all();
        Choice any = pick(all, step.target());
        String code = pick(RETIRED, step.target());
        Choice spare = all.stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow();
        return switch (step.variant() % 5) {
            case 0 -> desk.choices().add(Priority.of("P" + step.target() % 3, "More"));
            case 1 -> desk.choices().rename(any.id(), any.version(), Labels.of("Other name", "Autre nom", "Naam"));
            case 2, 3 ->
                step.variant() % 3 > 0
                        ? desk.choices().retire(spare.id(), spare.version())
                        : desk.choices().restore(spare.id(), spare.version());
            default -> {
                List<String> types = desk.lists().of(ChoiceKind.NOTE_TYPE).stream()
                        .map(Choice::code)
                        .sorted()
                        .toList();
                yield desk.choices()
                        .reorder(ChoiceKind.NOTE_TYPE, step.target() % 3 == 0 ? types.subList(1, 2) : types);
            }
        };
    }
}
