package org.carnetcrm.sample;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Opportunities;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.jspecify.annotations.Nullable;

/** A small company of our own with a week of its work; the same each time, for its clock and its ids are. */
final class SampleCompany {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    private final Day day = new Day();
    private final Locale locale;
    private final PrintWriter out;
    private final Map<String, RelationId> relations = new HashMap<>();
    private final Map<String, RepresentativeId> people = new HashMap<>();
    private final Crm crm = Crm.over(
            Setup.of(day).withIds(IdSource.timeOrdered(day, new Random(42))), new org.carnetcrm.store.InMemoryStore());

    SampleCompany(Locale locale, PrintWriter out) {
        this.locale = locale;
        this.out = out;
    }

    /** Loads the company, plays its week, and gives the desk of the sales manager on Friday evening. */
    Desk play() {
        Desk system = crm.openTenant(TenantDraft.of("sample", "EUR").choices(Presets.standard()));
        String boss = "Camille Lemaire";
        people.put(
                boss,
                system.representatives().add(RepresentativeDraft.named(boss)).id());
        for (String name : List.of("Jan Peeters", "Maëlle Tremblay", "Élodie Girard")) {
            people.put(
                    name,
                    system.representatives()
                            .add(RepresentativeDraft.named(name).manager(people.get(boss)))
                            .id());
        }
        rows("relations.csv", "name", "city", "postal", "country", "sector", "status", "manager", "contact")
                .forEach(row -> addRelation(system, row));
        rows(
                        "deals.csv",
                        "reference",
                        "relation",
                        "subject",
                        "stage",
                        "type",
                        "value",
                        "costs",
                        "currency",
                        "start",
                        "expected",
                        "outcome",
                        "on",
                        "code",
                        "signed")
                .forEach(row -> addDeal(system, row));
        say("The week of %s at Lemaire & Co. (%d relations, 40 deals)", MONDAY, relations.size());
        monday();
        tuesday();
        wednesday();
        thursday();
        friday();
        return desk(boss);
    }

    private void addRelation(Desk system, CsvFile.Row row) {
        Relation relation = system.relations()
                .add(RelationDraft.company(row.get("name"))
                        .sector(row.get("sector"))
                        .status(row.get("status"))
                        .effectiveOn(LocalDate.of(2025, 9, 1))
                        .address(new Address(null, row.get("postal"), row.get("city"), row.get("country")))
                        .accountManager(people.get(row.get("manager"))));
        relations.put(relation.name(), relation.id());
        String[] contact = row.get("contact").split(" ", 2);
        system.relations().addContact(relation.id(), ContactPersonDraft.named(contact[0], contact[1]));
    }

    private void addDeal(Desk system, CsvFile.Row row) {
        RelationId relation = relations.get(row.get("relation"));
        if (relation == null) {
            throw row.bad("there is no relation '" + row.get("relation") + "'");
        }
        Opportunity deal = system.opportunities()
                .open(OpportunityDraft.about(relation)
                        .hostReference(row.get("reference"))
                        .subject(row.get("subject"))
                        .stage(row.get("stage"))
                        .type(row.get("type"))
                        .value(row.get("value"))
                        .purchaseCosts(row.get("costs"))
                        .currency(row.get("currency"))
                        .start(LocalDate.parse(row.get("start")))
                        .expectedClosing(row.get("expected").isEmpty() ? null : LocalDate.parse(row.get("expected"))));
        if (!row.get("outcome").isEmpty()) {
            ClosingDraft closing = new ClosingDraft(
                    StandingKind.valueOf(row.get("outcome")),
                    LocalDate.parse(row.get("on")),
                    row.get("code"),
                    row.get("signed"),
                    null);
            system.opportunities().close(deal.id(), deal.version(), closing);
        }
    }

    private void monday() {
        Desk maelle = day(0, "Maëlle Tremblay");
        Opportunity deal = maelle.opportunities()
                .open(OpportunityDraft.about(relation("Érablière du Nord"))
                        .subject("Cold store, second hall")
                        .value("18500")
                        .purchaseCosts("6200.50")
                        .expectedClosing(MONDAY.plusDays(60)));
        say(
                "  Maëlle opens \"%s\": %s at %s %%, total %s",
                deal.subject(), deal.value(), deal.probability(), deal.total());
        Opportunity moved = maelle.opportunities().moveTo(deal.id(), deal.version(), "PROPOSAL");
        say("  and sends a proposal the same day: now %s %%, total %s", moved.probability(), moved.total());
        maelle.opportunities().link(deal.id(), OpportunityLink.Target.QUOTE, "Q-2026-031");
    }

