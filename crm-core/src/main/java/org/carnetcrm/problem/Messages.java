package org.carnetcrm.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carnetcrm.language.DateNotation;
import org.jspecify.annotations.Nullable;

/**
 * The texts of problems by language. {@code {name}} in a text stands for the argument of that name as it is,
 * {@code {name,date}} for a date or a local date and time as the language writes it, and {@code {name,word}} for a
 * constant of ours, such as {@code WON}, by its word in the language.
 */
final class Messages {

    /** The languages that there are texts for; the first serves every other. */
    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Messages::load));

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?:,(date|word))?}");

    private Messages() {}

    static String text(String key, Map<String, String> arguments, Locale locale) {
        String text = texts(locale.getLanguage()).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        return PLACE.matcher(text).replaceAll(place -> {
            String argument = arguments.get(place.group(1));
            String written = argument == null ? place.group() : written(argument, place.group(2), locale);
            return Matcher.quoteReplacement(written);
        });
    }

    private static String written(String argument, @Nullable String form, Locale locale) {
        if (form == null) {
            return argument;
        }
        return form.equals("date") ? date(argument, locale) : word(argument, locale);
    }

    private static String word(String constant, Locale locale) {
        return texts(locale.getLanguage()).getProperty("word." + constant, constant);
    }

    private static String date(String iso, Locale locale) {
        DateNotation notation = DateNotation.of(locale);
        try {
            return iso.contains("T")
                    ? notation.dateTime(LocalDateTime.parse(iso))
                    : notation.date(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    static Properties texts(String language) {
        return Objects.requireNonNull(TEXTS.get(LANGUAGES.contains(language) ? language : LANGUAGES.get(0)));
    }

    private static Properties load(String language) {
        String file = "messages_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
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
