package org.carnetcrm.id;

import java.util.UUID;

/** The id of a representative. */
public record RepresentativeId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static RepresentativeId parse(String text) {
        return new RepresentativeId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.REPRESENTATIVE;
    }

    @Override
    public String toString() {
        return text();
    }
}
