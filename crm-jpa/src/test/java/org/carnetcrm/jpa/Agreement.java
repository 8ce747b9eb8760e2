package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.Page;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.relation.RelationRow;

/** What is kept beside what it derives from agrees with it, for every thing that there is. */
final class Agreement {

    private final Desk desk;

    Agreement(Desk desk) {
        this.desk = desk;
    }

    void holds() {
        relationsAreWhatTheirHistoriesSay();
        documentsRememberTheirLatestFollowUp();
        dealsAreTheirLastRevisionAndAddUp();
        costsAddUp();
    }

    private void relationsAreWhatTheirHistoriesSay() {
        List<RelationRow> rows =
                Page.all(request -> desk.relations().list(RelationFilter.all().withArchived(), request));
        for (RelationRow row : rows) {
            Relation relation = desk.relations().find(row.id()).orElseThrow();
            RelationHistory history = desk.relations().history(row.id());
            assertThat(history.rows())
                    .extracting(RelationChange::number)
                    .isEqualTo(IntStream.rangeClosed(1, relation.rank().changes())
                            .boxed()
                            .toList());
            assertThat(history.rows()).extracting(RelationChange::recordedAt).isSorted();
            assertThat(history.present(Aspect.STATUS).map(RelationChange::to)).contains(relation.status());
            assertThat(history.present(Aspect.PRIORITY).map(RelationChange::to))
                    .isEqualTo(Optional.ofNullable(relation.priority()));
            whatActionsGaveStandsWhileTheyAreDone(history);
        }
    }

    private void whatActionsGaveStandsWhileTheyAreDone(RelationHistory history) {
        for (RelationChange change : history.standing(Aspect.STATUS)) {
            if (change.action() != null && change.kind() == RelationChange.Kind.CHANGE) {
                Action action = desk.actions().find(change.action()).orElseThrow();
                assertThat(action.progress()).isEqualTo(Progress.DONE);
                assertThat(action.effect().newStatus()).isEqualTo(change.to());
            }
        }
    }

    private void documentsRememberTheirLatestFollowUp() {
        List<DocumentRow> rows = Page.all(request -> desk.documents().list(DocumentFilter.all(), request));
        for (DocumentRow row : rows) {
            BusinessDocument document = desk.documents().find(row.id()).orElseThrow();
            List<FollowUpRow> chases = Page.all(
                    request -> desk.followUps().list(FollowUpFilter.all().document(row.id()), request));
            assertThat(chases).extracting(FollowUpRow::ordinal).doesNotHaveDuplicates();
            assertThat(chases)
                    .extracting(FollowUpRow::ordinal)
                    .allMatch(ordinal -> ordinal <= document.trail().lastOrdinal());
            BusinessDocument.Latest latest = document.trail().latest();
            assertThat(Optional.ofNullable(latest).map(BusinessDocument.Latest::id))
                    .isEqualTo(chases.stream().findFirst().map(FollowUpRow::id));
            if (latest != null) {
                assertThat(latest)
                        .isEqualTo(BusinessDocument.Latest.of(
                                desk.followUps().find(latest.id()).orElseThrow()));
            }
        }
    }

    private void dealsAreTheirLastRevisionAndAddUp() {
        List<OpportunityRow> rows = Page.all(
                request -> desk.opportunities().list(OpportunityFilter.all(), OpportunityOrder.NEWEST, request));
        Measures fold = Measures.none(java.util.Currency.getInstance("EUR"));
        Money flow = Money.of("EUR", "0");
        for (OpportunityRow row : rows) {
            Opportunity present = desk.opportunities().find(row.id()).orElseThrow();
            List<OpportunityRevision> revisions = desk.opportunities().revisions(row.id());
            assertThat(revisions).hasSize(present.version());
            assertThat(revisions.get(revisions.size() - 1).deal()).isEqualTo(present);
            assertThat(revisions).extracting(OpportunityRevision::recordedAt).isSorted();
            assertThat(revisions)
                    .extracting(OpportunityRevision::effectiveOn)
                    .isSortedAccordingTo(Comparator.naturalOrder());
            fold = fold.plus(Measures.of(present));
            for (OpportunityRevision revision : revisions) {
                flow = flow.plus(revision.deal().total());
                flow = revision.previous() == null
                        ? flow
                        : flow.minus(revision.previous().total());
            }
        }
        assertThat(desk.opportunities().summarise(OpportunityFilter.all()))
                .extracting(OpportunitySummary::measures)
                .isEqualTo(rows.isEmpty() ? List.of() : List.of(fold));
        assertThat(fold.total()).as("the sum over all revisions").isEqualTo(flow);
    }

    /** Nothing belongs to a deal that is gone. */
    void nothingIsLinkedTo(OpportunityId gone) {
        assertThat(desk.opportunities().links(gone))
                .as("links of the discarded deal %s", gone)
                .isEmpty();
    }

    private void costsAddUp() {
        List<ActionRow> rows =
                Page.all(request -> desk.actions().list(ActionFilter.all(), ActionOrder.LATEST, request));
        BigDecimal lines = rows.stream()
                .flatMap(row -> desk.actions().find(row.id()).orElseThrow().costs().stream())
                .map(Cost::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sums = desk.actions().costs(ActionFilter.all(), ActionDimension.RELATION).stream()
                .map(CostSummary::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sums).isEqualByComparingTo(lines);
    }
}
