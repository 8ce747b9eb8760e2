package org.carnetcrm.input;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for texts: stripped at both ends, never empty, no control character and no lone surrogate, at most a stated
 * number of characters (UTF-16 units). A separator of lines or paragraphs (U+2028, U+2029) is a line break like any
 * other; the characters that set a direction are welcome, for names from right to left are real.
 */
public final class Text {

    /** The most characters of a name or a subject. */
    public static final int LINE = 200;

    /** The most characters of a note. */
    public static final int PROSE = 10_000;

    /** The most characters of a host reference. */
    public static final int REFERENCE = 100;

    /** The most characters of a {@link #fold folded} text. */
    public static final int FOLDED = 200;

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Text() {}

    /** Gives a raw text stripped at both ends, or nothing when it is missing or blank. */
    public static @Nullable String clean(@Nullable String raw) {
        String stripped = raw == null ? "" : raw.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /**
     * Tells what is wrong with a raw line of text.
     *
     * @return the key of a message, or nothing when the line is fine or missing
     */
    public static @Nullable String flawOfLine(@Nullable String raw, int max) {
        return flaw(clean(raw), max, false);
    }

    /** Tells, like {@link #flawOfLine}, what is wrong with a raw text that may hold tabs and line breaks. */
    public static @Nullable String flawOfProse(@Nullable String raw, int max) {
        return flaw(clean(raw), max, true);
    }

    /** Refuses a line that the domain cannot hold: not stripped, empty, or flawed. */
    public static String requireLine(String name, String line, int max) {
        return require(name, line, flawOfLine(line, max));
    }

    /** Refuses, like {@link #requireLine}, a line that is there; a missing one passes. */
    public static @Nullable String requireLineOrNone(String name, @Nullable String line, int max) {
        return line == null ? null : requireLine(name, line, max);
    }

    /** Refuses a longer text that is there and that the domain cannot hold; its content is not told. */
    public static @Nullable String requireProseOrNone(String name, @Nullable String prose, int max) {
        return prose == null ? null : require(name, prose, flawOfProse(prose, max));
    }

    /**
     * Gives the key by which names are sorted and searched: without accents and case, ligatures taken apart, white
     * space single, at most {@link #FOLDED} characters. What stands above the plane of common letters is written as
     * {@code ~} and six hexadecimal digits, so that each database and Java order keys alike, unit by unit.
     */
    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String plain = SPACES.matcher(letters(bare)).replaceAll(" ").strip();
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            if (c < Character.MIN_SURROGATE) {
                key.appendCodePoint(c);
            } else {
                key.append('~').append(String.format(Locale.ROOT, "%06x", c));
            }
        });
        return key.length() <= FOLDED
                ? key.toString()
                : key.substring(0, FOLDED).strip();
    }

    private static String letters(String text) {
        // A sigma has another small form at the end of a word, which a key that is cut or joined must not depend on.
        return text.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ')
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    private static String require(String name, String text, @Nullable String flaw) {
        if (flaw != null || !text.equals(clean(text))) {
            throw new IllegalArgumentException(
                    name + " of " + text.length() + " characters: " + (flaw != null ? flaw : "text.notStripped"));
        }
        return text;
    }

    private static @Nullable String flaw(@Nullable String text, int max, boolean breaksAllowed) {
        if (text == null) {
            return null;
        }
        if (text.length() > max) {
            return "text.tooLong";
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.getType(c) == Character.SURROGATE) {
                return "text.surrogate";
            }
            boolean breaks = c == '\n' || c == '\r' || c == '\t' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
            if (breaks ? !breaksAllowed : Character.isISOControl(c)) {
                return "text.control";
            }
            i += Character.charCount(c);
        }
        return null;
    }
}
