package org.carnetcrm.choice;

/**
 * What a deal is to the relation: new, recurring, an update.
 *
 * @param entry its code, names and place
 */
public record OpportunityType(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static OpportunityType of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static OpportunityType of(String code, Labels labels) {
        return new OpportunityType(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.OPPORTUNITY_TYPE;
    }

    @Override
    public OpportunityType withEntry(Entry entry) {
        return new OpportunityType(entry);
    }
}
