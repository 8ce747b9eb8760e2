package org.carnetcrm.jpa;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.RepresentativeDraft;

/** What a host does with the public services, each in a unit of work of its own, and what must be there before. */
final class UseCases {

    /** What is done, and what is done before it in another unit of work. */
    record UseCase<T>(Function<Desk, T> before, Function<T, Function<Desk, ?>> what) {}

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final PageRequest PAGE = PageRequest.first(5);
    private static final int MANY = 100;

    private final Filling filling;
    private final Map<String, UseCase<?>> all = new LinkedHashMap<>();

    private UseCases(Filling filling) {
        this.filling = filling;
    }

    /** Every use case of a tenant's rows, by name. */
    static Map<String, UseCase<?>> of(Filling filling) {
        UseCases cases = new UseCases(filling);
        cases.choices();
        cases.representatives();
        cases.relations();
        cases.actions();
        cases.notes();
        cases.documents();
        cases.deals();
        cases.reports();
        ReportCases.of(filling, TODAY).forEach(cases::doing);
        return cases.all;
    }

    private void doing(String name, Function<Desk, ?> what) {
        doing(name, desk -> "", nothing -> what);
    }

    private <T> void doing(String name, Function<Desk, T> before, Function<T, Function<Desk, ?>> what) {
        all.put(name, new UseCase<>(before, what));
    }

    private void choices() {
        doing("read the lists", Desk::lists);
        doing("add a choice", desk -> desk.choices().add(Priority.of("TOP", Labels.of("Top", "Top", "Top"))));
        doing("retire a choice", desk -> desk.choices().retire(new ChoiceId(ChoiceKind.PRIORITY, "TOP"), 1));
        doing(
                "order a list",
                desk -> desk.choices().reorder(ChoiceKind.PRIORITY, List.of("TOP", "LOW", "NORMAL", "HIGH")));
    }

    private void representatives() {
        doing("ensure a representative, new", desk -> desk.representatives().ensure("user-1", "New"));
        doing("ensure a representative, known", desk -> desk.representatives().ensure("user-1", "New"));
        doing(
                "change a representative",
                desk -> desk.representatives().findByReference("user-1").orElseThrow(),
                known -> desk -> desk.representatives()
                        .change(
                                known.id(),
                                known.version(),
                                RepresentativeDraft.from(known).name("Other").manager(filling.representative(0))));
        doing("find a representative", desk -> desk.representatives().find(filling.representative(0)));
        doing("list the representatives", desk -> desk.representatives().all());
        doing(
                "hand work over",
                desk -> {
                    var leaver =
                            desk.representatives().ensure("leaver", "Leaver").id();
                    Relation theirs = desk.relations()
                            .add(RelationDraft.company("Theirs")
                                    .status("PROSPECT")
                                    .accountManager(leaver));
                    for (int i = 0; i < 2; i++) {
                        desk.actions().plan(ActionDraft.with(theirs.id()).on(TODAY));
                        desk.notes().add(NoteDraft.about(theirs.id()).assignee(leaver));
                        desk.opportunities().open(deal().relation(theirs.id()));
                    }
                    return leaver;
                },
                leaver -> desk -> desk.representatives().reassign(Reassignment.of(leaver, filling.representative(0))));
    }

