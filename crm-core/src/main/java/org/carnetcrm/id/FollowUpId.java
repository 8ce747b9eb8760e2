package org.carnetcrm.id;

import java.util.UUID;

/** The id of a follow-up. */
public record FollowUpId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static FollowUpId parse(String text) {
        return new FollowUpId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.FOLLOW_UP;
    }

    @Override
    public String toString() {
        return text();
    }
}
