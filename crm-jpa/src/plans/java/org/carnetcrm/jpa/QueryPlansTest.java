package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A million rows of 20 tenants, one of which has a third: each list reads from an index about what it shows, on its first page
 * and on a far one; each report reads rows of its own tenant alone.
 */
class QueryPlansTest {

    private static final int TENANTS = 20;
    private static final int ACTIONS_OF_THE_LARGE = 45_000;
    private static final int ACTIONS_OF_A_SMALL = 5_360;

    private static final int PAGE = 20;
    /** How many pages of the largest size a far page is away, if the list is that long. */
    private static final int FAR = 10;

    /** Looks at blocks: some rows for each that is shown, and their joined rows by indexes of three or four levels. */
    private static final long MOST_BLOCKS = 60L * PAGE;

    private static final long MOST_DROPPED = 20L * PAGE;
    private static final long MOST_SORTED = 30L * PAGE;
    /** A table of a few blocks is rather read whole than by an index. */
    private static final long SMALL = 500;

    /**
     * Lists for which no index has both the condition and the order: what decides stands in another table or behind another
     * order, or, with a representative's deals of every standing, is too little to deserve an index. They may read more.
     */
    private static final List<String> LOOSE = List.of(
            "planned actions that one attends",
            "due reminders of one, PINNED_FIRST",
            "to be chased by one",
            "a year of the calendar",
            "deals of one, EXPECTED_CLOSING",
            "deals of one, LAST_CLOSED",
            "overdue deals, NEWEST",
            "overdue deals of one, NEWEST");

    private static final long LOOSENESS = 6;

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-12T10:00:00Z"), ZONE);

    private static final JpaCrm CRM = JpaCrm.of(Setup.of(CLOCK).withPermissions((tenant, who, permission) -> true));

    private static Database database;
    private static Explained explained;
    private static EntityManagerFactory entityManagers;

    private interface Listing extends BiFunction<Desk, PageRequest, Page<?>> {}

    @BeforeAll
    static void fill() {
        database = TestDatabase.POSTGRESQL.create().base().prospecting();
        explained = new Explained(database.dataSource());
        entityManagers =
                database.entityManagers("carnet-test", Map.of("jakarta.persistence.nonJtaDataSource", explained));
        for (int number = 0; number < TENANTS; number++) {
            String name = filling(number).tenant();
            JpaUnits.within(
                    entityManagers,
                    em -> CRM.over(em)
                            .openTenant(TenantDraft.of(name, "EUR")
                                    .choices(Presets.standard()
                                            .with(ActionType.of("VISIT", Labels.of("Visit", "Visite", "Bezoek"))))));
            filling(number).into(database);
        }
        database.execute(
                database.tables().stream().map(table -> "analyze " + table).toList());
        System.out.println(database.tables().stream()
                        .mapToLong(table -> Long.parseLong(
                                database.query("select count(*) from " + table).get(0)))
                        .sum()
                + " rows");
    }

    @AfterAll
    static void close() {
        entityManagers.close();
        database.close();
    }

