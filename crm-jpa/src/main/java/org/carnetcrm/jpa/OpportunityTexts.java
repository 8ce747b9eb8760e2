package org.carnetcrm.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.opportunity.SuccessLevel;
import org.jspecify.annotations.Nullable;

/** The dimensions of deals, named {@code o}, with their relation {@code r} and their manager {@code m}. */
final class OpportunityTexts {

    private OpportunityTexts() {}

    /** The condition that a deal has one of some texts. */
    static String condition(Question question, OpportunityDimension dimension, Set<String> texts) {
        String column = column(dimension);
        return switch (dimension) {
            case MANAGER, MANAGERS_MANAGER, RELATION, PARENT, CONTACT -> Texts.ofIds(question, column, texts);
            case STANDING -> Texts.ofConstants(question, column, StandingKind.class, texts);
            case SUCCESS_LEVEL -> Texts.ofConstants(question, column, SuccessLevel.class, texts);
            case MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING -> Texts.ofMonths(question, column, texts);
            case LEVEL_AT_CREATION -> ofLevels(column, texts);
            case HAS_MINIMUM_TARGET -> ofPresence(column, texts);
            case DAYS_TO_CLOSING -> Texts.ofNumbers(question, column, texts);
            case SIGNED_TOTAL -> ofAmounts(question, column, texts);
            case CURRENCY, STAGE, REGION, SECTOR, TYPE, CATEGORY, BUSINESS_LINE, CLOSING_CODE ->
                Texts.ofTexts(question, column, texts);
        };
    }

    /** The columns by which deals are grouped. */
    static List<String> columns(OpportunityDimension dimension) {
        String column = column(dimension);
        return switch (dimension) {
            case MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING -> Texts.monthOf(column);
            case LEVEL_AT_CREATION -> List.of(levelOf(column));
            case HAS_MINIMUM_TARGET -> List.of("case when " + column + " is null then 0 else 1 end");
            case SIGNED_TOTAL -> List.of(column, "o.deal.currency");
            default -> List.of(column);
        };
    }

    /** The text of a group, read from those columns. */
    static String read(OpportunityDimension dimension, Columns columns) {
        return switch (dimension) {
            case MANAGER, MANAGERS_MANAGER, RELATION, PARENT, CONTACT -> Texts.readId(columns);
            case STANDING, SUCCESS_LEVEL -> Texts.readConstant(columns);
            case MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING -> Texts.readMonth(columns);
            case LEVEL_AT_CREATION -> readLevel(columns);
            case HAS_MINIMUM_TARGET -> columns.number() == 1 ? OpportunityDimension.YES : OpportunityDimension.MISSING;
            case DAYS_TO_CLOSING -> readNumber(columns);
            case SIGNED_TOTAL -> readAmount(columns);
            case CURRENCY, STAGE, REGION, SECTOR, TYPE, CATEGORY, BUSINESS_LINE, CLOSING_CODE ->
                Texts.readText(columns);
        };
    }

    /** Tells whether a dimension is of the deal's relation. */
    static boolean isOfRelation(OpportunityDimension dimension) {
        return column(dimension).startsWith("r.");
    }

    /** Tells whether a dimension is of the deal's manager. */
    static boolean isOfManager(OpportunityDimension dimension) {
        return column(dimension).startsWith("m.");
    }

    private static String column(OpportunityDimension dimension) {
        return switch (dimension) {
            case CURRENCY -> "o.deal.currency";
            case STAGE -> "o.deal.stage";
            case STANDING -> "o.deal.standing";
            case MANAGER -> "o.deal.manager";
            case MANAGERS_MANAGER -> "m.manager";
            case REGION -> "m.region";
            case RELATION -> "o.deal.relation";
            case SECTOR -> "r.sector";
            case PARENT -> "r.parent";
            case CONTACT -> "o.deal.contact";
            case TYPE -> "o.deal.type";
            case CATEGORY -> "o.deal.category";
            case BUSINESS_LINE -> "o.deal.businessLine";
            case CLOSING_CODE -> "o.deal.closingCode";
            case MONTH_OF_CLOSING -> "o.deal.closedOn";
            case MONTH_OF_EXPECTED_CLOSING -> "o.deal.expectedClosing";
            case SUCCESS_LEVEL -> "o.deal.successLevel";
            case LEVEL_AT_CREATION -> "o.deal.probabilityAtCreation";
            case HAS_MINIMUM_TARGET -> "o.deal.minimumTarget";
            case DAYS_TO_CLOSING -> "o.deal.daysToClosing";
            case SIGNED_TOTAL -> "o.deal.signedTotal";
        };
    }

    /** The lowest percent of the level that a probability is in. */
    private static String levelOf(String column) {
        StringBuilder lowest = new StringBuilder("case");
        for (SuccessLevel level : SuccessLevel.values()) {
            if (level != SuccessLevel.FROM_80) {
                lowest.append(" when ").append(column).append(" < ").append(level.to());
                lowest.append(" then ").append(level.from());
            }
        }
        return lowest.append(" else ")
                .append(SuccessLevel.FROM_80.from())
                .append(" end")
                .toString();
    }

    private static String ofLevels(String column, Set<String> texts) {
        return Texts.any(Arrays.stream(SuccessLevel.values())
                .filter(level -> texts.contains(level.name()))
                .map(level -> "(" + column + " >= " + level.from()
                        + (level == SuccessLevel.FROM_80 ? "" : " and " + column + " < " + level.to()) + ")")
                .toList());
    }

    private static String ofPresence(String column, Set<String> texts) {
        List<String> some = new ArrayList<>();
        if (texts.contains(OpportunityDimension.YES)) {
            some.add(column + " is not null");
        }
        if (texts.contains(OpportunityDimension.MISSING)) {
            some.add(column + " is null");
        }
        return Texts.any(some);
    }

    /** An amount is told with exactly the decimals of its currency, so the decimals tell which currencies it may be in. */
    private static String ofAmounts(Question question, String column, Set<String> texts) {
        List<String> some = new ArrayList<>();
        for (String text : texts) {
            BigDecimal amount = amount(text);
            if (text.equals(OpportunityDimension.MISSING)) {
                some.add(column + " is null");
            } else if (amount != null) {
                List<String> currencies = Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getDefaultFractionDigits() == amount.scale())
                        .map(Currency::getCurrencyCode)
                        .sorted()
                        .toList();
                if (!currencies.isEmpty()) {
                    some.add("(" + column + " = " + question.bind(amount) + " and "
                            + question.isIn("o.deal.currency", currencies) + ")");
                }
            }
        }
        return Texts.any(some);
    }

    private static @Nullable BigDecimal amount(String text) {
        BigDecimal amount = Decimals.parse(text);
        return amount == null
                        || !amount.toPlainString().equals(text)
                        || Decimals.flaw(amount, Money.INTEGER_DIGITS, Money.FRACTION_DIGITS) != null
                ? null
                : amount;
    }

    private static String readLevel(Columns columns) {
        return SuccessLevel.of(new Probability(BigDecimal.valueOf(columns.number())))
                .name();
    }

    private static String readNumber(Columns columns) {
        Number number = columns.find(Number.class);
        return number == null ? OpportunityDimension.MISSING : Long.toString(number.longValue());
    }

    private static String readAmount(Columns columns) {
        Money amount = columns.findMoney();
        return amount == null ? OpportunityDimension.MISSING : amount.amount().toPlainString();
    }
}
