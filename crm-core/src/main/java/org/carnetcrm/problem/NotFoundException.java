package org.carnetcrm.problem;

import java.util.Locale;
import java.util.Map;
import org.carnetcrm.id.Id;

/** The thing that a command or a question is about does not exist in this tenant. */
public final class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Id id;

    /** Makes the exception for an id. */
    public NotFoundException(Id id) {
        super("notFound." + id.kind().name().toLowerCase(Locale.ROOT), Map.of("id", id.text()), (Throwable) null);
        this.id = id;
    }

    /** Gives the id that was asked for. */
    public Id id() {
        return id;
    }
}
