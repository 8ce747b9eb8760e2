package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.TimelineFilter;
import org.carnetcrm.timeline.TimelineKind;

/** Cursors: each is of one list, filter, order and tenant, and tells nothing of who may see more. */
abstract class CursorContract extends VisibilityContract {

    /** A list that a store is asked for. */
    private interface Listing {
        Page<?> ask(CrmStore store, TenantId tenant, PageRequest request);
    }

    @Example
    void a_cursor_of_any_list_is_refused_by_every_other_list_filter_order_and_tenant() {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        for (int seed = 0; seed < 4; seed++) {
            player.play(CrmArbitraries.history(seed, 200));
        }
        for (String number : List.of("SO-1", "SO-2", "SO-3")) {
            bench.unit(desk -> desk.documents()
                    .add(DocumentDraft.order(number, player.relations().get(0)).chaseOn(Workbench.FIRST_DAY)));
        }
        Map<String, Listing> lists = lists(bench, player);
        Map<String, String> cursors = new LinkedHashMap<>();
        lists.forEach((name, list) -> {
            String cursor = inUnit(s -> list.ask(s, ACME, PageRequest.first(1))).cursor();
            assertThat(cursor).as("%s has a second page", name).isNotNull();
            cursors.put(name, cursor);
        });
        cursors.forEach((from, cursor) -> {
            PageRequest request = PageRequest.first(1).after(cursor);
            lists.forEach((name, list) -> {
                if (name.equals(from)) {
                    assertThat(inUnit(s -> list.ask(s, ACME, request)).rows()).hasSize(1);
                    refusesCursor(() -> inUnit(s -> list.ask(s, new TenantId("other"), request)));
                } else {
                    refusesCursor(() -> inUnit(s -> list.ask(s, ACME, request)));
                }
            });
        });
        cursors.forEach((name, cursor) -> {
            for (String forged :
                    List.of("", "x", cursor.substring(1), withSort(cursor, "no number"), withSort(cursor, ""))) {
                boolean sortedByText = name.equals("relations");
                if (!sortedByText || forged.length() < cursor.length() / 2) {
                    refusesCursor(() -> inUnit(s ->
                            lists.get(name).ask(s, ACME, PageRequest.first(1).after(forged))));
                }
            }
        });
    }

    private static Map<String, Listing> lists(Workbench bench, CrmPlayer player) {
        RepresentativeId lea = bench.lea();
        LocalDate from = Workbench.FIRST_DAY.minusDays(60);
        LocalDate to = from.plusDays(CalendarFilter.MOST_DAYS - 1);
        CalendarFilter calendar = CalendarFilter.of(lea, from, to, ZoneOffset.UTC);
        CalendarFilter elsewhere = CalendarFilter.of(lea, from, to, ZoneId.of("Asia/Kathmandu"));
        TimelineFilter first = TimelineFilter.of(player.relations().get(0));
        TimelineFilter actions = TimelineFilter.of(player.relations().get(0), TimelineKind.ACTION);
        ActionFilter done = ActionFilter.all().progress(Progress.DONE);
        Map<String, Listing> lists = new LinkedHashMap<>();
        lists.put("relations", (s, tenant, request) -> s.relations(tenant, RelationFilter.all(), request));
        lists.put(
                "deals",
                (s, tenant, request) ->
                        s.opportunities(tenant, OpportunityFilter.all(), OpportunityOrder.NEWEST, request));
        lists.put(
                "actions",
                (s, tenant, request) -> s.actions(tenant, ActionFilter.all(), ActionOrder.EARLIEST, request));
        lists.put(
                "latest actions",
                (s, tenant, request) -> s.actions(tenant, ActionFilter.all(), ActionOrder.LATEST, request));
        lists.put("done actions", (s, tenant, request) -> s.actions(tenant, done, ActionOrder.EARLIEST, request));
        lists.put("notes", (s, tenant, request) -> s.notes(tenant, NoteFilter.all(), NoteOrder.EARLIEST, request));
        lists.put(
                "pinned notes",
                (s, tenant, request) -> s.notes(tenant, NoteFilter.all(), NoteOrder.PINNED_FIRST, request));
        lists.put(
                "reminders",
                (s, tenant, request) -> s.notes(tenant, NoteFilter.all().reminders(), NoteOrder.EARLIEST, request));
        lists.put("documents", (s, tenant, request) -> s.documents(tenant, DocumentFilter.all(), request));
        lists.put(
                "open documents",
                (s, tenant, request) -> s.documents(tenant, DocumentFilter.all().open(true), request));
        lists.put("due", (s, tenant, request) -> s.due(tenant, DueFilter.all(), request));
        lists.put(
                "due by a day",
                (s, tenant, request) -> s.due(tenant, DueFilter.all().dueOn(to), request));
        lists.put("follow-ups", (s, tenant, request) -> s.followUps(tenant, FollowUpFilter.all(), request));
        lists.put("timeline", (s, tenant, request) -> s.timeline(tenant, first, request));
        lists.put("timeline of actions", (s, tenant, request) -> s.timeline(tenant, actions, request));
        lists.put("calendar", (s, tenant, request) -> s.calendar(tenant, calendar, request));
        lists.put("calendar elsewhere", (s, tenant, request) -> s.calendar(tenant, elsewhere, request));
        return lists;
    }

    private static String withSort(String cursor, String sort) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.replaceFirst("\\|[^|]*$", "|" + sort).getBytes(StandardCharsets.UTF_8));
    }
}
