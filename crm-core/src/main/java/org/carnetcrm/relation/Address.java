package org.carnetcrm.relation;

import java.util.Locale;
import java.util.Set;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Prose;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a relation is; any part may be missing.
 *
 * @param lines street, number and what else stands above the city, over one or more lines
 * @param postalCode the postal code
 * @param city the city
 * @param country the ISO 3166 code of two letters, such as BE
 */
public record Address(
        @Prose(max = Address.LINES_LENGTH) @Nullable String lines,
        @Line(max = Address.POSTAL_CODE_LENGTH) @Nullable String postalCode,
        @Line @Nullable String city,
        @Line @Nullable String country) {

    /** The most characters of the lines. */
    public static final int LINES_LENGTH = 500;

    /** The most characters of a postal code. */
    public static final int POSTAL_CODE_LENGTH = 20;

    /** An address of which nothing is known. */
    public static final Address UNKNOWN = new Address(null, null, null, null);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Makes an address from all its parts. */
    public static Address of(String lines, String postalCode, String city, String country) {
        return new Address(lines, postalCode, city, country);
    }

    /** Tells whether a text is the code of a country. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    Address cleaned() {
        return new Address(Text.clean(lines), Text.clean(postalCode), Text.clean(city), Text.clean(country));
    }

    Address required() {
        Text.requireProseOrNone("lines", lines, LINES_LENGTH);
        Text.requireLineOrNone("postalCode", postalCode, POSTAL_CODE_LENGTH);
        Text.requireLineOrNone("city", city, Text.LINE);
        if (country != null && !isCountry(country)) {
            throw new IllegalArgumentException("'" + country + "' is no ISO 3166 code of a country");
        }
        return this;
    }
}
