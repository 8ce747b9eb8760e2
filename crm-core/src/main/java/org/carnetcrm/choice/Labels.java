package org.carnetcrm.choice;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/**
 * The names of a choice, one per language.
 *
 * @param byLanguage the names by ISO 639 code; the empty code stands for any language
 */
public record Labels(SortedMap<String, String> byLanguage) {

    /** The most characters of a label. */
    public static final int LENGTH = 100;

    /** Strips the names; refuses none at all and a name that is blank or flawed, as problems of {@code label}. */
    public Labels {
        SortedMap<String, String> clean = new TreeMap<>();
        byLanguage.forEach((language, raw) -> {
            String label = Text.clean(raw);
            String flaw = label == null ? "required" : Text.flawOfLine(label, LENGTH);
            if (label == null || flaw != null) {
                throw InvalidException.of(Problem.of("label", raw, flaw == null ? "required" : flaw)
                        .with("max", LENGTH));
            }
            clean.put(language, label);
        });
        if (clean.isEmpty()) {
            throw InvalidException.of(Problem.of("label", null, "required"));
        }
        byLanguage = Collections.unmodifiableSortedMap(clean);
    }

    /** Makes a name for any language. */
    public static Labels of(String label) {
        return new Labels(new TreeMap<>(java.util.Map.of("", label)));
    }

    /** Makes names in English, French and Dutch. */
    public static Labels of(String english, String french, String dutch) {
        return of(english)
                .with(Locale.ENGLISH, english)
                .with(Locale.FRENCH, french)
                .with(new Locale("nl"), dutch);
    }

    /** Gives the same names with that of a language replaced or added. */
    public Labels with(Locale language, String label) {
        SortedMap<String, String> more = new TreeMap<>(byLanguage);
        more.put(language.getLanguage(), label);
        return new Labels(more);
    }

    /** Gives the name in a language; without one the name for any language, and else the first. */
    public String in(Locale locale) {
        String label = byLanguage.get(locale.getLanguage());
        if (label == null) {
            label = byLanguage.get("");
        }
        return label != null ? label : byLanguage.values().iterator().next();
    }

    /** Gives the names with their languages, such as {@code {=Visit, fr=Visite}}. */
    @Override
    public String toString() {
        return byLanguage.toString();
    }
}
