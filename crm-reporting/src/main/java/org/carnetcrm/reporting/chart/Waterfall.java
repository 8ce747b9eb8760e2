package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.money.Money;

/**
 * From one amount to another by changes, a line for each: bars that rise and fall begin where the one before ended. The
 * closing amount is the opening amount and all changes added up; any of them may be below zero.
 *
 * @param title what the chart is called
 * @param measure what the amounts are, such as the weighted total
 * @param opening the amount before all changes
 * @param changes the changes in their order; none is fine
 * @param closing what the amount after all changes is called
 */
public record Waterfall(String title, String measure, Step opening, List<Step> changes, String closing)
        implements Chart {

    /** Refuses a change in another currency. */
    public Waterfall {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(closing, "closing");
        changes = List.copyOf(changes);
        sum(opening.amount(), changes);
    }

    /**
     * An amount, or what changed it.
     *
     * @param label what it is called
     * @param amount how much it is
     */
    public record Step(String label, Money amount) {

        /** Refuses missing parts. */
        public Step {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /** Gives the amount after all changes. */
    public Money closingAmount() {
        return sum(opening.amount(), changes);
    }

    @Override
    public String svg(String id, Locale locale) {
        Words words = Words.in(locale);
        Head head = new Head(words.text(
                "measure",
                "measure",
                measure,
                "unit",
                words.unit(opening.amount().currency(), 0)));
        Lines lines = new Lines(lines(words));
        Svg svg = Svg.chart(id, title, told(words), head.height() + lines.height())
                .define(List.of(Fill.RISING, Fill.FALLING));
        head.draw(svg);
        lines.draw(svg, head.height(), words);
        return svg.close().done();
    }

    private List<Lines.Line> lines(Words words) {
        List<Lines.Line> lines = new ArrayList<>();
        lines.add(level(opening, words));
        BigDecimal running = opening.amount().amount();
        for (Step change : changes) {
            BigDecimal next = running.add(change.amount().amount());
            Fill fill = change.amount().isNegative() ? Fill.FALLING : Fill.RISING;
            lines.add(line(change, running, next, fill, words.difference(change.amount()), words));
            running = next;
        }
        lines.add(level(new Step(closing, closingAmount()), words));
        return lines;
    }

    private static Lines.Line level(Step step, Words words) {
        BigDecimal amount = step.amount().amount();
        return line(step, BigDecimal.ZERO, amount, Fill.SOLID, words.number(amount), words);
    }

    private static Lines.Line line(Step step, BigDecimal from, BigDecimal to, Fill fill, String number, Words words) {
        Lines.Part part = new Lines.Part(from, to, fill, words.of(step.label(), words.amount(step.amount())));
        return new Lines.Line(step.label(), List.of(part), number, to);
    }

    private String told(Words words) {
        List<String> told = new ArrayList<>();
        told.add(words.of(opening.label(), words.amount(opening.amount())));
        if (changes.size() <= Telling.MOST) {
            changes.forEach(change -> told.add(words.of(change.label(), words.amount(change.amount()))));
        } else {
            Money sum = closingAmount().minus(opening.amount());
            told.add(words.text("steps", "count", words.count(changes.size()), "sum", words.amount(sum)));
        }
        told.add(words.of(closing, words.amount(closingAmount())));
        return words.of(measure, Telling.joined(told));
    }

    private static Money sum(Money opening, List<Step> changes) {
        return changes.stream().map(Step::amount).reduce(opening, Money::plus);
    }
}
