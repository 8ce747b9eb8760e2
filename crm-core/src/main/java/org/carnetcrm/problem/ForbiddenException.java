package org.carnetcrm.problem;

import java.util.Map;

/** The actor lacks a permission that the command needs. */
public final class ForbiddenException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String permission;

    /** Makes the exception for a permission by its name and for who lacks it. */
    public ForbiddenException(String permission, String who) {
        super("forbidden", Map.of("permission", permission, "who", who), (Throwable) null);
        this.permission = permission;
    }

    /** Gives the name of the permission that is missing. */
    public String permission() {
        return permission;
    }
}
