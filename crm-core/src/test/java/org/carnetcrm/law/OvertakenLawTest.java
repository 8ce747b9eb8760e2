package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.jqwik.api.Example;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.carnetcrm.testkit.CrmAnswers;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;

/** A command that another one overtakes, after whichever of its reads, leaves what the two leave one after the other. */
class OvertakenLawTest {

    private static final Map<String, BiConsumer<Office, Desk>> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, BiConsumer<Office, Desk>> OVERTAKERS = new LinkedHashMap<>();
    /** Commands about what was listed before it was read, or belongs to what others may take away. */
    private static final Map<String, BiConsumer<Office, Desk>> LISTERS = new LinkedHashMap<>();
    /** What takes things out of the lists that those commands read. */
    private static final Map<String, BiConsumer<Office, Desk>> TAKERS = new LinkedHashMap<>();

    static {
        COMMANDS.put("undo", (office, desk) -> desk.actions().undo(office.done.id(), 1));
        COMMANDS.put("complete", (office, desk) -> desk.actions().complete(office.planned.id(), 1));
        COMMANDS.put("cancel", (office, desk) -> desk.actions().cancel(office.planned.id(), 1));
        COMMANDS.put("discard an action", (office, desk) -> desk.actions().discard(office.done.id(), 1));
        COMMANDS.put(
                "change what an action gives",
                (office, desk) -> desk.actions()
                        .change(
                                office.done.id(),
                                1,
                                ActionDraft.from(office.done)
                                        .newStatus("FORMER")
                                        .newPriority("LOW")));
        COMMANDS.put(
                "change a relation",
                (office, desk) -> desk.relations()
                        .change(
                                office.relation.id(),
                                office.relation.version(),
                                RelationDraft.from(office.relation).status("OTHER")));
        COMMANDS.put(
                "correct",
                (office, desk) -> desk.relations()
                        .correct(office.relation.id(), office.relation.version(), 1, "OTHER", office.bench.today()));
        COMMANDS.put(
                "change a follow-up",
                (office, desk) -> desk.followUps()
                        .change(
                                office.second.id(),
                                1,
                                FollowUpDraft.from(office.second)
                                        .date(office.yesterday())
                                        .nextOn(null)));
        COMMANDS.put("discard a follow-up", (office, desk) -> desk.followUps().discard(office.second.id(), 1));
        COMMANDS.put("close a document", (office, desk) -> desk.documents().close(office.order.id(), 3, null));
        COMMANDS.put("win", (office, desk) -> desk.opportunities().close(office.deal.id(), 1, ClosingDraft.won()));
        COMMANDS.put("discard a deal", (office, desk) -> desk.opportunities().discard(office.deal.id(), 1, null));
        COMMANDS.put("complete a note", (office, desk) -> desk.notes().complete(office.note.id(), 1));
        COMMANDS.put(
                "hand over",
                (office, desk) ->
                        desk.representatives().reassign(Reassignment.of(office.bench.lea(), office.max.id())));

        LISTERS.put("hand over", COMMANDS.get("hand over"));
        LISTERS.put("discard a deal", COMMANDS.get("discard a deal"));
        LISTERS.put(
                "assign with open deals",
                (office, desk) -> desk.relations()
                        .assignWithOpenDeals(office.relation.id(), office.relation.version(), office.max.id()));

        OVERTAKERS.put(
                "status",
                (office, desk) -> desk.relations()
                        .change(
                                office.relation.id(),
                                office.relation.version(),
                                RelationDraft.from(office.relation).status("FORMER")));
        OVERTAKERS.put(
                "priority",
                (office, desk) -> desk.relations()
                        .change(
                                office.relation.id(),
                                office.relation.version(),
                                RelationDraft.from(office.relation).priority("LOW")));
        OVERTAKERS.put("other action", (office, desk) -> desk.actions().complete(office.other.id(), 1));
        OVERTAKERS.put(
                "same action",
                (office, desk) -> desk.actions()
                        .change(
                                office.done.id(),
                                1,
                                ActionDraft.from(office.done).note("more")));
        OVERTAKERS.put(
                "first follow-up",
                (office, desk) -> desk.followUps()
                        .change(
                                office.first.id(),
                                1,
                                FollowUpDraft.from(office.first)
                                        .date(office.bench.today())
                                        .nextOn(null)));
        OVERTAKERS.put("discard", (office, desk) -> desk.followUps().discard(office.second.id(), 1));
        OVERTAKERS.put(
                "one more",
                (office, desk) -> desk.followUps()
                        .record(FollowUpDraft.about(office.order.id()).by(office.max.id())));
        OVERTAKERS.put("deal", (office, desk) -> desk.opportunities().moveTo(office.deal.id(), 1, "PROPOSAL"));

        TAKERS.put(
                "lost deal",
                (office, desk) -> desk.opportunities().close(office.deal.id(), 1, ClosingDraft.lost("PRICE")));
        TAKERS.put(
                "deal of another",
                (office, desk) -> desk.opportunities().reassign(office.deal.id(), 1, office.tim.id()));
        TAKERS.put("no deal", (office, desk) -> desk.opportunities().discard(office.deal.id(), 1, null));
        TAKERS.put(
                "link",
                (office, desk) -> desk.opportunities().link(office.deal.id(), OpportunityLink.Target.PROJECT, "P-1"));
        TAKERS.put("cancelled", (office, desk) -> desk.actions().cancel(office.planned.id(), 1));
        TAKERS.put(
                "action of another",
                (office, desk) -> desk.actions()
                        .change(
                                office.planned.id(),
                                1,
                                ActionDraft.from(office.planned).representative(office.tim.id())));
        TAKERS.put("no action", (office, desk) -> desk.actions().discard(office.planned.id(), 1));
        TAKERS.put("done note", (office, desk) -> desk.notes().complete(office.note.id(), 1));
        TAKERS.put(
                "note of another",
                (office, desk) -> desk.notes()
                        .change(office.note.id(), 1, NoteDraft.from(office.note).assignee(office.tim.id())));
        TAKERS.put(
                "relation of another",
                (office, desk) -> desk.relations()
                        .change(
                                office.relation.id(),
                                office.relation.version(),
                                RelationDraft.from(office.relation).accountManager(office.tim.id())));
    }

