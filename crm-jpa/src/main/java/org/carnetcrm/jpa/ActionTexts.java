package org.carnetcrm.jpa;

import java.util.List;
import java.util.Set;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.choice.Progress;

/** The dimensions of actions, named {@code a}, and of their cost lines, named {@code c}. */
final class ActionTexts {

    private ActionTexts() {}

    /** The condition that an action or a line has one of some texts. */
    static String condition(Question question, ActionDimension dimension, Set<String> texts) {
        String column = column(dimension);
        return switch (dimension) {
            case REPRESENTATIVE, RELATION, OPPORTUNITY -> Texts.ofIds(question, column, texts);
            case PROGRESS -> Texts.ofConstants(question, column, Progress.class, texts);
            case MONTH -> Texts.ofMonths(question, column, texts);
            case TYPE, STATUS, PRODUCT, CURRENCY -> Texts.ofTexts(question, column, texts);
        };
    }

    /** The columns by which actions or lines are grouped. */
    static List<String> columns(ActionDimension dimension) {
        String column = column(dimension);
        return dimension == ActionDimension.MONTH ? Texts.monthOf(column) : List.of(column);
    }

    /** The text of a group, read from those columns. */
    static String read(ActionDimension dimension, Columns columns) {
        return switch (dimension) {
            case REPRESENTATIVE, RELATION, OPPORTUNITY -> Texts.readId(columns);
            case PROGRESS -> Texts.readConstant(columns);
            case MONTH -> Texts.readMonth(columns);
            case TYPE, STATUS, PRODUCT, CURRENCY -> Texts.readText(columns);
        };
    }

    private static String column(ActionDimension dimension) {
        return switch (dimension) {
            case REPRESENTATIVE -> "a.representative";
            case TYPE -> "a.type";
            case STATUS -> "a.status";
            case PROGRESS -> "a.progress";
            case RELATION -> "a.relation";
            case OPPORTUNITY -> "a.opportunity";
            case MONTH -> "a.firstDay";
            case PRODUCT -> "c.product";
            case CURRENCY -> "c.currency";
        };
    }
}