    private void relations() {
        doing("add a relation", desk -> desk.relations().add(company("New").parent(filling.relation(1))));
        doing(
                "add 100 relations",
                desk -> desk.relations()
                        .addAll(IntStream.range(0, MANY)
                                .mapToObj(i -> company("Company " + i).hostReference("many-" + i))
                                .toList()));
        doing(
                "ensure a relation, new",
                desk -> desk.relations().ensure(company("Ref").hostReference("known")));
        doing(
                "ensure a relation, known",
                desk -> desk.relations().ensure(company("Ref").hostReference("known")));
        doing(
                "change a relation and its status",
                desk -> desk.relations().find(filling.relation(2)).orElseThrow(),
                present -> desk -> desk.relations()
                        .change(
                                present.id(),
                                present.version(),
                                RelationDraft.from(present).name("Renamed").status("FORMER")));
        doing(
                "archive a relation",
                desk -> desk.relations().add(company("Old")),
                added -> desk -> desk.relations().archive(added.id(), added.version()));
        doing(
                "give a relation and its open deals to another",
                desk -> {
                    Relation added = desk.relations().add(company("Given"));
                    desk.opportunities().openAll(List.of(deal().relation(added.id()), deal().relation(added.id())));
                    return added;
                },
                added -> desk ->
                        desk.relations().assignWithOpenDeals(added.id(), added.version(), filling.representative(1)));
        doing("find a relation", desk -> desk.relations().find(filling.relation(0)));
        doing("list relations", desk -> desk.relations().list(RelationFilter.all(), PAGE));
        doing("read a relation's history", desk -> desk.relations().history(filling.relation(0)));
        doing(
                "add a contact person",
                desk -> desk.relations().addContact(filling.relation(0), ContactPersonDraft.named("Jo", "New")));
        doing(
                "change a contact person",
                desk -> desk.relations().contacts(filling.relation(0)).get(0),
                present -> desk -> desk.relations()
                        .changeContact(
                                present.id(),
                                present.version(),
                                ContactPersonDraft.from(present).lastName("Other")));
        doing("list the people at a relation", desk -> desk.relations().contacts(filling.relation(0)));
    }

    private void actions() {
        doing("plan an action with 3 costs", desk -> desk.actions().plan(visit()));
        doing(
                "plan an action with everything that it can name",
                desk -> {
                    ContactPerson person =
                            desk.relations().contacts(filling.relation(0)).get(0);
                    Opportunity opened = desk.opportunities().open(deal());
                    return visit().contact(person.id())
                            .opportunity(opened.id())
                            .participants(List.of(filling.representative(1), filling.representative(2)))
                            .hostReference("visit-1");
                },
                draft -> desk -> desk.actions().plan(draft));
        doing(
                "plan 100 actions with 3 costs",
                desk -> desk.actions()
                        .planAll(IntStream.range(0, MANY).mapToObj(i -> visit()).toList()));
        doing(
                "change an action and its costs",
                desk -> desk.actions().plan(visit()),
                planned -> desk -> desk.actions()
                        .change(
                                planned.id(),
                                planned.version(),
                                ActionDraft.from(planned)
                                        .subject("Other")
                                        .costs(List.of(CostDraft.of("Train").price("9")))));
        doing(
                "complete an action",
                desk -> desk.actions().plan(visit()),
                planned -> desk -> desk.actions().complete(planned.id(), planned.version()));
        doing(
                "complete an action with a change of status",
                desk -> desk.actions()
                        .plan(visit().relation(filling.relation(4)).newStatus("FORMER")),
                planned -> desk -> desk.actions().complete(planned.id(), planned.version()));
        doing(
                "undo a completion with a change of status",
                desk -> {
                    Action planned = desk.actions()
                            .plan(visit().relation(filling.relation(5)).newStatus("FORMER"));
                    return desk.actions().complete(planned.id(), planned.version());
                },
                done -> desk -> desk.actions().undo(done.id(), done.version()));
        doing(
                "supplement a done action",
                desk -> desk.actions().record(visit()),
                done -> desk -> desk.actions()
                        .change(
                                done.id(),
                                done.version(),
                                ActionDraft.from(done).note("What was said")));
        doing(
                "cancel an action",
                desk -> desk.actions().plan(visit()),
                planned -> desk -> desk.actions().cancel(planned.id(), planned.version()));
        doing("discard an action", desk -> desk.actions().plan(visit()), planned -> desk -> {
            desk.actions().discard(planned.id(), planned.version());
            return planned;
        });
        doing("find an action", desk -> desk.actions().find(filling.action(0)));
        doing(
                "find 100 actions",
                desk -> desk.actions()
                        .findAll(IntStream.range(0, MANY)
                                .mapToObj(filling::action)
                                .toList()));
        doing("list actions", desk -> desk.actions().list(ActionFilter.all(), ActionOrder.EARLIEST, PAGE));
        doing(
                "list overdue actions",
                desk -> desk.actions().list(desk.actions().overdue(), ActionOrder.EARLIEST, PAGE));
        doing(
                "list the actions that somebody attends",
                desk -> desk.actions()
                        .list(ActionFilter.all().attendedBy(filling.representative(0)), ActionOrder.LATEST, PAGE));
    }

