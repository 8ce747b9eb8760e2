package org.carnetcrm.sample.company;

import static org.carnetcrm.sample.company.SampleCompany.CAMILLE;
import static org.carnetcrm.sample.company.SampleCompany.ELODIE;
import static org.carnetcrm.sample.company.SampleCompany.JAN;
import static org.carnetcrm.sample.company.SampleCompany.MONDAY;
import static org.carnetcrm.sample.company.SampleCompany.ZONE;
import static org.carnetcrm.sample.company.Story.about;
import static org.carnetcrm.sample.company.Story.costOf;
import static org.carnetcrm.sample.company.Story.firstName;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.carnetcrm.Actions;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.sample.telling.Phrase;

/** What happens with actions: planned, done with what they cost and change, cancelled, and undone. */
final class ActionStories {

    private static final String OSTEND = "Ostend Marine";
    private static final String VISIT = "sample:visit-ostend";

    private final Story story;
    private final SampleCompany company;

    ActionStories(Story story) {
        this.story = story;
        this.company = story.company();
    }

    /** A visit for tomorrow morning: two people, a product that the host knows the cost of, and what is to come of it. */
    void plansVisit() {
        Desk jan = company.desk(JAN);
        Action visit = jan.actions()
                .plan(ActionDraft.with(company.relation(OSTEND))
                        .opportunity(Story.deal(jan, "D-03").id())
                        .type("VISIT")
                        .at(MONDAY.plusDays(1), LocalTime.of(10, 0), LocalTime.of(12, 30), ZONE)
                        .participants(List.of(company.person(CAMILLE)))
                        .subject("Signing on the quay")
                        .newStatus("CUSTOMER")
                        .cost(CostDraft.ofProduct("DEMO-KIT").quantity("2"))
                        .hostReference(VISIT));
        Cost kit = visit.costs().get(0);
        story.tell(about("week.plansVisit", JAN, visit)
                .with("relation", OSTEND)
                .with("other", firstName(CAMILLE))
                .with("quantity", kit.plainQuantity())
                .with("product", "DEMO-KIT")
                .with("price", kit.price().times(BigDecimal.ONE))
                .with("amount", kit.amount()));
    }

    void completesVisit() {
        Desk jan = company.desk(JAN);
        Action planned = jan.actions().findByReference(VISIT).orElseThrow();
        Action done = jan.actions()
                .complete(
                        planned.id(),
                        planned.version(),
                        ActionDraft.from(planned)
                                .note("They sign today.")
                                .cost(CostDraft.of("Lunch").quantity("3").price("24.50")));
        story.tell(about("week.completesVisit", JAN, done)
                .with("lunch", done.costs().get(1).amount())
                .with("total", costOf(done)));
        story.tell(Phrase.of("week.customer").with("relation", OSTEND));
        story.history(jan, done.relation());
    }

    void cancelsCall() {
        Actions actions = company.desk(JAN).actions();
        Action call = planned(actions, "Brouwerij De Linde");
        actions.cancel(call.id(), call.version());
        story.tell(about("week.cancels", JAN, call).with("amount", costOf(call)));
    }

    void undoesMistake() {
        Desk desk = company.desk(ELODIE);
        Action visit = planned(desk.actions(), "Vignobles Castel-Moulin");
        Action done = desk.actions().complete(visit.id(), visit.version());
        desk.actions().undo(done.id(), done.version());
        story.tell(about("week.undoes", ELODIE, visit).with("relation", "Vignobles Castel-Moulin"));
        story.history(desk, visit.relation());
    }

    private Action planned(Actions actions, String relation) {
        ActionFilter filter =
                ActionFilter.all().relation(company.relation(relation)).progress(Progress.PLANNED);
        return actions.find(actions.list(filter, ActionOrder.EARLIEST, PageRequest.first(1))
                        .rows()
                        .get(0)
                        .id())
                .orElseThrow();
    }
}
