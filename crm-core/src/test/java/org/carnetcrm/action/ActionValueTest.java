package org.carnetcrm.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.problem.InvalidException;
import org.junit.jupiter.api.Test;

/** What the values of an action refuse, whoever makes them. */
class ActionValueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final RepresentativeId LEA = new RepresentativeId(new UUID(0, 1));
    private static final RepresentativeId TOM = new RepresentativeId(new UUID(-1, 2));
    private static final RepresentativeId ZOE = new RepresentativeId(new UUID(0, 3));
    private static final UnitPrice EURO = UnitPrice.of("EUR", "1");

    @Test
    void d6_a_done_action_has_a_date_and_no_other_has_one() {
        assertThatThrownBy(() -> new Action.State("DONE", Progress.DONE, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Action.State("PLANNED", Progress.PLANNED, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Action.State("not a code", Progress.PLANNED, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void d6_an_action_becomes_only_what_may_follow() {
        Action planned = action(List.of());
        Action done = planned.become(new Action.State("DONE", Progress.DONE, DAY));
        assertThat(done.become(planned.state())).isEqualTo(planned);
        assertThatThrownBy(() -> done.become(new Action.State("CANCELLED", Progress.CANCELLED, null)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("status: an action that is done cannot become cancelled");
    }

    @Test
    void d4_participants_are_ordered_by_unsigned_id_and_who_takes_over_is_none_of_them() {
        Action visit = action(List.of());
        assertThat(visit.crew().participants()).containsExactly(ZOE, TOM);
        Action handedOver = visit.carriedOutBy(TOM);
        assertThat(handedOver.crew()).isEqualTo(new Action.Crew(TOM, true, List.of(ZOE)));
        assertThat(handedOver.crew().everybody()).containsExactly(TOM, ZOE);
    }

    @Test
    void d13_a_cost_line_without_text_with_a_flawed_quantity_or_too_large_an_amount_is_refused() {
        assertThatThrownBy(() -> new Cost(null, null, BigDecimal.ONE, EURO, PriceOrigin.MANUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cost.nothing");
        assertThatThrownBy(() -> cost("-1")).hasMessageContaining("number.negative");
        assertThatThrownBy(() -> cost("0.0000001")).hasMessageContaining("number.tooManyDecimals");
        UnitPrice large = UnitPrice.of("EUR", "999999999999999");
        assertThatThrownBy(() -> new Cost("Line", null, BigDecimal.TEN, large, PriceOrigin.MANUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number.tooLarge");
        assertThat(cost("2.50")).as("equal numbers are equal values").isEqualTo(cost("2.5"));
        assertThat(cost("0").plainQuantity()).isEqualTo("0");
        assertThatThrownBy(() -> action(Collections.nCopies(201, cost("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_is_read_from_its_own_text() {
        ActionId id = action(List.of()).id();
        assertThat(ActionId.parse(id.text())).isEqualTo(id);
    }

    private static Cost cost(String quantity) {
        return new Cost("Line", null, new BigDecimal(quantity), EURO, PriceOrigin.MANUAL);
    }

    private static Action action(List<Cost> costs) {
        return new Action(
                new ActionId(new UUID(0, 9)),
                1,
                new Action.Concern(new RelationId(new UUID(0, 8)), null, null),
                new Action.Crew(LEA, false, List.of(TOM, ZOE, TOM, LEA)),
                new Action.Matter("VISIT", null, null),
                new Action.State("PLANNED", Progress.PLANNED, null),
                new Schedule.AllDay(DAY, DAY),
                Action.Effect.NONE,
                costs,
                null,
                DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