    private void notes() {
        doing(
                "add a note",
                desk -> desk.notes().add(NoteDraft.about(filling.relation(0)).text("New")));
        doing(
                "add 100 notes",
                desk -> desk.notes()
                        .addAll(IntStream.range(0, MANY)
                                .mapToObj(i -> NoteDraft.about(filling.relation(0)))
                                .toList()));
        doing(
                "change a note",
                desk -> desk.notes().add(NoteDraft.about(filling.relation(0))),
                added -> desk -> desk.notes()
                        .change(
                                added.id(),
                                added.version(),
                                NoteDraft.from(added).text("Other")));
        doing(
                "complete a reminder",
                desk -> desk.notes().add(NoteDraft.about(filling.relation(0))),
                added -> desk -> desk.notes().complete(added.id(), added.version()));
        doing("list notes, pinned first", desk -> desk.notes().list(NoteFilter.all(), NoteOrder.PINNED_FIRST, PAGE));
        doing("list due reminders", desk -> desk.notes().list(desk.notes().due(), NoteOrder.EARLIEST, PAGE));
    }

    private void documents() {
        doing("register a document", desk -> desk.documents().add(quote("Q-1")));
        doing(
                "ensure a document, known",
                desk -> desk.documents().ensure(quote("Q-2").hostReference("quote-2")),
                known -> desk -> desk.documents().ensure(quote("Q-2").hostReference("quote-2")));
        doing(
                "close a document",
                desk -> desk.documents().add(quote("Q-3")),
                added -> desk -> desk.documents().close(added.id(), added.version(), null));
        doing(
                "record a follow-up",
                desk -> desk.documents().add(quote("Q-4")),
                added -> desk ->
                        desk.followUps().record(FollowUpDraft.about(added.id()).nextOn(TODAY)));
        doing(
                "change the latest follow-up of several",
                desk -> {
                    BusinessDocument added = desk.documents().add(quote("Q-5"));
                    desk.followUps().record(FollowUpDraft.about(added.id()));
                    return desk.followUps().record(FollowUpDraft.about(added.id()));
                },
                latest -> desk -> desk.followUps()
                        .change(
                                latest.id(),
                                latest.version(),
                                FollowUpDraft.from(latest).nextOn(TODAY)));
        doing("list documents", desk -> desk.documents().list(DocumentFilter.all(), PAGE));
        doing(
                "list what is to be chased",
                desk -> desk.followUps().due(desk.followUps().due(), PAGE));
        doing(
                "list what one chaser is to chase",
                desk -> desk.followUps().due(DueFilter.all().chaser(filling.representative(0)), PAGE));
        doing("list follow-ups", desk -> desk.followUps().list(FollowUpFilter.all(), PAGE));
        doing("read the follow-up box", desk -> desk.followUps().box(5));
    }

