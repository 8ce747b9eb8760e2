package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Measures;
import org.jspecify.annotations.Nullable;

/** What a reader must know beside the figures of a report. */
final class Remarks {

    private final Locale locale;
    private final Notation notation;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(Locale locale) {
        this.locale = locale;
        this.notation = Notation.of(locale);
    }

    static Remarks in(Locale locale) {
        return new Remarks(locale);
    }

    /** Tells which past the figures are of, if they are of the past. */
    Remarks asOf(@Nullable AsOf view) {
        return view == null
                ? this
                : add("asOf", Map.of("date", notation.date(view.date()), "knownAt", notation.instant(view.knownAt())));
    }

    /** Tells the day that the reader's today is. */
    Remarks on(LocalDate today) {
        return add("on", Map.of("date", notation.date(today)));
    }

    /** Tells how much is to be done on a day: what was due before, and what is due then. */
    Remarks due(LocalDate today, List<Urgency> all) {
        return add(
                "due",
                Map.of(
                        "date", notation.date(today),
                        "overdue", count(all, Urgency.OVERDUE),
                        "today", count(all, Urgency.TODAY)));
    }

    /** Tells that a list goes on after its first rows, if it does. */
    Remarks first(int rows, boolean more) {
        return more ? add("first", Map.of("count", notation.count(rows))) : this;
    }

    /** Tells how many prospects became customers, and in which time. */
    Remarks conversions(LocalDate from, LocalDate to, long conversions, long relations) {
        return add(
                "conversions",
                Map.of(
                        "from", notation.date(from),
                        "to", notation.date(to),
                        "count", notation.count(conversions),
                        "relations", notation.count(relations)));
    }

    /** Tells what amounts leave out: the purchase costs of deals without a value. */
    Remarks withoutValue(List<Measures> totals) {
        for (Measures total : totals) {
            if (total.withoutValue() > 0) {
                add(
                        total.purchaseCostsWithoutValue().amount().signum() == 0
                                ? "withoutValueNorCosts"
                                : "withoutValue",
                        Map.of(
                                "currency", total.value().currency().getCurrencyCode(),
                                "count", notation.count(total.withoutValue()),
                                "purchaseCosts",
                                        notation.number(total.purchaseCostsWithoutValue()
                                                .amount())));
            }
        }
        return this;
    }

    List<String> toList() {
        return List.copyOf(remarks);
    }

    private String count(List<Urgency> all, Urgency one) {
        return notation.count(all.stream().filter(one::equals).count());
    }

    private Remarks add(String key, Map<String, String> arguments) {
        remarks.add(Texts.text("note." + key, locale, arguments));
        return this;
    }
}
