package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * The lists and sums of deals. A view of the past asks the revisions what the present is asked of the deals: both have
 * the same columns, and one flat condition finds the revision of each deal that was in effect.
 */
final class OpportunityQueries {

    private static final String RELATION =
            " left join CrmRelation r on r.key.tenant = o.key.tenant and r.key.id = o.deal.relation";
    private static final String MANAGER =
            " left join CrmRepresentative m on m.key.tenant = o.key.tenant and m.key.id = o.deal.manager";

    private final EntityManager em;

    OpportunityQueries(EntityManager em) {
        this.em = em;
    }

    Page<OpportunityRow> list(TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        String list = "opportunities|" + tenant + "|" + order + "|" + filter;
        String date = date(order);
        Question question = about(tenant, filter, "", RELATION + MANAGER)
                .select("o.key.id", filter.asOf() == null ? "o.version" : "o.key.number", "o.deal.subject")
                .select("o.deal.relation", "r.name", "o.deal.manager", "m.name", "o.deal.stage", "o.deal.stageSince")
                .select("o.deal.standing", "o.deal.value", "o.deal.purchaseCosts", "o.deal.currency")
                .select("o.deal.probability", "o.deal.total", "o.deal.signedTotal")
                .select("o.deal.start", "o.deal.expectedClosing", "o.deal.closedOn", "o.deal.hostReference")
                .and(date + " is not null")
                .orderBy(date + (order.isLatestFirst() ? " desc" : ""), "o.key.id")
                .atMost(request.size() + 1);
        int sign = order.isLatestFirst() ? -1 : 1;
        Keyset<LocalDate> after = Keyset.of(request, list, text -> Question.day(sign * Long.parseLong(text)));
        if (after != null && order.isLatestFirst()) {
            question.earlier(date, after.sort(), "o.key.id", after.id());
        } else if (after != null) {
            question.later(date, after.sort(), "o.key.id", after.id());
        }
        List<OpportunityRow> rows =
                question.ask().stream().map(OpportunityQueries::row).toList();
        return Keyset.page(
                rows,
                request,
                list,
                row -> new Keyset<>(
                        sign * Convert.known(date(order, row)).toEpochDay(),
                        row.id().value()));
    }

    List<OpportunitySummary> summarise(
            TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions) {
        Set<OpportunityDimension> asked = EnumSet.of(OpportunityDimension.CURRENCY);
        asked.addAll(dimensions);
        Question question = about(tenant, filter, "", joins(filter, asked));
        Summary<OpportunityDimension> summary = Summary.by(asked, OpportunityTexts::columns, question);
        question.select("count(*)", "count(o.deal.value)", "sum(o.deal.value)")
                .select("sum(case when o.deal.value is not null then o.deal.purchaseCosts end)")
                .select("sum(o.deal.purchaseCosts)", "sum(o.deal.total)", "sum(o.deal.signedTotal)")
                .select("sum(case when o.deal.standing = org.carnetcrm.opportunity.StandingKind.WON"
                        + " and o.deal.signedTotal is null then 1 else 0 end)")
                .select("sum(o.deal.daysToClosing)");
        return summary.rows(
                OpportunityTexts::read, (key, columns) -> new OpportunitySummary(key, measures(key, columns)));
    }

    /** The stays that ended are told by the revisions that ended them, the others by the deals as they are. */
    List<StageTime> stageTimes(TenantId tenant, OpportunityFilter filter, LocalDate today) {
        AsOf view = filter.asOf();
        LocalDate until = view == null || view.date().isAfter(today) ? today : view.date();
        Map<String, StageTime> times = new TreeMap<>();
        Question ended = about(
                        tenant,
                        filter,
                        " join CrmOpportunityRevision v on v.key.tenant = o.key.tenant and v.key.id = o.key.id"
                                + (view == null ? "" : " and v.key.number <= o.key.number"),
                        joins(filter, Set.of()))
                .and("v.daysInStage is not null")
                .select("v.previousStage", "count(*)", "sum(v.daysInStage)")
                .groupBy(List.of("v.previousStage"));
        for (Columns columns : ended.ask()) {
            add(times, new StageTime(columns.text(), columns.number(), columns.sum(), 0, 0));
        }
        Question running = about(tenant, filter, "", joins(filter, Set.of()))
                .equal("o.deal.standing", StandingKind.IN_PROGRESS)
                .select("o.deal.stage", "o.deal.stageSince", "count(*)")
                .groupBy(List.of("o.deal.stage", "o.deal.stageSince"));
        for (Columns columns : running.ask()) {
            String stage = columns.text();
            long days = Math.max(0, ChronoUnit.DAYS.between(columns.date(), until));
            long count = columns.number();
            add(times, new StageTime(stage, 0, 0, count, count * days));
        }
        return List.copyOf(times.values());
    }

