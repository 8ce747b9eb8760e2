package org.carnetcrm.reporting.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.carnetcrm.money.Money;
import org.carnetcrm.reporting.Notation;
import org.jspecify.annotations.Nullable;

/** What charts say, in the language and notation of a reader. */
final class Words {

    /** The languages that there are texts for; the first serves every other. */
    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Words::load));

    private final Properties texts;
    private final Notation notation;

    private Words(Properties texts, Notation notation) {
        this.texts = texts;
        this.notation = notation;
    }

    static Words in(Locale locale) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : LANGUAGES.get(0);
        return new Words(texts(language), Notation.of(locale));
    }

    static Properties texts(String language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    /** Gives the text of a key with its arguments, each a name and a value, put in. */
    String text(String key, String... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        // From left to right and each place once: an argument may hold what looks like the place of another.
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(value(text.substring(open + 1, close), arguments));
            from = close + 1;
        }
        return filled.append(text.substring(from)).toString();
    }

    /** Writes a number with the decimals that it has. */
    String number(BigDecimal number) {
        return notation.number(number);
    }

    /** Writes a whole number. */
    String count(long number) {
        return notation.count(number);
    }

    /** Writes a percent with two decimals, HALF_UP. */
    String percent(BigDecimal percent) {
        return notation.percent(percent);
    }

    /** Writes an amount with its currency, or that it is missing. */
    String amount(@Nullable Money amount) {
        return amount == null
                ? text("missing")
                : text("amount", "currency", amount.currency().getCurrencyCode(), "number", number(amount.amount()));
    }

    /** Writes an amount as a difference, with a sign unless it is zero. */
    String difference(Money amount) {
        return (amount.amount().signum() > 0 ? "+" : "") + number(amount.amount());
    }

    /** Says in which power of ten of a currency amounts are told: 0, 3, 6, 9 or 12. */
    String unit(Currency currency, int exponent) {
        return text("unit." + exponent, "currency", currency.getCurrencyCode());
    }

    /** Says what is of a label. */
    String of(String label, String figure) {
        return text("figure", "label", label, "figure", figure);
    }

    private static String value(String name, String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new IllegalArgumentException("nothing is given for " + name);
    }

    private static Properties load(String language) {
        String file = "charts_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
