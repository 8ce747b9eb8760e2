package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** The status and priority of a relation, and their history with two dates. */
class RelationStatusTest {

    private final Workbench bench = Workbench.inMemory();
    private final Relations relations = bench.desk().relations();

    @Test
    void d9_a_new_status_is_in_force_from_its_date_and_not_before() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        Relation customer =
                relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        assertThat(customer.status()).isEqualTo("CUSTOMER");
        assertThat(status(acme, day(-1))).isEqualTo("PROSPECT");
        assertThat(status(acme, day(0))).isEqualTo("CUSTOMER");
        assertThat(status(acme, day(-31))).as("before it was known at all").isEqualTo("-");
        assertThat(relations
                        .change(acme.id(), 2, RelationDraft.from(customer).status(null))
                        .status())
                .as("mandatory, so it stays")
                .isEqualTo("CUSTOMER");
    }

    @Test
    void d10_a_priority_is_given_changed_and_cleared_each_time_on_record() {
        Relation acme = bench.relation("Acme");
        assertThat(acme.priority()).as("never filled in").isNull();
        acme = relations.change(acme.id(), 1, RelationDraft.from(acme).priority("HIGH"));
        acme = relations.change(acme.id(), 2, RelationDraft.from(acme).priority(null));
        assertThat(acme.priority()).isNull();
        assertThat(relations.history(acme.id()).rows())
                .filteredOn(row -> row.aspect() == Aspect.PRIORITY)
                .extracting(row -> row.from() + " > " + row.to())
                .containsExactly("null > HIGH", "HIGH > null");
    }

    @Test
    void d11_a_change_says_from_what_to_what_by_whom_when_it_took_effect_and_when_it_was_recorded() {
        Relation acme = bench.relation("Acme");
        bench.on(day(10));
        relations.change(
                acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(4)));
        RelationChange change = relations.history(acme.id()).rows().get(1);
        assertThat(change.number()).isEqualTo(2);
        assertThat(change.from()).isEqualTo("PROSPECT");
        assertThat(change.to()).isEqualTo("CUSTOMER");
        assertThat(change.by().representative()).isEqualTo(bench.lea());
        assertThat(change.effectiveOn()).isEqualTo(day(4));
        assertThat(change.recordedAt()).isEqualTo(Instant.parse("2026-03-22T09:00:00Z"));
        assertThat(change.replaces()).isNull();
    }

    @Test
    void d11_a_backdated_change_leaves_what_took_effect_later_in_force() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        acme = relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        Relation backdated = relations.change(
                acme.id(), 2, RelationDraft.from(acme).status("FORMER").effectiveOn(day(-10)));
        assertThat(backdated.status()).isEqualTo("CUSTOMER");
        assertThat(backdated.version()).isEqualTo(3);
        assertThat(status(acme, day(-5))).isEqualTo("FORMER");
        assertThat(relations.history(acme.id()).rows().get(2).from())
                .as("what was in force then")
                .isEqualTo("PROSPECT");
        assertThat(status(acme, day(0))).isEqualTo("CUSTOMER");
    }

    @Test
    void d11_a_correction_is_a_new_row_that_names_the_one_it_replaces() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        Relation corrected = relations.correct(acme.id(), 2, 2, "FORMER", day(-3));
        assertThat(corrected.status()).isEqualTo("FORMER");
        RelationHistory history = relations.history(acme.id());
        assertThat(history.rows()).as("nothing is taken away").hasSize(3);
        assertThat(history.rows().get(2).replaces()).isEqualTo(2);
        assertThat(status(acme, day(-3))).isEqualTo("FORMER");
        assertThatThrownBy(() -> relations.correct(acme.id(), 3, 2, "OTHER", day(0)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("number: no row 2 of the history can be corrected");
        assertThat(relations.correct(acme.id(), 3, 3, "PROSPECT", day(-3)).status())
                .as("the correction of a correction")
                .isEqualTo("PROSPECT");
    }

    @Test
    void d11_a_correction_of_the_date_alone_keeps_the_status_and_one_of_a_priority_may_clear_it() {
        Relation acme =
                relations.add(RelationDraft.company("Acme").priority("LOW").effectiveOn(day(-30)));
        Relation later = relations.correct(acme.id(), 1, 1, null, day(-20));
        assertThat(later.status()).isEqualTo("PROSPECT");
        assertThat(status(acme, day(-25))).isEqualTo("-");
        assertThat(relations.correct(acme.id(), 2, 2, null, day(-30)).priority())
                .isNull();
    }

    @Test
    void d11_the_first_conversion_and_repeated_ones_are_told_and_what_was_created_as_customer_is_none() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        String[] statuses = {"OTHER", "CUSTOMER", "FORMER", "CUSTOMER", "PROSPECT", "CUSTOMER"};
        for (int i = 0; i < statuses.length; i++) {
            RelationDraft draft = RelationDraft.from(acme).status(statuses[i]).effectiveOn(day(-20 + i));
            acme = relations.change(acme.id(), acme.version(), draft);
        }
        assertThat(conversions(acme)).containsExactly(day(-19), day(-15));
        Relation born = relations.add(RelationDraft.company("Born a customer").status("CUSTOMER"));
        assertThat(conversions(born)).isEmpty();
    }

    @Test
    void d11_what_was_believed_on_a_day_does_not_change_with_what_is_learnt_later() {
        Relation acme = bench.relation("Acme");
        Instant then = Instant.parse("2026-03-13T00:00:00Z");
        bench.on(day(10));
        relations.change(
                acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(0)));
        RelationHistory history = relations.history(acme.id());
        assertThat(history.asKnownAt(then).inForce(Aspect.STATUS, day(0)))
                .get()
                .extracting(RelationChange::to)
                .isEqualTo("PROSPECT");
        assertThat(history.inForce(Aspect.STATUS, day(0)))
                .get()
                .extracting(RelationChange::to)
                .isEqualTo("CUSTOMER");
        assertThat(conversions(acme)).containsExactly(day(0));
    }

    @Test
    void d11_a_status_does_not_take_effect_in_the_future() {
        Relation acme = bench.relation("Acme");
        assertThatThrownBy(() -> relations.change(
                        acme.id(),
                        1,
                        RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(1))))
                .hasMessage("effectiveOn: 13 Mar 2026 is after 12 Mar 2026");
        assertThatThrownBy(() -> relations.correct(acme.id(), 1, 1, "CUSTOMER", day(1)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void d12_statuses_and_priorities_are_configured_and_the_first_status_in_force_is_filled_in() {
        Choices choices = bench.system().choices();
        choices.add(RelationStatus.of("LEAD", "Lead", Phase.PROSPECT));
        choices.add(Priority.of("TOP", "Top"));
        assertThat(relations.add(RelationDraft.company("New").priority("TOP")).priority())
                .isEqualTo("TOP");
        choices.reorder(ChoiceKind.RELATION_STATUS, List.of("LEAD", "OTHER", "FORMER", "CUSTOMER", "PROSPECT"));
        Relation acme = bench.relation("Acme");
        assertThat(acme.status()).isEqualTo("LEAD");
        choices.retire(new ChoiceId(ChoiceKind.RELATION_STATUS, "LEAD"), 2);
        assertThat(bench.relation("Other").status()).isEqualTo("OTHER");
        assertThat(relations
                        .change(acme.id(), 1, RelationDraft.from(acme).name("Acme Ltd"))
                        .status())
                .as("a retired status that does not change is kept")
                .isEqualTo("LEAD");
    }

    private List<LocalDate> conversions(Relation relation) {
        ChoiceLists lists = bench.desk().lists();
        return relations
                .history(relation.id())
                .conversions(code -> lists.find(ChoiceKind.RELATION_STATUS, code, RelationStatus.class)
                        .orElseThrow()
                        .phase())
                .stream()
                .map(RelationChange::effectiveOn)
                .toList();
    }

    private String status(Relation relation, LocalDate date) {
        return relations
                .history(relation.id())
                .inForce(Aspect.STATUS, date)
                .map(RelationChange::to)
                .orElse("-");
    }

    private static LocalDate day(int days) {
        return FIRST_DAY.plusDays(days);
    }
}
