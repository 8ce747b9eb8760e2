package org.carnetcrm.id;

import java.util.UUID;

/** The id of an opportunity. */
public record OpportunityId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static OpportunityId parse(String text) {
        return new OpportunityId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.OPPORTUNITY;
    }

    @Override
    public String toString() {
        return text();
    }
}
