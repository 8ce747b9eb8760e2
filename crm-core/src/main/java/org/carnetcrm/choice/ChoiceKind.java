package org.carnetcrm.choice;

/** The kinds of configured lists. */
public enum ChoiceKind {
    /** Statuses of a relation, each in a phase. */
    RELATION_STATUS(Part.BASE, true),
    /** Priorities of a relation. */
    PRIORITY(Part.BASE, false),
    /** Types of actions; none is shipped. */
    ACTION_TYPE(Part.BASE, true),
    /** Statuses of actions, each planned, done or cancelled. */
    ACTION_STATUS(Part.BASE, true),
    /** Types of notes. */
    NOTE_TYPE(Part.BASE, true),
    /** Ways in which a follow-up is made. */
    CHANNEL(Part.BASE, false),
    /** Stages of an opportunity. */
    STAGE(Part.PROSPECTING, true),
    /** Types of opportunities. */
    OPPORTUNITY_TYPE(Part.PROSPECTING, true),
    /** Categories of opportunities. */
    CATEGORY(Part.PROSPECTING, false),
    /** Business lines of opportunities. */
    BUSINESS_LINE(Part.PROSPECTING, false),
    /** Reasons why a deal was lost or abandoned, each with who is responsible. */
    CLOSING_CODE(Part.PROSPECTING, false);

    private enum Part {
        BASE,
        PROSPECTING
    }

    private final Part part;
    private final boolean mandatory;

    ChoiceKind(Part part, boolean mandatory) {
        this.part = part;
        this.mandatory = mandatory;
    }

    /** Tells whether the list serves opportunities alone, which a host may leave out. */
    public boolean isProspecting() {
        return part == Part.PROSPECTING;
    }

    /** Tells whether a missing choice is filled in with the first one in force; the others are never filled in. */
    public boolean isFilledIn() {
        return mandatory;
    }
}
