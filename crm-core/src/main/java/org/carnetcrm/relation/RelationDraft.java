package org.carnetcrm.relation;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a relation is added or changed with: the whole form, in which a missing value clears.
 *
 * @param kind a company or a person
 * @param name the name; required
 * @param vatNumber the VAT number
 * @param details how it is reached
 * @param sector the sector of business
 * @param parent the relation above
 * @param accountManager the representative who follows it
 * @param status the code of the status; the first in force when missing on adding, the present one on changing
 * @param priority the code of the priority; never filled in
 * @param effectiveOn the date on which status and priority take effect; today when missing
 * @param hostReference how the host knows it
 */
public record RelationDraft(
        RelationKind kind,
        @Line(required = true) @Nullable String name,
        @Line(max = Relation.VAT_LENGTH) @Nullable String vatNumber,
        @Valid ContactDetails details,
        @Line(max = Relation.SECTOR_LENGTH) @Nullable String sector,
        @Nullable RelationId parent,
        @Nullable RepresentativeId accountManager,
        @Nullable String status,
        @Nullable String priority,
        @Day @Nullable LocalDate effectiveOn,
        @Line(max = Text.REFERENCE) @Nullable String hostReference) {

    /** Makes a draft of a company. */
    public static RelationDraft company(String name) {
        return named(RelationKind.COMPANY, name);
    }

    /** Makes a draft of a private person. */
    public static RelationDraft person(String name) {
        return named(RelationKind.PERSON, name);
    }

    private static RelationDraft named(RelationKind kind, String name) {
        return new RelationDraft(kind, name, null, ContactDetails.UNKNOWN, null, null, null, null, null, null, null);
    }

    /** Makes a draft that changes nothing yet. */
    public static RelationDraft from(Relation present) {
        return new RelationDraft(
                present.kind(),
                present.name(),
                present.vatNumber(),
                present.details(),
                present.sector(),
                present.parent(),
                present.accountManager(),
                present.status(),
                present.priority(),
                null,
                present.hostReference());
    }

    /** Gives the draft with the name. */
    public RelationDraft name(@Nullable String name) {
        return new Copy(this).set(copy -> copy.name = name);
    }

    /** Gives the draft with the VAT number. */
    public RelationDraft vatNumber(@Nullable String vatNumber) {
        return new Copy(this).set(copy -> copy.vatNumber = vatNumber);
    }

    /** Gives the draft with how it is reached. */
    public RelationDraft details(ContactDetails details) {
        return new Copy(this).set(copy -> copy.details = details);
    }

    /** Gives the draft with the sector of business. */
    public RelationDraft sector(@Nullable String sector) {
        return new Copy(this).set(copy -> copy.sector = sector);
    }

    /** Gives the draft with the relation above. */
    public RelationDraft parent(@Nullable RelationId parent) {
        return new Copy(this).set(copy -> copy.parent = parent);
    }

    /** Gives the draft with the representative who follows it. */
    public RelationDraft accountManager(@Nullable RepresentativeId accountManager) {
        return new Copy(this).set(copy -> copy.accountManager = accountManager);
    }

    /** Gives the draft with the code of the status. */
    public RelationDraft status(@Nullable String status) {
        return new Copy(this).set(copy -> copy.status = status);
    }

    /** Gives the draft with the code of the priority. */
    public RelationDraft priority(@Nullable String priority) {
        return new Copy(this).set(copy -> copy.priority = priority);
    }

    /** Gives the draft with the date on which status and priority take effect. */
    public RelationDraft effectiveOn(@Nullable LocalDate effectiveOn) {
        return new Copy(this).set(copy -> copy.effectiveOn = effectiveOn);
    }

    /** Gives the draft with how the host knows it. */
    public RelationDraft hostReference(@Nullable String hostReference) {
        return new Copy(this).set(copy -> copy.hostReference = hostReference);
    }

    /** Gives the draft with an e-mail address. */
    public RelationDraft email(@Nullable String email) {
        return details(new ContactDetails(email, details.phone(), details.website(), details.address()));
    }

    /** Gives the draft with a telephone number. */
    public RelationDraft phone(@Nullable String phone) {
        return details(new ContactDetails(details.email(), phone, details.website(), details.address()));
    }

    /** Gives the draft with an address. */
    public RelationDraft address(Address address) {
        return details(new ContactDetails(details.email(), details.phone(), details.website(), address));
    }

    /** Builds the relation; the draft has passed its checks. */
    public Relation build(RelationId id, int version, Relation.Rank rank, boolean archived) {
        String clean = Text.clean(name);
        if (clean == null) {
            throw new IllegalArgumentException("the name is required");
        }
        return new Relation(
                id,
                version,
                kind,
                clean,
                Text.clean(vatNumber),
                details.cleaned(),
                new Relation.Placement(Text.clean(sector), parent, accountManager),
                rank,
                Text.clean(hostReference),
                archived);
    }

    /** All values of a draft while one of them is replaced. */
    private static final class Copy {

        private RelationKind kind;
        private @Nullable String name;
        private @Nullable String vatNumber;
        private ContactDetails details;
        private @Nullable String sector;
        private @Nullable RelationId parent;
        private @Nullable RepresentativeId accountManager;
        private @Nullable String status;
        private @Nullable String priority;
        private @Nullable LocalDate effectiveOn;
        private @Nullable String hostReference;

        private Copy(RelationDraft draft) {
            kind = draft.kind;
            name = draft.name;
            vatNumber = draft.vatNumber;
            details = draft.details;
            sector = draft.sector;
            parent = draft.parent;
            accountManager = draft.accountManager;
            status = draft.status;
            priority = draft.priority;
            effectiveOn = draft.effectiveOn;
            hostReference = draft.hostReference;
        }

        private RelationDraft set(Consumer<Copy> change) {
            change.accept(this);
            return new RelationDraft(
                    kind,
                    name,
                    vatNumber,
                    details,
                    sector,
                    parent,
                    accountManager,
                    status,
                    priority,
                    effectiveOn,
                    hostReference);
        }
    }
}
