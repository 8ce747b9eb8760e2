package org.carnetcrm;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.carnetcrm.action.ProductCosts;
import org.carnetcrm.actor.Permissions;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.input.DraftChecker;

/**
 * What a host plugs into a CRM; lives as long as the host. Immutable: each {@code with} gives a changed copy.
 */
public final class Setup {

    private final Clock clock;
    private final IdSource ids;
    private final Permissions permissions;
    private final CrmListener listener;
    private final boolean opportunities;
    private final ProductCosts productCosts;
    private final DraftChecker checker;

    private Setup(
            Clock clock,
            IdSource ids,
            Permissions permissions,
            CrmListener listener,
            boolean opportunities,
            ProductCosts productCosts,
            DraftChecker checker) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.permissions = Objects.requireNonNull(permissions, "permissions");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.opportunities = opportunities;
        this.productCosts = Objects.requireNonNull(productCosts, "productCosts");
        this.checker = checker;
    }

    /** Makes a setup around a clock: time-ordered random ids, no permission for anybody, no listener, no
     * costs of products. */
    public static Setup of(Clock clock) {
        return new Setup(
                clock,
                IdSource.timeOrdered(clock, new SecureRandom()),
                Permissions.NONE,
                CrmListener.NONE,
                true,
                ProductCosts.NONE,
                DraftChecker.create());
    }

    /** Gives the setup with another source of ids. */
    public Setup withIds(IdSource ids) {
        return new Setup(clock, ids, permissions, listener, opportunities, productCosts, checker);
    }

    /** Gives the setup with the host's permissions. */
    public Setup withPermissions(Permissions permissions) {
        return new Setup(clock, ids, permissions, listener, opportunities, productCosts, checker);
    }

    /** Gives the setup with a listener. */
    public Setup withListener(CrmListener listener) {
        return new Setup(clock, ids, permissions, listener, opportunities, productCosts, checker);
    }

    /** Gives the setup with the host's cost module. */
    public Setup withProductCosts(ProductCosts productCosts) {
        return new Setup(clock, ids, permissions, listener, opportunities, productCosts, checker);
    }

    /** Gives the setup of a host that leaves the prospecting part out. */
    public Setup withoutOpportunities() {
        return new Setup(clock, ids, permissions, listener, false, productCosts, checker);
    }

    Clock clock() {
        return clock;
    }

    IdSource ids() {
        return ids;
    }

    Permissions permissions() {
        return permissions;
    }

    CrmListener listener() {
        return listener;
    }

    /** Tells whether the host has the prospecting part. */
    public boolean hasOpportunities() {
        return opportunities;
    }

    ProductCosts productCosts() {
        return productCosts;
    }

    DraftChecker checker() {
        return checker;
    }
}
