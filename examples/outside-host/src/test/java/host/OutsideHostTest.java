package host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.PlainText;
import org.junit.jupiter.api.Test;

/** Uses the artifacts from outside, as any host does. */
class OutsideHostTest {

    private final Crm crm = Crm.inMemory(Clock.fixed(Instant.parse("2026-03-12T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_host_opens_a_deal_and_prints_its_pipeline() {
        Desk system = crm.openTenant(TenantDraft.of("host", "EUR").choices(Presets.standard()));
        RepresentativeId lea = system.representatives().ensure("user-7", "Lea").id();
        Desk desk = crm.actingAs(Actor.of("host", lea));
        Relation relation = desk.relations().add(RelationDraft.company("Acme"));

        Opportunity deal = desk.opportunities()
                .open(OpportunityDraft.about(relation.id())
                        .subject("Web site")
                        .value("12000")
                        .purchaseCosts("2000")
                        .probability("40"));

        assertThat(deal.total()).hasToString("EUR 4000.00");
        String report = PlainText.write(
                PipelineByStage.of(desk, OpportunityFilter.open()).table(Locale.ENGLISH), Locale.ENGLISH);
        assertThat(report).contains("Qualification").contains("4,000.00");
    }

    @Test
    void a_host_does_an_action_that_costs_and_chases_a_quote() {
        Desk system = crm.openTenant(TenantDraft.of("host", "EUR")
                .choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
        RepresentativeId lea = system.representatives().ensure("user-7", "Lea").id();
        Desk desk = crm.actingAs(Actor.of("host", lea));
        Relation relation = desk.relations().add(RelationDraft.company("Acme"));

        Action visit = desk.actions()
                .record(ActionDraft.with(relation.id())
                        .newStatus("CUSTOMER")
                        .cost(CostDraft.of("Lunch").quantity("2").price("21.25")));
        BusinessDocument quote = desk.documents()
                .ensure(DocumentDraft.quote("Q-17", relation.id()).hostReference("Q-17"));
        desk.followUps().record(FollowUpDraft.about(quote.id()).nextOn(LocalDate.of(2026, 3, 12)));

        assertThat(visit.costs().get(0).amount()).hasToString("EUR 42.50");
        assertThat(desk.relations().find(relation.id()).orElseThrow().status()).isEqualTo("CUSTOMER");
        String costs = PlainText.write(
                CrmCosts.by(desk, ActionFilter.all(), ActionDimension.TYPE).table(Locale.ENGLISH), Locale.ENGLISH);
        assertThat(costs).contains("Visit").contains("42.50");
        assertThat(desk.followUps().box(5).dueToday().rows()).hasSize(1);
    }
}
