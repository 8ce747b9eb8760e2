package org.carnetcrm.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/** An action with who attends it and what it costs. */
@Entity(name = "CrmAction")
@Table(name = "crm_action")
class StoredAction extends Row<Action> {

    @EmbeddedId
    Key key;

    @Column(name = "relation_id", nullable = false)
    UUID relation;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Column(name = "representative_id", nullable = false)
    UUID representative;

    @Column(name = "representative_chosen", nullable = false)
    boolean chosen;

    @Column(name = "type", length = ChoiceId.CODE_LENGTH, nullable = false)
    String type;

    @Column(name = "subject", length = Text.LINE)
    @Nullable
    String subject;

    @Column(name = "note", length = Text.PROSE)
    @Nullable
    String note;

    @Column(name = "status", length = ChoiceId.CODE_LENGTH, nullable = false)
    String status;

    @Enumerated(EnumType.STRING)
    @Column(name = "progress", length = Lengths.CONSTANT, nullable = false)
    Progress progress;

    @Column(name = "done_on")
    @Nullable
    LocalDate doneOn;

    @Column(name = "first_day", nullable = false)
    LocalDate firstDay;

    @Column(name = "last_day", nullable = false)
    LocalDate lastDay;

    @Column(name = "start_at")
    @Nullable
    Instant startAt;

    @Column(name = "end_at")
    @Nullable
    Instant endAt;

    @Column(name = "zone", length = Lengths.ZONE)
    @Nullable
    String zone;

    @Column(name = "new_status", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String newStatus;

    @Column(name = "new_priority", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String newPriority;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @ElementCollection
    @CollectionTable(
            name = "crm_action_attendee",
            joinColumns = {
                @JoinColumn(name = "tenant_id", referencedColumnName = "tenant_id", nullable = false),
                @JoinColumn(name = "action_id", referencedColumnName = "id", nullable = false)
            })
    @OrderColumn(name = "position", nullable = false)
    List<Attendee> attendees = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "crm_action_cost",
            joinColumns = {
                @JoinColumn(name = "tenant_id", referencedColumnName = "tenant_id", nullable = false),
                @JoinColumn(name = "action_id", referencedColumnName = "id", nullable = false)
            })
    @OrderColumn(name = "position", nullable = false)
    List<CostLine> costs = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredAction() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredAction(TenantId tenant, Action value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(Action value) {
        relation = value.relation().value();
        contact = Convert.uuid(value.concern().contact());
        opportunity = Convert.uuid(value.opportunity());
        representative = value.representative().value();
        chosen = value.crew().chosen();
        type = value.matter().type();
        subject = value.matter().subject();
        note = value.matter().note();
        status = value.state().status();
        progress = value.progress();
        doneOn = value.state().doneOn();
        Schedule schedule = value.schedule();
        firstDay = schedule.first();
        lastDay = schedule.last();
        startAt = schedule.startAt();
        endAt = schedule.endAt();
        ZoneId of = schedule.zoneOfTimes();
        zone = of == null ? null : of.getId();
        newStatus = value.effect().newStatus();
        newPriority = value.effect().newPriority();
        hostReference = value.hostReference();
        recordedAt = value.recordedAt();
        replace(
                attendees,
                value.crew().everybody().stream()
                        .map(who -> new Attendee(who, schedule))
                        .toList());
        replace(costs, value.costs().stream().map(CostLine::new).toList());
    }

    @Override
    Action value() {
        List<RepresentativeId> participants = attendees.stream()
                .skip(1)
                .map(attendee -> new RepresentativeId(attendee.representative))
                .toList();
        return new Action(
                new ActionId(key.id),
                version(),
                new Action.Concern(
                        new RelationId(relation),
                        Convert.id(contact, ContactPersonId::new),
                        Convert.id(opportunity, OpportunityId::new)),
                new Action.Crew(new RepresentativeId(representative), chosen, participants),
                new Action.Matter(type, subject, note),
                new Action.State(status, progress, doneOn),
                schedule(firstDay, lastDay, startAt, endAt, zone),
                new Action.Effect(newStatus, newPriority),
                costs.stream().map(CostLine::value).toList(),
                hostReference,
                recordedAt);
    }

    static Schedule schedule(
            LocalDate first, LocalDate last, @Nullable Instant start, @Nullable Instant end, @Nullable String zone) {
        return start == null || end == null || zone == null
                ? new Schedule.AllDay(first, last)
                : new Schedule.Timed(start, end, ZoneId.of(zone));
    }

    /** A list that stays as it is must not be touched, or the provider raises the version for nothing. */
    private static <T> void replace(List<T> present, List<T> next) {
        if (!present.equals(next)) {
            present.clear();
            present.addAll(next);
        }
    }
}
