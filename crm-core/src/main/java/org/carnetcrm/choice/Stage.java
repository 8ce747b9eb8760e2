package org.carnetcrm.choice;

import java.util.Objects;
import org.carnetcrm.money.Probability;
import org.jspecify.annotations.Nullable;

/**
 * How far a deal is; the order of the stages is that of their places in the list.
 *
 * @param entry its code, names and place
 * @param probability what a deal in this stage counts with unless it says otherwise; may be missing
 */
public record Stage(Entry entry, @Nullable Probability probability) implements Choice {

    /** Refuses missing parts. */
    public Stage {
        Objects.requireNonNull(entry, "entry");
    }

    /** Makes one without a default probability from its code and a name for any language. */
    public static Stage of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one without a default probability from its code and names. */
    public static Stage of(String code, Labels labels) {
        return new Stage(Entry.of(code, labels), null);
    }

    /** Gives the same stage with a default probability, as a plain number of percent. */
    public Stage at(String percent) {
        return new Stage(entry, Probability.of(percent));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.STAGE;
    }

    @Override
    public Stage withEntry(Entry entry) {
        return new Stage(entry, probability);
    }

    @Override
    public String nature() {
        return probability == null ? "" : probability.toString();
    }
}
