package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.testkit.CrmArbitraries;
import org.carnetcrm.testkit.CrmHistory;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;

/** Random histories are worth playing: they come to everything that laws speak of. */
class HistoriesTest {

    private final List<CrmPlayer.Outcome> outcomes = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<BusinessDocument> documents = new ArrayList<>();
    private final Set<RelationChange.Kind> rows = EnumSet.noneOf(RelationChange.Kind.class);
    private int due;

    private HistoriesTest() {
        for (int seed = 0; seed < 60; seed++) {
            Workbench bench = Workbench.inMemory();
            CrmPlayer player = new CrmPlayer(bench);
            outcomes.addAll(player.play(CrmArbitraries.history(seed, 120)));
            deals.addAll(player.present());
            var desk = bench.system();
            player.actions().forEach(id -> actions.add(desk.actions().find(id).orElseThrow()));
            player.notes().forEach(id -> notes.add(desk.notes().find(id).orElseThrow()));
            player.documents()
                    .forEach(id -> documents.add(desk.documents().find(id).orElseThrow()));
            player.relations().forEach(id -> desk.relations().history(id).rows().forEach(row -> rows.add(row.kind())));
            due += desk.followUps()
                    .due(DueFilter.all().dueOn(bench.today()), PageRequest.first(100))
                    .rows()
                    .size();
        }
    }

    @Example
    void every_deed_is_done_and_refused_by_somebody() {
        Set<CrmHistory.Deed> done = deeds(false);
        Set<CrmHistory.Deed> refused = deeds(true);
        Set<CrmHistory.Deed> all = EnumSet.allOf(CrmHistory.Deed.class);
        all.removeAll(done);
        assertThat(all).as("never done").isSubsetOf(CrmHistory.Deed.STALE, CrmHistory.Deed.UNKNOWN);
        all = EnumSet.allOf(CrmHistory.Deed.class);
        all.removeAll(refused);
        assertThat(all)
                .as("never refused")
                .isSubsetOf(
                        CrmHistory.Deed.ARCHIVE_RELATION,
                        CrmHistory.Deed.CHANGE_NOTHING,
                        CrmHistory.Deed.DISCARD_DEAL,
                        CrmHistory.Deed.DISCARD_FOLLOW_UP,
                        CrmHistory.Deed.MARK_DONE,
                        CrmHistory.Deed.UNLINK);
    }

    private Set<CrmHistory.Deed> deeds(boolean refused) {
        return outcomes.stream()
                .filter(outcome -> outcome.isRefused() == refused)
                .map(outcome -> outcome.step().deed())
                .collect(Collectors.toSet());
    }

    @Example
    void commands_are_refused_for_many_reasons() {
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.refusal().stream())
                        .map(refusal -> refusal.substring(refusal.lastIndexOf(' ') + 1))
                        .collect(Collectors.toSet()))
                .contains(
                        "action.relationFixed",
                        "action.transition",
                        "choice.retired",
                        "choice.unknown",
                        "conflict.stale",
                        "contact.otherRelation",
                        "cost.noSuchLine",
                        "cost.unknownProduct",
                        "cycle",
                        "date.beforeLastRevision",
                        "date.future",
                        "deal.closed",
                        "deal.codeOnWon",
                        "deal.codeRequired",
                        "deal.signedTotalOnUnsigned",
                        "deal.transition",
                        "document.chased",
                        "document.closed",
                        "document.open",
                        "document.otherRelation",
                        "followUp.documentFixed",
                        "followUp.nextBeforeDate",
                        "followUp.notChased",
                        "forbidden",
                        "history.noSuchRow",
                        "history.standsOnIt",
                        "notActive",
                        "note.assigneeBlind",
                        "notFound.action",
                        "notFound.note",
                        "number.tooManyDecimals",
                        "opportunity.otherRelation",
                        "reassignment.same",
                        "reference.taken",
                        "required",
                        "schedule.endBeforeStart",
                        "schedule.gap");
    }

    @Example
    void everything_that_may_be_is_there_in_the_end() {
        assertThat(deals).extracting(deal -> deal.standing().kind()).contains(StandingKind.values());
        assertThat(deals)
                .as("a contact, a category and a business line")
                .anyMatch(deal -> deal.parties().contact() != null
                        && deal.classification().category() != null)
                .anyMatch(deal -> deal.classification().businessLine() != null);
        assertThat(deals).as("deals that live long").anyMatch(deal -> deal.version() > 5);
        assertThat(actions).extracting(Action::progress).contains(Progress.values());
        assertThat(actions)
                .as("timed, of several days, with others, about a deal, changed often")
                .anyMatch(action -> action.schedule().startAt() != null)
                .anyMatch(action ->
                        !action.schedule().first().equals(action.schedule().last()))
                .anyMatch(action -> action.crew().participants().size() > 1)
                .anyMatch(action -> action.opportunity() != null)
                .anyMatch(action -> action.version() > 4);
        assertThat(actions.stream().flatMap(action -> action.costs().stream()))
                .extracting(line -> line.origin())
                .contains(PriceOrigin.values());
        assertThat(rows).containsExactlyInAnyOrder(RelationChange.Kind.values());
        assertThat(notes).anyMatch(Note::isAdminOnly).anyMatch(Note::isDone).anyMatch(Note::isPinned);
        assertThat(documents)
                .anyMatch(document -> !document.isOpen())
                .anyMatch(document -> document.trail().lastOrdinal() > 3)
                .anyMatch(document ->
                        document.trail().lastOrdinal() > 0 && document.trail().latest() == null);
        assertThat(due).isGreaterThan(20);
    }
}