    @TestFactory
    List<DynamicTest> each_list_reads_from_an_index_about_what_it_shows() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int number : List.of(0, 1)) {
            Filling filling = filling(number);
            lists(filling)
                    .forEach((name, list) -> tests.add(DynamicTest.dynamicTest(filling.tenant() + ", " + name, () -> {
                        PageRequest far = JpaUnits.within(entityManagers, em -> far(desk(em, filling), list));
                        check(filling, name + ", first page", list, PageRequest.first(PAGE));
                        if (far != null) {
                            check(filling, name + ", far page", list, far);
                        }
                    })));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> each_report_reads_rows_of_its_tenant_alone() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int number : List.of(0, 1)) {
            Filling filling = filling(number);
            reports(filling)
                    .forEach((name, report) -> tests.add(DynamicTest.dynamicTest(filling.tenant() + ", " + name, () -> {
                        List<Plan> plans = plans(filling, report);
                        print(filling, name, plans);
                        for (Plan plan : plans) {
                            for (Plan.Node scan : plan.scans()) {
                                if (!scan.type().equals("Seq Scan") || readsALargeTableWhole(scan)) {
                                    assertThat(scan.condition())
                                            .as(scan + " of " + plan.sql())
                                            .contains("tenant_id");
                                }
                            }
                        }
                    })));
        }
        return tests;
    }

    private static void check(Filling filling, String name, Listing list, PageRequest request) {
        List<Plan> plans = plans(
                filling, desk -> assertThat(list.apply(desk, request).rows()).isNotEmpty());
        print(filling, name, plans);
        for (Plan plan : plans) {
            assertThat(plan.scans()).as(plan.sql()).noneMatch(QueryPlansTest::readsALargeTableWhole);
            long most = LOOSE.stream().anyMatch(name::startsWith) ? LOOSENESS : 1;
            assertThat(plan.blocks()).as("blocks of " + plan.sql()).isLessThan(most * MOST_BLOCKS);
            assertThat(plan.dropped()).as("dropped by " + plan.sql()).isLessThan(most * MOST_DROPPED);
            assertThat(plan.sorted()).as("sorted by " + plan.sql()).isLessThan(most * MOST_SORTED);
        }
    }

    private static boolean readsALargeTableWhole(Plan.Node scan) {
        return scan.type().equals("Seq Scan") && scan.perLoop() > SMALL;
    }

    private static void print(Filling filling, String name, List<Plan> plans) {
        System.out.println(filling.tenant() + ", " + name);
        plans.forEach(plan -> System.out.println("  " + plan));
    }

    private static List<Plan> plans(Filling filling, Consumer<Desk> work) {
        return JpaUnits.within(entityManagers, em -> explained.plansOf(() -> work.accept(desk(em, filling))));
    }

    private static Desk desk(jakarta.persistence.EntityManager em, Filling filling) {
        return CRM.over(em)
                .actingAs(Actor.of(filling.tenant(), filling.representative(0)).in(ZONE));
    }

    /** Goes far into a list; the last page for a shorter one, and none for one of a single page. */
    private static PageRequest far(Desk desk, Listing list) {
        String last = null;
        PageRequest next = PageRequest.first(PAGE);
        for (int i = 0; i < FAR; i++) {
            String cursor = list.apply(desk, next).cursor();
            if (cursor == null) {
                break;
            }
            last = cursor;
            next = new PageRequest(PageRequest.MOST, cursor);
        }
        return last == null ? null : new PageRequest(PAGE, last);
    }

    private static Filling filling(int number) {
        return number == 0
                ? new Filling("large", 0, ACTIONS_OF_THE_LARGE)
                : new Filling("small-" + number, number, ACTIONS_OF_A_SMALL);
    }

    private static Map<String, Listing> lists(Filling of) {
        Map<String, Listing> lists = new LinkedHashMap<>();
        ofRelations(of, lists);
        ofActions(of, lists);
        ofNotes(of, lists);
        ofDocuments(of, lists);
        ofDeals(of, lists);
        lists.put("timeline of a relation", (desk, page) -> desk.timeline().of(of.relation(0), page));
        lists.put("timeline of a deal", (desk, page) -> desk.timeline().of(of.deal(0), page));
        lists.put("a week of the calendar", (desk, page) -> desk.calendar().mine(TODAY, TODAY.plusDays(6), page));
        lists.put(
                "a year of the calendar",
                (desk, page) -> desk.calendar().mine(TODAY.minusDays(180), TODAY.plusDays(180), page));
        return lists;
    }

    private static void ofRelations(Filling of, Map<String, Listing> lists) {
        Map<String, RelationFilter> filters = new LinkedHashMap<>();
        filters.put("relations", RelationFilter.all());
        filters.put("relations with archived ones", RelationFilter.all().withArchived());
        filters.put("relations by name", RelationFilter.all().nameStart("Company 00001"));
        filters.put("relations of a status", RelationFilter.all().status("CUSTOMER"));
        filters.put("relations of a manager", RelationFilter.all().accountManager(of.representative(0)));
        filters.put("relations below another", RelationFilter.all().parent(of.relation(0)));
        filters.forEach((name, filter) ->
                lists.put(name, (desk, page) -> desk.relations().list(filter, page)));
    }

    private static void ofActions(Filling of, Map<String, Listing> lists) {
        Map<String, ActionFilter> filters = new LinkedHashMap<>();
        filters.put("actions", ActionFilter.all());
        filters.put("planned actions", ActionFilter.all().progress(Progress.PLANNED));
        filters.put("actions of a week", ActionFilter.all().between(TODAY, TODAY.plusDays(6)));
        filters.put("overdue actions", ActionFilter.all().overdue(TODAY, ZONE));
        filters.put(
                "overdue actions that one carries out",
                ActionFilter.all().overdue(TODAY, ZONE).carriedOutBy(of.representative(3)));
        filters.put("actions of a relation", ActionFilter.all().relation(of.relation(0)));
        filters.put("actions of a deal", ActionFilter.all().opportunity(of.deal(0)));
        filters.put("actions that one carries out", ActionFilter.all().carriedOutBy(of.representative(0)));
        filters.put(
                "planned actions that one carries out",
                ActionFilter.all().carriedOutBy(of.representative(0)).progress(Progress.PLANNED));
        filters.put("actions that one attends", ActionFilter.all().attendedBy(of.representative(0)));
        filters.put(
                "planned actions that one attends",
                ActionFilter.all().attendedBy(of.representative(1)).progress(Progress.PLANNED));
        filters.forEach((name, filter) -> {
            for (ActionOrder order : ActionOrder.values()) {
                lists.put(name + ", " + order, (desk, page) -> desk.actions().list(filter, order, page));
            }
        });
    }

    private static void ofNotes(Filling of, Map<String, Listing> lists) {
        Map<String, NoteFilter> filters = new LinkedHashMap<>();
        filters.put("notes", NoteFilter.all());
        filters.put("reminders", NoteFilter.all().reminders());
        filters.put("due reminders", NoteFilter.all().reminders().until(TODAY));
        filters.put(
                "due reminders of one",
                NoteFilter.all().reminders().until(TODAY).assignee(of.representative(0)));
        filters.put("notes of one", NoteFilter.all().assignee(of.representative(0)));
        filters.put("notes of a relation", NoteFilter.all().relation(of.relation(0)));
        filters.put("notes of a deal", NoteFilter.all().opportunity(of.deal(0)));
        filters.put("notes of a type", NoteFilter.all().type("SALES"));
        filters.forEach((name, filter) -> {
            for (NoteOrder order : NoteOrder.values()) {
                lists.put(name + ", " + order, (desk, page) -> desk.notes().list(filter, order, page));
            }
        });
    }

    private static void ofDocuments(Filling of, Map<String, Listing> lists) {
        Map<String, DocumentFilter> documents = new LinkedHashMap<>();
        documents.put("documents", DocumentFilter.all());
        documents.put("quotes", DocumentFilter.all().kind(DocumentKind.QUOTE));
        documents.put("open documents", DocumentFilter.all().open(true));
        documents.put("documents of a relation", DocumentFilter.all().relation(of.relation(0)));
        documents.put("documents of a number", DocumentFilter.all().number("N100"));
        documents.forEach((name, filter) ->
                lists.put(name, (desk, page) -> desk.documents().list(filter, page)));
        Map<String, DueFilter> due = new LinkedHashMap<>();
        due.put("to be chased", DueFilter.all());
        due.put("to be chased by today", DueFilter.all().dueOn(TODAY));
        due.put("to be chased later", DueFilter.all().after(TODAY));
        due.put("to be chased at a relation", DueFilter.all().relation(of.relation(0)));
        due.put("to be chased by one", DueFilter.all().chaser(of.representative(0)));
        due.put(
                "to be chased by another",
                DueFilter.all().chaser(of.representative(1)).dueOn(TODAY));
        due.forEach((name, filter) ->
                lists.put(name, (desk, page) -> desk.followUps().due(filter, page)));
        Map<String, FollowUpFilter> followUps = new LinkedHashMap<>();
        followUps.put("follow-ups", FollowUpFilter.all());
        followUps.put("follow-ups of a relation", FollowUpFilter.all().relation(of.relation(0)));
        followUps.put("follow-ups of a document", FollowUpFilter.all().document(of.document(0)));
        followUps.put("follow-ups made by one", FollowUpFilter.all().by(of.representative(0)));
        followUps.forEach((name, filter) ->
                lists.put(name, (desk, page) -> desk.followUps().list(filter, page)));
    }

    private static void ofDeals(Filling of, Map<String, Listing> lists) {
        Map<String, OpportunityFilter> filters = new LinkedHashMap<>();
        filters.put("deals", OpportunityFilter.all());
        filters.put("open deals", OpportunityFilter.open());
        filters.put("deals of one", OpportunityFilter.all().managedBy(of.representative(0)));
        filters.put("open deals of one", OpportunityFilter.open().managedBy(of.representative(0)));
        filters.put(
                "won deals of one",
                OpportunityFilter.all().standing(StandingKind.WON).managedBy(of.representative(1)));
        filters.put("deals of a stage", OpportunityFilter.open().stage("PROPOSAL"));
        filters.put("deals of a relation", OpportunityFilter.all().relation(of.relation(0)));
        filters.put("overdue deals", OpportunityFilter.all().overdue(TODAY));
        filters.put(
                "overdue deals of one", OpportunityFilter.all().overdue(TODAY).managedBy(of.representative(0)));
        filters.forEach((name, filter) -> {
            for (OpportunityOrder order : OpportunityOrder.values()) {
                boolean empty = order == OpportunityOrder.LAST_CLOSED
                        && filter.among()
                                .getOrDefault(OpportunityDimension.STANDING, Set.of())
                                .equals(Set.of("IN_PROGRESS"));
                if (!empty) {
                    lists.put(
                            name + ", " + order,
                            (desk, page) -> desk.opportunities().list(filter, order, page));
                }
            }
        });
    }

    private static Map<String, Consumer<Desk>> reports(Filling of) {
        AsOf past = new AsOf(TODAY.minusDays(90), TODAY.atStartOfDay(ZONE).toInstant());
        OpportunityFilter open = OpportunityFilter.open();
        Map<String, Consumer<Desk>> reports = new LinkedHashMap<>();
        reports.put("pipeline by stage", desk -> desk.opportunities().summarise(open, OpportunityDimension.STAGE));
        reports.put("levels", desk -> desk.opportunities().summarise(open, OpportunityDimension.SUCCESS_LEVEL));
        reports.put(
                "per representative",
                desk -> desk.opportunities()
                        .summarise(
                                OpportunityFilter.all(), OpportunityDimension.MANAGER, OpportunityDimension.STANDING));
        reports.put(
                "by sector and region",
                desk -> desk.opportunities().summarise(open, OpportunityDimension.SECTOR, OpportunityDimension.REGION));
        reports.put(
                "pipeline as of a date",
                desk -> desk.opportunities().summarise(open.asOf(past), OpportunityDimension.STAGE));
        reports.put(
                "deals as of a date",
                desk -> desk.opportunities().list(open.asOf(past), OpportunityOrder.NEWEST, PageRequest.first(PAGE)));
        reports.put(
                "deals of one as of a date",
                desk -> desk.opportunities()
                        .list(
                                open.managedBy(of.representative(1)).asOf(past),
                                OpportunityOrder.NEWEST,
                                PageRequest.first(PAGE)));
        reports.put("stage times", desk -> desk.opportunities().stageTimes(OpportunityFilter.all()));
        reports.put("stage times as of a date", desk -> desk.opportunities().stageTimes(open.asOf(past)));
        reports.put(
                "conversions of a month",
                desk -> desk.relations().conversions(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31), false));
        reports.put(
                "actions by month",
                desk -> desk.actions().count(ActionFilter.all(), ActionDimension.MONTH, ActionDimension.PROGRESS));
        reports.put(
                "costs by representative",
                desk -> desk.actions().costs(ActionFilter.all(), ActionDimension.REPRESENTATIVE));
        reports.put(
                "costs of a month by product",
                desk -> desk.actions()
                        .costs(ActionFilter.all().between(TODAY.minusDays(30), TODAY), ActionDimension.PRODUCT));
        return reports;
    }
}
