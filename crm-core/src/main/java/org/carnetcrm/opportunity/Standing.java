package org.carnetcrm.opportunity;

import java.time.LocalDate;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** Where a deal stands. It is apart from the stage: a lost deal keeps the stage at which it was lost. */
public sealed interface Standing {

    /** Gives the kind. */
    StandingKind kind();

    /** Gives the date of closing (of a won deal the signature date), or nothing for an open one. */
    default @Nullable LocalDate closedOn() {
        return null;
    }

    /** Gives the closing code, or nothing. */
    default @Nullable String closingCode() {
        return null;
    }

    /** Gives what was really agreed, excluding tax, or nothing. */
    default @Nullable Money signedTotal() {
        return null;
    }

    /** Still open. */
    record InProgress() implements Standing {

        @Override
        public StandingKind kind() {
            return StandingKind.IN_PROGRESS;
        }
    }

    /**
     * Signed.
     *
     * @param closedOn the signature date
     * @param signedTotal what was really agreed, excluding tax; may be missing
     */
    record Won(LocalDate closedOn, @Nullable Money signedTotal) implements Standing {

        /** Refuses a missing date. */
        public Won {
            Dates.require("closedOn", closedOn);
        }

        @Override
        public StandingKind kind() {
            return StandingKind.WON;
        }
    }

    /**
     * Gone to another, or refused.
     *
     * @param closingCode the code of the reason
     * @param closedOn the date
     */
    record Lost(String closingCode, LocalDate closedOn) implements Standing {

        /** Refuses missing parts and a malformed code. */
        public Lost {
            Dates.require("closedOn", closedOn);
            requireCode(closingCode);
        }

        @Override
        public StandingKind kind() {
            return StandingKind.LOST;
        }
    }

    /**
     * Given up.
     *
     * @param closingCode the code of the reason; may be missing
     * @param closedOn the date
     */
    record Abandoned(@Nullable String closingCode, LocalDate closedOn) implements Standing {

        /** Refuses a missing date and a malformed code. */
        public Abandoned {
            Dates.require("closedOn", closedOn);
            if (closingCode != null) {
                requireCode(closingCode);
            }
        }

        @Override
        public StandingKind kind() {
            return StandingKind.ABANDONED;
        }
    }

    private static void requireCode(String code) {
        if (!ChoiceId.isCode(code)) {
            throw new IllegalArgumentException("'" + code + "' is not the code of a choice");
        }
    }
}
