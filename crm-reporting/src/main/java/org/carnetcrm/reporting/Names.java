package org.carnetcrm.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.OpportunityDimension;

/** What the texts of a dimension are called. */
final class Names {

    private final OpportunityDimension dimension;
    private final Map<String, Caption> captions = new HashMap<>();

    private Names(OpportunityDimension dimension) {
        this.dimension = dimension;
    }

    /** Reads the names of the texts that occur, in one statement; a text that names itself needs none. */
    static Names of(Desk desk, OpportunityDimension dimension, Collection<String> texts) {
        Names names = new Names(dimension);
        List<String> ids = texts.stream()
                .filter(text -> !text.equals(OpportunityDimension.MISSING))
                .toList();
        switch (dimension) {
            case MANAGER, MANAGERS_MANAGER ->
                desk.representatives()
                        .all()
                        .forEach(known -> names.put(known.id().text(), known.name()));
            case RELATION, PARENT ->
                desk.relations()
                        .findAll(ids.stream().map(RelationId::parse).toList())
                        .forEach(known -> names.put(known.id().text(), known.name()));
            case CONTACT ->
                desk.relations()
                        .findContacts(ids.stream().map(ContactPersonId::parse).toList())
                        .forEach(known -> names.put(known.id().text(), known.name()));
            case STAGE -> names.put(desk, ChoiceKind.STAGE);
            case TYPE -> names.put(desk, ChoiceKind.OPPORTUNITY_TYPE);
            case CATEGORY -> names.put(desk, ChoiceKind.CATEGORY);
            case BUSINESS_LINE -> names.put(desk, ChoiceKind.BUSINESS_LINE);
            case CLOSING_CODE -> names.put(desk, ChoiceKind.CLOSING_CODE);
            case STANDING -> ids.forEach(text -> names.captions.put(text, Caption.ofText("standing." + text)));
            case SUCCESS_LEVEL -> ids.forEach(text -> names.captions.put(text, Caption.ofText("level." + text)));
            case CURRENCY, REGION, SECTOR, MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING, DAYS_TO_CLOSING, SIGNED_TOTAL ->
                ids.forEach(text -> names.put(text, text));
        }
        return names;
    }

    /** Gives the caption of a text of the dimension. */
    Caption of(String text) {
        if (text.equals(OpportunityDimension.MISSING)) {
            return Caption.ofText(dimension == OpportunityDimension.MONTH_OF_CLOSING ? "label.open" : "label.none");
        }
        Caption known = captions.get(text);
        return known == null ? Caption.of(text) : known;
    }

    private void put(String text, String name) {
        captions.put(text, Caption.of(name));
    }

    private void put(Desk desk, ChoiceKind kind) {
        desk.lists().of(kind).forEach(choice -> captions.put(choice.code(), Caption.of(choice)));
    }
}