    /** A relation with two deeds to come and one done, an order that was chased twice, a deal and a note. */
    private static final class Office {

        private final Workbench bench;
        private final Representative max;
        private final Representative tim;
        private final Relation relation;
        private final Action planned;
        private final Action other;
        private final Action done;
        private final BusinessDocument order;
        private final FollowUp first;
        private final FollowUp second;
        private final Opportunity deal;
        private final Note note;
        private int reads = -1;
        private Runnable overtaker = () -> {};

        private Office() {
            bench = Workbench.over(watched(new InMemoryStore()));
            new CrmPlayer(bench);
            Desk desk = bench.desk();
            max = desk.representatives().findByReference("user-max").orElseThrow();
            tim = desk.representatives().ensure("user-tim", "Tim");
            Relation acme = desk.relations().add(RelationDraft.company("Acme").accountManager(bench.lea()));
            ActionDraft visit =
                    ActionDraft.with(acme.id()).cost(CostDraft.of("Lunch").price("9.99"));
            planned = desk.actions().plan(visit.newStatus("CUSTOMER"));
            other = desk.actions().plan(visit.newStatus("FORMER").newPriority("NORMAL"));
            done = desk.actions().record(visit.newPriority("HIGH"));
            relation = desk.relations().find(acme.id()).orElseThrow();
            order = desk.documents().add(DocumentDraft.order("SO-1", acme.id()));
            FollowUpDraft chase =
                    FollowUpDraft.about(order.id()).nextOn(bench.today().plusDays(3));
            first = desk.followUps().record(chase.date(yesterday().minusDays(1)));
            second = desk.followUps().record(chase);
            deal = desk.opportunities()
                    .open(OpportunityDraft.about(acme.id()).subject("Deal").value("10"));
            note = desk.notes().add(NoteDraft.about(acme.id()));
        }

        private LocalDate yesterday() {
            return bench.today().minusDays(1);
        }

        private CrmStore watched(CrmStore store) {
            return (CrmStore) Proxy.newProxyInstance(
                    CrmStore.class.getClassLoader(), new Class<?>[] {CrmStore.class}, (proxy, method, arguments) -> {
                        try {
                            Object answer = method.invoke(store, arguments);
                            boolean read = !method.getName().equals("apply");
                            if (read && reads > 0 && --reads == 0) {
                                overtaker.run();
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        /** Runs a command, overtaken after some of its reads; tells whether it came to that. */
        private boolean overtaken(BiConsumer<Office, Desk> command, BiConsumer<Office, Desk> by, int after) {
            overtaker = () -> by.accept(this, bench.system());
            reads = after;
            run(command);
            return reads == 0;
        }

        private void run(BiConsumer<Office, Desk> command) {
            try {
                command.accept(this, bench.system());
            } catch (CrmException refused) {
                // What is refused leaves nothing, which the comparison shows.
            }
        }

        private List<Object> answers() {
            reads = -1;
            return CrmAnswers.to(bench, Actor.system("acme"), bench.ids());
        }
    }

    @Example
    void a_command_that_is_overtaken_after_any_read_leaves_what_the_two_leave_in_turn() {
        eachOvertaken(COMMANDS, OVERTAKERS);
    }

    @Example
    void a_command_about_what_it_listed_leaves_alone_what_was_taken_out_of_the_list_meanwhile() {
        eachOvertaken(LISTERS, TAKERS);
    }

    @Example
    void a_link_to_a_deal_that_is_discarded_meanwhile_is_refused() {
        eachOvertaken(
                Map.of(
                        "link",
                        (office, desk) ->
                                desk.opportunities().link(office.deal.id(), OpportunityLink.Target.PROJECT, "P-2")),
                Map.of("no deal", TAKERS.get("no deal")));
    }

    private static void eachOvertaken(
            Map<String, BiConsumer<Office, Desk>> commands, Map<String, BiConsumer<Office, Desk>> overtakers) {
        int cases = 0;
        List<String> wrong = new ArrayList<>();
        for (var command : commands.entrySet()) {
            for (var by : overtakers.entrySet()) {
                Office inTurn = new Office();
                by.getValue().accept(inTurn, inTurn.bench.system());
                inTurn.run(command.getValue());
                List<Object> expected = inTurn.answers();
                int after = 1;
                Office office = new Office();
                while (office.overtaken(command.getValue(), by.getValue(), after)) {
                    if (!office.answers().equals(expected)) {
                        wrong.add(command.getKey() + " overtaken by " + by.getKey() + " after read " + after);
                    }
                    after++;
                    cases++;
                    office = new Office();
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThanOrEqualTo(commands.size() * overtakers.size() * 2);
    }
}
