package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.action.ScheduleDraft;

/** The laws of schedules, in every zone of the JDK and around every change of its clocks. */
class ScheduleLawTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final ZoneId ELSEWHERE = ZoneId.of("Asia/Kathmandu");

    @Provide
    Arbitrary<ScheduleDraft> drafts() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return Combinators.combine(
                        Arbitraries.of(zones).map(ZoneId::of),
                        Arbitraries.longs().between(0, 2_000_000_000L))
                .flatAs(ScheduleLawTest::around);
    }

    @Provide
    Arbitrary<ScheduleDraft> wholeDays() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(-719_162, 2_932_896 - Schedule.MOST_DAYS)
                                .map(LocalDate::ofEpochDay),
                        Arbitraries.integers().between(0, Schedule.MOST_DAYS - 1))
                .as((first, more) -> new ScheduleDraft(first, first.plusDays(more), null, null, null));
    }

    /** Starts in a zone within two days of a change of its clocks, or anywhere when the zone has none left. */
    private static Arbitrary<ScheduleDraft> around(ZoneId zone, long second) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
        Instant edge = change == null ? Instant.ofEpochSecond(second) : change.getInstant();
        Arbitrary<Long> near = Arbitraries.oneOf(
                Arbitraries.longs().between(-2, 2).map(hours -> hours * 3600),
                Arbitraries.longs().between(-172_800, 172_800));
        Arbitrary<Long> length = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4).map(halves -> halves * 1800),
                Arbitraries.longs().between(0, 365L * 86_400));
        Arbitrary<Integer> micros = Arbitraries.of(0, 0, 0, 1, 999_999);
        return Combinators.combine(near, length, micros).as((away, lasting, more) -> {
            Instant start = edge.plusSeconds(away).plus(more, ChronoUnit.MICROS);
            LocalDateTime from = LocalDateTime.ofInstant(start, zone);
            LocalDateTime to = from.plusSeconds(lasting);
            return new ScheduleDraft(from.toLocalDate(), to.toLocalDate(), from.toLocalTime(), to.toLocalTime(), zone);
        });
    }

    @Property(tries = 2000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void the_form_of_a_timed_entry_reads_as_the_same_entry(@ForAll("drafts") ScheduleDraft draft) {
        ScheduleDraft.Reading reading = draft.read(TODAY, ELSEWHERE);
        Statistics.label("read").collect(reading.schedule() != null);
        Statistics.label("read").coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 50);
            coverage.check(false).count(many -> many > 0);
        });
        if (reading.schedule() == null) {
            assertThat(reading.problems()).isNotEmpty();
            return;
        }
        Schedule schedule = reading.schedule();
        assertThat(ScheduleDraft.from(schedule)
                        .read(TODAY.plusDays(9), ELSEWHERE)
                        .schedule())
                .isEqualTo(schedule);
        assertThat(schedule.first()).isBeforeOrEqualTo(schedule.last());
        assertThat(ChronoUnit.DAYS.between(schedule.first(), schedule.last())).isLessThan(Schedule.MOST_DAYS);
    }

    @Property(tries = 2000)
    void a_time_is_refused_when_and_only_when_the_clocks_never_show_it_and_the_earlier_of_two_is_taken(
            @ForAll("drafts") ScheduleDraft draft) {
        LocalDateTime start = draft.on().atTime(draft.from());
        ScheduleDraft moment = new ScheduleDraft(draft.on(), draft.on(), draft.from(), draft.from(), draft.zone());
        Schedule read = moment.read(TODAY, ELSEWHERE).schedule();
        List<ZoneOffset> shown = draft.zone().getRules().getValidOffsets(start);
        if (read == null) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).contains(draft.zone().getRules().getOffset(read.startAt()));
            assertThat(shown)
                    .allSatisfy(offset -> assertThat(read.startAt()).isBeforeOrEqualTo(start.toInstant(offset)));
        }
    }

    @Property(tries = 500)
    void the_form_of_whole_days_reads_as_the_same_days_for_everybody(
            @ForAll("wholeDays") ScheduleDraft draft, @ForAll("drafts") ScheduleDraft other) {
        Schedule schedule = draft.read(TODAY, ELSEWHERE).schedule();
        assertThat(schedule).isEqualTo(new Schedule.AllDay(draft.on(), draft.until()));
        assertThat(ScheduleDraft.from(schedule).read(TODAY, other.zone()).schedule())
                .isEqualTo(schedule);
        assertThat(schedule.firstFor(other.zone())).isEqualTo(draft.on());
        assertThat(schedule.lastFor(other.zone())).isEqualTo(draft.until());
    }

    @Property(tries = 1000)
    void a_reader_sees_a_timed_entry_on_the_days_of_its_first_and_its_last_microsecond(
            @ForAll("drafts") ScheduleDraft draft, @ForAll("drafts") ScheduleDraft other) {
        Schedule schedule = draft.read(TODAY, ELSEWHERE).schedule();
        if (schedule == null) {
            return;
        }
        ZoneId reader = other.zone();
        Duration length = Duration.between(schedule.startAt(), schedule.endAt());
        Instant lastMoment =
                length.isZero() ? schedule.endAt() : schedule.endAt().minusNanos(1_000);
        assertThat(schedule.firstFor(reader)).isEqualTo(LocalDate.ofInstant(schedule.startAt(), reader));
        assertThat(schedule.lastFor(reader)).isEqualTo(LocalDate.ofInstant(lastMoment, reader));
    }
}
