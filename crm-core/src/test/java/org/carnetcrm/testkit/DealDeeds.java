package org.carnetcrm.testkit;

import static org.carnetcrm.testkit.Scene.pick;

import java.util.List;
import org.carnetcrm.Desk;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;

/** What steps do with deals and what is linked to them. */
final class DealDeeds {

    private static final List<String> STAGES =
            List.of("QUALIFICATION", "NEEDS", "PROPOSAL", "NEGOTIATION", "WON", "no such stage");
    private static final List<String> CODES = List.of("PRICE", "DELIVERY", "BUDGET", "OTHER", "NONE", "");
    private static final List<String> CATEGORIES = List.of("WEB", "WEB", "", "NONE");
    private static final List<String> BUSINESS_LINES = List.of("IT", "", "IT");

    private final Scene scene;

    DealDeeds(Scene scene) {
        this.scene = scene;
    }

    Object open(Desk desk, CrmHistory.Step step) {
        return step.deed() == CrmHistory.Deed.OPEN_TWO
                ? desk.opportunities()
                        .openAll(List.of(draft(desk, step).subject("Twin").value("1"), draft(desk, step)))
                : desk.opportunities().open(draft(desk, step));
    }

    Object onDeal(Desk desk, CrmHistory.Step step) {
        if (scene.deals().isEmpty()) {
            return open(desk, step);
        }
        Opportunity present = pick(suited(desk, step), step.target());
        OpportunityId id = present.id();
        int version = Scene.version(present, step);
        return switch (step.deed()) {
            case CHANGE, STALE -> desk.opportunities().change(id, version, changed(desk, present, step));
            case MOVE -> desk.opportunities().moveTo(id, version, pick(STAGES, step.variant()));
            case WIN, LOSE, ABANDON -> desk.opportunities().close(id, version, closing(step));
            case CORRECT -> desk.opportunities().correctClosing(id, version, corrected(present, step));
            case REOPEN -> desk.opportunities().reopen(id, version);
            case DISCARD_DEAL -> {
                desk.opportunities().discard(id, version, step.text());
                yield new Scene.Discarded(id);
            }
            default -> desk.opportunities().change(id, version, OpportunityDraft.from(present));
        };
    }

    private ClosingDraft closing(CrmHistory.Step step) {
        String code = pick(CODES, step.variant());
        return switch (step.deed()) {
            case WIN -> ClosingDraft.won().signedTotal(step.number()).on(scene.date(step));
            case LOSE -> ClosingDraft.lost(code).on(scene.date(step)).because(step.text());
            default -> ClosingDraft.abandoned().code(code);
        };
    }

    private static ClosingDraft corrected(Opportunity present, CrmHistory.Step step) {
        ClosingDraft form = ClosingDraft.from(present);
        return step.variant() % 2 == 0 ? form.code(pick(CODES, step.variant())) : form.signedTotal(step.number());
    }

    /** Mostly the deals with which a step may succeed: closed ones to reopen or correct, open ones for all else. */
    private List<Opportunity> suited(Desk desk, CrmHistory.Step step) {
        List<Opportunity> all = scene.deals().stream()
                .map(id -> desk.opportunities().find(id).orElseThrow())
                .toList();
        boolean open = step.deed() != CrmHistory.Deed.REOPEN && step.deed() != CrmHistory.Deed.CORRECT;
        List<Opportunity> suited =
                all.stream().filter(deal -> deal.isOpen() == open).toList();
        return suited.isEmpty() || step.variant() % 4 == 0 ? all : suited;
    }

    Object onLink(Desk desk, CrmHistory.Step step) {
        if (scene.deals().isEmpty()) {
            return open(desk, step);
        }
        OpportunityId deal = pick(scene.deals(), step.target());
        List<OpportunityLink> present = desk.opportunities().links(deal);
        if (step.deed() == CrmHistory.Deed.LINK || present.isEmpty()) {
            return desk.opportunities()
                    .link(deal, pick(List.of(OpportunityLink.Target.values()), step.variant()), step.text());
        }
        OpportunityLink link = pick(present, step.variant());
        if (step.deed() == CrmHistory.Deed.MARK_DONE) {
            return desk.opportunities().markDone(link.id(), link.version(), step.variant() % 2 == 0);
        }
        desk.opportunities().unlink(link.id(), link.version());
        return link;
    }

    private OpportunityDraft draft(Desk desk, CrmHistory.Step step) {
        RelationId relation = scene.relation(step);
        return OpportunityDraft.about(relation)
                .contact(scene.contact(desk, relation, step))
                .category(step.variant() % 4 == 1 ? pick(CATEGORIES, step.target()) : null)
                .businessLine(step.variant() % 4 == 2 ? pick(BUSINESS_LINES, step.target()) : null)
                .subject(step.text())
                .value(step.variant() % 4 == 0 ? null : step.number())
                .purchaseCosts(step.variant() % 3 == 0 ? "12.34" : null)
                .currency(step.variant() % 7 == 0 ? "JPY" : null)
                .stage(step.variant() % 2 == 0 ? null : pick(STAGES, step.variant()))
                .probability(step.variant() % 5 == 0 ? step.number() : null)
                .start(scene.date(step))
                .expectedClosing(step.variant() % 3 == 1 ? scene.today().plusDays(step.target() % 40) : null)
                .hostReference(scene.reference("D-", step));
    }

    private OpportunityDraft changed(Desk desk, Opportunity present, CrmHistory.Step step) {
        OpportunityDraft form = OpportunityDraft.from(present).because(step.text());
        RelationId relation = scene.relation(step);
        return switch (step.variant() % 12) {
            case 0 -> form.value(step.number());
            case 1 -> form.purchaseCosts(step.number());
            case 2 -> form.probability(step.number());
            case 3 -> form.subject(step.text()).effectiveOn(scene.date(step));
            case 4 -> form.expectedClosing(scene.today().plusDays(step.target() % 20 - 5));
            case 5 -> form.text(step.text());
            case 6 -> form.relation(relation).contact(scene.contact(desk, relation, step));
            case 7 -> form.contact(scene.contact(desk, present.relation(), step));
            case 8 -> form.category(pick(CATEGORIES, step.target())).businessLine(pick(BUSINESS_LINES, step.target()));
            case 9 -> form.manager(step.target() % 3 == 0 ? null : scene.other());
            case 10 -> form.currency(step.target() % 2 == 0 ? "JPY" : "EUR").purchaseCosts("7");
            default -> form.probability(null).stage(pick(STAGES, step.target()));
        };
    }
}
