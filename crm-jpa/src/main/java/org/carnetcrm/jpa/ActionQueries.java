package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;

/** The lists and sums of actions and their cost lines. */
final class ActionQueries {

    private static final String NAMES =
            " left join CrmRelation r on r.key.tenant = a.key.tenant and r.key.id = a.relation"
                    + " left join CrmRepresentative p on p.key.tenant = a.key.tenant and p.key.id = a.representative";

    private final EntityManager em;

    ActionQueries(EntityManager em) {
        this.em = em;
    }

    Page<ActionRow> list(TenantId tenant, ActionFilter filter, ActionOrder order, PageRequest request) {
        String list = "actions|" + tenant + "|" + order + "|" + filter;
        boolean attended = filter.attendee() != null;
        Question question = about(tenant, filter, NAMES)
                .select("a.key.id", "a.version", "a.type", "a.subject", "a.status", "a.progress", "a.firstDay")
                .select("a.lastDay", "a.startAt", "a.endAt", "a.zone", "a.doneOn", "a.relation", "r.name")
                .select("a.representative", "p.name", "a.opportunity", "a.hostReference")
                .atMost(request.size() + 1);
        List<String> ofLines = new ArrayList<>();
        filter.among().forEach((dimension, texts) -> {
            if (dimension.isOfLines()) {
                ofLines.add(ActionTexts.condition(question, dimension, texts));
            }
        });
        if (!ofLines.isEmpty()) {
            question.and("exists (select 1 from a.costs c where " + String.join(" and ", ofLines) + ")");
        }
        // The day of the attendee is that of the action, and stands in the index of attendees.
        String day = attended ? "t.firstDay" : "a.firstDay";
        Keyset<LocalDate> after = Keyset.of(request, list, text -> Question.day(Long.parseLong(text)));
        if (order == ActionOrder.EARLIEST) {
            question.orderBy(day, "a.key.id");
            if (after != null) {
                question.later(day, after.sort(), "a.key.id", after.id());
            }
        } else {
            question.orderBy(day + " desc", "a.key.id desc");
            if (after != null) {
                String bound = question.bind(after.sort());
                question.and(day + " <= " + bound)
                        .and("(" + day + " < " + bound + " or a.key.id < " + question.bind(after.id()) + ")");
            }
        }
        List<ActionRow> rows = question.ask().stream().map(ActionQueries::row).toList();
        return Keyset.page(
                rows,
                request,
                list,
                row -> new Keyset<>(
                        row.schedule().first().toEpochDay(), row.id().value()));
    }

    List<ActionSummary> count(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        Question question = about(tenant, filter, "");
        List<String> ofLines = filter.among().entrySet().stream()
                .filter(condition -> condition.getKey().isOfLines())
                .map(condition -> ActionTexts.condition(question, condition.getKey(), condition.getValue()))
                .toList();
        if (!ofLines.isEmpty()) {
            question.and("exists (select 1 from a.costs c where " + String.join(" and ", ofLines) + ")");
        }
        Summary<ActionDimension> summary = Summary.by(dimensions, ActionTexts::columns, question);
        question.select("count(*)");
        // Without a dimension there is a row even of no action.
        return summary.rows(ActionTexts::read, (key, columns) -> new ActionSummary(key, columns.number())).stream()
                .filter(row -> row.count() > 0)
                .toList();
    }

    List<CostSummary> sumCosts(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        Set<ActionDimension> asked = EnumSet.of(ActionDimension.CURRENCY);
        asked.addAll(dimensions);
        Question question = about(tenant, filter, " join a.costs c");
        filter.among().forEach((dimension, texts) -> {
            if (dimension.isOfLines()) {
                question.and(ActionTexts.condition(question, dimension, texts));
            }
        });
        Summary<ActionDimension> summary = Summary.by(asked, ActionTexts::columns, question);
        question.select("count(*)", "sum(c.amount)");
        return summary.rows(
                ActionTexts::read,
                (key, columns) -> new CostSummary(
                        key, columns.number(), columns.sum(Convert.known(key.get(ActionDimension.CURRENCY)))));
    }

    private Question about(TenantId tenant, ActionFilter filter, String joins) {
        boolean attended = filter.attendee() != null;
        Question question = new Question(
                em, "CrmAction a" + (attended ? " join a.attendees t" : "") + joins, "a.key.tenant", tenant);
        if (attended) {
            question.equal("t.representative", Convert.uuid(filter.attendee()));
        }
        filter.among().forEach((dimension, texts) -> {
            if (!dimension.isOfLines()) {
                question.and(ActionTexts.condition(question, dimension, texts));
            }
        });
        String day = attended ? "t.firstDay" : "a.firstDay";
        question.notBefore(day, filter.from()).notAfter(day, filter.to());
        ActionFilter.Overdue overdue = filter.overdue();
        if (overdue != null) {
            Instant midnight =
                    Question.within(overdue.today().atStartOfDay(overdue.zone()).toInstant());
            String bound = question.bind(midnight);
            // For the index: what is over began before, and no two zones are more than two days apart.
            question.notAfter(day, Question.within(overdue.today()).plusDays(2));
            question.and("((a.startAt is null and a.lastDay < " + question.bind(overdue.today()) + ") or (a.startAt < "
                    + bound + " and a.endAt <= " + bound + "))");
        }
        return question;
    }

    private static ActionRow row(Columns columns) {
        return new ActionRow(
                columns.id(ActionId::new),
                (int) columns.number(),
                columns.text(),
                columns.findText(),
                columns.text(),
                columns.get(Progress.class),
                schedule(columns),
                columns.findDate(),
                columns.id(RelationId::new),
                columns.text(),
                columns.id(RepresentativeId::new),
                columns.text(),
                columns.findId(OpportunityId::new),
                columns.findText());
    }

    static Schedule schedule(Columns columns) {
        return StoredAction.schedule(
                columns.date(), columns.date(), columns.findInstant(), columns.findInstant(), columns.findText());
    }
}
