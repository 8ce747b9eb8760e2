package org.carnetcrm.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
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
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.InMemoryStore;

/** A small company of our own; the same each time, for its clock and its ids are. */
final class SampleCompany {

    /** The first day of the week that is played. */
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    /** Who leads the sales. */
    static final String BOSS = "Camille Lemaire";

    private final Day day = new Day();
    private final Locale locale;
    private final Map<String, RelationId> relations = new HashMap<>();
    private final Map<String, RepresentativeId> people = new HashMap<>();
    private final Crm crm =
            Crm.over(Setup.of(day).withIds(IdSource.timeOrdered(day, new Random(42))), new InMemoryStore());
    private int deals;

    /** Loads the company, whose people read a language. */
    SampleCompany(Locale locale) {
        this.locale = locale;
        Desk system = crm.openTenant(TenantDraft.of("sample", "EUR").choices(Presets.standard()));
        for (String name : List.of(BOSS, "Jan Peeters", "Maëlle Tremblay", "Élodie Girard")) {
            RepresentativeDraft person = RepresentativeDraft.named(name).manager(people.get(BOSS));
            people.put(name, system.representatives().add(person).id());
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
    }

    int relationCount() {
        return relations.size();
    }

    int dealCount() {
        return deals;
    }

    /** Lets the clock stand on a day. */
    void on(LocalDate today) {
        day.today = today;
    }

    /** Gives the desk of a person. */
    Desk desk(String name) {
        RepresentativeId id = Objects.requireNonNull(people.get(name), () -> "nobody here is called " + name);
        return crm.actingAs(
                Actor.of("sample", id).in(ZoneId.of("Europe/Brussels")).reading(locale));
    }

    RelationId relation(String name) {
        return Objects.requireNonNull(relations.get(name), () -> "there is no relation " + name);
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
        Opportunity deal = system.opportunities()
                .open(OpportunityDraft.about(relation(row.get("relation")))
                        .hostReference(row.get("reference"))
                        .subject(row.get("subject"))
                        .stage(row.get("stage"))
                        .type(row.get("type"))
                        .value(row.get("value"))
                        .purchaseCosts(row.get("costs"))
                        .currency(row.get("currency"))
                        .start(LocalDate.parse(row.get("start")))
                        .expectedClosing(row.get("expected").isEmpty() ? null : LocalDate.parse(row.get("expected"))));
        deals++;
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

    private static List<CsvFile.Row> rows(String name, String... columns) {
        try (InputStream in = SampleCompany.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvFile.parse(Path.of(name), text, columns).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
