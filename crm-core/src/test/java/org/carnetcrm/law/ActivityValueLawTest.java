package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.Cost;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.note.Note;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.testkit.ActivityArbitraries;
import org.carnetcrm.testkit.ChaseArbitraries;
import org.carnetcrm.testkit.CrmArbitraries;
import org.carnetcrm.testkit.Workbench;

/** What holds for every cost, action, note, document, follow-up and history of a relation by itself. */
class ActivityValueLawTest {

    @Provide
    Arbitrary<Cost> costs() {
        return CrmArbitraries.currencies().flatMap(ActivityArbitraries::costs);
    }

    @Property(tries = 500)
    void d16_the_amount_of_a_line_is_exact_in_whole_minor_units_with_halves_up(@ForAll("costs") Cost line) {
        // In integers alone: millionths times millionths, over what makes minor units of them.
        BigInteger product =
                line.quantity().unscaledValue().multiply(line.price().amount().unscaledValue());
        BigInteger unit = BigInteger.TEN.pow(12 - line.price().currency().getDefaultFractionDigits());
        BigInteger rounded = product.add(unit.shiftRight(1)).divide(unit);
        assertThat(line.amount().amount().unscaledValue()).isEqualTo(rounded);
        assertThat(line.amount().currency()).isEqualTo(line.price().currency());
    }

    @Property(tries = 300)
    void a_price_and_a_quantity_read_what_they_print(@ForAll("costs") Cost line) {
        UnitPrice price = line.price();
        assertThat(UnitPrice.of(price.currency().getCurrencyCode(), price.plain()))
                .isEqualTo(price);
        assertThat(new Cost(
                        line.description(),
                        line.product(),
                        new BigDecimal(line.plainQuantity()),
                        new UnitPrice(price.currency(), price.amount().stripTrailingZeros()),
                        line.origin()))
                .as("equal numbers are equal values")
                .isEqualTo(line);
        assertThat(Money.flaw(line.amount().amount(), price.currency())).isNull();
    }

    @Provide
    Arbitrary<Action> actions() {
        return ActivityArbitraries.actions();
    }

    @Provide
    Arbitrary<Note> notes() {
        return ActivityArbitraries.notes();
    }

    @Provide
    Arbitrary<BusinessDocument> documents() {
        return ChaseArbitraries.documents();
    }

    @Provide
    Arbitrary<FollowUp> followUps() {
        return ChaseArbitraries.followUps();
    }

    @Property(tries = 200)
    void withers_are_inverse_and_the_version_is_no_field(
            @ForAll("actions") Action action,
            @ForAll("notes") Note note,
            @ForAll("documents") BusinessDocument document,
            @ForAll("followUps") FollowUp followUp) {
        Action.State planned = new Action.State("PLANNED", Progress.PLANNED, null);
        if (action.progress() != Progress.PLANNED) {
            assertThat(action.become(planned).become(action.state())).isEqualTo(action);
        }
        assertThat(action.withCosts(List.of()).withCosts(action.costs())).isEqualTo(action);
        assertThat(action.withVersion(99).withVersion(action.version())).isEqualTo(action);
        assertThat(action.withVersion(99).fields()).isEqualTo(action.fields());
        assertThat(note.withDone(!note.isDone()).withDone(note.isDone())).isEqualTo(note);
        assertThat(note.withPinned(!note.isPinned()).withPinned(note.isPinned()))
                .isEqualTo(note);
        assertThat(note.withVersion(99).fields()).isEqualTo(note.fields());
        assertThat(document.withClosedOn(LocalDate.EPOCH).withClosedOn(document.closedOn()))
                .isEqualTo(document);
        assertThat(document.withVersion(99).fields()).isEqualTo(document.fields());
        assertThat(followUp.withVersion(99).withVersion(followUp.version())).isEqualTo(followUp);
        assertThat(followUp.withVersion(99).fields()).isEqualTo(followUp.fields());
    }

    @Provide
    Arbitrary<List<RelationChange>> rows() {
        return ChaseArbitraries.relationChanges(new RelationId(new UUID(1, 1)));
    }

    @Property(tries = 300)
    void b5_in_force_is_the_latest_effective_row_then_the_highest_number_of_what_was_known_and_not_replaced(
            @ForAll("rows") List<RelationChange> rows) {
        RelationHistory history = RelationHistory.of(rows);
        for (int known = 1; known <= rows.size(); known++) {
            RelationHistory then = history.asKnownAt(rows.get(known - 1).recordedAt());
            for (int day = -1; day <= 41; day++) {
                LocalDate date = Workbench.FIRST_DAY.plusDays(day);
                for (Aspect aspect : Aspect.values()) {
                    assertThat(then.inForce(aspect, date).orElse(null))
                            .isEqualTo(inForce(rows.subList(0, known), aspect, date));
                }
            }
        }
    }

    private static RelationChange inForce(List<RelationChange> rows, Aspect aspect, LocalDate date) {
        RelationChange latest = null;
        for (RelationChange row : rows) {
            boolean replaced = rows.stream().anyMatch(other -> Objects.equals(other.replaces(), row.number()));
            boolean counts =
                    row.aspect() == aspect && !replaced && !row.effectiveOn().isAfter(date);
            if (counts && (latest == null || !row.effectiveOn().isBefore(latest.effectiveOn()))) {
                latest = row;
            }
        }
        return latest;
    }
}
