package org.carnetcrm.actor;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/**
 * Who acts, for which tenant, where the sun stands for them, and the language they read.
 *
 * @param tenant the tenant
 * @param who the representative, or the system
 * @param zone the zone that tells which day it is for the actor; UTC unless said
 * @param locale the language of messages; English unless said
 */
public record Actor(TenantId tenant, Who who, ZoneId zone, Locale locale) {

    /** Refuses missing parts. */
    public Actor {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(locale, "locale");
    }

    /** Makes an actor of a tenant's representative; what no tenant can be called is a problem of {@code tenant}. */
    public static Actor of(String tenant, RepresentativeId representative) {
        return new Actor(tenantId("tenant", tenant), Who.of(representative), ZoneOffset.UTC, Locale.ENGLISH);
    }

    /** Makes, like {@link #of}, the actor that is the system itself at a tenant. */
    public static Actor system(String tenant) {
        return new Actor(tenantId("tenant", tenant), Who.SYSTEM, ZoneOffset.UTC, Locale.ENGLISH);
    }

    /** Gives the same actor in a zone. */
    public Actor in(ZoneId zone) {
        return new Actor(tenant, who, zone, locale);
    }

    /** Gives the same actor reading a language. */
    public Actor reading(Locale locale) {
        return new Actor(tenant, who, zone, locale);
    }

    static TenantId tenantId(String field, String name) {
        try {
            return new TenantId(Objects.requireNonNull(name, field));
        } catch (IllegalArgumentException e) {
            throw InvalidException.of(Problem.of(field, name, "tenant.name").with("max", TenantId.LENGTH));
        }
    }
}
