package org.carnetcrm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.Classification;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Figures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.Parties;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
import org.jspecify.annotations.Nullable;

/** Reads drafts of deals: finds every problem, and builds the deal when there is none. */
final class OpportunityForm {

    private final Work work;
    private final Mentions mentions;

    OpportunityForm(Work work) {
        this.work = work;
        this.mentions = new Mentions(work);
    }

    /** Builds the deal in progress that a draft describes, or gives nothing when the draft has problems. */
    @Nullable
    Opportunity read(OpportunityDraft draft, @Nullable Opportunity present) {
        work.check(draft);
        work.references().requireFree(Opportunity.class, draft.hostReference(), present == null ? null : present.id());
        Parties parties = parties(draft, present);
        Classification classification = classification(draft, present);
        Figures figures = figures(draft, present, classification);
        LocalDate start = draft.start() != null ? draft.start() : present == null ? work.today() : start(present);
        LocalDate expected = draft.expectedClosing();
        if (expected != null && expected.isBefore(start)) {
            work.problem(Problem.of("expectedClosing", expected, "deal.expectedBeforeStart")
                    .with("start", start));
        }
        if (work.hasProblems()) {
            return null;
        }
        Stamp stamp = present != null ? present.stamp() : opening(start);
        return new Opportunity(
                present == null ? new OpportunityId(work.setup().ids().next()) : present.id(),
                present == null ? 1 : present.version(),
                Work.known(Text.clean(draft.subject())),
                Text.clean(draft.text()),
                Work.known(parties),
                Work.known(classification),
                Work.known(figures),
                new Opportunity.Horizon(start, expected),
                new Standing.InProgress(),
                Text.clean(draft.hostReference()),
                stamp);
    }

    /** Builds the standing that a draft describes, or gives nothing when the draft has problems. */
    @Nullable
    Standing read(ClosingDraft draft, Opportunity deal, LocalDate defaultDate) {
        work.check(draft);
        boolean won = draft.outcome() == StandingKind.WON;
        if (!draft.outcome().isClosed()) {
            work.problem(Problem.of("outcome", draft.outcome(), "deal.outcome"));
        }
        String code = null;
        if (won && Text.clean(draft.code()) != null) {
            work.problem(Problem.of("code", draft.code(), "deal.codeOnWon"));
        } else {
            code = work.choice(
                    "code",
                    ChoiceKind.CLOSING_CODE,
                    draft.code(),
                    deal.standing().closingCode());
            if (draft.outcome() == StandingKind.LOST && Text.clean(draft.code()) == null) {
                work.problem(Problem.of("code", null, "deal.codeRequired"));
            }
        }
        Money signed =
                work.amount("signedTotal", draft.signedTotal(), deal.figures().currency());
        if (!won && Text.clean(draft.signedTotal()) != null) {
            work.problem(Problem.of("signedTotal", draft.signedTotal(), "deal.signedTotalOnUnsigned"));
        }
        LocalDate on = draft.on() == null ? defaultDate : draft.on();
        if (won && on.isBefore(start(deal))) {
            work.problem(Problem.of("on", on, "deal.signedBeforeStart").with("start", start(deal)));
        }
        if (work.hasProblems()) {
            return null;
        }
        return switch (draft.outcome()) {
            case WON -> new Standing.Won(on, signed);
            case LOST -> new Standing.Lost(Work.known(code), on);
            case ABANDONED -> new Standing.Abandoned(code, on);
            case IN_PROGRESS -> new Standing.InProgress();
        };
    }

    private Stamp opening(LocalDate start) {
        LocalDate effectiveOn = start.isAfter(work.today()) ? work.today() : start;
        Instant recordedAt = work.now();
        return new Stamp(effectiveOn, recordedAt, recordedAt, effectiveOn);
    }

    private static LocalDate start(Opportunity deal) {
        return deal.horizon().start();
    }

