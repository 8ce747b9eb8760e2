package org.carnetcrm.id;

import java.util.UUID;

/** The id of a document or project linked to a deal. */
public record LinkId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static LinkId parse(String text) {
        return new LinkId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.LINK;
    }

    @Override
    public String toString() {
        return text();
    }
}
