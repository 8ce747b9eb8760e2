package org.carnetcrm.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.CrmStore;

/**
 * Everything that a CRM answers, to compare. What is not there leaves no trace, so that an id that a failed command used
 * up makes no difference; and all is asked on the same day, wherever the clock stands.
 */
public final class CrmAnswers {

    private static final LocalDate ASKED_ON = Workbench.FIRST_DAY.plusDays(40);
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2200, 1, 1);
    private static final List<ZoneId> ZONES =
            List.of(ZoneOffset.UTC, ZoneId.of("Pacific/Kiritimati"), ZoneId.of("America/New_York"));

    private CrmAnswers() {}

    /** Gives all that an actor is told: every list whole, every sum, and whatever there is by ids. */
    public static List<Object> to(Workbench bench, Actor actor, Collection<UUID> ids) {
        return asking(bench, () -> {
            List<Object> answers = new ArrayList<>(bench.unit(actor, desk -> lists(desk, CrmAnswers::whole)));
            answers.addAll(bench.unit(actor, CrmAnswers::sums));
            answers.addAll(bench.unit(actor, CrmAnswers::past));
            answers.addAll(bench.unit(actor, desk -> byId(desk, ids)));
            answers.addAll(bench.unit(actor, desk -> timelines(desk, CrmAnswers::whole, ids)));
            for (ZoneId zone : ZONES) {
                answers.addAll(bench.unit(actor.in(zone), desk -> calendars(desk, CrmAnswers::whole)));
            }
            return answers;
        });
    }

    /** Gives the lists, timelines and calendars that an actor is told in small pages, each with its cursor. */
    public static List<Object> pagesTo(Workbench bench, Actor actor, Collection<UUID> ids) {
        return asking(bench, () -> {
            List<Object> answers = new ArrayList<>(bench.unit(actor, desk -> lists(desk, CrmAnswers::pages)));
            answers.addAll(bench.unit(actor, desk -> timelines(desk, CrmAnswers::pages, ids)));
            answers.addAll(bench.unit(actor, desk -> calendars(desk, CrmAnswers::pages)));
            answers.add(bench.unit(actor, desk -> desk.followUps().box(2)));
            return answers;
        });
    }

    /** Gives what a store alone can be asked, by any id and reference. */
    static List<Object> of(CrmStore store, TenantId tenant, Collection<UUID> ids) {
        List<Object> answers = new ArrayList<>();
        List<String> references = new ArrayList<>(List.of("user-lea", "user-max", "user-ada"));
        for (String prefix : List.of("R-", "D-", "A-", "N-", "H-", "B-")) {
            for (int i = 0; i < Scene.REFERENCES; i++) {
                references.add(prefix + i);
            }
        }
        answers.add(store.findByReference(tenant, Relation.class, references));
        answers.add(store.findByReference(tenant, Opportunity.class, references));
        answers.add(store.findByReference(tenant, Representative.class, references));
        answers.add(store.findByReference(tenant, ContactPerson.class, references));
        answers.add(store.findByReference(tenant, Action.class, references));
        answers.add(store.findByReference(tenant, Note.class, references));
        answers.add(store.findByReference(tenant, BusinessDocument.class, references));
        answers.add(store.statusChanges(tenant, Set.of("CUSTOMER", "PROSPECT"), LONG_AGO, FAR_AHEAD));
        answers.add(
                store.relationChanges(tenant, ids.stream().map(RelationId::new).toList()));
        answers.add(store.audit(tenant, tenant));
        store.choices(tenant).all().forEach(choice -> answers.add(store.audit(tenant, choice.id())));
        return answers;
    }

    private static List<Object> asking(Workbench bench, Supplier<List<Object>> questions) {
        Instant before = bench.now();
        bench.at(ASKED_ON, 22);
        try {
            return questions.get();
        } finally {
            bench.at(before);
        }
    }

    /** How a list is read. */
    private interface Reading {
        <R> Object of(Function<PageRequest, Page<R>> list);
    }

    private static <R> Object whole(Function<PageRequest, Page<R>> list) {
        return CrmPlayer.all(PageRequest.MOST, list);
    }

    private static <R> Object pages(Function<PageRequest, Page<R>> list) {
        return CrmPlayer.pages(2, list);
    }

    private static List<Object> lists(Desk desk, Reading reading) {
        List<Object> answers = new ArrayList<>(List.of(
                desk.tenant(),
                desk.lists().all(),
                desk.representatives().all(),
                reading.of(request -> desk.relations().list(RelationFilter.all().withArchived(), request))));
        for (OpportunityOrder order : OpportunityOrder.values()) {
            answers.add(reading.of(request -> desk.opportunities().list(OpportunityFilter.all(), order, request)));
        }
        for (ActionOrder order : ActionOrder.values()) {
            answers.add(reading.of(request -> desk.actions().list(ActionFilter.all(), order, request)));
        }
        answers.add(reading.of(request -> desk.actions().list(desk.actions().overdue(), ActionOrder.LATEST, request)));
        for (NoteOrder order : NoteOrder.values()) {
            answers.add(reading.of(request -> desk.notes().list(NoteFilter.all(), order, request)));
        }
        answers.add(reading.of(request -> desk.notes().list(desk.notes().due(), NoteOrder.EARLIEST, request)));
        answers.add(reading.of(request -> desk.documents().list(DocumentFilter.all(), request)));
        answers.add(reading.of(request -> desk.followUps().due(DueFilter.all(), request)));
        answers.add(reading.of(request -> desk.followUps().due(desk.followUps().due(), request)));
        answers.add(reading.of(request -> desk.followUps().list(FollowUpFilter.all(), request)));
        return answers;
    }

    private static List<Object> sums(Desk desk) {
        List<Object> answers = new ArrayList<>();
        OpportunityFilter deals = OpportunityFilter.all();
        ActionFilter actions = ActionFilter.all();
        answers.add(desk.opportunities().summarise(deals, OpportunityDimension.values()));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            answers.add(desk.opportunities().summarise(deals, dimension));
        }
        ActionDimension[] dimensions = ActionDimension.values();
        answers.add(desk.actions().costs(actions, dimensions));
        answers.add(desk.actions()
                .count(
                        actions,
                        Stream.of(dimensions)
                                .filter(dimension -> !dimension.isOfLines())
                                .toArray(ActionDimension[]::new)));
        for (ActionDimension dimension : dimensions) {
            answers.add(desk.actions().costs(actions, dimension));
        }
        answers.add(desk.opportunities().stageTimes(deals));
        answers.add(desk.opportunities().summarise(desk.opportunities().overdue(), OpportunityDimension.MANAGER));
        answers.add(desk.relations().conversions(LONG_AGO, FAR_AHEAD, true));
        answers.add(desk.relations().conversions(Workbench.FIRST_DAY, ASKED_ON, false));
        FollowUpBox box = desk.followUps().box(3);
        answers.addAll(List.of(
                box.today(),
                box.overdue().rows(),
                box.dueToday().rows(),
                box.next().rows(),
                box.last().rows()));
        return answers;
    }

    private static List<Object> past(Desk desk) {
        List<Object> answers = new ArrayList<>();
        for (int day : new int[] {0, 15, 45}) {
            for (int known : new int[] {10, 60, 1000}) {
                LocalDate date = Workbench.FIRST_DAY.plusDays(day);
                Instant knownAt =
                        Workbench.FIRST_DAY.plusDays(known).atStartOfDay().toInstant(ZoneOffset.UTC);
                OpportunityFilter view = OpportunityFilter.all().asOf(new AsOf(date, knownAt));
                answers.add(
                        whole(request -> desk.opportunities().list(view, OpportunityOrder.EXPECTED_CLOSING, request)));
                answers.add(desk.opportunities()
                        .summarise(view, OpportunityDimension.STAGE, OpportunityDimension.STANDING));
            }
        }
        return answers;
    }

    private static List<Object> timelines(Desk desk, Reading reading, Collection<UUID> ids) {
        List<Object> answers = new ArrayList<>();
        for (UUID id : ids) {
            answers.add(reading.of(request -> desk.timeline().of(new RelationId(id), request)));
            answers.add(reading.of(request -> desk.timeline().of(new OpportunityId(id), request)));
        }
        return present(answers);
    }

    private static List<Object> calendars(Desk desk, Reading reading) {
        List<Object> answers = new ArrayList<>();
        LocalDate from = Workbench.FIRST_DAY.minusDays(30);
        for (Representative representative : desk.representatives().all()) {
            answers.add(
                    reading.of(request -> desk.calendar().of(representative.id(), from, from.plusDays(300), request)));
        }
        return answers;
    }

    private static List<Object> byId(Desk desk, Collection<UUID> ids) {
        List<Object> answers = new ArrayList<>();
        for (UUID id : ids) {
            RelationId relation = new RelationId(id);
            OpportunityId deal = new OpportunityId(id);
            answers.add(desk.relations().find(relation));
            answers.add(desk.relations().history(relation).rows());
            answers.add(desk.relations().contacts(relation));
            answers.add(desk.representatives().find(new RepresentativeId(id)));
            answers.add(desk.relations().findContact(new ContactPersonId(id)));
            answers.add(desk.opportunities().find(deal));
            answers.add(desk.opportunities().revisions(deal));
            answers.add(desk.opportunities().stageTimes(deal));
            answers.add(desk.opportunities().links(deal));
            answers.add(desk.actions().find(new ActionId(id)));
            answers.add(desk.notes().find(new NoteId(id)));
            answers.add(desk.documents().find(new DocumentId(id)));
            answers.add(desk.followUps().find(new FollowUpId(id)));
            for (Id item : anything(id)) {
                answers.add(desk.audit(item));
            }
        }
        return present(answers);
    }

    /** Gives what commands on things that the actor may not know of, or that are not there, are refused with. */
    public static List<Object> refusals(Workbench bench, Actor actor, Collection<UUID> ids) {
        return asking(bench, () -> {
            List<Object> answers = new ArrayList<>();
            for (UUID id : ids) {
                answers.add(refusal(bench, actor, desk -> desk.notes().complete(new NoteId(id), 99)));
                answers.add(refusal(bench, actor, desk -> desk.notes().pin(new NoteId(id), 99)));
                answers.add(refusal(bench, actor, desk -> desk.actions().cancel(new ActionId(id), 99)));
            }
            return answers;
        });
    }

    private static Object refusal(Workbench bench, Actor actor, Function<Desk, Object> command) {
        try {
            throw new AssertionError("not refused: " + bench.unit(actor, command));
        } catch (CrmException e) {
            return Arrays.asList(e.getClass(), e.messageIn(actor.locale()), e.getMessage());
        }
    }

    private static List<Id> anything(UUID id) {
        return List.of(
                new RelationId(id),
                new RepresentativeId(id),
                new ContactPersonId(id),
                new OpportunityId(id),
                new LinkId(id),
                new ActionId(id),
                new NoteId(id),
                new DocumentId(id),
                new FollowUpId(id));
    }

    private static List<Object> present(List<Object> answers) {
        return answers.stream()
                .filter(answer -> !answer.equals(List.of()) && !answer.equals(Optional.empty()))
                .toList();
    }
}
