package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.carnetcrm.money.Money;
import org.carnetcrm.testkit.CrmArbitraries;
import org.jspecify.annotations.Nullable;

/** Figures to draw. */
final class Samples {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Locale DUTCH = new Locale("nl");
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, DUTCH);

    private Samples() {}

    static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    static Figures figures(Figures.Row... rows) {
        return new Figures("A title", List.of("Value"), EUR, List.of(rows));
    }

    /** Makes rows "1", "2" and so on, each with its number as the first amount, and every other below zero. */
    static Figures numbered(int rows, int series) {
        List<Figures.Row> numbered = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            List<@Nullable Money> amounts = new ArrayList<>();
            for (int j = 0; j < series; j++) {
                amounts.add(eur(String.valueOf(i % 2 == 0 ? -i - j : i + j)));
            }
            numbered.add(new Figures.Row("Category " + i, amounts));
        }
        return new Figures("A title", List.of("One", "Two", "Three", "Four").subList(0, series), EUR, numbered);
    }

    static Waterfall waterfall(String opening, String... changes) {
        List<Waterfall.Step> steps = new ArrayList<>();
        for (String change : changes) {
            steps.add(new Waterfall.Step("Change " + change, eur(change)));
        }
        return new Waterfall("A title", "Value", new Waterfall.Step("Before", eur(opening)), steps, "After");
    }

    static Calibration.Level level(String promised, long won, long closed) {
        return new Calibration.Level("About " + promised, new BigDecimal(promised), won, closed);
    }

    /** Gives one chart of each kind. */
    static List<Chart> ofEachKind() {
        return List.of(
                new Bars(numbered(7, 2)),
                new Columns(numbered(7, 4)),
                waterfall("100", "20.50", "-130", "0"),
                new Calibration("A title", List.of(level("10", 1, 12), level("90.5", 9, 9))),
                new Sparkline(numbered(7, 1)));
    }

    /** Gives charts of every kind with hostile texts, amounts of every size and sign, and some missing. */
    static Arbitrary<Chart> charts() {
        Arbitrary<String> texts = CrmArbitraries.rawTexts(40);
        Arbitrary<Money> amounts = Arbitraries.oneOf(
                CrmArbitraries.amounts(EUR),
                CrmArbitraries.amounts(EUR).map(amount -> Money.zero(EUR).minus(amount)),
                Arbitraries.of(eur("0"), eur("0.01"), eur("-0.01"), eur("999999999999999.99")));
        Arbitrary<Figures> figures = Arbitraries.integers().between(1, 4).flatMap(series -> {
            Arbitrary<Figures.Row> rows = Combinators.combine(
                            texts, amounts.injectNull(0.1).list().ofSize(series))
                    .as(Figures.Row::new);
            return Combinators.combine(
                            texts, texts.list().ofSize(series), rows.list().ofMaxSize(70))
                    .as((title, names, all) -> new Figures(title, names, EUR, all));
        });
        Arbitrary<Waterfall.Step> steps = Combinators.combine(texts, amounts).as(Waterfall.Step::new);
        Arbitrary<Calibration.Level> levels = Combinators.combine(
                        texts,
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                                .ofScale(2),
                        Arbitraries.longs().between(0, 50),
                        Arbitraries.longs().between(0, 50))
                .as((label, promised, won, lost) -> new Calibration.Level(label, promised, won, won + lost));
        return Arbitraries.oneOf(
                figures.map(Bars::new),
                figures.map(Columns::new),
                figures.filter(one -> one.series().size() == 1).map(Sparkline::new),
                Combinators.combine(texts, texts, steps, steps.list().ofMaxSize(70), texts)
                        .as(Waterfall::new),
                Combinators.combine(texts, levels.list().ofMaxSize(70)).as(Calibration::new));
    }
}
