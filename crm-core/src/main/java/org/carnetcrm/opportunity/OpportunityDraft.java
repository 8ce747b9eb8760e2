package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.DecimalText;
import org.carnetcrm.input.Given;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Prose;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is opened or changed with: the whole form, in which a missing value clears. Numbers are plain text, so
 * that what is no number becomes a problem of the draft.
 *
 * @param relation the relation that it is for; required
 * @param contact the person there
 * @param manager the representative who manages it; filled in from the relation when missing
 * @param subject the subject; required
 * @param text what matters for signing
 * @param stage the code of the stage; the first in force when missing
 * @param type the code of the type; the first in force when missing
 * @param category the code of the category
 * @param businessLine the code of the business line
 * @param currency the code of the currency; the tenant's when missing
 * @param value the potential amount, a plain number such as 1234.5
 * @param purchaseCosts what we must buy, a plain number; 0 when missing
 * @param minimumTarget the objective, a plain number
 * @param probability the percent, a plain number; follows the stage when missing
 * @param start the start date; today when missing
 * @param expectedClosing the expected date of closing, not before the start
 * @param hostReference how the host knows it
 * @param effectiveOn the date on which a change takes effect; today when missing, or the last revision's date if that is later
 * @param because why the change is made
 */
public record OpportunityDraft(
        @Given @Nullable RelationId relation,
        @Nullable ContactPersonId contact,
        @Nullable RepresentativeId manager,
        @Line(required = true) @Nullable String subject,
        @Prose @Nullable String text,
        @Nullable String stage,
        @Nullable String type,
        @Nullable String category,
        @Nullable String businessLine,
        @Nullable String currency,

        @DecimalText(integer = Money.INTEGER_DIGITS) @Nullable
        String value,

        @DecimalText(integer = Money.INTEGER_DIGITS) @Nullable
        String purchaseCosts,

        @DecimalText(integer = Money.INTEGER_DIGITS) @Nullable
        String minimumTarget,

        @DecimalText(integer = Money.INTEGER_DIGITS, fraction = Probability.FRACTION_DIGITS) @Nullable
        String probability,

        @Day @Nullable LocalDate start,
        @Day @Nullable LocalDate expectedClosing,
        @Line(max = Text.REFERENCE) @Nullable String hostReference,
        @Day @Nullable LocalDate effectiveOn,
        @Line @Nullable String because) {

    /** Makes a draft of a deal with a relation. */
    public static OpportunityDraft about(RelationId relation) {
        return new OpportunityDraft(
                relation, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /**
     * Makes a draft that changes nothing yet. What was filled in (the manager, a probability that follows the stage)
     * stays out, so that it follows again.
     */
    public static OpportunityDraft from(Opportunity present) {
        Parties parties = present.parties();
        Classification classification = present.classification();
        Figures figures = present.figures();
        return new OpportunityDraft(
                parties.relation(),
                parties.contact(),
                parties.managerChosen() ? parties.manager() : null,
                present.subject(),
                present.text(),
                classification.stage(),
                classification.type(),
                classification.category(),
                classification.businessLine(),
                figures.currency().getCurrencyCode(),
                plain(figures.value()),
                plain(figures.purchaseCosts()),
                plain(figures.minimumTarget()),
                figures.probabilityByHand() ? figures.probability().toString() : null,
                present.horizon().start(),
                present.horizon().expectedClosing(),
                present.hostReference(),
                null,
                null);
    }

    /** Gives the draft with the person there. */
    public OpportunityDraft contact(@Nullable ContactPersonId contact) {
        return new Copy(this).set(copy -> copy.contact = contact);
    }

    /** Gives the draft with the representative who manages it. */
    public OpportunityDraft manager(@Nullable RepresentativeId manager) {
        return new Copy(this).set(copy -> copy.manager = manager);
    }

    /** Gives the draft with the subject. */
    public OpportunityDraft subject(@Nullable String subject) {
        return new Copy(this).set(copy -> copy.subject = subject);
    }

    /** Gives the draft with what matters for signing. */
    public OpportunityDraft text(@Nullable String text) {
        return new Copy(this).set(copy -> copy.text = text);
    }

    /** Gives the draft with the code of the stage. */
    public OpportunityDraft stage(@Nullable String stage) {
        return new Copy(this).set(copy -> copy.stage = stage);
    }

    /** Gives the draft with the code of the type. */
    public OpportunityDraft type(@Nullable String type) {
        return new Copy(this).set(copy -> copy.type = type);
    }

    /** Gives the draft with the code of the category. */
    public OpportunityDraft category(@Nullable String category) {
        return new Copy(this).set(copy -> copy.category = category);
    }

    /** Gives the draft with the code of the business line. */
    public OpportunityDraft businessLine(@Nullable String businessLine) {
        return new Copy(this).set(copy -> copy.businessLine = businessLine);
    }

    /** Gives the draft with the code of the currency. */
    public OpportunityDraft currency(@Nullable String currency) {
        return new Copy(this).set(copy -> copy.currency = currency);
    }

    /** Gives the draft with the potential amount, a plain number such as 1234.5. */
    public OpportunityDraft value(@Nullable String value) {
        return new Copy(this).set(copy -> copy.value = value);
    }

    /** Gives the draft with what we must buy, a plain number. */
    public OpportunityDraft purchaseCosts(@Nullable String purchaseCosts) {
        return new Copy(this).set(copy -> copy.purchaseCosts = purchaseCosts);
    }

    /** Gives the draft with the objective, a plain number. */
    public OpportunityDraft minimumTarget(@Nullable String minimumTarget) {
        return new Copy(this).set(copy -> copy.minimumTarget = minimumTarget);
    }

    /** Gives the draft with the percent, a plain number. */
    public OpportunityDraft probability(@Nullable String probability) {
        return new Copy(this).set(copy -> copy.probability = probability);
    }

    /** Gives the draft with the start date. */
    public OpportunityDraft start(@Nullable LocalDate start) {
        return new Copy(this).set(copy -> copy.start = start);
    }

    /** Gives the draft with the expected date of closing, not before the start. */
    public OpportunityDraft expectedClosing(@Nullable LocalDate expectedClosing) {
        return new Copy(this).set(copy -> copy.expectedClosing = expectedClosing);
    }

    /** Gives the draft with how the host knows it. */
    public OpportunityDraft hostReference(@Nullable String hostReference) {
        return new Copy(this).set(copy -> copy.hostReference = hostReference);
    }

    /** Gives the draft with the date on which a change takes effect. */
    public OpportunityDraft effectiveOn(@Nullable LocalDate effectiveOn) {
        return new Copy(this).set(copy -> copy.effectiveOn = effectiveOn);
    }

    /** Gives the draft with why the change is made. */
    public OpportunityDraft because(@Nullable String because) {
        return new Copy(this).set(copy -> copy.because = because);
    }

    /** Gives the draft for another relation. */
    public OpportunityDraft relation(@Nullable RelationId relation) {
        return new Copy(this).set(copy -> copy.relation = relation);
    }

    /** Names the subject; the text stays out. */
    @Override
    public String toString() {
        return "OpportunityDraft[relation=" + relation + ", subject=" + subject + "]";
    }

    private static @Nullable String plain(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    /** All values of a draft while one of them is replaced. */
    private static final class Copy {

        private @Nullable RelationId relation;
        private @Nullable ContactPersonId contact;
        private @Nullable RepresentativeId manager;
        private @Nullable String subject;
        private @Nullable String text;
        private @Nullable String stage;
        private @Nullable String type;
        private @Nullable String category;
        private @Nullable String businessLine;
        private @Nullable String currency;
        private @Nullable String value;
        private @Nullable String purchaseCosts;
        private @Nullable String minimumTarget;
        private @Nullable String probability;
        private @Nullable LocalDate start;
        private @Nullable LocalDate expectedClosing;
        private @Nullable String hostReference;
        private @Nullable LocalDate effectiveOn;
        private @Nullable String because;

        private Copy(OpportunityDraft draft) {
            relation = draft.relation;
            contact = draft.contact;
            manager = draft.manager;
            subject = draft.subject;
            text = draft.text;
            stage = draft.stage;
            type = draft.type;
            category = draft.category;
            businessLine = draft.businessLine;
            currency = draft.currency;
            value = draft.value;
            purchaseCosts = draft.purchaseCosts;
            minimumTarget = draft.minimumTarget;
            probability = draft.probability;
            start = draft.start;
            expectedClosing = draft.expectedClosing;
            hostReference = draft.hostReference;
            effectiveOn = draft.effectiveOn;
            because = draft.because;
        }

        private OpportunityDraft set(Consumer<Copy> change) {
            change.accept(this);
            return new OpportunityDraft(
                    relation,
                    contact,
                    manager,
                    subject,
                    text,
                    stage,
                    type,
                    category,
                    businessLine,
                    currency,
                    value,
                    purchaseCosts,
                    minimumTarget,
                    probability,
                    start,
                    expectedClosing,
                    hostReference,
                    effectiveOn,
                    because);
        }
    }
}