    List<OpportunityRevision> revisions(TenantId tenant, OpportunityId deal) {
        return new Question(em, "CrmOpportunityRevision o", "o.key.tenant", tenant)
                .select("o")
                .equal("o.key.id", deal.value())
                .orderBy("o.key.number")
                .read(StoredRevision.class, StoredRevision::value);
    }

    List<OpportunityLink> links(TenantId tenant, OpportunityId deal) {
        return new Question(em, "CrmOpportunityLink l", "l.key.tenant", tenant)
                .select("l")
                .equal("l.opportunity", deal.value())
                .orderBy("l.key.id")
                .read(StoredLink.class, StoredLink::value);
    }

    private Question about(TenantId tenant, OpportunityFilter filter, String first, String joins) {
        AsOf view = filter.asOf();
        String entity = view == null ? "CrmOpportunity o" : "CrmOpportunityRevision o";
        Question question = new Question(em, entity + first + joins, "o.key.tenant", tenant)
                .before("o.deal.start", filter.startedBefore())
                .before("o.deal.expectedClosing", filter.expectedBefore());
        if (view != null) {
            inEffect(question, view);
        }
        filter.among()
                .forEach((dimension, texts) -> question.and(OpportunityTexts.condition(question, dimension, texts)));
        return question;
    }

    /** The revision of a deal that was in effect on a date, as it was known at an instant. */
    private static void inEffect(Question question, AsOf view) {
        Instant known = Question.within(view.knownAt());
        if (known.isAfter(view.knownAt())) {
            question.nothing();
        }
        String at = question.bind(known);
        String on = question.bind(Question.within(view.date()));
        question.notAfter("o.deal.effectiveOn", view.date())
                .and("o.deal.recordedAt <= " + at)
                .and("(o.nextRecordedAt is null or o.nextRecordedAt > " + at + " or o.nextEffectiveOn > " + on + ")")
                .and("(o.discardedAt is null or o.discardedAt > " + at + ")");
    }

    /** Joins only what the conditions and the groups look at. */
    private static String joins(OpportunityFilter filter, Set<OpportunityDimension> asked) {
        Set<OpportunityDimension> all = EnumSet.noneOf(OpportunityDimension.class);
        all.addAll(asked);
        all.addAll(filter.among().keySet());
        return (all.stream().anyMatch(OpportunityTexts::isOfRelation) ? RELATION : "")
                + (all.stream().anyMatch(OpportunityTexts::isOfManager) ? MANAGER : "");
    }

    private static Measures measures(Map<OpportunityDimension, String> key, Columns columns) {
        String currency = Convert.known(key.get(OpportunityDimension.CURRENCY));
        long count = columns.number();
        long withValue = columns.number();
        var value = columns.sum(currency);
        var costs = columns.sum(currency);
        var allCosts = columns.sum(currency);
        return new Measures(
                count,
                count - withValue,
                value,
                costs,
                allCosts.minus(costs),
                columns.sum(currency),
                columns.sum(currency),
                columns.sum(),
                columns.sum());
    }

    private static void add(Map<String, StageTime> times, StageTime more) {
        times.merge(
                more.stage(),
                more,
                (one, other) -> new StageTime(
                        one.stage(),
                        one.ended() + other.ended(),
                        one.days() + other.days(),
                        one.running() + other.running(),
                        one.runningDays() + other.runningDays()));
    }

    private static String date(OpportunityOrder order) {
        return switch (order) {
            case NEWEST -> "o.deal.start";
            case EXPECTED_CLOSING -> "o.deal.expectedClosing";
            case LAST_CLOSED -> "o.deal.closedOn";
        };
    }

    private static @Nullable LocalDate date(OpportunityOrder order, OpportunityRow row) {
        return switch (order) {
            case NEWEST -> row.start();
            case EXPECTED_CLOSING -> row.expectedClosing();
            case LAST_CLOSED -> row.closedOn();
        };
    }

    private static OpportunityRow row(Columns columns) {
        OpportunityId id = columns.id(OpportunityId::new);
        int version = (int) columns.number();
        String subject = columns.text();
        RelationId relation = columns.id(RelationId::new);
        String relationName = columns.text();
        RepresentativeId manager = columns.id(RepresentativeId::new);
        String managerName = columns.text();
        String stage = columns.text();
        LocalDate stageSince = columns.date();
        StandingKind standing = columns.get(StandingKind.class);
        BigDecimal value = columns.find(BigDecimal.class);
        BigDecimal purchaseCosts = columns.get(BigDecimal.class);
        String currency = columns.text();
        Probability open = new Probability(columns.get(BigDecimal.class));
        return new OpportunityRow(
                id,
                version,
                subject,
                relation,
                relationName,
                manager,
                managerName,
                stage,
                stageSince,
                standing,
                Convert.money(value, currency),
                Convert.known(Convert.money(purchaseCosts, currency)),
                standing.probability(open),
                Convert.money(columns.find(BigDecimal.class), currency),
                Convert.money(columns.find(BigDecimal.class), currency),
                columns.date(),
                columns.findDate(),
                columns.findDate(),
                columns.findText());
    }
}
