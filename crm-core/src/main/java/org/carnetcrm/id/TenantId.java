package org.carnetcrm.id;

import java.util.Objects;

/** The name of a tenant: a text of at most 40 characters, compared exactly. */
public record TenantId(String name) implements Id {

    /** The most characters (UTF-16 units) that a tenant's name has. */
    public static final int LENGTH = 40;

    /**
     * Refuses a name that is blank, longer than {@link #LENGTH}, or holds control characters, separators of lines or lone
     * surrogates.
     */
    public TenantId {
        Objects.requireNonNull(name, "name");
        boolean unprintable = name.codePoints().anyMatch(TenantId::isUnprintable);
        if (name.isBlank() || name.length() > LENGTH || unprintable) {
            throw new IllegalArgumentException(
                    "a tenant's name has 1 to " + LENGTH + " printable characters, but this one has " + name.length());
        }
    }

    @Override
    public ItemKind kind() {
        return ItemKind.TENANT;
    }

    @Override
    public String text() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