    private void deals() {
        doing("open a deal", desk -> desk.opportunities().open(deal()));
        doing(
                "open 100 deals",
                desk -> desk.opportunities()
                        .openAll(IntStream.range(0, MANY).mapToObj(i -> deal()).toList()));
        doing(
                "change a deal",
                desk -> desk.opportunities().open(deal()),
                opened -> desk -> desk.opportunities()
                        .change(
                                opened.id(),
                                opened.version(),
                                OpportunityDraft.from(opened).value("9")));
        doing(
                "move a deal to another stage",
                desk -> desk.opportunities().open(deal()),
                opened -> desk -> desk.opportunities().moveTo(opened.id(), opened.version(), "PROPOSAL"));
        doing(
                "win a deal",
                desk -> desk.opportunities().open(deal()),
                opened -> desk -> desk.opportunities()
                        .close(opened.id(), opened.version(), ClosingDraft.won().signedTotal("10")));
        doing(
                "lose a deal",
                desk -> desk.opportunities().open(deal()),
                opened ->
                        desk -> desk.opportunities().close(opened.id(), opened.version(), ClosingDraft.lost("PRICE")));
        doing(
                "lose 100 deals",
                desk -> desk.opportunities()
                        .openAll(IntStream.range(0, MANY).mapToObj(i -> deal()).toList()),
                opened -> desk -> desk.opportunities()
                        .closeAll(opened.stream()
                                .map(one -> new Closing(one.id(), one.version(), ClosingDraft.lost("PRICE")))
                                .toList()));
        doing(
                "reopen a deal",
                desk -> {
                    Opportunity opened = desk.opportunities().open(deal());
                    return desk.opportunities().close(opened.id(), opened.version(), ClosingDraft.abandoned());
                },
                closed -> desk -> desk.opportunities().reopen(closed.id(), closed.version()));
        doing(
                "discard a deal with a link",
                desk -> {
                    Opportunity opened = desk.opportunities().open(deal());
                    desk.opportunities().link(opened.id(), OpportunityLink.Target.PROJECT, "P-1");
                    return opened;
                },
                opened -> desk -> {
                    desk.opportunities().discard(opened.id(), opened.version(), null);
                    return opened;
                });
        doing(
                "link a project to a deal",
                desk -> desk.opportunities().link(filling.deal(0), OpportunityLink.Target.PROJECT, "P-2"));
        doing(
                "mark a linked project done",
                desk -> desk.opportunities().link(filling.deal(0), OpportunityLink.Target.PROJECT, "P-3"),
                link -> desk -> desk.opportunities().markDone(link.id(), link.version(), true));
        doing("find a deal", desk -> desk.opportunities().find(filling.deal(0)));
        doing("list the links of a deal", desk -> desk.opportunities().links(filling.deal(0)));
        doing("read the revisions of a deal", desk -> desk.opportunities().revisions(filling.deal(0)));
        doing(
                "list my deals",
                desk -> desk.opportunities().list(desk.opportunities().mine(), OpportunityOrder.NEWEST, PAGE));
        doing(
                "list deals of a date",
                desk -> desk.opportunities()
                        .list(OpportunityFilter.open().asOf(past()), OpportunityOrder.NEWEST, PAGE));
    }

    private void reports() {
        doing("read a timeline", desk -> desk.timeline().of(filling.relation(0), PAGE));
        doing("read a deal's timeline", desk -> desk.timeline().of(filling.deal(0), PAGE));
        doing("read a week of the calendar", desk -> desk.calendar().mine(TODAY, TODAY.plusDays(6), PAGE));
        doing(
                "count actions",
                desk -> desk.actions()
                        .count(ActionFilter.all(), ActionDimension.REPRESENTATIVE, ActionDimension.MONTH));
        doing("sum costs", desk -> desk.actions().costs(ActionFilter.all(), ActionDimension.RELATION));
        doing(
                "sum deals",
                desk -> desk.opportunities()
                        .summarise(OpportunityFilter.open(), OpportunityDimension.STAGE, OpportunityDimension.REGION));
        doing(
                "sum deals of a date",
                desk -> desk.opportunities()
                        .summarise(OpportunityFilter.open().asOf(past()), OpportunityDimension.STAGE));
        doing(
                "read stage times",
                desk -> desk.opportunities().stageTimes(OpportunityFilter.all().standing(StandingKind.WON)));
        doing("read a deal's stage times", desk -> desk.opportunities().stageTimes(filling.deal(0)));
        doing("read conversions", desk -> desk.relations().conversions(LocalDate.of(2024, 1, 1), TODAY, false));
        doing("read the record of an action", desk -> desk.audit(filling.action(0)));
    }

    private static AsOf past() {
        return new AsOf(TODAY.minusDays(90), TODAY.atStartOfDay(ZONE).toInstant());
    }

    private static RelationDraft company(String name) {
        return RelationDraft.company(name).status("PROSPECT");
    }

    private ActionDraft visit() {
        return ActionDraft.with(filling.relation(0))
                .type("VISIT")
                .at(TODAY, LocalTime.of(9, 0), LocalTime.of(10, 0), ZONE)
                .cost(CostDraft.of("Lunch").price("20"))
                .cost(CostDraft.of("Train").price("12.40"))
                .cost(CostDraft.of("Gift").price("5"));
    }

    private DocumentDraft quote(String number) {
        return DocumentDraft.quote(number, filling.relation(0)).amount("100");
    }

    private OpportunityDraft deal() {
        return OpportunityDraft.about(filling.relation(0)).subject("Web site").value("12000");
    }
}
