package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.UuidId;

/** Documents, what of them is due, and follow-ups: what was stored is found, and lists. */
abstract class ChaseContract extends ActivityContract {

    @Provide
    Arbitrary<BusinessDocument> documents() {
        return ChaseArbitraries.documents();
    }

    @Property
    void a_document_comes_back_equal_to_what_was_stored(
            @ForAll("documents") BusinessDocument drawn, @ForAll("followUps") FollowUp latest, @ForAll boolean chased) {
        Workbench bench = bench();
        BusinessDocument document = of(drawn, bench.relation("Acme").id())
                .withTrail(
                        chased
                                ? new BusinessDocument.Trail(
                                        latest.ordinal(), BusinessDocument.Latest.of(by(latest, drawn, bench)))
                                : new BusinessDocument.Trail(latest.ordinal(), null));
        BusinessDocument stored = comesBack(BusinessDocument.class, document);
        assertThat(listed(s -> CrmPlayer.all(9, request -> s.documents(ACME, DocumentFilter.all(), request))))
                .containsExactly(DocumentRow.of(stored, "Acme"));
    }

    @Provide
    Arbitrary<FollowUp> followUps() {
        return ChaseArbitraries.followUps();
    }

    @Property
    void a_follow_up_comes_back_equal_to_what_was_stored(@ForAll("followUps") FollowUp drawn) {
        Workbench bench = bench();
        BusinessDocument document = bench.unit(desk -> desk.documents()
                .add(DocumentDraft.order("SO-1", bench.relation("Acme").id())));
        FollowUp stored = comesBack(FollowUp.class, by(drawn, document, bench));
        assertThat(listed(s -> CrmPlayer.all(9, request -> s.followUps(ACME, FollowUpFilter.all(), request))))
                .containsExactly(FollowUpRow.of(stored, document, "Acme", "Lea"));
    }

    private static BusinessDocument of(BusinessDocument drawn, RelationId relation) {
        return new BusinessDocument(
                drawn.id(),
                drawn.version(),
                drawn.kind(),
                drawn.number(),
                relation,
                drawn.date(),
                drawn.amount(),
                drawn.chaseOn(),
                drawn.closedOn(),
                drawn.hostReference(),
                drawn.trail(),
                drawn.recordedAt());
    }

    private static FollowUp by(FollowUp drawn, BusinessDocument document, Workbench bench) {
        return new FollowUp(
                drawn.id(),
                drawn.version(),
                document.id(),
                document.relation(),
                drawn.ordinal(),
                bench.lea(),
                drawn.date(),
                drawn.nextOn(),
                drawn.channel(),
                drawn.note(),
                drawn.recordedAt());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void documents_come_newest_first_in_pages_that_lose_and_repeat_nothing(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 20; i++) {
            DocumentFilter filter = documentFilter(random, contents);
            List<DocumentRow> rows = contents.documents().stream()
                    .filter(filter::matches)
                    .sorted(Comparator.comparing(BusinessDocument::date)
                            .reversed()
                            .thenComparing(BusinessDocument::id, UuidId.ORDER))
                    .map(document -> DocumentRow.of(document, contents.name(document.relation())))
                    .toList();
            for (int size : new int[] {1, 2, 1000}) {
                assertThat(listed(s -> CrmPlayer.all(size, request -> s.documents(ACME, filter, request))))
                        .as("%s", filter)
                        .isEqualTo(rows);
            }
        }
    }

