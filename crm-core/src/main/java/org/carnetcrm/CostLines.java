package org.carnetcrm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the cost lines of a draft: finds every problem, and looks up the prices that nobody gave. */
final class CostLines {

    private final Work work;
    private final List<Cost> lookedUp = new ArrayList<>();

    CostLines(Work work) {
        this.work = work;
    }

    /**
     * Builds the lines; those with problems are left out. A price that was looked up before is a snapshot: it stays as
     * long as the action has a line of that product and currency, and is not looked up again.
     *
     * @param present the lines that the action has
     * @param on the day of the action, on which the host is asked what a product costs
     */
    List<Cost> read(List<CostDraft> drafts, List<Cost> present, LocalDate on) {
        present.stream().filter(line -> line.origin() == PriceOrigin.LOOKED_UP).forEach(lookedUp::add);
        List<Cost> lines = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Cost line = read("costs[" + i + "].", drafts.get(i), on);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable Cost read(String path, CostDraft draft, LocalDate on) {
        String description = Text.clean(draft.description());
        String product = Text.clean(draft.product());
        if (description == null && product == null) {
            work.problem(Problem.of(path + "description", null, "cost.nothing"));
        }
        String code = Text.clean(draft.currency());
        Currency currency = code == null ? work.tenant().currency() : Money.currencyOf(code);
        if (currency == null) {
            work.problem(Problem.of(path + "currency", code, "currency.unknown"));
        }
        BigDecimal quantity = number(path + "quantity", draft.quantity(), BigDecimal.ONE);
        boolean manual = Text.clean(draft.price()) != null;
        BigDecimal price = manual
                ? number(path + "price", draft.price(), BigDecimal.ZERO)
                : currency == null ? null : priceOf(path, product, description, quantity, currency, on);
        if (quantity == null || price == null || currency == null || work.hasProblemsBelow(path)) {
            return null;
        }
        UnitPrice unitPrice = new UnitPrice(currency, price);
        if (Money.flaw(unitPrice.times(quantity).amount(), currency) != null) {
            work.problem(Problem.of(path + "price", unitPrice.plain(), "cost.tooLarge")
                    .with("integer", Money.INTEGER_DIGITS));
            return null;
        }
        return new Cost(description, product, quantity, unitPrice, manual ? PriceOrigin.MANUAL : PriceOrigin.LOOKED_UP);
    }

    private @Nullable BigDecimal number(String field, @Nullable String raw, BigDecimal missing) {
        if (Text.clean(raw) == null) {
            return missing;
        }
        BigDecimal number = Decimals.parse(raw);
        if (number == null || work.hasProblem(field)) {
            return null;
        }
        if (number.signum() < 0) {
            work.problem(Problem.of(field, raw, "number.negative"));
            return null;
        }
        return number;
    }

    private @Nullable BigDecimal priceOf(
            String path,
            @Nullable String product,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            Currency currency,
            LocalDate on) {
        String field = path + "price";
        if (product == null) {
            work.problem(Problem.of(field, null, "required"));
            return null;
        }
        if (work.hasProblem(path + "product")) {
            return null;
        }
        Optional<Cost> snapshot = snapshot(product, description, quantity, currency);
        if (snapshot.isPresent()) {
            return snapshot.get().price().amount();
        }
        Optional<BigDecimal> answer =
                work.setup().productCosts().costOf(work.actor().tenant(), product, currency, on);
        if (answer.isEmpty()) {
            work.problem(Problem.of(field, null, "cost.unknownProduct").with("product", product));
            return null;
        }
        BigDecimal price = answer.get();
        if (UnitPrice.flaw(price) != null) {
            work.problem(
                    Problem.of(field, price.toPlainString(), "cost.badAnswer").with("product", product));
            return null;
        }
        return price;
    }

    /** Takes the line whose price stays: one that is the same in everything, else any of the product and currency. */
    private Optional<Cost> snapshot(
            String product, @Nullable String description, @Nullable BigDecimal quantity, Currency currency) {
        List<Cost> candidates = lookedUp.stream()
                .filter(line -> product.equals(line.product())
                        && line.price().currency().equals(currency))
                .toList();
        Optional<Cost> found = candidates.stream()
                .filter(line -> Objects.equals(line.description(), description)
                        && quantity != null
                        && line.quantity().compareTo(quantity) == 0)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
        found.ifPresent(lookedUp::remove);
        return found;
    }
}
