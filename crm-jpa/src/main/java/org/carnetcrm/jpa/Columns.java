package org.carnetcrm.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of one row of a result, taken one after the other in the order in which they were selected. */
final class Columns {

    private final @Nullable Object[] values;
    private int next;

    Columns(@Nullable Object[] values) {
        this.values = values;
    }

    /** Gives a value that is always there. */
    <T> T get(Class<T> type) {
        return Objects.requireNonNull(find(type));
    }

    /** Gives a value that may be missing. */
    <T> @Nullable T find(Class<T> type) {
        return type.cast(values[next++]);
    }

    <I> I id(Function<UUID, I> type) {
        return type.apply(get(UUID.class));
    }

    <I> @Nullable I findId(Function<UUID, I> type) {
        return Convert.id(find(UUID.class), type);
    }

    String text() {
        return get(String.class);
    }

    @Nullable
    String findText() {
        return find(String.class);
    }

    LocalDate date() {
        return get(LocalDate.class);
    }

    @Nullable
    LocalDate findDate() {
        return find(LocalDate.class);
    }

    @Nullable
    Instant findInstant() {
        return find(Instant.class);
    }

    /** Gives a whole number, however wide the provider made it. */
    long number() {
        return get(Number.class).longValue();
    }

    /** Gives a whole number; zero for the sum of nothing. */
    long sum() {
        Number number = find(Number.class);
        return number == null ? 0 : number.longValue();
    }

    boolean flag() {
        return get(Boolean.class);
    }

    /** Gives the sum of amounts in a currency; zero for the sum of nothing. */
    Money sum(String currency) {
        BigDecimal amount = find(BigDecimal.class);
        return Objects.requireNonNull(Convert.money(amount == null ? BigDecimal.ZERO : amount, currency));
    }

    /** Gives an amount of which the currency is the column after. */
    @Nullable
    Money findMoney() {
        BigDecimal amount = find(BigDecimal.class);
        return Convert.money(amount, findText());
    }
}
