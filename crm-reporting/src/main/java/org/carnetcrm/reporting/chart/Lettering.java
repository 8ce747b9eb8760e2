package org.carnetcrm.reporting.chart;

import java.util.regex.Pattern;

/**
 * How wide a text is about, in a letter of no particular family, and its beginning that fits. Widths are guessed high and
 * in whole units, for the fonts of the reader's machine are unknown.
 */
final class Lettering {

    /** The height of a letter in units of a picture. */
    static final int SIZE = 11;

    /** What no label on a picture is longer than, whatever its letters are. */
    private static final int LONGEST = 80;

    private static final String NARROW = " .,:;'|!()[]/-ijlIftr\u00a0\u202f";
    private static final String BROAD = "mwMW@%&…—";

    /** A letter may have three marks above and below it; more would pile up over what stands around. */
    private static final Pattern PILED = Pattern.compile("(\\p{Mn}{3})\\p{Mn}+");

    /** Marks, embeddings, overrides and isolates of direction. */
    private static final String TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private static final int NARROW_MILLI_EM = 400;
    private static final int USUAL_MILLI_EM = 640;
    private static final int CAPITAL_MILLI_EM = 760;
    private static final int BROAD_MILLI_EM = 1000;
    private static final int EM = 1000;

    private static final int FIRST_IDEOGRAPH = 0x1100;

    private Lettering() {}

    /** Gives the width of a text in units of a picture, rounded up. */
    static int width(String text) {
        int milliEms = text.codePoints().map(Lettering::milliEms).sum();
        return (milliEms * SIZE + EM - 1) / EM;
    }

    /** Gives a text, or as much of its beginning as fits with an ellipsis behind it. */
    static String fitting(String label, int width) {
        String text = PILED.matcher(label).replaceAll("$1");
        if (width(text) <= width && text.length() <= LONGEST) {
            return text;
        }
        int end = 0;
        for (int next = 0; next < text.length() && next < LONGEST; end = next) {
            next = text.offsetByCodePoints(next, 1);
            while (next < text.length() && isMark(text.codePointAt(next))) {
                next = text.offsetByCodePoints(next, 1);
            }
            if (next > LONGEST || width(text.substring(0, next) + "…") > width) {
                break;
            }
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /**
     * Gives a text as XML may hold it, on one line: a space for each control character and line separator, a replacement
     * character for half a surrogate pair and for what is no character; without marks that turn the direction of text.
     */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    printable.append(' ');
                case Character.SURROGATE -> printable.append('\ufffd');
                default -> {
                    if (isNoCharacter(letter)) {
                        printable.append('\ufffd');
                    } else if (TURNING.indexOf(letter) < 0) {
                        printable.appendCodePoint(letter);
                    }
                }
            }
        });
        return printable.toString();
    }

    private static boolean isNoCharacter(int letter) {
        return (letter & 0xfffe) == 0xfffe || (letter >= 0xfdd0 && letter <= 0xfdef);
    }

    private static int milliEms(int letter) {
        if (isMark(letter)) {
            return 0;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return NARROW_MILLI_EM;
        }
        if (letter >= FIRST_IDEOGRAPH || BROAD.indexOf(letter) >= 0) {
            return BROAD_MILLI_EM;
        }
        return Character.isUpperCase(letter) ? CAPITAL_MILLI_EM : USUAL_MILLI_EM;
    }

    /** Tells whether a letter takes no room of its own: an accent, a joiner, a choice between two looks. */
    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
