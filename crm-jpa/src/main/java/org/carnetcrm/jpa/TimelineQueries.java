package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.store.Place;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;
import org.carnetcrm.timeline.TimelineKind;
import org.jspecify.annotations.Nullable;

/**
 * The timelines: of each table that is read, as many rows as the page holds and one more, from which the page is merged.
 * Each read is answered from an index of its table in the order of the timeline.
 */
final class TimelineQueries {

    /** Which columns place an entry among those of its kind. */
    private record Placed(String day, String recordedAt, String last) {}

    private final EntityManager em;
    private final boolean prospecting;

    TimelineQueries(EntityManager em, boolean prospecting) {
        this.em = em;
        this.prospecting = prospecting;
    }

    Page<TimelineEntry> list(TenantId tenant, TimelineFilter filter, PageRequest request) {
        // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
        String list = "timeline|" + tenant + "|" + filter.withAdminOnly(false);
        Keyset<Place> after = Keyset.of(request, list, TimelineQueries::parse);
        List<TimelineEntry> entries = new ArrayList<>();
        for (TimelineKind kind : filter.kinds()) {
            if (isThere(kind, filter)) {
                entries.addAll(ask(tenant, kind, filter, after, request.size() + 1));
            }
        }
        entries.sort(TimelineEntry.ORDER);
        return Keyset.page(entries, request, list, TimelineQueries::place);
    }

    /** A deal has neither a status nor documents of its own, and a host may have no deals. */
    private boolean isThere(TimelineKind kind, TimelineFilter filter) {
        boolean ofDeal = filter.subject().kind() == ItemKind.OPPORTUNITY;
        return switch (kind) {
            case ACTION, NOTE -> true;
            case FOLLOW_UP, STATUS, PRIORITY, DOCUMENT -> !ofDeal;
            case OPPORTUNITY, CLOSING -> prospecting;
        };
    }

