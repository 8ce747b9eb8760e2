package org.carnetcrm.actor;

import java.util.Objects;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.TenantId;

/**
 * What a tenant is opened with.
 *
 * @param name the name, at most 40 characters
 * @param currency the code of its default currency
 * @param choices its configured lists
 */
public record TenantDraft(String name, String currency, ChoiceLists choices) {

    /** Refuses missing parts. */
    public TenantDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(choices, "choices");
    }

    /** Makes a draft without any choice. */
    public static TenantDraft of(String name, String currency) {
        return new TenantDraft(name, currency, ChoiceLists.empty());
    }

    /** Gives the id of the tenant; what no tenant can be called is a problem of {@code name}. */
    public TenantId id() {
        return Actor.tenantId("name", name);
    }

    /** Gives the draft with configured lists. */
    public TenantDraft choices(ChoiceLists choices) {
        return new TenantDraft(name, currency, choices);
    }
}
