package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.relation.Relation;
import org.jspecify.annotations.Nullable;

/** Deals of any kind: amounts from nothing to the largest, currencies of none, two and three decimals. */
final class RandomDeals {

    private static final List<String> STAGES = List.of("QUALIFICATION", "NEEDS", "PROPOSAL", "NEGOTIATION");

    private RandomDeals() {}

    /**
     * What is random of a deal.
     *
     * @param value in minor units; below zero there is none, and so for the other amounts
     * @param parties tells the relation and the manager
     */
    record Deal(
            String currency,
            long value,
            long costs,
            int probability,
            int stage,
            StandingKind standing,
            long signed,
            int parties) {}

    static Arbitrary<List<Deal>> any() {
        Arbitrary<Long> amount = Arbitraries.longs().between(0, 999_999_999_999_999L);
        return Combinators.combine(
                        Arbitraries.of("EUR", "USD", "JPY", "KWD"),
                        amount.map(value -> value % 5 == 0 ? -1 : value),
                        amount,
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, STAGES.size() - 1),
                        Arbitraries.of(StandingKind.class),
                        amount.map(value -> value % 3 == 0 ? -1 : value),
                        Arbitraries.integers().between(0, 3))
                .as(Deal::new)
                .list()
                .ofMaxSize(12);
    }

    /** Opens and closes deals: the first starts on 31 January 2016, each next one 37 days later. */
    static SmallCrm into(SmallCrm crm, List<Deal> deals) {
        int n = 0;
        for (Deal deal : deals) {
            LocalDate start = LocalDate.of(2016, 1, 31).plusDays(37L * n++);
            LocalDate end = start.plusDays(deal.stage() * 20L);
            OpportunityDraft draft = crm.deal(
                            deal.parties() % 2 == 0 ? crm.acme : crm.beta,
                            deal.parties() < 2 ? crm.anna : crm.bob,
                            STAGES.get(deal.stage()))
                    .start(start)
                    .expectedClosing(deal.probability() % 4 == 0 ? null : start.plusDays(deal.probability() % 700))
                    .currency(deal.currency())
                    .value(text(deal.value(), deal.currency()))
                    .purchaseCosts(text(deal.costs(), deal.currency()))
                    .minimumTarget(deal.parties() == 3 ? null : text(deal.costs(), deal.currency()))
                    .probability(BigDecimal.valueOf(deal.probability(), 2).toPlainString());
            Opportunity made = switch (deal.standing()) {
                case IN_PROGRESS -> crm.open(draft);
                case WON ->
                    crm.close(draft, ClosingDraft.won().on(end).signedTotal(text(deal.signed(), deal.currency())));
                case LOST -> crm.close(draft, ClosingDraft.lost("PRICE").on(end));
                case ABANDONED -> crm.close(draft, ClosingDraft.abandoned().on(end));
            };
            if (deal.stage() > 0) {
                Relation relation = made.relation().equals(crm.acme.id()) ? crm.acme : crm.beta;
                crm.spend(relation, deal.stage() == 1 ? null : made, deal.stage() + "3.335", deal.currency());
            }
        }
        return crm;
    }

    private static @Nullable String text(long minor, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return minor < 0 ? null : BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