    private void tuesday() {
        Desk jan = day(1, "Jan Peeters");
        Opportunity deal = find(jan, "D-03");
        Opportunity won = jan.opportunities()
                .close(deal.id(), deal.version(), ClosingDraft.won().signedTotal("23750"));
        say(
                "  Jan signs \"%s\" for %s, after %d days",
                won.subject(), won.standing().signedTotal(), won.daysToClosing().orElse(0));
        Relation relation = jan.relations().find(won.relation()).orElseThrow();
        relation = jan.relations()
                .change(
                        relation.id(),
                        relation.version(),
                        RelationDraft.from(relation).status("CUSTOMER"));
        say("  so %s is a customer now; its history:", relation.name());
        jan.relations()
                .history(relation.id())
                .rows()
                .forEach(row -> say(
                        "    %d. %s -> %s from %s on",
                        row.number(), row.from() == null ? "-" : row.from(), row.to(), row.effectiveOn()));
    }

    private void wednesday() {
        Desk elodie = day(2, "Élodie Girard");
        Opportunity deal = find(elodie, "D-07");
        kindly(() -> elodie.opportunities().close(deal.id(), deal.version(), ClosingDraft.lost(null)));
        Opportunity lost = elodie.opportunities().close(deal.id(), deal.version(), ClosingDraft.lost("PRICE"));
        say("  Élodie loses \"%s\" in stage %s, on price", lost.subject(), lost.stage());
        Opportunity other = find(elodie, "D-09");
        elodie.opportunities()
                .close(other.id(), other.version(), ClosingDraft.abandoned().because("no answer since autumn"));
        say("  and gives up \"%s\"", other.subject());
    }

    private void thursday() {
        Desk elodie = day(3, "Élodie Girard");
        Opportunity lost = find(elodie, "D-07");
        Opportunity reopened = elodie.opportunities().reopen(lost.id(), lost.version());
        say("  Élodie reopens \"%s\": again %s %%", reopened.subject(), reopened.probability());
        Opportunity seen = find(elodie, "D-11");
        elodie.opportunities()
                .change(seen.id(), seen.version(), OpportunityDraft.from(seen).value("7900"));
        Opportunities jans = desk("Jan Peeters").opportunities();
        kindly(() -> jans.change(
                seen.id(), seen.version(), OpportunityDraft.from(seen).value("8100")));
    }

    private void friday() {
        Desk jan = day(4, "Jan Peeters");
        kindly(() -> jan.opportunities()
                .open(OpportunityDraft.about(relation("Brouwerij De Linde"))
                        .value("12,5")
                        .probability("100.01")
                        .stage("WISHFUL")
                        .expectedClosing(MONDAY.minusDays(30))));
        Opportunity deal = find(jan, "D-05");
        Opportunity higher = jan.opportunities()
                .change(
                        deal.id(),
                        deal.version(),
                        OpportunityDraft.from(deal).probability("65.5").because("the board likes it"));
        say("  Jan raises \"%s\" to %s %% by hand, total %s", higher.subject(), higher.probability(), higher.total());
    }

    private void kindly(Runnable command) {
        try {
            command.run();
        } catch (ConflictException e) {
            say("  refused: somebody else changed %s first; read it again", String.join(", ", e.fields()));
        } catch (InvalidException e) {
            e.problems().forEach(problem -> say("  refused: %s: %s", problem.path(), problem.message(locale)));
        } catch (CrmException e) {
            say("  refused: %s", e.messageIn(locale));
        }
    }

    private Desk day(int days, String name) {
        day.today = MONDAY.plusDays(days);
        say("%s", day.today);
        return desk(name);
    }

    private Desk desk(String name) {
        RepresentativeId id = people.get(name);
        if (id == null) {
            throw new IllegalArgumentException("nobody here is called " + name);
        }
        return crm.actingAs(
                Actor.of("sample", id).in(ZoneId.of("Europe/Brussels")).reading(locale));
    }

    private RelationId relation(String name) {
        return java.util.Objects.requireNonNull(relations.get(name));
    }

    private static Opportunity find(Desk desk, String reference) {
        return desk.opportunities().findByReference(reference).orElseThrow();
    }

    private void say(String format, @Nullable Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static List<CsvFile.Row> rows(String name, String... columns) {
        try (java.io.InputStream in = SampleCompany.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new ArrayList<>(
                    CsvFile.parse(java.nio.file.Path.of(name), text, columns).rows());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A clock that stands at five in the afternoon of a day. */
    private static final class Day extends Clock {

        private LocalDate today = MONDAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(17, 0).toInstant(ZoneOffset.UTC);
        }
    }
}
