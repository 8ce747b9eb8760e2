package org.carnetcrm.id;

import java.util.UUID;

/** The id of a note. */
public record NoteId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static NoteId parse(String text) {
        return new NoteId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.NOTE;
    }

    @Override
    public String toString() {
        return text();
    }
}
