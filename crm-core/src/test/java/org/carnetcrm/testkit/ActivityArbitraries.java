package org.carnetcrm.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;

/** Random actions with their schedules and costs, and notes; what is named <em>raw</em> may be bad. */
public final class ActivityArbitraries {

    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private ActivityArbitraries() {}

    /** Gives zones of every kind: far east and west, of half hours, with summer time of half an hour, fixed. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Brussels",
                        "America/New_York",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Pacific/Kiritimati",
                        "+18:00",
                        "-18:00")
                .map(ZoneId::of);
    }

    /** Gives schedules: whole days, and times of which many lie about a change to summer time or back. */
    public static Arbitrary<Schedule> schedules() {
        Arbitrary<Schedule> whole = Combinators.combine(
                        CrmArbitraries.dates(),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(0, Schedule.MOST_DAYS - 1))))
                .as((first, more) -> new Schedule.AllDay(first, first.plusDays(more)));
        Arbitrary<Schedule> timed = Combinators.combine(
                        CrmArbitraries.instants(),
                        zones(),
                        Arbitraries.integers().between(-180, 180),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(3, Arbitraries.integers().between(0, 300)),
                                Tuple.of(1, Arbitraries.integers().between(0, 364 * 24 * 60))),
                        Arbitraries.of(true, false))
                .as((instant, zone, before, minutes, edge) -> {
                    Instant start = edge ? edge(instant, zone).plus(before, ChronoUnit.MINUTES) : instant;
                    return new Schedule.Timed(start, start.plus(minutes, ChronoUnit.MINUTES), zone);
                });
        return Arbitraries.oneOf(whole, timed).withoutEdgeCases();
    }

    /** The next instant at which the clocks of a zone change, or at which its day begins. */
    private static Instant edge(Instant instant, ZoneId zone) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        return next == null
                ? LocalDate.ofInstant(instant, zone).atStartOfDay(zone).toInstant()
                : next.getInstant();
    }

    /** Gives prices of one unit, from none to the highest, to six decimals whatever the currency. */
    public static Arbitrary<UnitPrice> unitPrices(Currency currency) {
        BigInteger most = BigInteger.TEN.pow(UnitPrice.INTEGER_DIGITS + UnitPrice.FRACTION_DIGITS);
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(9))),
                        Tuple.of(1, Arbitraries.bigIntegers().between(BigInteger.ZERO, most.subtract(BigInteger.ONE))),
                        Tuple.of(
                                1,
                                Arbitraries.of(5L, 500L, 5_000L, 500_000L, 0L).map(BigInteger::valueOf)))
                .map(millionths -> new UnitPrice(currency, new BigDecimal(millionths, UnitPrice.FRACTION_DIGITS)));
    }

    /** Gives cost lines of one currency, often such that the amount lies in the very middle between two minor units. */
    public static Arbitrary<Cost> costs(Currency currency) {
        Arbitrary<BigDecimal> quantities = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 9).map(BigDecimal::valueOf)),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .between(0, 999_999_999_999_999L)
                                .map(millionths -> BigDecimal.valueOf(millionths, Cost.QUANTITY_FRACTION_DIGITS))));
        return Combinators.combine(
                        CrmArbitraries.lines(Text.LINE).injectNull(0.3),
                        CrmArbitraries.lines(Cost.PRODUCT_LENGTH).injectNull(0.5),
                        quantities,
                        unitPrices(currency),
                        Arbitraries.of(PriceOrigin.class))
                .as((description, product, quantity, price, origin) -> {
                    boolean tooLarge = Money.flaw(price.times(quantity).amount(), currency) != null;
                    return new Cost(
                            description == null && product == null ? "Lunch" : description,
                            product,
                            tooLarge ? BigDecimal.ONE : quantity,
                            price,
                            product == null ? PriceOrigin.MANUAL : origin);
                })
                .withoutEdgeCases();
    }

    /** Gives actions as a store may hold them, in every state; what they refer to has the action's own UUID. */
    public static Arbitrary<Action> actions() {
        Arbitrary<List<Cost>> costs = CrmArbitraries.currencies()
                .flatMap(ActivityArbitraries::costs)
                .list()
                .ofMaxSize(4);
        Arbitrary<Action.Matter> matters = Combinators.combine(
                        Arbitraries.of("VISIT", "CALL"),
                        CrmArbitraries.lines(Text.LINE).injectNull(0.3),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.4))
                .as(Action.Matter::new);
        Arbitrary<Action.State> states = Combinators.combine(Arbitraries.of(Progress.class), CrmArbitraries.dates())
                .as((progress, day) ->
                        new Action.State(progress.name(), progress, progress == Progress.DONE ? day : null));
        Arbitrary<Action.Effect> effects = Combinators.combine(
                        Arbitraries.of("PROSPECT", "CUSTOMER").injectNull(0.6),
                        Arbitraries.of("HIGH", "LOW").injectNull(0.7))
                .as(Action.Effect::new);
        return Combinators.combine(stamps(), matters, states, schedules(), effects, costs)
                .as((stamp, matter, state, schedule, effect, lines) -> new Action(
                        new ActionId(stamp.id()),
                        stamp.version(),
                        new Action.Concern(
                                new RelationId(stamp.id()),
                                stamp.first() ? new ContactPersonId(stamp.id()) : null,
                                stamp.second() ? new OpportunityId(stamp.id()) : null),
                        new Action.Crew(new RepresentativeId(stamp.id()), stamp.first(), List.of()),
                        matter,
                        state,
                        schedule,
                        effect,
                        lines,
                        stamp.reference(),
                        stamp.recordedAt()))
                .withoutEdgeCases();
    }

    /** Gives notes as a store may hold them; what they refer to has the note's own UUID. */
    public static Arbitrary<Note> notes() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Note.Marks> marks =
                Combinators.combine(either, either, either).as(Note.Marks::new);
        return Combinators.combine(
                        stamps(),
                        CrmArbitraries.dates(),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.3),
                        Arbitraries.of("GENERAL", "SALES"),
                        marks)
                .as((stamp, date, text, type, ticked) -> new Note(
                        new NoteId(stamp.id()),
                        stamp.version(),
                        new RelationId(stamp.id()),
                        stamp.first() ? new OpportunityId(stamp.id()) : null,
                        new RepresentativeId(stamp.id()),
                        date,
                        type,
                        text,
                        ticked,
                        stamp.reference(),
                        stamp.recordedAt()))
                .withoutEdgeCases();
    }

    /** Gives cost lines as a CRM of the {@link Workbench} accepts them. */
    public static Arbitrary<CostDraft> costDrafts() {
        Arbitrary<CostDraft> manual = CrmArbitraries.currencies()
                .flatMap(ActivityArbitraries::costs)
                .map(line -> CostDraft.from(line).price(line.price().plain()));
        Arbitrary<CostDraft> lookedUp = Combinators.combine(
                        Arbitraries.of(Workbench.PRODUCTS.keySet()),
                        Arbitraries.of("1", "2.5", "0", "1000.000001").injectNull(0.3),
                        Arbitraries.of("EUR", "JPY").injectNull(0.5))
                .as((product, quantity, currency) ->
                        CostDraft.ofProduct(product).quantity(quantity).currency(currency));
        return Arbitraries.frequencyOf(Tuple.of(3, manual), Tuple.of(1, lookedUp));
    }

    /** Gives cost lines, good and bad in their texts and numbers. */
    public static Arbitrary<CostDraft> rawCostDrafts() {
        return Combinators.combine(
                        costDrafts(),
                        CrmArbitraries.rawTexts(Text.LINE),
                        CrmArbitraries.rawTexts(Cost.PRODUCT_LENGTH),
                        CrmArbitraries.rawNumbers(),
                        CrmArbitraries.rawNumbers(),
                        Arbitraries.of("EUR", "JPY", "XXX", "EURO", ""),
                        Arbitraries.integers().between(0, 7))
                .as((good, description, product, quantity, price, currency, field) -> switch (field) {
                    case 0 -> good.description(description).product(null);
                    case 1 -> good.product(product);
                    case 2 -> good.quantity(quantity);
                    case 3 -> good.price(price);
                    case 4 -> good.currency(currency);
                    case 5 -> good.price(null);
                    case 6 -> good.quantity("999999999").price(price);
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** Gives schedules as a form brings them in, good ones and ones that end before they start or that no clock shows. */
    public static Arbitrary<ScheduleDraft> rawScheduleDrafts() {
        Arbitrary<LocalTime> times = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 24 * 12 - 1).map(fives -> MIDNIGHT.plusMinutes(5L * fives)),
                Arbitraries.of(LocalTime.of(2, 0), LocalTime.of(2, 30), LocalTime.MAX, MIDNIGHT));
        return Combinators.combine(
                        CrmArbitraries.dates().injectNull(0.1),
                        Arbitraries.of(-1, 0, 0, 0, 1, 2, 365, 366).injectNull(0.3),
                        times.injectNull(0.4),
                        times.injectNull(0.4),
                        zones().injectNull(0.5))
                .as((on, more, from, to, zone) ->
                        new ScheduleDraft(on, more == null || on == null ? null : on.plusDays(more), from, to, zone))
                .withoutEdgeCases();
    }

    /** Gives drafts of actions with a relation that a CRM of the {@link CrmPlayer} accepts. */
    public static Arbitrary<ActionDraft> actionDrafts(RelationId relation) {
        return Combinators.combine(
                        Arbitraries.of("VISIT", "CALL").injectNull(0.3),
                        schedules().filter(ActivityArbitraries::isFirstOffset).map(ScheduleDraft::from),
                        CrmArbitraries.lines(Text.LINE).injectNull(0.3),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.4),
                        Arbitraries.of("PROSPECT", "CUSTOMER", "OTHER").injectNull(0.5),
                        Arbitraries.of("HIGH", "LOW").injectNull(0.6),
                        costDrafts().list().ofMaxSize(3))
                .as((type, schedule, subject, note, status, priority, costs) -> ActionDraft.with(relation)
                        .type(type)
                        .schedule(schedule)
                        .subject(subject)
                        .note(note)
                        .newStatus(status)
                        .newPriority(priority)
                        .costs(costs))
                .withoutEdgeCases();
    }

    /** A form names an hour that comes twice once only, as the first of the two. */
    private static boolean isFirstOffset(Schedule schedule) {
        return schedule.equals(ScheduleDraft.from(schedule)
                .read(schedule.first(), ZoneId.of("UTC"))
                .schedule());
    }

    /** Gives drafts of actions with a relation, good and bad in their texts, dates and costs. */
    public static Arbitrary<ActionDraft> rawActionDrafts(RelationId relation) {
        return Combinators.combine(
                        actionDrafts(relation),
                        CrmArbitraries.rawTexts(Text.LINE),
                        CrmArbitraries.rawTexts(Text.PROSE),
                        CrmArbitraries.rawTexts(Text.REFERENCE),
                        rawScheduleDrafts(),
                        rawCostDrafts(),
                        Arbitraries.integers().between(0, 7))
                .as((good, subject, note, reference, schedule, cost, field) -> switch (field) {
                    case 0 -> good.subject(subject);
                    case 1 -> good.note(note);
                    case 2 -> good.hostReference(reference);
                    case 3, 4 -> good.schedule(schedule);
                    case 5 -> good.cost(cost);
                    case 6 -> good.relation(null);
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** Gives drafts of notes about a relation, for everybody, that a CRM with the standard lists accepts. */
    public static Arbitrary<NoteDraft> noteDrafts(RelationId relation) {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        CrmArbitraries.dates().injectNull(0.3),
                        Arbitraries.of("GENERAL", "SALES", "ACCOUNTING").injectNull(0.3),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.2),
                        either,
                        either)
                .as((date, type, text, pinned, done) -> NoteDraft.about(relation)
                        .date(date)
                        .type(type)
                        .text(text)
                        .pinned(pinned)
                        .done(done))
                .withoutEdgeCases();
    }

    /** Gives drafts of notes about a relation, good and bad in their texts and choices. */
    public static Arbitrary<NoteDraft> rawNoteDrafts(RelationId relation) {
        return Combinators.combine(
                        noteDrafts(relation),
                        CrmArbitraries.rawTexts(Text.PROSE),
                        CrmArbitraries.rawTexts(Text.REFERENCE),
                        Arbitraries.of("", "general", "NONE", " SALES "),
                        Arbitraries.integers().between(0, 4))
                .as((good, text, reference, type, field) -> switch (field) {
                    case 0, 1 -> good.text(text);
                    case 2 -> good.hostReference(reference);
                    case 3 -> good.type(type);
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** What tells one thing apart from others: id, version, reference, instant, and two coins. */
    record Stamp(UUID id, int version, String reference, Instant recordedAt, boolean first, boolean second) {}

    static Arbitrary<Stamp> stamps() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        CrmArbitraries.uuids(),
                        Arbitraries.integers().between(1, 9),
                        CrmArbitraries.references(),
                        CrmArbitraries.instants(),
                        either,
                        either)
                .as(Stamp::new);
    }
}
