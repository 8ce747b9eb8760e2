package org.carnetcrm.jpa;

import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.carnetcrm.action.Action;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;

/** How each kind of thing is stored; named and in the order of {@link ItemKind}. */
@SuppressWarnings("ImmutableEnumChecker") // functions that keep nothing
enum Kind {
    TENANT(Tenant.class, StoredTenant.class, (tenant, value) -> new StoredTenant(tenant)),
    CHOICE(Choice.class, StoredChoice.class, (tenant, value) -> new StoredChoice(tenant, (Choice) value), "labels"),
    REPRESENTATIVE(
            Representative.class,
            StoredRepresentative.class,
            (tenant, value) -> new StoredRepresentative(tenant, (Representative) value)),
    RELATION(Relation.class, StoredRelation.class, (tenant, value) -> new StoredRelation(tenant, (Relation) value)),
    CONTACT_PERSON(
            ContactPerson.class,
            StoredContactPerson.class,
            (tenant, value) -> new StoredContactPerson(tenant, (ContactPerson) value)),
    ACTION(
            Action.class,
            StoredAction.class,
            (tenant, value) -> new StoredAction(tenant, (Action) value),
            "attendees",
            "costs"),
    NOTE(Note.class, StoredNote.class, (tenant, value) -> new StoredNote(tenant, (Note) value)),
    DOCUMENT(
            BusinessDocument.class,
            StoredDocument.class,
            (tenant, value) -> new StoredDocument(tenant, (BusinessDocument) value)),
    FOLLOW_UP(FollowUp.class, StoredFollowUp.class, (tenant, value) -> new StoredFollowUp(tenant, (FollowUp) value)),
    OPPORTUNITY(
            Opportunity.class,
            StoredOpportunity.class,
            (tenant, value) -> new StoredOpportunity(tenant, (Opportunity) value)),
    LINK(OpportunityLink.class, StoredLink.class, (tenant, value) -> new StoredLink(tenant, (OpportunityLink) value));

    private final Class<?> type;
    private final Class<? extends Row<?>> row;
    private final BiFunction<TenantId, Aggregate<?>, Row<?>> maker;
    private final List<String> lines;

    Kind(
            Class<?> type,
            Class<? extends Row<?>> row,
            BiFunction<TenantId, Aggregate<?>, Row<?>> maker,
            String... lines) {
        this.type = type;
        this.row = row;
        this.maker = maker;
        this.lines = List.of(lines);
    }

    static Kind of(ItemKind item) {
        return valueOf(item.name());
    }

    static Kind of(Class<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is not stored"));
    }

    /** Tells whether it is of the prospecting part, which a host may leave out. */
    boolean isProspecting() {
        return this == OPPORTUNITY || this == LINK;
    }

    Class<? extends Row<?>> row() {
        return row;
    }

    /** Gives the name by which questions name its rows. */
    String entity() {
        return row.getAnnotation(Entity.class).name();
    }

    /** Gives the path of the tenant of a row named {@code r}. */
    String tenant() {
        return this == TENANT ? "r.tenant" : "r.key.tenant";
    }

    /** Gives the names of the collections of lines that belong to a row. */
    List<String> lines() {
        return lines;
    }

    /** Makes a new row with every field of a value. */
    Row<?> make(TenantId tenant, Aggregate<?> value) {
        Row<?> made = maker.apply(tenant, value);
        made.beginWith(value.version());
        set(made, value);
        return made;
    }

    /** Puts every field of a value into a row of this kind. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a kind's rows are of the kind's things
    static void set(Row<?> row, Aggregate<?> value) {
        ((Row) row).set(value);
    }
}
