package org.carnetcrm.id;

import java.util.UUID;

/** The id of an action. */
public record ActionId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static ActionId parse(String text) {
        return new ActionId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.ACTION;
    }

    @Override
    public String toString() {
        return text();
    }
}
