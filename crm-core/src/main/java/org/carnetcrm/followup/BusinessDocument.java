package org.carnetcrm.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A quote, order or invoice of the host's.
 *
 * @param id the id
 * @param version 1 when registered, and one more with each change and each follow-up
 * @param kind a quote, an order or an invoice
 * @param number the number that people read, at most {@link #NUMBER_LENGTH} characters
 * @param relation the relation that it is for
 * @param date its date
 * @param amount its amount excluding tax; may be missing
 * @param chaseOn when to chase it first; may be missing
 * @param closedOn when it was closed; missing while it is open
 * @param hostReference how the host knows it; unique within the tenant
 * @param trail the bookkeeping of its follow-ups
 * @param recordedAt when it was first recorded
 */
public record BusinessDocument(
        DocumentId id,
        int version,
        DocumentKind kind,
        String number,
        RelationId relation,
        LocalDate date,
        @Nullable Money amount,
        @Nullable LocalDate chaseOn,
        @Nullable LocalDate closedOn,
        @Nullable String hostReference,
        Trail trail,
        Instant recordedAt)
        implements Aggregate<BusinessDocument>, HostReferenced {

    /** The most characters of a number. */
    public static final int NUMBER_LENGTH = 60;

    /** Refuses missing parts, flawed texts, and an amount that {@link Money#flaw} refuses. */
    public BusinessDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(relation, "relation");
        Dates.require("date", date);
        Dates.requireOrNone("chaseOn", chaseOn);
        Dates.requireOrNone("closedOn", closedOn);
        Objects.requireNonNull(trail, "trail");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Text.requireLine("number", number, NUMBER_LENGTH);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
        String flaw = amount == null ? null : Money.flaw(amount.amount(), amount.currency());
        if (flaw != null) {
            throw new IllegalArgumentException("the amount " + amount + ": " + flaw);
        }
    }

    /**
     * What a document remembers of its follow-ups, so that no question has to read them.
     *
     * @param lastOrdinal the last ordinal that was given to one; 0 before the first
     * @param latest the latest that stands; missing before the first
     */
    public record Trail(int lastOrdinal, @Nullable Latest latest) {

        /** Never chased. */
        public static final Trail NONE = new Trail(0, null);
    }

    /**
     * The latest follow-up of a document: by date, then by when it was recorded, then by id.
     *
     * @param id the follow-up
     * @param date when it was made
     * @param recordedAt when it was recorded
     * @param by who made it
     * @param nextOn the date of the next one; may be missing
     */
    public record Latest(
            FollowUpId id,
            LocalDate date,
            Instant recordedAt,
            RepresentativeId by,
            @Nullable LocalDate nextOn) {

        /** The order in which the latest is the last. */
        public static final Comparator<Latest> ORDER = Comparator.comparing(Latest::date)
                .thenComparing(Latest::recordedAt)
                .thenComparing(Latest::id, UuidId.ORDER);

        /** Gives what a document remembers of a follow-up. */
        public static Latest of(FollowUp followUp) {
            return new Latest(followUp.id(), followUp.date(), followUp.recordedAt(), followUp.by(), followUp.nextOn());
        }
    }

    /** Tells whether it is open. */
    public boolean isOpen() {
        return closedOn == null;
    }

    /**
     * Gives the date on which it is to be chased: the next date of its latest follow-up, or, when it was never chased,
     * its own chase date; nothing when it is closed, an invoice, or has no such date.
     */
    public @Nullable LocalDate dueOn() {
        if (!isOpen() || !kind.isChased()) {
            return null;
        }
        Latest latest = trail.latest();
        return latest == null ? chaseOn : latest.nextOn();
    }

    /** Gives the document closed on a date, or open again without one. */
    public BusinessDocument withClosedOn(@Nullable LocalDate date) {
        return new BusinessDocument(
                id,
                version,
                kind,
                number,
                relation,
                this.date,
                amount,
                chaseOn,
                date,
                hostReference,
                trail,
                recordedAt);
    }

    /** Gives the document with other bookkeeping. */
    public BusinessDocument withTrail(Trail changed) {
        return new BusinessDocument(
                id,
                version,
                kind,
                number,
                relation,
                date,
                amount,
                chaseOn,
                closedOn,
                hostReference,
                changed,
                recordedAt);
    }

    @Override
    public BusinessDocument withVersion(int version) {
        return new BusinessDocument(
                id, version, kind, number, relation, date, amount, chaseOn, closedOn, hostReference, trail, recordedAt);
    }

    @Override
    public Map<String, String> fields() {
        Latest latest = trail.latest();
        return new Fields()
                .put("kind", kind)
                .put("number", number)
                .put("relation", relation)
                .put("date", date)
                .put("amount", amount)
                .put("chaseOn", chaseOn)
                .put("closedOn", closedOn)
                .put("hostReference", hostReference)
                .put("lastOrdinal", trail.lastOrdinal() == 0 ? null : trail.lastOrdinal())
                .put("latestFollowUp", latest == null ? null : latest.id())
                .put("chasedOn", latest == null ? null : latest.date())
                .put("chasedBy", latest == null ? null : latest.by())
                .put("nextOn", latest == null ? null : latest.nextOn())
                .toMap();
    }
}
