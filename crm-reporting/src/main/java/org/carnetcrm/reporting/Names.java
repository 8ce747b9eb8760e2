package org.carnetcrm.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;

/** What the texts of a dimension are called. */
final class Names {

    private final Desk desk;
    private final OpportunityDimension dimension;
    private final ChoiceLists lists;
    private final Map<String, String> byId = new HashMap<>();

    private Names(Desk desk, OpportunityDimension dimension) {
        this.desk = desk;
        this.dimension = dimension;
        this.lists = desk.lists();
    }

    /** Reads the names that a dimension needs: all representatives, or all relations page by page. */
    static Names of(Desk desk, OpportunityDimension dimension) {
        Names names = new Names(desk, dimension);
        switch (dimension) {
            case MANAGER, MANAGERS_MANAGER ->
                desk.representatives()
                        .all()
                        .forEach(known -> names.byId.put(known.id().text(), known.name()));
            case RELATION, PARENT -> names.readRelations();
            default -> {
                // the texts of the others name themselves, are choices, or are looked up one by one
            }
        }
        return names;
    }

    /** Gives the caption of a text of the dimension. */
    Caption of(String key) {
        if (key.equals(OpportunityDimension.MISSING)) {
            return Caption.ofText(dimension == OpportunityDimension.MONTH_OF_CLOSING ? "label.open" : "label.none");
        }
        return switch (dimension) {
            case MANAGER, MANAGERS_MANAGER, RELATION, PARENT -> Caption.of(byId.getOrDefault(key, key));
            case CONTACT -> Caption.of(contact(key).map(ContactPerson::name).orElse(key));
            case STAGE -> choice(ChoiceKind.STAGE, key);
            case TYPE -> choice(ChoiceKind.OPPORTUNITY_TYPE, key);
            case CATEGORY -> choice(ChoiceKind.CATEGORY, key);
            case BUSINESS_LINE -> choice(ChoiceKind.BUSINESS_LINE, key);
            case CLOSING_CODE -> choice(ChoiceKind.CLOSING_CODE, key);
            case STANDING -> Caption.ofText("standing." + key);
            case SUCCESS_LEVEL -> Caption.ofText("level." + key);
            case CURRENCY, REGION, SECTOR, MONTH_OF_CLOSING, MONTH_OF_EXPECTED_CLOSING, DAYS_TO_CLOSING, SIGNED_TOTAL ->
                Caption.of(key);
        };
    }

    private Caption choice(ChoiceKind kind, String code) {
        return lists.find(kind, code).map(Caption::of).orElseGet(() -> Caption.of(code));
    }

    private Optional<ContactPerson> contact(String key) {
        return desk.relations().findContact(ContactPersonId.parse(key));
    }

    private void readRelations() {
        PageRequest request = PageRequest.first(PageRequest.MOST);
        while (request != null) {
            Page<RelationRow> page = desk.relations().list(RelationFilter.all().withArchived(), request);
            page.rows().forEach(row -> byId.put(row.id().text(), row.name()));
            request = page.next(request).orElse(null);
        }
    }
}