    private List<TimelineEntry> ask(
            TenantId tenant, TimelineKind kind, TimelineFilter filter, @Nullable Keyset<Place> after, int most) {
        return switch (kind) {
            case ACTION ->
                ask(
                        actions(tenant, filter),
                        new Placed("e.firstDay", "e.recordedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::action);
            case NOTE ->
                ask(
                        notes(tenant, filter),
                        new Placed("e.date", "e.recordedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::note);
            case FOLLOW_UP ->
                ask(
                        followUps(tenant, filter),
                        new Placed("e.date", "e.recordedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::followUp);
            case STATUS, PRIORITY ->
                ask(
                        changes(tenant, kind, filter),
                        new Placed("e.effectiveOn", "e.recordedAt", "e.key.number"),
                        kind,
                        after,
                        most,
                        columns -> change(columns, kind, filter));
            case OPPORTUNITY ->
                ask(
                        deals(tenant, filter)
                                .select("e.deal.start", "e.deal.openedAt", "e.key.id", "e.deal.stage")
                                .select("e.deal.subject", "e.deal.manager", "e.deal.value", "e.deal.currency"),
                        new Placed("e.deal.start", "e.deal.openedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::start);
            case CLOSING ->
                ask(
                        deals(tenant, filter)
                                .and("e.deal.closedOn is not null")
                                .select("e.deal.closedOn", "e.deal.openedAt", "e.key.id", "e.deal.standing")
                                .select("e.deal.subject", "e.deal.manager", "e.deal.signedTotal", "e.deal.currency"),
                        new Placed("e.deal.closedOn", "e.deal.openedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::closing);
            case DOCUMENT ->
                ask(
                        documents(tenant, filter),
                        new Placed("e.date", "e.recordedAt", "e.key.id"),
                        kind,
                        after,
                        most,
                        TimelineQueries::document);
        };
    }

    private static List<TimelineEntry> ask(
            Question question,
            Placed placed,
            TimelineKind kind,
            @Nullable Keyset<Place> after,
            int most,
            Function<Columns, TimelineEntry> entry) {
        if (after != null) {
            goOn(question, placed, kind, after);
        }
        return question.orderBy(placed.day() + " desc", placed.recordedAt(), placed.last()).atMost(most).ask().stream()
                .map(entry)
                .toList();
    }

    /** Goes on after a row: of a later kind on its day too, of an earlier kind on earlier days only. */
    private static void goOn(Question question, Placed placed, TimelineKind kind, Keyset<Place> after) {
        Place place = after.sort();
        String day = question.bind(Question.day(-place.first()));
        if (kind.place() != place.second()) {
            question.and(placed.day() + (kind.place() < place.second() ? " < " : " <= ") + day);
            return;
        }
        String at = question.bind(Question.instant(place.third()));
        boolean numbered = kind == TimelineKind.STATUS || kind == TimelineKind.PRIORITY;
        String last = question.bind(numbered ? (Object) Math.toIntExact(place.fourth()) : after.id());
        question.and(placed.day() + " <= " + day)
                .and("(" + placed.day() + " < " + day + " or " + placed.recordedAt() + " > " + at + " or ("
                        + placed.recordedAt() + " = " + at + " and " + placed.last() + " > " + last + "))");
    }

    private static Place parse(String text) {
        Place place = Place.parse(text);
        Question.day(-place.first());
        Question.instant(place.third());
        Math.toIntExact(place.fourth());
        return place;
    }

    private static Keyset<Place> place(TimelineEntry entry) {
        Place place = new Place(
                -entry.day().toEpochDay(), entry.kind().place(), Place.micros(entry.recordedAt()), entry.number());
        return new Keyset<>(place, entry.item().value());
    }

    private Question about(TenantId tenant, String from, TimelineFilter filter) {
        boolean ofDeal = filter.subject().kind() == ItemKind.OPPORTUNITY;
        return new Question(em, from, "e.key.tenant", tenant)
                .equal(ofDeal ? "e.opportunity" : "e.relation", filter.subject().value());
    }

    private Question actions(TenantId tenant, TimelineFilter filter) {
        return about(tenant, "CrmAction e", filter)
                .select("e.firstDay", "e.recordedAt", "e.key.id", "e.type", "e.subject", "e.note", "e.progress")
                .select("e.representative", "e.opportunity");
    }

    private static TimelineEntry action(Columns columns) {
        return new TimelineEntry(
                columns.date(),
                TimelineKind.ACTION,
                columns.get(Instant.class),
                columns.id(ActionId::new),
                0,
                columns.text(),
                columns.findText(),
                columns.findText(),
                columns.get(Progress.class).name(),
                columns.id(RepresentativeId::new),
                columns.findId(OpportunityId::new),
                null,
                false);
    }

    private Question notes(TenantId tenant, TimelineFilter filter) {
        Question question = about(tenant, "CrmNote e", filter)
                .select("e.date", "e.recordedAt", "e.key.id", "e.type", "e.text", "e.done", "e.assignee")
                .select("e.opportunity", "e.adminOnly");
        return filter.adminOnlyToo() ? question : question.equal("e.adminOnly", false);
    }

    private static TimelineEntry note(Columns columns) {
        return new TimelineEntry(
                columns.date(),
                TimelineKind.NOTE,
                columns.get(Instant.class),
                columns.id(NoteId::new),
                0,
                columns.text(),
                null,
                columns.findText(),
                columns.flag() ? "DONE" : "REMINDER",
                columns.id(RepresentativeId::new),
                columns.findId(OpportunityId::new),
                null,
                columns.flag());
    }

    private Question followUps(TenantId tenant, TimelineFilter filter) {
        return about(
                        tenant,
                        "CrmFollowUp e left join CrmDocument d on d.key.tenant = e.key.tenant and d.key.id = e.document",
                        filter)
                .select("e.date", "e.recordedAt", "e.key.id", "e.channel", "d.number", "e.ordinal", "e.note", "e.by");
    }

    private static TimelineEntry followUp(Columns columns) {
        return new TimelineEntry(
                columns.date(),
                TimelineKind.FOLLOW_UP,
                columns.get(Instant.class),
                columns.id(FollowUpId::new),
                0,
                columns.findText(),
                columns.text() + "/" + columns.number(),
                columns.findText(),
                null,
                columns.id(RepresentativeId::new),
                null,
                null,
                false);
    }

    private Question changes(TenantId tenant, TimelineKind kind, TimelineFilter filter) {
        return new Question(em, "CrmRelationChange e", "e.key.tenant", tenant)
                .equal("e.key.id", filter.subject().value())
                .equal("e.aspect", kind == TimelineKind.STATUS ? Aspect.STATUS : Aspect.PRIORITY)
                .select("e.effectiveOn", "e.recordedAt", "e.key.number", "e.to", "e.from", "e.by");
    }

    private static TimelineEntry change(Columns columns, TimelineKind kind, TimelineFilter filter) {
        return new TimelineEntry(
                columns.date(),
                kind,
                columns.get(Instant.class),
                new RelationId(filter.subject().value()),
                (int) columns.number(),
                columns.findText(),
                null,
                null,
                columns.findText(),
                columns.findId(RepresentativeId::new),
                null,
                null,
                false);
    }

    private Question deals(TenantId tenant, TimelineFilter filter) {
        boolean ofDeal = filter.subject().kind() == ItemKind.OPPORTUNITY;
        return new Question(em, "CrmOpportunity e", "e.key.tenant", tenant)
                .equal(ofDeal ? "e.key.id" : "e.deal.relation", filter.subject().value());
    }

    private static TimelineEntry start(Columns columns) {
        LocalDate day = columns.date();
        Instant openedAt = columns.get(Instant.class);
        OpportunityId id = columns.id(OpportunityId::new);
        return new TimelineEntry(
                day,
                TimelineKind.OPPORTUNITY,
                openedAt,
                id,
                0,
                columns.text(),
                columns.text(),
                null,
                null,
                columns.id(RepresentativeId::new),
                id,
                columns.findMoney(),
                false);
    }

    private static TimelineEntry closing(Columns columns) {
        LocalDate day = columns.date();
        Instant openedAt = columns.get(Instant.class);
        OpportunityId id = columns.id(OpportunityId::new);
        return new TimelineEntry(
                day,
                TimelineKind.CLOSING,
                openedAt,
                id,
                0,
                columns.get(StandingKind.class).name(),
                columns.text(),
                null,
                null,
                columns.id(RepresentativeId::new),
                id,
                columns.findMoney(),
                false);
    }

    private Question documents(TenantId tenant, TimelineFilter filter) {
        return about(tenant, "CrmDocument e", filter)
                .select("e.date", "e.recordedAt", "e.key.id", "e.kind", "e.number", "e.closedOn", "e.amount")
                .select("e.currency");
    }

    private static TimelineEntry document(Columns columns) {
        return new TimelineEntry(
                columns.date(),
                TimelineKind.DOCUMENT,
                columns.get(Instant.class),
                columns.id(DocumentId::new),
                0,
                columns.get(DocumentKind.class).name(),
                columns.text(),
                null,
                columns.findDate() == null ? null : "CLOSED",
                null,
                null,
                columns.findMoney(),
                false);
    }
}
