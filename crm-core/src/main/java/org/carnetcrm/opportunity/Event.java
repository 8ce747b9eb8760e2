package org.carnetcrm.opportunity;

/** Why there is a revision of a deal. */
public enum Event {
    /** It was opened. */
    OPENED,
    /** Its own fields changed, the stage aside. */
    CHANGED,
    /** It moved to another stage, perhaps with other changes. */
    MOVED,
    /** It was signed. */
    WON,
    /** It was lost. */
    LOST,
    /** It was given up. */
    ABANDONED,
    /** It is in progress again. */
    REOPENED,
    /** The code or the signed total of the closed deal was corrected. */
    CORRECTED,
    /** It was entered by mistake and taken out. */
    DISCARDED
}
