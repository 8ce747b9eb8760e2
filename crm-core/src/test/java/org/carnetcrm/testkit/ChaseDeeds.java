package org.carnetcrm.testkit;

import static org.carnetcrm.testkit.Scene.pick;

import java.util.Arrays;
import java.util.List;
import org.carnetcrm.Desk;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;

/** What steps do with documents and follow-ups. */
final class ChaseDeeds {

    private static final List<String> CHANNELS = Arrays.asList("PHONE", null, "LETTER", "NONE", null);

    private final Scene scene;

    ChaseDeeds(Scene scene) {
        this.scene = scene;
    }

    Object onDocument(Desk desk, CrmHistory.Step step) {
        if (step.deed() == CrmHistory.Deed.REGISTER || scene.documents().isEmpty()) {
            return step.variant() % 3 == 0
                    ? desk.documents().ensure(document(step).hostReference("B-" + step.target() % Scene.REFERENCES))
                    : desk.documents().add(document(step));
        }
        BusinessDocument present =
                desk.documents().find(pick(scene.documents(), step.target())).orElseThrow();
        DocumentId id = present.id();
        int version = Scene.version(present, step);
        if (step.deed() == CrmHistory.Deed.CLOSE_DOCUMENT) {
            boolean close = present.isOpen() == (step.variant() % 5 != 0);
            return close
                    ? desk.documents().close(id, version, scene.date(step))
                    : desk.documents().reopen(id, version);
        }
        return desk.documents().change(id, version, changed(present, step));
    }

    private DocumentDraft document(CrmHistory.Step step) {
        RelationId relation = scene.relation(step);
        DocumentDraft draft = switch (step.variant() % 4) {
            case 0 -> DocumentDraft.invoice(step.text(), relation);
            case 1 -> DocumentDraft.quote("Q-" + step.target() % 7, relation);
            default -> DocumentDraft.order("SO-" + step.target(), relation);
        };
        return draft.date(scene.date(step))
                .amount(step.variant() % 2 == 0 ? step.number() : null)
                .currency(step.variant() % 7 == 0 ? "KWD" : null)
                .chaseOn(step.target() % 3 == 0 ? null : scene.today().plusDays(step.variant() % 20 - 5))
                .hostReference(scene.reference("B-", step));
    }

    private DocumentDraft changed(BusinessDocument present, CrmHistory.Step step) {
        DocumentDraft form = DocumentDraft.from(present);
        return switch (step.variant() % 6) {
            case 0 -> form.number(step.text());
            case 1 -> form.amount(step.number());
            case 2 -> form.chaseOn(step.target() % 4 == 0 ? null : scene.today().plusDays(step.target() % 9));
            case 3 -> form.date(scene.today().minusDays(step.target() % 9));
            case 4 -> moved(form, scene.relation(step));
            default -> form;
        };
    }

    private static DocumentDraft moved(DocumentDraft form, RelationId relation) {
        return new DocumentDraft(
                form.kind(),
                form.number(),
                relation,
                form.date(),
                form.amount(),
                form.currency(),
                form.chaseOn(),
                form.hostReference());
    }

    Object onFollowUp(Desk desk, CrmHistory.Step step) {
        if (scene.documents().isEmpty()) {
            return desk.documents().add(document(step));
        }
        boolean records = step.deed() == CrmHistory.Deed.FOLLOW_UP || step.deed() == CrmHistory.Deed.FOLLOW_UP_TWO;
        if (records || scene.followUps().isEmpty()) {
            return step.deed() == CrmHistory.Deed.FOLLOW_UP_TWO
                    ? desk.followUps().recordAll(List.of(followUp(step).note("Twin"), followUp(step)))
                    : desk.followUps().record(followUp(step));
        }
        FollowUp present =
                desk.followUps().find(pick(scene.followUps(), step.target())).orElseThrow();
        FollowUpId id = present.id();
        int version = Scene.version(present, step);
        if (step.deed() == CrmHistory.Deed.DISCARD_FOLLOW_UP) {
            desk.followUps().discard(id, version);
            return new Scene.Discarded(id);
        }
        return desk.followUps().change(id, version, changed(present, step));
    }

    private FollowUpDraft followUp(CrmHistory.Step step) {
        FollowUpDraft draft = step.variant() % 7 == 0
                ? FollowUpDraft.with(scene.relation(step)).document(pick(scene.documents(), step.target()))
                : FollowUpDraft.about(pick(scene.documents(), step.target()));
        return draft.by(step.variant() % 4 == 1 ? pick(scene.team(), step.target()) : null)
                .date(scene.date(step))
                .nextOn(step.variant() % 3 == 1 ? null : scene.today().plusDays(step.target() % 15 - 1))
                .channel(pick(CHANNELS, step.variant()))
                .note(step.variant() % 2 == 0 ? step.text() : null);
    }

    private FollowUpDraft changed(FollowUp present, CrmHistory.Step step) {
        FollowUpDraft form = FollowUpDraft.from(present);
        return switch (step.variant() % 6) {
            case 0 -> form.note(step.text());
            case 1 -> form.date(scene.today().minusDays(step.target() % 12)).nextOn(null);
            case 2 -> form.nextOn(scene.today().plusDays(step.target() % 12 - 3));
            case 3 -> form.by(pick(scene.team(), step.target())).channel(pick(CHANNELS, step.target()));
            case 4 -> form.document(pick(scene.documents(), step.target()));
            default -> form;
        };
    }
}
