package org.carnetcrm.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.jspecify.annotations.Nullable;

/** A tenant of its own for each test, on 15 May 2017. */
final class SmallCrm {

    private static final Crm CRM = Crm.inMemory(Clock.fixed(Instant.parse("2017-05-15T10:00:00Z"), ZoneOffset.UTC));
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final LocalDate START = LocalDate.of(2016, 10, 1);

    final Desk desk;
    final Representative anna;
    final Representative bob;
    final Relation acme;
    final Relation beta;

    SmallCrm() {
        String tenant = "t" + TENANTS.incrementAndGet();
        CRM.openTenant(TenantDraft.of(tenant, "EUR").choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
        desk = CRM.actingAs(Actor.system(tenant));
        anna = desk.representatives().add(RepresentativeDraft.named("Anna").region("North"));
        bob = desk.representatives().add(RepresentativeDraft.named("Bob").manager(anna.id()));
        acme = desk.relations().add(RelationDraft.company("Acme").sector("Industry"));
        beta = desk.relations().add(RelationDraft.company("Béta").parent(acme.id()));
    }

    /**
     * Four open: 1000 − 200 at 50 %, 100 − 400 at 10 %, one without value and costs of 12, and USD
     * 2000.10 at 33.33 %; three won, of which one without a signed total; one lost, one abandoned in USD.
     */
    static SmallCrm withDeals() {
        SmallCrm crm = new SmallCrm();
        crm.open(crm.deal(crm.acme, crm.anna, "PROPOSAL").value("1000").purchaseCosts("200"));
        crm.open(crm.deal(crm.acme, crm.anna, "QUALIFICATION").value("100").purchaseCosts("400"));
        crm.open(crm.deal(crm.beta, crm.bob, "NEGOTIATION").purchaseCosts("12"));
        crm.open(crm.deal(crm.beta, crm.bob, "PROPOSAL")
                .currency("USD")
                .value("2000.10")
                .probability("33.33"));
        crm.close(
                crm.deal(crm.acme, crm.anna, "PROPOSAL").value("1000"),
                ClosingDraft.won().signedTotal("900").on(LocalDate.of(2017, 3, 10)));
        crm.close(
                crm.deal(crm.acme, crm.bob, "NEEDS").value("500"),
                ClosingDraft.won().on(LocalDate.of(2017, 2, 1)));
        crm.close(
                crm.deal(crm.beta, crm.anna, "PROPOSAL"),
                ClosingDraft.won().signedTotal("100.01").on(LocalDate.of(2016, 11, 30)));
        crm.close(
                crm.deal(crm.beta, crm.bob, "PROPOSAL").value("70"),
                ClosingDraft.lost("PRICE").on(LocalDate.of(2017, 3, 20)));
        crm.close(
                crm.deal(crm.beta, crm.bob, "NEEDS").currency("USD").value("5"),
                ClosingDraft.abandoned().on(LocalDate.of(2017, 1, 5)));
        return crm;
    }

    static Desk actingAs(Actor actor) {
        return CRM.actingAs(actor);
    }

    OpportunityDraft deal(Relation relation, Representative manager, String stage) {
        return OpportunityDraft.about(relation.id())
                .manager(manager.id())
                .subject("A deal")
                .stage(stage)
                .start(START);
    }

    Opportunity open(OpportunityDraft draft) {
        return desk.opportunities().open(draft);
    }

    Opportunity close(OpportunityDraft draft, ClosingDraft closing) {
        Opportunity opened = open(draft);
        return desk.opportunities().close(opened.id(), opened.version(), closing);
    }

    /** Records a visit about a deal, or about none, that cost an amount. */
    void spend(Relation relation, @Nullable Opportunity about, String amount, String currency) {
        desk.actions()
                .record(ActionDraft.with(relation.id())
                        .representative(anna.id())
                        .opportunity(about == null ? null : about.id())
                        .cost(CostDraft.of("Lunch").price(amount).currency(currency)));
    }

    /** Writes a report for people, in English. */
    static String text(Report report) {
        return PlainText.write(report.table(Locale.ENGLISH), Locale.ENGLISH);
    }

    List<OpportunityRow> list(OpportunityFilter filter) {
        List<OpportunityRow> rows = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MOST);
        while (request != null) {
            var page = desk.opportunities().list(filter, OpportunityOrder.NEWEST, request);
            rows.addAll(page.rows());
            request = page.next(request).orElse(null);
        }
        return rows;
    }
}
