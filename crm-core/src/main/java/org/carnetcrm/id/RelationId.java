package org.carnetcrm.id;

import java.util.UUID;

/** The id of a relation. */
public record RelationId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static RelationId parse(String text) {
        return new RelationId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.RELATION;
    }

    @Override
    public String toString() {
        return text();
    }
}
