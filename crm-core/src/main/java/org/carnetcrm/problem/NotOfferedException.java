package org.carnetcrm.problem;

import java.util.Map;

/** The host opened this CRM without the part that was asked for, such as the opportunities. */
public final class NotOfferedException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception for the optional part that is left out. */
    public NotOfferedException(String part) {
        super("notOffered", Map.of("part", part), (Throwable) null);
    }
}
