package org.carnetcrm.opportunity;

import java.time.LocalDate;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.DecimalText;
import org.carnetcrm.input.Line;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is closed with.
 *
 * @param outcome won, lost or abandoned
 * @param on the date of closing, of a won deal the signature date; today when missing, or for a lost or abandoned deal
 *     the last revision's date if that is later
 * @param code the closing code: required for lost, optional for abandoned, refused for won
 * @param signedTotal what was really agreed, excluding tax, a plain number; for won only, and it may be missing
 * @param because why, in a line
 */
public record ClosingDraft(
        StandingKind outcome,
        @Day @Nullable LocalDate on,
        @Nullable String code,

        @DecimalText(integer = Money.INTEGER_DIGITS) @Nullable
        String signedTotal,

        @Line @Nullable String because) {

    /** Makes the closing of a deal that was signed. */
    public static ClosingDraft won() {
        return new ClosingDraft(StandingKind.WON, null, null, null, null);
    }

    /** Makes the closing of a deal that was lost for a reason. */
    public static ClosingDraft lost(@Nullable String code) {
        return new ClosingDraft(StandingKind.LOST, null, code, null, null);
    }

    /** Makes the closing of a deal that was given up. */
    public static ClosingDraft abandoned() {
        return new ClosingDraft(StandingKind.ABANDONED, null, null, null, null);
    }

    /** Makes a draft that corrects nothing yet about a closed deal. */
    public static ClosingDraft from(Opportunity closed) {
        Standing standing = closed.standing();
        Money total = standing.signedTotal();
        return new ClosingDraft(
                standing.kind(),
                standing.closedOn(),
                standing.closingCode(),
                total == null ? null : total.amount().toPlainString(),
                null);
    }

    /** Gives the draft with a date of closing. */
    public ClosingDraft on(@Nullable LocalDate on) {
        return new ClosingDraft(outcome, on, code, signedTotal, because);
    }

    /** Gives the draft with a closing code. */
    public ClosingDraft code(@Nullable String code) {
        return new ClosingDraft(outcome, on, code, signedTotal, because);
    }

    /** Gives the draft with what was really agreed. */
    public ClosingDraft signedTotal(@Nullable String signedTotal) {
        return new ClosingDraft(outcome, on, code, signedTotal, because);
    }

    /** Gives the draft with a reason. */
    public ClosingDraft because(@Nullable String because) {
        return new ClosingDraft(outcome, on, code, signedTotal, because);
    }
}
