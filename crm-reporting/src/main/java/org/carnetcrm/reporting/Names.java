package org.carnetcrm.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.OpportunityDimension;

/** What the texts of a dimension, the codes of a list or the ids of representatives are called. */
final class Names {

    private static final String NONE = "label.none";

    private final Map<String, Caption> captions = new HashMap<>();
    private final String missing;

    private Names(String missing) {
        this.missing = missing;
    }

    /** Reads the names of the texts that occur, in one statement; a text that names itself needs none. */
    static Names of(Desk desk, OpportunityDimension dimension, Collection<String> texts) {
        Names names = new Names(dimension == OpportunityDimension.MONTH_OF_CLOSING ? "label.open" : NONE);
        List<String> ids = present(texts);
        switch (dimension) {
            case MANAGER, MANAGERS_MANAGER -> names.putRepresentatives(desk);
            case RELATION, PARENT -> names.putRelations(desk, ids);
            case CONTACT ->
                desk.relations()
                        .findContacts(ids.stream().map(ContactPersonId::parse).toList())
                        .forEach(known -> names.put(known.id().text(), known.name()));
            case STAGE -> names.put(desk.lists(), ChoiceKind.STAGE);
            case TYPE -> names.put(desk.lists(), ChoiceKind.OPPORTUNITY_TYPE);
            case CATEGORY -> names.put(desk.lists(), ChoiceKind.CATEGORY);
            case BUSINESS_LINE -> names.put(desk.lists(), ChoiceKind.BUSINESS_LINE);
            case CLOSING_CODE -> names.put(desk.lists(), ChoiceKind.CLOSING_CODE);
            case STANDING -> names.putTexts("standing.", ids);
            case SUCCESS_LEVEL, LEVEL_AT_CREATION -> names.putTexts("level.", ids);
            case HAS_MINIMUM_TARGET -> ids.forEach(id -> names.captions.put(id, Caption.ofText("label.yes")));
            case CURRENCY, REGION, SECTOR, MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING, DAYS_TO_CLOSING, SIGNED_TOTAL ->
                ids.forEach(text -> names.put(text, text));
        }
        return names;
    }

    /** Reads the names of the texts that occur, in one statement; a text that names itself needs none. */
    static Names of(Desk desk, ActionDimension dimension, Collection<String> texts) {
        Names names = new Names(NONE);
        List<String> ids = present(texts);
        switch (dimension) {
            case REPRESENTATIVE -> names.putRepresentatives(desk);
            case RELATION -> names.putRelations(desk, ids);
            case OPPORTUNITY -> names.putOpportunities(desk, ids);
            case TYPE -> names.put(desk.lists(), ChoiceKind.ACTION_TYPE);
            case STATUS -> names.put(desk.lists(), ChoiceKind.ACTION_STATUS);
            case PROGRESS -> names.putTexts("progress.", ids);
            case MONTH, PRODUCT, CURRENCY -> ids.forEach(text -> names.put(text, text));
        }
        return names;
    }

    /** Gives the names of all codes of a list. */
    static Names of(ChoiceLists lists, ChoiceKind kind) {
        Names names = new Names(NONE);
        names.put(lists, kind);
        return names;
    }

    /** Reads the names of all representatives, by the texts of their ids, in one statement. */
    static Names ofRepresentatives(Desk desk) {
        Names names = new Names(NONE);
        names.putRepresentatives(desk);
        return names;
    }

    /** Gives the caption of a text. */
    Caption of(String text) {
        if (text.isEmpty()) {
            return Caption.ofText(missing);
        }
        Caption known = captions.get(text);
        return known == null ? Caption.of(text) : known;
    }

    /** Both kinds of dimensions say in the same way that there is no text. */
    private static List<String> present(Collection<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    private void putRepresentatives(Desk desk) {
        desk.representatives().all().forEach(known -> put(known.id().text(), known.name()));
    }

    private void putRelations(Desk desk, List<String> ids) {
        desk.relations()
                .findAll(ids.stream().map(RelationId::parse).toList())
                .forEach(known -> put(known.id().text(), known.name()));
    }

    /** Asks nothing when there is nothing to ask, for a host may have left deals out; a discarded deal has no name. */
    private void putOpportunities(Desk desk, List<String> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(id -> captions.put(id, Caption.ofText("label.discarded")));
            desk.opportunities()
                    .findAll(ids.stream().map(OpportunityId::parse).toList())
                    .forEach(known -> put(known.id().text(), known.subject()));
        }
    }

    private void putTexts(String prefix, List<String> constants) {
        constants.forEach(constant -> captions.put(constant, Caption.ofText(prefix + constant)));
    }

    private void put(String text, String name) {
        captions.put(text, Caption.of(name));
    }

    private void put(ChoiceLists lists, ChoiceKind kind) {
        lists.of(kind).forEach(choice -> captions.put(choice.code(), Caption.of(choice)));
    }
}
