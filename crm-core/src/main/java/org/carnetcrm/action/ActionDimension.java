package org.carnetcrm.action;

import java.time.YearMonth;
import java.util.function.Function;
import org.carnetcrm.id.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * What actions and their cost lines are filtered and summed by. Each gives one text, {@link #MISSING} when there is none:
 * the code of a choice, an id, the name of an enum's constant, or a month as {@code 2017-03}.
 */
public enum ActionDimension {
    /** The id of the representative who carries it out. */
    REPRESENTATIVE(action -> action.representative().text()),
    /** The code of the type. */
    TYPE(action -> action.matter().type()),
    /** The code of the status. */
    STATUS(action -> action.state().status()),
    /** Planned, done or cancelled. */
    PROGRESS(action -> action.progress().name()),
    /** The id of the relation. */
    RELATION(action -> action.relation().text()),
    /** The id of the deal that it is about. */
    OPPORTUNITY(action -> text(action.opportunity())),
    /** The month of the first day, of a timed action in its own zone. */
    MONTH(action -> YearMonth.from(action.schedule().first()).toString()),
    /** Of a cost line: the host's code of the product. */
    PRODUCT(null, Cost::product),
    /** Of a cost line: the code of the currency. */
    CURRENCY(null, line -> line.price().currency().getCurrencyCode());

    /** Stands for what an action or a cost line does not have. */
    public static final String MISSING = "";

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final @Nullable Function<Action, @Nullable String> ofAction;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final @Nullable Function<Cost, @Nullable String> ofLine;

    ActionDimension(Function<Action, @Nullable String> ofAction) {
        this(ofAction, null);
    }

    ActionDimension(
            @Nullable Function<Action, @Nullable String> ofAction, @Nullable Function<Cost, @Nullable String> ofLine) {
        this.ofAction = ofAction;
        this.ofLine = ofLine;
    }

    /** Tells whether it tells cost lines apart and not actions. */
    public boolean isOfLines() {
        return ofLine != null;
    }

    /** Gives the text of an action, or {@link #MISSING}; refuses a dimension of cost lines. */
    public String of(Action action) {
        if (ofAction == null) {
            throw new IllegalArgumentException(this + " tells cost lines apart, not actions");
        }
        return known(ofAction.apply(action));
    }

    /** Gives the text of a cost line of an action, or {@link #MISSING}. */
    public String of(Action action, Cost line) {
        return ofLine == null ? of(action) : known(ofLine.apply(line));
    }

    private static String known(@Nullable String text) {
        return text == null ? MISSING : text;
    }

    private static @Nullable String text(@Nullable OpportunityId id) {
        return id == null ? null : id.text();
    }
}
