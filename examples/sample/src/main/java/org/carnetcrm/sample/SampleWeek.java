package org.carnetcrm.sample;

import static org.carnetcrm.sample.SampleCompany.MONDAY;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.Opportunities;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.jspecify.annotations.Nullable;

/** A week of work at the sample company, told to a reader: what goes well, and what is refused and why. */
final class SampleWeek {

    private static final String JAN = "Jan Peeters";
    private static final String MAELLE = "Maëlle Tremblay";
    private static final String ELODIE = "Élodie Girard";

    /** What people call the fields that something goes wrong with in this week. */
    private static final Map<String, Phrase> FIELDS = Map.of(
            "code", Phrase.of("field.code"),
            "subject", Phrase.of("field.subject"),
            "value", Phrase.of("field.value"),
            "stage", Phrase.of("field.stage"),
            "probability", Phrase.of("field.probability"),
            "expectedClosing", Phrase.of("field.expectedClosing"));

    private final SampleCompany company;
    private final Locale locale;
    private final Language language;
    private final PrintWriter out;

    SampleWeek(Locale locale, PrintWriter out) {
        this.company = new SampleCompany(locale);
        this.locale = locale;
        this.language = Language.of(locale);
        this.out = out;
    }

    /** Plays the week, and gives the desk of the sales manager on Friday evening. */
    Desk play() {
        say(Phrase.of("week.title")
                .with("monday", MONDAY)
                .with("relations", company.relationCount())
                .with("deals", company.dealCount()));
        monday();
        tuesday();
        wednesday();
        thursday();
        friday();
        return company.desk(SampleCompany.BOSS);
    }

    private void monday() {
        begin(0, "week.monday");
        Opportunities deals = company.desk(MAELLE).opportunities();
        Opportunity deal = deals.open(OpportunityDraft.about(company.relation("Érablière du Nord"))
                .subject("Cold store, second hall")
                .value("18500")
                .purchaseCosts("6200.50")
                .expectedClosing(MONDAY.plusDays(60)));
        tell(about("week.opens", MAELLE, deal)
                .with("value", given(deal.value()))
                .with("probability", deal.probability())
                .with("total", given(deal.total())));
        Opportunity moved = deals.moveTo(deal.id(), deal.version(), "PROPOSAL");
        tell(about("week.proposes", MAELLE, moved)
                .with("probability", moved.probability())
                .with("total", given(moved.total())));
        deals.link(deal.id(), OpportunityLink.Target.QUOTE, "Q-2026-031");
    }

    private void tuesday() {
        begin(1, "week.tuesday");
        Desk jan = company.desk(JAN);
        Opportunity deal = find(jan, "D-03");
        Opportunity won = jan.opportunities()
                .close(deal.id(), deal.version(), ClosingDraft.won().signedTotal("23750"));
        tell(about("week.signs", JAN, won)
                .with("signed", given(won.standing().signedTotal()))
                .with("days", won.daysToClosing().orElse(0)));
        Relation relation = jan.relations().find(won.relation()).orElseThrow();
        jan.relations()
                .change(
                        relation.id(),
                        relation.version(),
                        RelationDraft.from(relation).status("CUSTOMER"));
        tell(Phrase.of("week.customer").with("relation", relation.name()));
        history(jan, relation.id());
    }

    private void history(Desk desk, RelationId relation) {
        for (RelationChange row : desk.relations().history(relation).rows()) {
            String status = label(desk, ChoiceKind.RELATION_STATUS, row.to());
            Phrase line = row.from() == null
                    ? Phrase.of("week.statusFirst")
                    : Phrase.of("week.statusThen").with("before", label(desk, ChoiceKind.RELATION_STATUS, row.from()));
            out.println("    "
                    + language.write(line.with("number", row.number())
                            .with("status", status)
                            .with("date", row.effectiveOn())));
        }
    }

    private void wednesday() {
        begin(2, "week.wednesday");
        Desk desk = company.desk(ELODIE);
        Opportunities deals = desk.opportunities();
        Opportunity deal = find(desk, "D-07");
        tell(about("week.losesWithoutCode", ELODIE, deal));
        kindly(() -> deals.close(deal.id(), deal.version(), ClosingDraft.lost(null)));
        Opportunity lost = deals.close(deal.id(), deal.version(), ClosingDraft.lost("PRICE"));
        tell(about("week.loses", ELODIE, lost)
                .with("stage", label(desk, ChoiceKind.STAGE, lost.stage()))
                .with(
                        "reason",
                        label(desk, ChoiceKind.CLOSING_CODE, lost.standing().closingCode())));
        Opportunity other = find(desk, "D-09");
        deals.close(other.id(), other.version(), ClosingDraft.abandoned().because("no answer since autumn"));
        tell(about("week.givesUp", ELODIE, other));
    }

    private void thursday() {
        begin(3, "week.thursday");
        Desk desk = company.desk(ELODIE);
        Opportunity lost = find(desk, "D-07");
        Opportunity reopened = desk.opportunities().reopen(lost.id(), lost.version());
        tell(about("week.reopens", ELODIE, reopened).with("probability", reopened.probability()));
        Opportunity seen = find(desk, "D-11");
        Opportunity changed = desk.opportunities()
                .change(seen.id(), seen.version(), OpportunityDraft.from(seen).value("7900"));
        tell(about("week.revalues", ELODIE, changed).with("value", given(changed.value())));
        tell(about("week.tooLate", JAN, seen));
        Opportunities jans = company.desk(JAN).opportunities();
        kindly(() -> jans.change(
                seen.id(), seen.version(), OpportunityDraft.from(seen).value("8100")));
    }

    private void friday() {
        begin(4, "week.friday");
        Desk jan = company.desk(JAN);
        tell(Phrase.of("week.badForm").with("who", firstName(JAN)));
        kindly(() -> jan.opportunities()
                .open(OpportunityDraft.about(company.relation("Brouwerij De Linde"))
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
        tell(about("week.raises", JAN, higher)
                .with("probability", higher.probability())
                .with("total", given(higher.total())));
    }

    private void kindly(Runnable command) {
        try {
            command.run();
        } catch (ConflictException e) {
            List<Object> fields = e.fields().stream().map(SampleWeek::field).toList();
            tell(Phrase.of("week.conflict").with("fields", fields));
        } catch (InvalidException e) {
            e.problems()
                    .forEach(problem -> tell(Phrase.of("week.refused")
                            .with("field", field(problem.path()))
                            .with("message", problem.message(locale))));
        }
    }

    private void begin(int days, String key) {
        company.on(MONDAY.plusDays(days));
        out.println();
        say(Phrase.of(key).with("date", MONDAY.plusDays(days)));
    }

    private void tell(Phrase phrase) {
        out.println("  " + language.write(phrase));
    }

    private void say(Phrase phrase) {
        out.println(language.write(phrase));
    }

    private String label(Desk desk, ChoiceKind kind, @Nullable String code) {
        return desk.lists().find(kind, given(code)).orElseThrow().label(locale);
    }

    private static Phrase about(String key, String person, Opportunity deal) {
        return Phrase.of(key).with("who", firstName(person)).with("subject", deal.subject());
    }

    private static Object field(String path) {
        Phrase field = FIELDS.get(path);
        return field == null ? path : field;
    }

    private static String firstName(String person) {
        return person.substring(0, person.indexOf(' '));
    }

    private static Opportunity find(Desk desk, String reference) {
        return desk.opportunities().findByReference(reference).orElseThrow();
    }

    /** Gives what every deal of this week has. */
    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