    private @Nullable Parties parties(OpportunityDraft draft, @Nullable Opportunity present) {
        Parties before = present == null ? null : present.parties();
        RelationId relationBefore = before == null ? null : before.relation();
        Optional<Relation> relation = mentions.relation(draft.relation(), relationBefore);
        mentions.contact(draft.contact(), draft.relation(), before == null ? null : before.contact());
        RepresentativeId keeps = before == null || before.managerChosen() ? null : before.manager();
        Optional<RepresentativeId> manager = mentions.inCharge(
                "manager",
                draft.manager(),
                relation,
                before == null ? null : before.manager(),
                relation.isPresent() && relation.get().id().equals(relationBefore) ? keeps : null);
        return relation.isEmpty() || manager.isEmpty()
                ? null
                : new Parties(relation.get().id(), draft.contact(), manager.get(), draft.manager() != null);
    }

    private @Nullable Classification classification(OpportunityDraft draft, @Nullable Opportunity present) {
        Classification before = present == null ? null : present.classification();
        String stage = work.choice("stage", ChoiceKind.STAGE, draft.stage(), before == null ? null : before.stage());
        String type =
                work.choice("type", ChoiceKind.OPPORTUNITY_TYPE, draft.type(), before == null ? null : before.type());
        String category = work.choice(
                "category", ChoiceKind.CATEGORY, draft.category(), before == null ? null : before.category());
        String businessLine = work.choice(
                "businessLine",
                ChoiceKind.BUSINESS_LINE,
                draft.businessLine(),
                before == null ? null : before.businessLine());
        return stage == null || type == null ? null : new Classification(stage, type, category, businessLine);
    }

    private @Nullable Figures figures(
            OpportunityDraft draft, @Nullable Opportunity present, @Nullable Classification classification) {
        String code = Text.clean(draft.currency());
        Currency currency = code == null ? work.tenant().currency() : Money.currencyOf(code);
        if (currency == null) {
            work.problem(Problem.of("currency", code, "currency.unknown"));
            return null;
        }
        Money value = work.amount("value", draft.value(), currency);
        Money costs = work.amount("purchaseCosts", draft.purchaseCosts(), currency);
        Money target = work.amount("minimumTarget", draft.minimumTarget(), currency);
        Probability probability = probability(draft, present, classification);
        return probability == null || work.hasProblems()
                ? null
                : new Figures(
                        value,
                        Objects.requireNonNullElse(costs, Money.zero(currency)),
                        target,
                        probability,
                        Text.clean(draft.probability()) != null,
                        present == null ? probability : present.figures().probabilityAtCreation());
    }

    private @Nullable Probability probability(
            OpportunityDraft draft, @Nullable Opportunity present, @Nullable Classification classification) {
        if (Text.clean(draft.probability()) != null) {
            BigDecimal percent = Decimals.parse(draft.probability());
            if (percent == null || work.hasProblem("probability")) {
                return null;
            }
            String flaw = Probability.flaw(percent);
            if (flaw != null) {
                work.problem(Problem.of("probability", draft.probability(), flaw));
                return null;
            }
            return new Probability(percent);
        }
        if (classification == null) {
            return null;
        }
        Probability ofStage = work.choices()
                .find(ChoiceKind.STAGE, classification.stage(), Stage.class)
                .map(Stage::probability)
                .orElse(null);
        if (ofStage != null && !(present != null && follows(present, classification))) {
            return ofStage;
        }
        if (present != null && !present.figures().probabilityByHand()) {
            return present.figures().probability();
        }
        work.problem(Problem.of("probability", null, "deal.probabilityRequired").with("stage", classification.stage()));
        return null;
    }

    /** A probability from the stage moves with the stage only, not when the list of stages is edited. */
    private static boolean follows(Opportunity present, Classification classification) {
        return !present.figures().probabilityByHand() && present.stage().equals(classification.stage());
    }
}
