package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;

/** Runs the code that the README shows, and holds the README to it. */
class ReadmeTest {

    private static final Path OWN_SOURCE = Path.of("src/test/java/org/carnetcrm/sample/ReadmeTest.java");

    @Test
    void the_quick_start_does_what_its_comments_say() {
        Clock clock = Clock.systemUTC();
        LocalDate nextWeek = LocalDate.now(clock).plusWeeks(1);
        Crm crm = Crm.inMemory(clock);
        Desk system = crm.openTenant(
                TenantDraft.of("acme", "EUR").choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
        RepresentativeId lea =
                system.representatives().ensure("host-user-7", "Lea").id();
        Desk desk = crm.actingAs(
                Actor.of("acme", lea).in(ZoneId.of("Europe/Brussels")).reading(Locale.FRENCH));

        Relation acme = desk.relations().add(RelationDraft.company("Acme").status("PROSPECT"));
        Action visit = desk.actions()
                .plan(ActionDraft.with(acme.id())
                        .subject("First visit")
                        .newStatus("CUSTOMER")
                        .cost(CostDraft.of("Lunch").quantity("2").price("21.25")));
        visit = desk.actions().complete(visit.id(), visit.version());
        desk.notes().add(NoteDraft.about(acme.id()).date(nextWeek).text("Send the plans"));

        Opportunity deal = desk.opportunities()
                .open(OpportunityDraft.about(acme.id())
                        .subject("Web site")
                        .value("12000")
                        .purchaseCosts("2000")
                        .probability("40"));
        deal.total();
        deal = desk.opportunities().moveTo(deal.id(), deal.version(), "PROPOSAL");
        deal = desk.opportunities()
                .close(deal.id(), deal.version(), ClosingDraft.won().signedTotal("11800"));

        BusinessDocument quote = desk.documents()
                .ensure(DocumentDraft.quote("Q-17", acme.id())
                        .hostReference("doc-4711")
                        .amount("11800")
                        .chaseOn(nextWeek));
        desk.followUps().record(FollowUpDraft.about(quote.id()).channel("PHONE").nextOn(nextWeek));
        desk.followUps().box(5);

        desk.relations().history(acme.id()).present(Aspect.STATUS);
        desk.timeline().of(acme.id(), PageRequest.first(20));
        desk.opportunities().revisions(deal.id());
        desk.audit(deal.id());

        assertThat(visit.costs()).singleElement().hasToString("Lunch 2 × EUR 21.25 MANUAL");
        assertThat(visit.costs().get(0).amount()).hasToString("EUR 42.50");
        assertThat(desk.relations().history(acme.id()).present(Aspect.STATUS).orElseThrow())
                .satisfies(row -> assertThat(row.from() + " -> " + row.to()).isEqualTo("PROSPECT -> CUSTOMER"))
                .returns(visit.id(), row -> row.action());
        assertThat(desk.notes()
                        .list(NoteFilter.all().reminders(), NoteOrder.EARLIEST, PageRequest.first(20))
                        .rows())
                .singleElement()
                .returns(nextWeek, row -> row.date());
        assertThat(desk.opportunities().revisions(deal.id()).get(0).deal().total())
                .hasToString("EUR 4000.00");
        assertThat(desk.opportunities().revisions(deal.id())).hasSize(3);
        assertThat(desk.followUps().box(5).next().rows()).singleElement().returns(nextWeek, row -> row.dueOn());
        assertThat(desk.followUps().box(5).last().rows()).singleElement().returns("Q-17/1", row -> row.reference());
        assertThat(desk.timeline().of(acme.id(), PageRequest.first(20)).rows()).hasSizeGreaterThan(5);
    }

    @Test
    void the_readme_shows_this_code_and_no_other() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        int from = readme.indexOf("```java\n") + "```java\n".length();
        String shown = readme.substring(from, readme.indexOf("```", from));
        assertThat(bare(Files.readString(OWN_SOURCE))).contains(bare(shown));
    }

    /** Gives code without comments and layout. */
    private static String bare(String code) {
        return code.replaceAll("//[^\n]*", "").replaceAll("\\s", "");
    }
}
