package org.carnetcrm.problem;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The store could not do what it was asked, for a reason that lies in the database or in how the host reaches it. */
public final class StoreException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Why a store could not do what it was asked. */
    public enum Reason {
        /** A command was given outside of any transaction of the host's; nothing was written. */
        NO_TRANSACTION("store.noTransaction"),
        /** A command was given where only reading is allowed; nothing was written. */
        READ_ONLY("store.readOnly"),
        /** The database let another transaction go first; the whole unit of work may be run again. */
        OVERTAKEN("store.overtaken"),
        /** Something in this unit of work failed before; the database does nothing more in it than roll it back. */
        FAILED_BEFORE("store.failedBefore"),
        /** The connection to the database is lost; whether the unit of work was committed is not known. */
        DISCONNECTED("store.disconnected");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    private final Reason reason;

    /** Makes the exception for a reason, with what the database or its provider said, if anything. */
    public StoreException(Reason reason, @Nullable Throwable cause) {
        super(Objects.requireNonNull(reason, "reason").key, Map.of(), cause);
        this.reason = reason;
    }

    /** Gives the reason. */
    public Reason reason() {
        return reason;
    }
}
