package org.carnetcrm.id;

import java.util.UUID;

/** The id of a contact person. */
public record ContactPersonId(UUID value) implements UuidId {

    /** Reads an id from the text that {@link #text()} gives; throws {@link IllegalArgumentException} on any other. */
    public static ContactPersonId parse(String text) {
        return new ContactPersonId(UUID.fromString(text));
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CONTACT_PERSON;
    }

    @Override
    public String toString() {
        return text();
    }
}
