package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StageTime;

/** Deals as they were on a date and as they were known at an instant, and the time that they spent in each stage. */
abstract class PastContract extends TimeContract {

    @Property(shrinking = ShrinkingMode.OFF)
    void the_deals_of_a_past_date_are_those_of_the_revisions_in_effect_and_known(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 20; i++) {
            AsOf view = view(random, contents);
            List<OpportunityDimension.Subject> subjects = contents.threads().stream()
                    .map(thread -> seen(thread, view))
                    .filter(seen -> !seen.isEmpty())
                    .map(seen -> contents.subject(seen.get(seen.size() - 1).deal()))
                    .toList();
            OpportunityFilter filter = i % 2 == 0
                    ? OpportunityFilter.all().asOf(view)
                    : OpportunityFilter.open().asOf(view).startedBefore(view.date());
            List<OpportunityDimension.Subject> matching =
                    subjects.stream().filter(filter::matches).toList();
            for (OpportunityOrder order : OpportunityOrder.values()) {
                assertThat(deals(bench, filter, order, 2))
                        .as("%s %s", order, filter)
                        .isEqualTo(matching.stream()
                                .filter(subject -> order.of(subject.deal()) != null)
                                .sorted(Comparator.comparing(OpportunityDimension.Subject::deal, inOrder(order)))
                                .map(OpportunityRow::of)
                                .toList());
            }
            Set<OpportunityDimension> dimensions = Set.of(OpportunityDimension.STAGE, OpportunityDimension.REGION);
            assertThat(listed(s -> s.summarise(ACME, filter, dimensions)))
                    .isEqualTo(SummaryContract.folded(matching, dimensions));
            assertThat(listed(s -> s.stageTimes(ACME, filter, bench.today())))
                    .as("%s", filter)
                    .isEqualTo(spent(contents, filter, view, bench.today()));
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void the_time_in_stages_is_counted_stay_by_stay(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        AsOf now = new AsOf(LocalDate.of(2200, 1, 1), Instant.parse("2200-01-01T00:00:00Z"));
        for (OpportunityFilter filter : List.of(OpportunityFilter.all(), OpportunityFilter.open())) {
            assertThat(listed(s -> s.stageTimes(ACME, filter, bench.today())))
                    .isEqualTo(spent(contents, filter, now, bench.today()));
        }
    }

    /** The revisions of a deal that are known at the instant and in effect on the date; none of a known discard. */
    private static List<OpportunityRevision> seen(List<OpportunityRevision> thread, AsOf view) {
        List<OpportunityRevision> known = thread.stream()
                .filter(revision -> !revision.recordedAt().isAfter(view.knownAt()))
                .toList();
        return known.stream().anyMatch(revision -> revision.event() == Event.DISCARDED)
                ? List.of()
                : known.stream()
                        .filter(revision -> !revision.effectiveOn().isAfter(view.date()))
                        .toList();
    }

    private static List<StageTime> spent(Contents contents, OpportunityFilter filter, AsOf view, LocalDate today) {
        Map<String, long[]> sums = new TreeMap<>();
        for (List<OpportunityRevision> thread : contents.threads()) {
            List<OpportunityRevision> seen = seen(thread, view);
            if (seen.isEmpty()
                    || !filter.matches(
                            contents.subject(seen.get(seen.size() - 1).deal()))) {
                continue;
            }
            LocalDate entered = null;
            Opportunity before = null;
            for (OpportunityRevision revision : seen) {
                Opportunity after = revision.deal();
                boolean stays = before != null && before.isOpen();
                boolean goesOn = stays && after.isOpen() && after.stage().equals(before.stage());
                if (stays && !goesOn) {
                    add(sums, before.stage(), 0, ChronoUnit.DAYS.between(entered, revision.effectiveOn()));
                }
                entered = goesOn ? entered : revision.effectiveOn();
                before = after;
            }
            if (before.isOpen()) {
                LocalDate until = view.date().isBefore(today) ? view.date() : today;
                add(sums, before.stage(), 2, Math.max(0, ChronoUnit.DAYS.between(entered, until)));
            }
        }
        List<StageTime> times = new ArrayList<>();
        sums.forEach((stage, sum) -> times.add(new StageTime(stage, sum[0], sum[1], sum[2], sum[3])));
        return times;
    }

    private static void add(Map<String, long[]> sums, String stage, int place, long days) {
        long[] sum = sums.computeIfAbsent(stage, code -> new long[4]);
        sum[place]++;
        sum[place + 1] += days;
    }

    /** A date and an instant at, before or after those of some revision. */
    private static AsOf view(Random random, Contents contents) {
        if (contents.threads().isEmpty()) {
            return new AsOf(
                    Workbench.FIRST_DAY, Workbench.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        List<OpportunityRevision> thread =
                contents.threads().get(random.nextInt(contents.threads().size()));
        OpportunityRevision some = thread.get(random.nextInt(thread.size()));
        OpportunityRevision other = Objects.requireNonNull(thread.get(random.nextInt(thread.size())));
        return new AsOf(
                some.effectiveOn().plusDays(random.nextInt(3) - 1),
                other.recordedAt().plus(random.nextInt(3) - 1, ChronoUnit.MICROS));
    }
}
