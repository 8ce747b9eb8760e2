package org.carnetcrm.sample.telling;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.reporting.Notation;
import org.jspecify.annotations.Nullable;

/** How a reader is spoken to: the words of a language, and its way with numbers and dates. */
public final class Language {

    /** The codes of the languages. */
    public static final List<String> CODES = List.of("en", "fr", "nl");

    private final Properties texts;
    private final @Nullable Notation notation;

    private Language(Properties texts, @Nullable Notation notation) {
        this.texts = texts;
        this.notation = notation;
    }

    /** Gives the words of a language. */
    public static Language of(Locale locale) {
        return new Language(texts(locale.getLanguage()), Notation.of(locale));
    }

    /** Gives English words with plain numbers and dates, for files, which are the same whoever writes them. */
    public static Language plain() {
        return new Language(texts("en"), null);
    }

    /** Gives a text in every language, as the names of a choice. */
    public static Labels labels(String key) {
        return Labels.of(text(texts("en"), key), text(texts("fr"), key), text(texts("nl"), key));
    }

    /** Writes words, a number, a date, an amount or a phrase; the parts of a list stand between slashes. */
    public String write(Object value) {
        if (value instanceof Phrase phrase) {
            return fill(phrase);
        }
        if (value instanceof List<?> parts) {
            return parts.stream().map(this::write).collect(Collectors.joining(" / "));
        }
        if (value instanceof Money money) {
            return fill(Phrase.of("figure.amount")
                    .with("currency", money.currency().getCurrencyCode())
                    .with("number", money.amount()));
        }
        if (value instanceof Probability probability) {
            return fill(Phrase.of("figure.percent").with("number", new BigDecimal(probability.toString())));
        }
        if (value instanceof BigDecimal number) {
            return notation == null ? number.toPlainString() : notation.number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return write(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof LocalDate date) {
            return notation == null ? date.toString() : notation.date(date);
        }
        return value.toString();
    }

    static Properties texts(String code) {
        String file = "texts_" + code + ".properties";
        try (InputStream in = Language.class.getResourceAsStream(file)) {
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

    private String fill(Phrase phrase) {
        String text = text(texts, phrase.key());
        for (Map.Entry<String, Object> argument : phrase.arguments().entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", write(argument.getValue()));
        }
        return text;
    }

    private static String text(Properties texts, String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        return text;
    }
}
