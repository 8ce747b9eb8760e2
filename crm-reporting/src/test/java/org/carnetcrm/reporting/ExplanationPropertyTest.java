package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.reporting.Contributors.Contributor;
import org.carnetcrm.reporting.RandomDeals.Deal;
import org.jspecify.annotations.Nullable;

/** What holds of the explanation of every figure of every report. */
class ExplanationPropertyTest {

    @Provide
    Arbitrary<List<Deal>> deals() {
        return RandomDeals.any();
    }

    @Property(tries = 25)
    void contributors_add_up_to_their_figure_and_others_name_the_columns_they_come_from(
            @ForAll("deals") List<Deal> deals) {
        SmallCrm crm = RandomDeals.into(new SmallCrm(), deals);
        for (Report report : EveryReport.of(crm.desk)) {
            Table table = report.table(Locale.ENGLISH);
            List<String> keys = table.columns().stream().map(Column::key).toList();
            for (int row = 0; row < table.rows().size() + table.totals().size(); row++) {
                for (int column = 0; column < keys.size(); column++) {
                    Object cell = row < table.rows().size()
                            ? table.rows().get(row).get(column)
                            : table.totals().get(row - table.rows().size()).get(column);
                    Optional<Explanation> why = report.explain(row, keys.get(column), Locale.ENGLISH);
                    if (why.isPresent()) {
                        String figure = table.name() + ", row " + row + ", " + keys.get(column);
                        holds(crm, figure, cell, why.get(), keys);
                    }
                }
            }
        }
    }

    private static void holds(SmallCrm crm, String name, @Nullable Object cell, Explanation why, List<String> keys) {
        assertThat(why.figure()).as(name).isEqualTo(cell);
        assertThat(why.rule()).as(name).isNotBlank();
        assertThat(keys).as(name).containsAll(why.from());
        if (why.from().isEmpty()) {
            Object sum = sum(crm, why.contributors());
            if (sum == null && cell != null) {
                assertThat(isZero(cell))
                        .as("%s: %s without contributors", name, cell)
                        .isTrue();
            } else {
                assertThat(sum).as(name).isEqualTo(cell);
            }
        }
    }

    /** Adds up what contributors give, two of them a page; nothing when none gives anything. */
    private static @Nullable Object sum(SmallCrm crm, Contributors contributors) {
        Object sum = null;
        Optional<PageRequest> request = Optional.of(PageRequest.first(2));
        while (request.isPresent()) {
            var page = contributors.page(crm.desk, request.get());
            for (Contributor contributor : page.rows()) {
                sum = plus(sum, contributor.amount());
            }
            request = page.next(request.get());
        }
        return sum;
    }

    private static @Nullable Object plus(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        } else if (one instanceof Money money) {
            return money.plus((Money) other);
        } else if (one instanceof BigDecimal number) {
            return number.add((BigDecimal) other);
        }
        return (Long) one + (Long) other;
    }

    private static boolean isZero(Object figure) {
        return Objects.equals(figure, 0L)
                || figure instanceof Money money && money.amount().signum() == 0
                || figure instanceof BigDecimal number && number.signum() == 0;
    }
}
