package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.DecimalText;
import org.carnetcrm.input.Given;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a document is registered or changed with: the whole form, in which a missing value clears.
 *
 * @param kind a quote, an order or an invoice
 * @param number the number that people read; required
 * @param relation the relation that it is for; required
 * @param date its date; today when missing
 * @param amount its amount excluding tax, a plain number
 * @param currency the code of the currency; the tenant's when missing
 * @param chaseOn when to chase it first
 * @param hostReference how the host knows it
 */
public record DocumentDraft(
        DocumentKind kind,

        @Line(required = true, max = BusinessDocument.NUMBER_LENGTH) @Nullable
        String number,

        @Given @Nullable RelationId relation,
        @Day @Nullable LocalDate date,

        @DecimalText(integer = Money.INTEGER_DIGITS, fraction = Money.FRACTION_DIGITS) @Nullable
        String amount,

        @Nullable String currency,
        @Day @Nullable LocalDate chaseOn,
        @Line(max = Text.REFERENCE) @Nullable String hostReference) {

    /** Makes the draft of a quote. */
    public static DocumentDraft quote(String number, RelationId relation) {
        return of(DocumentKind.QUOTE, number, relation);
    }

    /** Makes the draft of an order. */
    public static DocumentDraft order(String number, RelationId relation) {
        return of(DocumentKind.ORDER, number, relation);
    }

    /** Makes the draft of an invoice. */
    public static DocumentDraft invoice(String number, RelationId relation) {
        return of(DocumentKind.INVOICE, number, relation);
    }

    private static DocumentDraft of(DocumentKind kind, String number, RelationId relation) {
        return new DocumentDraft(kind, number, relation, null, null, null, null, null);
    }

    /** Makes a draft that changes nothing yet. */
    public static DocumentDraft from(BusinessDocument present) {
        Money amount = present.amount();
        return new DocumentDraft(
                present.kind(),
                present.number(),
                present.relation(),
                present.date(),
                amount == null ? null : amount.amount().toPlainString(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                present.chaseOn(),
                present.hostReference());
    }

    /** Gives the draft with a number. */
    public DocumentDraft number(@Nullable String number) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }

    /** Gives the draft with a date. */
    public DocumentDraft date(@Nullable LocalDate date) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }

    /** Gives the draft with an amount. */
    public DocumentDraft amount(@Nullable String amount) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }

    /** Gives the draft in a currency. */
    public DocumentDraft currency(@Nullable String currency) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }

    /** Gives the draft with the date on which to chase it first. */
    public DocumentDraft chaseOn(@Nullable LocalDate chaseOn) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }

    /** Gives the draft with the host's reference. */
    public DocumentDraft hostReference(@Nullable String hostReference) {
        return new DocumentDraft(kind, number, relation, date, amount, currency, chaseOn, hostReference);
    }
}