    private static DocumentFilter documentFilter(Random random, Contents contents) {
        DocumentFilter filter = DocumentFilter.all();
        if (contents.documents().isEmpty()) {
            return filter;
        }
        BusinessDocument some =
                contents.documents().get(random.nextInt(contents.documents().size()));
        filter = switch (random.nextInt(4)) {
            case 0 -> filter.relation(some.relation());
            case 1 -> filter.number(some.number());
            case 2 -> filter.kind(some.kind());
            default -> filter;
        };
        return random.nextInt(3) == 0 ? filter.open(random.nextBoolean()) : filter;
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void the_due_list_is_what_the_rule_says_of_every_document(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 20; i++) {
            DueFilter filter = dueFilter(random, contents, bench.today());
            for (BusinessDocument document : contents.documents()) {
                assertThat(filter.matches(
                                document,
                                contents.relations().get(document.relation()).accountManager()))
                        .isEqualTo(isDue(contents, document, filter));
            }
            List<DocumentRow> rows = contents.documents().stream()
                    .filter(document -> isDue(contents, document, filter))
                    .sorted(Comparator.comparing(contents::dueOn).thenComparing(BusinessDocument::id, UuidId.ORDER))
                    .map(document -> DocumentRow.of(document, contents.name(document.relation())))
                    .toList();
            for (int size : new int[] {1, 3, 1000}) {
                assertThat(listed(s -> CrmPlayer.all(size, request -> s.due(ACME, filter, request))))
                        .as("%s", filter)
                        .isEqualTo(rows);
            }
        }
    }

    private static boolean isDue(Contents contents, BusinessDocument document, DueFilter filter) {
        LocalDate dueOn = contents.dueOn(document);
        return dueOn != null
                && (filter.from() == null || !dueOn.isBefore(filter.from()))
                && (filter.to() == null || !dueOn.isAfter(filter.to()))
                && (filter.relation() == null || filter.relation().equals(document.relation()))
                && (filter.chaser() == null || filter.chaser().equals(contents.chaser(document)));
    }

    private static DueFilter dueFilter(Random random, Contents contents, LocalDate today) {
        DueFilter filter = DueFilter.all();
        if (contents.documents().isEmpty()) {
            return filter;
        }
        BusinessDocument some =
                contents.documents().get(random.nextInt(contents.documents().size()));
        filter = switch (random.nextInt(4)) {
            case 0 -> filter.relation(some.relation());
            case 1 -> contents.chaser(some) == null ? filter : filter.chaser(contents.chaser(some));
            default -> filter;
        };
        LocalDate day = contents.dueOn(some) == null ? today : contents.dueOn(some);
        return switch (random.nextInt(5)) {
            case 0 -> filter.dueOn(day);
            case 1 -> filter.overdueOn(day);
            case 2 -> filter.after(day);
            case 3 -> filter.between(day.minusDays(1), day.plusDays(random.nextInt(3) - 2));
            default -> filter;
        };
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void follow_ups_come_latest_first_in_pages_that_lose_and_repeat_nothing(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        Contents contents = Contents.of(bench, player);
        for (int i = 0; i < 20; i++) {
            FollowUpFilter filter = followUpFilter(random, contents);
            List<FollowUpRow> rows = contents.followUps().stream()
                    .filter(filter::matches)
                    .sorted(Comparator.comparing(FollowUp::date)
                            .thenComparing(FollowUp::recordedAt)
                            .thenComparing(FollowUp::id, UuidId.ORDER)
                            .reversed())
                    .map(followUp -> FollowUpRow.of(
                            followUp,
                            contents.document(followUp),
                            contents.name(followUp.relation()),
                            contents.name(followUp.by())))
                    .toList();
            for (int size : new int[] {1, 2, 1000}) {
                assertThat(listed(s -> CrmPlayer.all(size, request -> s.followUps(ACME, filter, request))))
                        .as("%s", filter)
                        .isEqualTo(rows);
            }
        }
    }

    private static FollowUpFilter followUpFilter(Random random, Contents contents) {
        FollowUpFilter filter = FollowUpFilter.all();
        if (contents.followUps().isEmpty()) {
            return filter;
        }
        FollowUp some =
                contents.followUps().get(random.nextInt(contents.followUps().size()));
        filter = switch (random.nextInt(4)) {
            case 0 -> filter.relation(some.relation());
            case 1 -> filter.document(some.document());
            case 2 -> filter.by(some.by());
            default -> filter;
        };
        return random.nextInt(3) == 0
                ? filter.between(some.date().minusDays(1), some.date().plusDays(random.nextInt(3) - 1))
                : filter;
    }
}
