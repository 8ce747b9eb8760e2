package host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
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
}
