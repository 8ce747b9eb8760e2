package org.carnetcrm.sample.store;

/** The database cannot be used; the message says which one and why. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageException(String place, Throwable cause) {
        super("the database " + place + " cannot be used: " + root(cause), cause);
    }

    private static String root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
