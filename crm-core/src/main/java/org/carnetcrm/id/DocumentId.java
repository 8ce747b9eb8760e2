package org.carnetcrm.id;

import java.util.UUID;

/** The id of a business document. */
public record DocumentId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static DocumentId parse(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.DOCUMENT;
    }

    @Override
    public String toString() {
        return text();
    }
}
