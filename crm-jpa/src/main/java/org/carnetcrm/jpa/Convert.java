package org.carnetcrm.jpa;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns small values into columns and back; what is missing stays missing. */
final class Convert {

    private Convert() {}

    static @Nullable UUID uuid(@Nullable UuidId id) {
        return id == null ? null : id.value();
    }

    static <I> @Nullable I id(@Nullable UUID value, Function<UUID, I> type) {
        return value == null ? null : type.apply(value);
    }

    static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(Currency.getInstance(currency), amount);
    }

    static @Nullable UUID uuid(Who who) {
        return uuid(who.representative());
    }

    static Who who(@Nullable UUID representative) {
        return representative == null ? Who.SYSTEM : Who.of(new RepresentativeId(representative));
    }

    /** Gives a value that is there, whatever its type says. */
    static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
