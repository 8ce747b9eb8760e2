package org.carnetcrm.sample.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;
import org.jspecify.annotations.Nullable;

/** Tells a reader what people of the company do: what goes well, and what is refused and why. */
final class Story {

    /** What people call the fields that something goes wrong with in this week. */
    private static final Map<String, Phrase> FIELDS = Map.of(
            "code", Phrase.of("field.code"),
            "subject", Phrase.of("field.subject"),
            "value", Phrase.of("field.value"),
            "stage", Phrase.of("field.stage"),
            "probability", Phrase.of("field.probability"),
            "expectedClosing", Phrase.of("field.expectedClosing"));

    private final SampleCompany company;
    private final Output out;

    Story(SampleCompany company, Output out) {
        this.company = company;
        this.out = out;
    }

    SampleCompany company() {
        return company;
    }

    Output out() {
        return out;
    }

    /** Goes on to another day of the week. */
    void begin(int days, String key) {
        LocalDate day = SampleCompany.MONDAY.plusDays(days);
        company.on(day);
        out.blank();
        out.say(Phrase.of(key).with("date", day));
    }

    void tell(Phrase phrase) {
        out.say(2, phrase);
    }

    /** Tells a detail of what was told before. */
    void detail(Phrase phrase) {
        out.say(4, phrase);
    }

    /** Runs a command, and tells what it refuses. */
    void kindly(Runnable command) {
        try {
            command.run();
        } catch (ConflictException e) {
            List<Object> fields = e.fields().stream().map(Story::field).toList();
            tell(Phrase.of("week.conflict").with("fields", fields));
        } catch (InvalidException e) {
            e.problems()
                    .forEach(problem -> tell(Phrase.of("week.refused")
                            .with("field", field(problem.path()))
                            .with("message", problem.message(out.locale()))));
        }
    }

    /** Tells the statuses that a relation had, row by row, as the history keeps them. */
    void history(Desk desk, RelationId relation) {
        for (RelationChange row : desk.relations().history(relation).rows()) {
            String status = label(desk, ChoiceKind.RELATION_STATUS, row.to());
            Phrase line = row.kind() == RelationChange.Kind.TAKE_BACK
                    ? Phrase.of("week.statusBack").with("replaced", given(row.replaces()))
                    : row.from() == null
                            ? Phrase.of("week.statusFirst")
                            : Phrase.of("week.statusThen")
                                    .with("before", label(desk, ChoiceKind.RELATION_STATUS, row.from()));
            detail(line.with("number", row.number()).with("status", status).with("date", row.effectiveOn()));
        }
    }

    String label(Desk desk, ChoiceKind kind, @Nullable String code) {
        return desk.lists().find(kind, given(code)).orElseThrow().label(out.locale());
    }

    static Phrase about(String key, String person, Opportunity deal) {
        return Phrase.of(key).with("who", firstName(person)).with("subject", deal.subject());
    }

    static Phrase about(String key, String person, Action action) {
        return Phrase.of(key)
                .with("who", firstName(person))
                .with("subject", given(action.matter().subject()));
    }

    static Money costOf(Action action) {
        return action.costs().stream()
                .map(line -> line.amount())
                .reduce(Money::plus)
                .orElseThrow();
    }

    static String firstName(String person) {
        return person.substring(0, person.indexOf(' '));
    }

    static Opportunity deal(Desk desk, String reference) {
        return desk.opportunities().findByReference(reference).orElseThrow();
    }

    static BusinessDocument document(Desk desk, String number) {
        return desk.documents().findByReference(number).orElseThrow();
    }

    /** Gives what everything of this week has. */
    static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Object field(String path) {
        Phrase field = FIELDS.get(path);
        return field == null ? path : field;
    }
}
