package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A question in the query language of Jakarta Persistence while it is put together: what is selected from where, the
 * conditions, the order. Every value is a parameter, never a part of the text.
 *
 * <p>What only gives a row its names is joined from the left, though it is always there: an inner join lets a planner begin
 * with the few relations or representatives, and then it sorts the whole list to cut a page from it.
 */
final class Question {

    /** The condition of what does not exist. */
    private static final String NOTHING = "1 = 0";

    private static final LocalDate FIRST_DAY = Dates.EARLIEST;
    private static final LocalDate LAST_DAY = Dates.LATEST;
    private static final Instant FIRST = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(1, ChronoUnit.MICROS);

    private final EntityManager em;
    private final List<String> selected = new ArrayList<>();
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private String grouped = "";
    private String order = "";
    private int most = Integer.MAX_VALUE;

    /** Begins a question about a tenant's rows: {@code from} has their entity and joins, {@code tenant} their tenant. */
    Question(EntityManager em, String from, String tenant, TenantId of) {
        this.em = em;
        this.from = from;
        and(tenant + " = " + bind(of.name()));
    }

    Question select(String... expressions) {
        selected.addAll(List.of(expressions));
        return this;
    }

    /** Makes a value a parameter and gives how the text names it. */
    String bind(Object value) {
        values.add(value);
        return ":p" + values.size();
    }

    Question and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Nothing is asked for any more. */
    Question nothing() {
        return and(NOTHING);
    }

    /** A column has a value; a missing value is no condition. */
    Question equal(String column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return isStorable(value) ? and(column + " = " + bind(value)) : nothing();
    }

    /** A column has one of the values; of no values, there is nothing. */
    Question in(String column, Collection<?> some) {
        return and(isIn(column, some));
    }

    String isIn(String column, Collection<?> some) {
        List<?> values = some.stream().filter(Question::isStorable).toList();
        return switch (values.size()) {
            case 0 -> NOTHING;
            case 1 -> column + " = " + bind(values.get(0));
            default ->
                column + " in " + padded(values).stream().map(this::bind).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    /**
     * Gives values with the last one repeated, so that there are 2, 4, 8 and so on. A provider translates a text once and
     * remembers that, but not the text of a list that is one parameter: so each value is one, and there are few texts.
     */
    static <T> List<T> padded(Collection<? extends T> some) {
        List<T> padded = new ArrayList<>(some);
        T last = padded.get(padded.size() - 1);
        int size = Integer.highestOneBit(padded.size());
        for (int more = (size == padded.size() ? size : 2 * size) - padded.size(); more > 0; more--) {
            padded.add(last);
        }
        return padded;
    }

    /** Tells whether a database may hold a value: a text with a character that it refuses is found nowhere. */
    static boolean isStorable(Object value) {
        return !(value instanceof String text)
                || text.codePoints().allMatch(c -> c != 0 && Character.getType(c) != Character.SURROGATE);
    }

    /** A date is not before another; a missing one is no bound, and one that no row can have none either. */
    Question notBefore(String column, @Nullable LocalDate date) {
        if (date == null || !date.isAfter(FIRST_DAY)) {
            return this;
        }
        return date.isAfter(LAST_DAY) ? nothing() : and(column + " >= " + bind(date));
    }

    /** A date is not after another; a missing one is no bound, and one that no row can have none either. */
    Question notAfter(String column, @Nullable LocalDate date) {
        if (date == null || !date.isBefore(LAST_DAY)) {
            return this;
        }
        return date.isBefore(FIRST_DAY) ? nothing() : and(column + " <= " + bind(date));
    }

    /** A date is before another; a missing one is no bound. */
    Question before(String column, @Nullable LocalDate date) {
        if (date == null) {
            return this;
        }
        return date.isAfter(FIRST_DAY) ? notAfter(column, date.minusDays(1)) : nothing();
    }

    /** Gives an instant as every database can hold it. */
    static Instant within(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Comes after a row in an order of dates and ids. */
    Question later(String column, LocalDate date, String idColumn, UUID id) {
        return beyond(column, " > ", " >= ", date, idColumn, id);
    }

    /** Comes after a row in an order of dates, the latest first, and ids. */
    Question earlier(String column, LocalDate date, String idColumn, UUID id) {
        return beyond(column, " < ", " <= ", date, idColumn, id);
    }

    /** The first condition is there for the index: a database does not see it in the second. */
    private Question beyond(String column, String past, String from, LocalDate date, String idColumn, UUID id) {
        String bound = bind(date);
        return and(column + from + bound).and("(" + column + past + bound + " or " + idColumn + " > " + bind(id) + ")");
    }

    /** Gives the day of a place in an order; refuses one that no row can have. */
    static LocalDate day(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        if (Dates.flaw(day) != null) {
            throw new IllegalArgumentException(day + " is out of range");
        }
        return day;
    }

    /** Gives the instant of a place in an order; refuses one that no row can have. */
    static Instant instant(long micros) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (!within(instant).equals(instant)) {
            throw new IllegalArgumentException(instant + " is out of range");
        }
        return instant;
    }

    /** Gives a date as every database can hold it. */
    static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            return FIRST_DAY;
        }
        return date.isAfter(LAST_DAY) ? LAST_DAY : date;
    }

    Question groupBy(Collection<String> expressions) {
        grouped = expressions.isEmpty() ? "" : " group by " + String.join(", ", expressions);
        return this;
    }

    Question orderBy(String... expressions) {
        order = " order by " + String.join(", ", expressions);
        return this;
    }

    Question atMost(int rows) {
        most = rows;
        return this;
    }

    /** Asks, for rows of several columns. */
    List<Columns> ask() {
        return query(Object[].class).getResultList().stream().map(Columns::new).toList();
    }

    /** Asks, for rows of one entity or one column. */
    <T> List<T> ask(Class<T> type) {
        return query(type).getResultList();
    }

    /** Asks for entities that are only read: what each stands for is taken, and the provider keeps none. */
    <T, V> List<V> read(Class<T> type, Function<T, V> value) {
        List<V> values = new ArrayList<>();
        for (T row : ask(type)) {
            values.add(value.apply(row));
            em.detach(row);
        }
        return List.copyOf(values);
    }

    <T> TypedQuery<T> query(Class<T> type) {
        String text = "select " + String.join(", ", selected) + " from " + from + " where "
                + conditions.stream().collect(Collectors.joining(" and ")) + grouped + order;
        TypedQuery<T> query = em.createQuery(text, type);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + (i + 1), values.get(i));
        }
        // Nothing of ours waits to be written when a question is asked, and what waits of the host's does not concern
        // us.
        query.setFlushMode(FlushModeType.COMMIT);
        return most == Integer.MAX_VALUE ? query : query.setMaxResults(most);
    }
}
