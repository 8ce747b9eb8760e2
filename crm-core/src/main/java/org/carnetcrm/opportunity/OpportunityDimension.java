package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.carnetcrm.id.Id;
import org.carnetcrm.money.Money;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/**
 * What deals are filtered and summed by. Each gives a deal one text, {@link #MISSING} when it has none: the code of a
 * choice, an id, the name of an enum's constant, a month as {@code 2017-03}, or a plain number.
 */
public enum OpportunityDimension {
    /** The code of the currency. */
    CURRENCY(subject -> subject.deal().figures().currency().getCurrencyCode()),
    /** The code of the stage. */
    STAGE(subject -> subject.deal().stage()),
    /** The standing. */
    STANDING(subject -> subject.deal().standing().kind().name()),
    /** The id of the representative who manages the deal. */
    MANAGER(subject -> subject.deal().manager().text()),
    /** The id of the representative above the manager. */
    MANAGERS_MANAGER(subject -> text(subject.manager().manager())),
    /** The region of the manager. */
    REGION(subject -> subject.manager().region()),
    /** The id of the relation. */
    RELATION(subject -> subject.deal().relation().text()),
    /** The sector of the relation. */
    SECTOR(subject -> subject.relation().sector()),
    /** The id of the relation above. */
    PARENT(subject -> text(subject.relation().parent())),
    /** The id of the contact person. */
    CONTACT(subject -> text(subject.deal().parties().contact())),
    /** The code of the type. */
    TYPE(subject -> subject.deal().classification().type()),
    /** The code of the category. */
    CATEGORY(subject -> subject.deal().classification().category()),
    /** The code of the business line. */
    BUSINESS_LINE(subject -> subject.deal().classification().businessLine()),
    /** The closing code. */
    CLOSING_CODE(subject -> subject.deal().standing().closingCode()),
    /** The month of closing, of a won deal that of the signature. */
    MONTH_OF_CLOSING(subject -> month(subject.deal().standing().closedOn())),
    /** The month of the expected closing. */
    MONTH_OF_EXPECTED_CLOSING(subject -> month(subject.deal().horizon().expectedClosing())),
    /** The level of the probability that counts. */
    SUCCESS_LEVEL(subject -> SuccessLevel.of(subject.deal().probability()).name()),
    /** The level of the probability that the deal was opened with. */
    LEVEL_AT_CREATION(subject ->
            SuccessLevel.of(subject.deal().figures().probabilityAtCreation()).name()),
    /** {@link #YES} for a deal that has a minimum target. */
    HAS_MINIMUM_TARGET(subject -> subject.deal().figures().minimumTarget() == null ? null : OpportunityDimension.YES),
    /** The days from start to closing. */
    DAYS_TO_CLOSING(subject -> {
        var days = subject.deal().daysToClosing();
        return days.isPresent() ? Long.toString(days.getAsLong()) : null;
    }),
    /** The signed total, a plain number with exactly the decimals of its currency: 12.50 in euro, 12 in yen. */
    SIGNED_TOTAL(subject -> {
        Money total = subject.deal().standing().signedTotal();
        return total == null ? null : total.amount().toPlainString();
    });

    /** Stands for what a deal does not have. */
    public static final String MISSING = "";

    /** Stands for what a deal has. */
    public static final String YES = "YES";

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Function<Subject, @Nullable String> text;

    OpportunityDimension(Function<Subject, @Nullable String> text) {
        this.text = text;
    }

    /**
     * A deal with the two others that dimensions look at.
     *
     * @param deal the deal
     * @param relation its relation
     * @param manager the representative who manages it
     */
    public record Subject(Opportunity deal, Relation relation, Representative manager) {}

    /** Gives the text of a deal in this dimension, or {@link #MISSING}. */
    public String of(Subject subject) {
        String found = text.apply(subject);
        return found == null ? MISSING : found;
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.text();
    }

    private static @Nullable String month(@Nullable LocalDate date) {
        return date == null ? null : YearMonth.from(date).toString();
    }
}
