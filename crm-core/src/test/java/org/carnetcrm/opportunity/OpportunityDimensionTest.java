package org.carnetcrm.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.money.Money;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class OpportunityDimensionTest {

    private static final LocalDate START = Workbench.FIRST_DAY;

    private final Workbench bench = Workbench.inMemory();
    private final Desk desk = bench.desk();

    {
        new CrmPlayer(bench);
    }

    private final Relation group = bench.relation("Group");
    private final Relation acme =
            desk.relations().add(RelationDraft.company("Acme").sector("retail").parent(group.id()));
    private final Representative max =
            desk.representatives().findByReference("user-max").orElseThrow();
    private final ContactPersonId ann = desk.relations()
            .addContact(acme.id(), ContactPersonDraft.named(null, "Ann"))
            .id();
    private final Opportunity open = desk.opportunities()
            .open(OpportunityDraft.about(acme.id())
                    .subject("Shop")
                    .contact(ann)
                    .manager(max.id())
                    .stage("NEEDS")
                    .type("UPDATE")
                    .category("WEB")
                    .businessLine("IT")
                    .value("10")
                    .probability("35")
                    .start(START)
                    .expectedClosing(START.plusMonths(2)));

    private Map<OpportunityDimension, String> texts(Opportunity deal, Representative manager) {
        OpportunityDimension.Subject subject = new OpportunityDimension.Subject(deal, acme, manager);
        Map<OpportunityDimension, String> texts = new EnumMap<>(OpportunityDimension.class);
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            texts.put(dimension, dimension.of(subject));
        }
        return texts;
    }

    @Test
    void each_dimension_gives_its_own_text_of_an_open_deal() {
        assertThat(texts(open, max))
                .containsEntry(OpportunityDimension.CURRENCY, "EUR")
                .containsEntry(OpportunityDimension.STAGE, "NEEDS")
                .containsEntry(OpportunityDimension.STANDING, "IN_PROGRESS")
                .containsEntry(OpportunityDimension.MANAGER, max.id().text())
                .containsEntry(
                        OpportunityDimension.MANAGERS_MANAGER, bench.lea().text())
                .containsEntry(OpportunityDimension.REGION, "West")
                .containsEntry(OpportunityDimension.RELATION, acme.id().text())
                .containsEntry(OpportunityDimension.SECTOR, "retail")
                .containsEntry(OpportunityDimension.PARENT, group.id().text())
                .containsEntry(OpportunityDimension.CONTACT, ann.text())
                .containsEntry(OpportunityDimension.TYPE, "UPDATE")
                .containsEntry(OpportunityDimension.CATEGORY, "WEB")
                .containsEntry(OpportunityDimension.BUSINESS_LINE, "IT")
                .containsEntry(OpportunityDimension.CLOSING_CODE, "")
                .containsEntry(OpportunityDimension.MONTH_OF_CLOSING, "")
                .containsEntry(OpportunityDimension.MONTH_OF_EXPECTED_CLOSING, "2026-05")
                .containsEntry(
                        OpportunityDimension.SUCCESS_LEVEL,
                        SuccessLevel.of(open.probability()).name())
                .containsEntry(OpportunityDimension.LEVEL_AT_CREATION, "FROM_20")
                .containsEntry(OpportunityDimension.HAS_MINIMUM_TARGET, "")
                .containsEntry(OpportunityDimension.DAYS_TO_CLOSING, "")
                .containsEntry(OpportunityDimension.SIGNED_TOTAL, "");
    }

    @Test
    void each_dimension_gives_its_own_text_of_a_closed_deal() {
        bench.on(START.plusDays(33));
        Opportunity won =
                desk.opportunities().close(open.id(), 1, ClosingDraft.won().signedTotal("9.5"));
        Opportunity other = desk.opportunities()
                .open(OpportunityDraft.about(acme.id())
                        .subject("Other")
                        .value("1")
                        .minimumTarget("0"));
        Opportunity lost = desk.opportunities().close(other.id(), 1, ClosingDraft.lost("PRICE"));

        assertThat(texts(won, max))
                .containsEntry(OpportunityDimension.STANDING, "WON")
                .containsEntry(OpportunityDimension.SUCCESS_LEVEL, "FROM_80")
                .containsEntry(OpportunityDimension.LEVEL_AT_CREATION, "FROM_20")
                .containsEntry(OpportunityDimension.MONTH_OF_CLOSING, "2026-04")
                .containsEntry(OpportunityDimension.DAYS_TO_CLOSING, "33")
                .containsEntry(OpportunityDimension.SIGNED_TOTAL, "9.50");
        assertThat(texts(lost, RepresentativeDraft.named("Alone").build(max.id(), 1)))
                .containsEntry(OpportunityDimension.CLOSING_CODE, "PRICE")
                .containsEntry(OpportunityDimension.HAS_MINIMUM_TARGET, OpportunityDimension.YES)
                .containsEntry(OpportunityDimension.MANAGERS_MANAGER, "")
                .containsEntry(OpportunityDimension.REGION, "")
                .containsEntry(OpportunityDimension.CONTACT, "");
    }

    @Test
    void a_deal_cannot_be_signed_before_it_starts_nor_in_another_currency() {
        assertThat(open.become(new Standing.Won(START, null)).standing().closedOn())
                .isEqualTo(START);
        assertThatThrownBy(() -> open.become(new Standing.Won(START.minusDays(1), null)))
                .isInstanceOf(InvalidException.class);
        assertThat(open.become(new Standing.Lost("PRICE", START.minusDays(1))).isOpen())
                .as("only a signature has to wait for the start")
                .isFalse();
        assertThatThrownBy(() -> open.become(new Standing.Won(START, Money.of("JPY", "5"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deal_and_its_draft_print_what_they_are_about() {
        assertThat(open).hasToString("Opportunity[" + open.id() + " v1 IN_PROGRESS NEEDS EUR 3.50]");
        assertThat(OpportunityDraft.from(open))
                .hasToString("OpportunityDraft[relation=" + acme.id() + ", subject=Shop]");
    }
}
