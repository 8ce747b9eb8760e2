package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.Desk;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.relation.Aspect;

/** What holds of every look at the past. */
public abstract class PastLaw extends StoreLaw {

    /** What a dimension says of the relation or the manager is what they are now, and may change. */
    private static final Set<OpportunityDimension> OF_OTHERS = Set.of(
            OpportunityDimension.SECTOR,
            OpportunityDimension.PARENT,
            OpportunityDimension.REGION,
            OpportunityDimension.MANAGERS_MANAGER);

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(60);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void b4_the_pipeline_as_of_the_last_day_and_known_now_is_the_present_pipeline(
            @ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Desk desk = bench.desk();
        LocalDate last = bench.today().plusDays(60);
        Instant now = bench.on(last).now();
        OpportunityFilter past = OpportunityFilter.all().asOf(new AsOf(last, now));
        OpportunityFilter present = OpportunityFilter.all();
        for (OpportunityOrder order : OpportunityOrder.values()) {
            assertThat(CrmPlayer.deals(desk, past, order, 5)).isEqualTo(CrmPlayer.deals(desk, present, order, 5));
        }
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            assertThat(desk.opportunities().summarise(past, dimension))
                    .isEqualTo(desk.opportunities().summarise(present, dimension));
        }
        assertThat(desk.opportunities().stageTimes(past))
                .isEqualTo(desk.opportunities().stageTimes(present));
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void b4_b5_later_commands_change_nothing_of_what_was_known_before(
            @ForAll("histories") CrmHistory history, @ForAll("histories") CrmHistory later) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        LocalDate today = bench.today();
        // So far apart that the clock of the later commands, which goes back at times, never goes back to what was
        // known.
        Instant known = bench.on(today.plusDays(100)).now();
        List<UUID> ids = bench.ids();
        List<Object> before = past(bench.desk(), ids, today, known);
        bench.on(today.plusDays(200));
        player.play(later);

        assertThat(past(bench.desk(), ids, today, known)).isEqualTo(before);
    }

    private static List<Object> past(Desk desk, List<UUID> ids, LocalDate today, Instant knownAt) {
        List<Object> answers = new ArrayList<>();
        OpportunityDimension[] dimensions = Stream.of(OpportunityDimension.values())
                .filter(dimension -> !OF_OTHERS.contains(dimension))
                .toArray(OpportunityDimension[]::new);
        for (LocalDate date : List.of(today.minusDays(20), today.minusDays(3), today, today.plusDays(400))) {
            AsOf view = new AsOf(date, knownAt);
            OpportunityFilter filter = OpportunityFilter.all().asOf(view);
            answers.add(desk.opportunities().summarise(filter, dimensions));
            ids.forEach(id -> answers.add(desk.opportunities().asOf(new OpportunityId(id), view)));
            for (UUID id : ids) {
                for (Aspect aspect : Aspect.values()) {
                    answers.add(desk.relations()
                            .history(new RelationId(id))
                            .asKnownAt(knownAt)
                            .inForce(aspect, date));
                }
            }
        }
        return answers;
    }
}
