package org.carnetcrm.actor;

import org.carnetcrm.id.TenantId;

/** The port through which the host says what a representative may do. The system is never asked: it may do all. */
@FunctionalInterface
public interface Permissions {

    /** The default: no representative has any permission. */
    Permissions NONE = (tenant, who, permission) -> false;

    /** Tells whether who acts has a permission; asked with a representative, any one of the tenant. */
    boolean has(TenantId tenant, Who who, Permission permission);
}
