package org.carnetcrm.benchmarks.jdbc;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;

/** Does the jobs through the public API, a unit of work each. */
final class ThroughJpa implements Side {

    private final Filled filled;
    private final Jobs jobs;
    /** The requests of far pages, by whose page it is. */
    private final Map<Object, PageRequest> far = new HashMap<>();

    /** The forms of the deals to change, read beforehand as a host shows them. */
    private final Map<Integer, OpportunityDraft> forms = new HashMap<>();

    ThroughJpa(Filled filled, Jobs jobs) {
        this.filled = filled;
        this.jobs = jobs;
    }

    @Override
    public List<?> plan(int turn) {
        ActionDraft draft = ActionDraft.with(new RelationId(jobs.relation(turn)))
                .type("VISIT")
                .subject("Planned " + turn)
                .note("What to speak about, " + turn)
                .on(Filled.TODAY.plusDays(turn % 100))
                .cost(CostDraft.of("Train").price("31.50"))
                .cost(CostDraft.of("Lunch").quantity("2").price("17.25"))
                .cost(CostDraft.of("Parking").price("9"));
        Action planned = at(desk -> desk.actions().plan(draft));
        return List.of(planned.version(), planned.costs().size());
    }

    @Override
    public List<?> complete(int turn) {
        Action done = at(desk -> desk.actions().complete(new ActionId(jobs.planned(turn, 0)), 1));
        return List.of(done.version(), done.state().status());
    }

    @Override
    public List<?> action(int turn) {
        return at(desk -> desk.actions().find(new ActionId(jobs.action(turn)))).stream()
                .toList();
    }

    /** Reads the deals that some turns change. */
    void readForms(int first, int end) {
        for (int turn = first; turn < end; turn++) {
            OpportunityId id = new OpportunityId(jobs.deal(turn, 0));
            OpportunityDraft form = OpportunityDraft.from(
                    at(desk -> desk.opportunities().find(id)).orElseThrow());
            forms.put(turn, form.value(Integer.toString(100_000 + turn)));
        }
    }

    @Override
    public List<?> change(int turn) {
        OpportunityDraft form = forms.get(turn);
        if (form == null) {
            throw new IllegalStateException("the form of turn " + turn + " was not read");
        }
        return List.of(at(desk -> desk.opportunities().change(new OpportunityId(jobs.deal(turn, 0)), 2, form))
                .version());
    }

    @Override
    public List<?> open(int turn) {
        List<OpportunityDraft> drafts = new ArrayList<>(LIST);
        for (int i = 0; i < LIST; i++) {
            drafts.add(OpportunityDraft.about(new RelationId(jobs.relationOfOpened(turn * LIST + i)))
                    .subject("Deal " + i)
                    .text("What the customer wants, " + i)
                    .value(Integer.toString(10_000 + i))
                    .purchaseCosts("2000")
                    .start(Filled.TODAY)
                    .expectedClosing(Filled.TODAY.plusDays(90)));
        }
        List<Opportunity> opened = filled.within(em -> filled.crm
                .over(em)
                .actingAs(Actor.system(Filled.OPENED).in(ZoneOffset.UTC))
                .opportunities()
                .openAll(drafts));
        return List.of(opened.size());
    }

    @Override
    public List<?> timeline(int turn, boolean isFar) {
        RelationId relation = new RelationId(jobs.relation(turn));
        return rows(isFar, relation, (desk, request) -> desk.timeline().of(relation, request));
    }

    @Override
    public List<?> mine(int turn, boolean isFar) {
        OpportunityFilter filter = OpportunityFilter.all().managedBy(new RepresentativeId(jobs.representative(turn)));
        return rows(
                isFar, filter, (desk, request) -> desk.opportunities().list(filter, OpportunityOrder.NEWEST, request));
    }

    @Override
    public List<?> due(int turn, boolean isFar) {
        return rows(
                isFar,
                "due",
                (desk, request) -> desk.followUps().due(desk.followUps().due(), request));
    }

    @Override
    public List<?> stages() {
        return report(OpportunityFilter.open(), OpportunityDimension.STAGE);
    }

    @Override
    public List<?> levels() {
        return report(OpportunityFilter.open(), OpportunityDimension.SUCCESS_LEVEL);
    }

    @Override
    public List<?> managers() {
        return report(OpportunityFilter.open(), OpportunityDimension.MANAGER);
    }

    @Override
    public List<?> stagesAsOf() {
        return report(OpportunityFilter.open().asOf(new AsOf(Jobs.PAST, Filled.NOW)), OpportunityDimension.STAGE);
    }

    private List<OpportunitySummary> report(OpportunityFilter filter, OpportunityDimension dimension) {
        return at(desk -> desk.opportunities().summarise(filter, dimension));
    }

    private <R> List<R> rows(boolean isFar, Object whose, BiFunction<Desk, PageRequest, Page<R>> list) {
        PageRequest request = PageRequest.first(PAGE);
        if (isFar) {
            PageRequest known = far.get(whose);
            if (known == null) {
                for (int i = 0; i < Jobs.FAR; i++) {
                    int before = i;
                    PageRequest present = request;
                    request = at(desk -> list.apply(desk, present))
                            .next(present)
                            .orElseThrow(() -> new IllegalStateException(
                                    "no page after " + before + " of " + whose + " in " + filled.scale));
                }
                far.put(whose, request);
            } else {
                request = known;
            }
        }
        PageRequest asked = request;
        return at(desk -> list.apply(desk, asked)).rows();
    }

    private <T> T at(Function<Desk, T> work) {
        UUID me = jobs.representative(0);
        return filled.within(em -> work.apply(filled.crm
                .over(em)
                .actingAs(Actor.of(Filled.TENANT, new RepresentativeId(me)).in(ZoneOffset.UTC))));
    }
}
