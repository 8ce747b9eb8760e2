package org.carnetcrm.opportunity;

import org.carnetcrm.choice.ChoiceId;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal belongs, by the codes of the configured lists.
 *
 * @param stage how far it is
 * @param type what it is to the relation
 * @param category what kind of deal it is; may be missing
 * @param businessLine the part of the business that it is for; may be missing
 */
public record Classification(
        String stage,
        String type,
        @Nullable String category,
        @Nullable String businessLine) {

    /** Refuses malformed codes. */
    public Classification {
        require(stage);
        require(type);
        if (category != null) {
            require(category);
        }
        if (businessLine != null) {
            require(businessLine);
        }
    }

    private static void require(String code) {
        if (!ChoiceId.isCode(code)) {
            throw new IllegalArgumentException("'" + code + "' is not the code of a choice");
        }
    }
}
