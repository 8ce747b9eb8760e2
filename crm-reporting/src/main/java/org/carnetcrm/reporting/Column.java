package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.money.Money;

/**
 * A column of a table.
 *
 * @param key the name that never changes, by the glossary: {@code purchaseCosts}
 * @param kind what its cells hold
 */
public record Column(String key, Kind kind) {

    /** Refuses missing parts. */
    public Column {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
    }

    /** What a cell may hold; a missing cell is null in each kind. */
    public enum Kind {
        /** A text. */
        TEXT(String.class),
        /** A whole number. */
        COUNT(Long.class),
        /** A number with decimals. */
        DECIMAL(BigDecimal.class),
        /** An amount, whose currency the column {@code currency} of the same table names. */
        MONEY(Money.class),
        /** A percent, as a number with two decimals. */
        PERCENT(BigDecimal.class),
        /** A date. */
        DATE(LocalDate.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        /** Gives the type of a cell. */
        public Class<?> type() {
            return type;
        }

        boolean isNumber() {
            return this != TEXT && this != DATE;
        }
    }

    /** Gives the heading in a language; the key itself where there is no text for it. */
    public String heading(Locale locale) {
        String heading = Texts.find("column." + key, locale);
        return heading == null ? key : heading;
    }
}
