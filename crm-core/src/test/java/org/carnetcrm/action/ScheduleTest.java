package org.carnetcrm.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.carnetcrm.language.DateNotation;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @Test
    void d7_an_entry_is_today_and_all_day_unless_said_and_its_end_is_its_start() {
        assertThat(schedule(ScheduleDraft.TODAY)).isEqualTo(new Schedule.AllDay(TODAY, TODAY));
        assertThat(schedule(days("2026-03-20", null)))
                .isEqualTo(new Schedule.AllDay(day("2026-03-20"), day("2026-03-20")));
        assertThat(schedule(days(null, "2026-03-14"))).isEqualTo(new Schedule.AllDay(TODAY, day("2026-03-14")));
        assertThat(schedule(timed("2026-03-20", null, "09:00", "10:30")))
                .isEqualTo(new Schedule.Timed(
                        Instant.parse("2026-03-20T08:00:00Z"), Instant.parse("2026-03-20T09:30:00Z"), BRUSSELS));
    }

    @Test
    void d7_both_days_of_an_all_day_entry_are_included_and_no_zone_shifts_them() {
        Schedule fair = schedule(days("2026-03-20", "2026-03-22"));
        for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Brussels"}) {
            assertThat(fair.firstFor(ZoneId.of(zone))).isEqualTo("2026-03-20");
            assertThat(fair.lastFor(ZoneId.of(zone))).isEqualTo("2026-03-22");
        }
        assertThat(fair.startAt()).isNull();
        assertThat(fair.endAt()).isNull();
        assertThat(fair.zoneOfTimes()).isNull();
        assertThat(fair).hasToString("2026-03-20/2026-03-22");
    }

    @Test
    void d7_an_end_before_the_start_is_refused_and_never_clamped() {
        assertThat(only(days("2026-03-20", "2026-03-19")).message(Locale.ENGLISH))
                .isEqualTo("the end, 19 Mar 2026, is before the start, 20 Mar 2026");
        assertThat(only(days(null, "2026-03-11"))).satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("until");
            assertThat(problem.key()).isEqualTo("schedule.endBeforeStart");
        });
        assertThat(only(timed("2026-03-20", "2026-03-20", "10:00", "09:59:59.999999")))
                .extracting(Problem::path)
                .isEqualTo("to");
        assertThatThrownBy(() -> new Schedule.AllDay(TODAY, TODAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        Instant now = Instant.parse("2026-03-12T09:00:00Z");
        assertThatThrownBy(() -> new Schedule.Timed(now, now.minusMillis(1), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void d7_a_timed_entry_may_end_when_it_starts_even_at_midnight() {
        Schedule call = schedule(timed("2026-03-20", "2026-03-20", "00:00", "00:00"));
        assertThat(call.startAt()).isEqualTo(call.endAt()).isEqualTo(Instant.parse("2026-03-19T23:00:00Z"));
        assertThat(call.first()).isEqualTo(call.last()).isEqualTo("2026-03-20");
    }

    @Test
    void d7_a_timed_entry_has_both_times() {
        assertThat(only(new ScheduleDraft(TODAY, null, LocalTime.NOON, null, null)))
                .satisfies(problem ->
                        assertThat(problem.path() + " " + problem.key()).isEqualTo("to schedule.bothTimes"));
        assertThat(only(new ScheduleDraft(TODAY, null, null, LocalTime.NOON, null))
                        .path())
                .isEqualTo("from");
    }

    @Test
    void d7_times_are_of_the_actors_zone_unless_said_and_kept_to_the_microsecond() {
        ScheduleDraft draft = new ScheduleDraft(TODAY, null, LocalTime.of(9, 0, 0, 1_999), LocalTime.of(10, 0), null);
        Schedule read = known(draft.read(TODAY, TORONTO));
        assertThat(read.zoneOfTimes()).isEqualTo(TORONTO);
        assertThat(read.startAt()).isEqualTo("2026-03-12T13:00:00.000001Z");
    }

    // The rules of the zones: on 2026-03-29 at 01:00Z Brussels goes from 02:00 (+01) to 03:00 (+02); on 2026-03-08 at
    // 07:00Z Toronto goes from 02:00 (-05) to 03:00 (-04).
    @ParameterizedTest
    @CsvSource({
        "Europe/Brussels,2026-03-29,2026-03-29T00:59:59Z,2026-03-29T01:00:00Z",
        "America/Toronto,2026-03-08,2026-03-08T06:59:59Z,2026-03-08T07:00:00Z"
    })
    void d7_a_local_time_that_the_clocks_skip_is_refused_naming_both_edges(
            ZoneId zone, LocalDate date, Instant lastBefore, Instant firstAfter) {
        DateNotation english = DateNotation.of(Locale.ENGLISH);
        Schedule edges = known(draft(date, "01:59:59", "03:00", zone).read(TODAY, zone));
        assertThat(edges.startAt()).isEqualTo(lastBefore);
        assertThat(edges.endAt()).isEqualTo(firstAfter);
        for (String skipped : new String[] {"02:00", "02:30", "02:59:59.999999"}) {
            ScheduleDraft.Reading reading = draft(date, skipped, "04:00", zone).read(TODAY, BRUSSELS);
            assertThat(reading.schedule()).isNull();
            assertThat(reading.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo("from");
                assertThat(problem.message(Locale.ENGLISH))
                        .isEqualTo("in %1$s the clocks skip %2$s: they go from %3$s 02:00 to %3$s 03:00"
                                .formatted(
                                        zone,
                                        english.dateTime(date.atTime(LocalTime.parse(skipped))),
                                        english.date(date)));
            });
        }
        assertThat(draft(date, "02:15", "02:45", zone).read(TODAY, BRUSSELS).problems())
                .extracting(Problem::path)
                .as("both ends in the gap are two problems")
                .containsExactly("from", "to");
    }

    // On 2026-10-25 at 01:00Z Brussels goes from 03:00 (+02) back to 02:00 (+01); on 2026-11-01 at 06:00Z Toronto goes
    // from 02:00 (-04) back to 01:00 (-05).
    @ParameterizedTest
    @CsvSource({
        "Europe/Brussels,2026-10-25,02:30,03:00,2026-10-25T00:30:00Z,2026-10-25T02:00:00Z",
        "America/Toronto,2026-11-01,01:30,02:00,2026-11-01T05:30:00Z,2026-11-01T07:00:00Z"
    })
    void d7_a_local_time_that_the_clocks_show_twice_is_the_earlier(
            ZoneId zone, LocalDate date, String from, String to, Instant start, Instant end) {
        Schedule read = known(draft(date, from, to, zone).read(TODAY, zone));
        assertThat(read.startAt()).isEqualTo(start);
        assertThat(read.endAt()).isEqualTo(end);
    }

    @Test
    void d7_an_entry_touches_at_most_366_days() {
        LocalDate last = TODAY.plusDays(365);
        assertThat(schedule(new ScheduleDraft(TODAY, last, null, null, null)).last())
                .isEqualTo(last);
        assertThat(only(new ScheduleDraft(TODAY, last.plusDays(1), null, null, null))
                        .message(Locale.ENGLISH))
                .isEqualTo("is more than 366 days");
        assertThatThrownBy(() -> new Schedule.AllDay(TODAY, last.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        LocalTime noon = LocalTime.NOON;
        assertThat(schedule(new ScheduleDraft(TODAY, last, noon, noon, BRUSSELS))
                        .last())
                .isEqualTo(last);
        assertThat(only(new ScheduleDraft(TODAY, last.plusDays(1), noon, noon, BRUSSELS))
                        .key())
                .isEqualTo("schedule.tooLong");
        Instant start = Instant.parse("2026-03-12T12:00:00Z");
        assertThatThrownBy(() -> new Schedule.Timed(start, start.plusSeconds(366L * 86_400), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void d7_an_entry_that_ends_at_midnight_ends_on_the_day_before() {
        Schedule evening = schedule(timed("2026-03-20", "2026-03-21", "20:00", "00:00"));
        assertThat(evening.last()).isEqualTo("2026-03-20");
        assertThat(evening.lastFor(ZoneOffset.UTC))
                .as("for a reader in London, one hour earlier")
                .isEqualTo("2026-03-20");
        assertThat(evening.lastFor(ZoneId.of("Asia/Tokyo"))).isEqualTo("2026-03-21");
        LocalDate end = TODAY.plusDays(366);
        Schedule year = schedule(new ScheduleDraft(TODAY, end, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, BRUSSELS));
        assertThat(year.last())
                .as("the day on which it ends at midnight is not one of its 366")
                .isEqualTo(end.minusDays(1));
        assertThat(only(new ScheduleDraft(TODAY, end, LocalTime.MIDNIGHT, LocalTime.of(0, 1), BRUSSELS))
                        .key())
                .isEqualTo("schedule.tooLong");
    }

    @Test
    void a_timed_entry_stands_on_the_days_of_its_reader() {
        Schedule call = schedule(timed("2026-03-20", "2026-03-20", "00:30", "23:30"));
        assertThat(call.first()).isEqualTo("2026-03-20");
        assertThat(call.firstFor(TORONTO)).isEqualTo("2026-03-19");
        assertThat(call.lastFor(TORONTO)).isEqualTo("2026-03-20");
        assertThat(call.lastFor(ZoneId.of("Asia/Tokyo"))).isEqualTo("2026-03-21");
        assertThat(call).hasToString("2026-03-20T00:30/2026-03-20T23:30 Europe/Brussels");
    }

    @Test
    void every_problem_of_a_schedule_is_told_at_once() {
        ScheduleDraft draft = new ScheduleDraft(
                day("2026-03-29"), day("2026-03-08"), LocalTime.of(2, 30), LocalTime.of(9, 0), BRUSSELS);
        assertThat(draft.read(TODAY, BRUSSELS).problems())
                .extracting(Problem::path)
                .containsExactly("until", "from");
    }

    private static Schedule schedule(ScheduleDraft draft) {
        return known(draft.read(TODAY, BRUSSELS));
    }

    private static Schedule known(ScheduleDraft.Reading reading) {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.schedule()).isNotNull();
        return reading.schedule();
    }

    private static Problem only(ScheduleDraft draft) {
        ScheduleDraft.Reading reading = draft.read(TODAY, BRUSSELS);
        assertThat(reading.schedule()).isNull();
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().get(0);
    }

    private static ScheduleDraft days(@Nullable String first, @Nullable String last) {
        return new ScheduleDraft(first == null ? null : day(first), last == null ? null : day(last), null, null, null);
    }

    private static ScheduleDraft timed(String first, @Nullable String last, String from, String to) {
        return new ScheduleDraft(
                day(first), last == null ? null : day(last), LocalTime.parse(from), LocalTime.parse(to), BRUSSELS);
    }

    private static ScheduleDraft draft(LocalDate date, String from, String to, ZoneId zone) {
        return new ScheduleDraft(date, null, LocalTime.parse(from), LocalTime.parse(to), zone);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
