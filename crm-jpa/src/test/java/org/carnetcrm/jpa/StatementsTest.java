package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Presets;
import org.junit.jupiter.api.Test;

/** What each use case sends to the database is what docs/statements.md says, whatever the database has. */
class StatementsTest {

    private static final Path DOC = Path.of(System.getProperty("basedir", ""), "../docs/statements.md");
    private static final Pattern LINE = Pattern.compile("\\| ([^|]+) \\| (\\d+) \\| ([^|]+) \\|");
    private static final Pattern TABLE = Pattern.compile("(?:from|into|update|join) crm_(\\w+)");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-12T10:00:00Z"), ZoneId.of("UTC"));

    @Test
    void the_statements_are_those_of_the_table_at_10_rows_and_at_10_000() throws IOException {
        Map<String, String> few = sent(10);
        Map<String, String> many = sent(10_000);
        few.values().forEach(System.out::println);

        assertThat(many).as("at 10 000 rows as at 10").isEqualTo(few);
        assertThat(String.join("\n", few.values()))
                .as("the table of " + DOC.normalize())
                .isEqualTo(String.join("\n", documented()));
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(DOC).stream()
                .filter(line -> LINE.matcher(line).matches())
                .toList();
    }

    /** The lines of the table by use case. */
    private static Map<String, String> sent(int rows) {
        Database database = TestDatabase.POSTGRESQL.crm();
        JpaCrm crm = JpaCrm.of(Setup.of(CLOCK).withPermissions((tenant, who, permission) -> true));
        JpaUnits.within(
                database.entityManagers(),
                em -> crm.over(em)
                        .openTenant(TenantDraft.of("acme", "EUR")
                                .choices(Presets.standard()
                                        .with(ActionType.of("VISIT", Labels.of("Visit", "Visite", "Bezoek"))))));
        Filling filling = new Filling("acme", 1, rows);
        filling.into(database);
        Actor actor = Actor.of("acme", filling.representative(0)).in(ZoneId.of("Europe/Brussels"));
        Map<String, String> sent = new LinkedHashMap<>();
        UseCases.of(filling)
                .forEach((name, useCase) -> sent.put(name, line(name, count(database, crm, actor, useCase))));
        return sent;
    }

    private static <T> List<String> count(Database database, JpaCrm crm, Actor actor, UseCases.UseCase<T> useCase) {
        T before = atDesk(database, crm, actor, useCase.before());
        return SqlLog.of(() -> atDesk(database, crm, actor, useCase.what().apply(before)));
    }

    private static <T> T atDesk(Database database, JpaCrm crm, Actor actor, Function<Desk, T> work) {
        return JpaUnits.within(
                database.entityManagers(), em -> work.apply(crm.over(em).actingAs(actor)));
    }

    /** Tables in the order in which they are read; of those that are written one after the other, in that of their names. */
    private static String line(String name, List<String> sql) {
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < sql.size(); from = to) {
            String verb = verb(sql.get(from));
            to = from;
            List<String> tables = new ArrayList<>();
            while (to < sql.size() && verb(sql.get(to)).equals(verb)) {
                tables.add(tables(sql.get(to++)));
            }
            if (!verb.equals("select")) {
                Collections.sort(tables);
            }
            parts.add(verb + " " + String.join(", ", tables));
        }
        return "| " + name + " | " + sql.size() + " | " + String.join(" · ", parts) + " |";
    }

    private static String verb(String sql) {
        String verb = sql.substring(0, sql.indexOf(' '));
        return verb.equals("select") && sql.contains(" for ") ? "lock" : verb;
    }

    private static String tables(String sql) {
        List<String> tables = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            tables.add(table.group(1));
        }
        return String.join("+", tables);
    }
}
