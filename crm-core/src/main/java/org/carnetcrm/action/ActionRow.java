package org.carnetcrm.action;

import java.time.LocalDate;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * An action as a list shows it.
 *
 * @param id the id
 * @param version the version
 * @param type the code of the type
 * @param subject the subject
 * @param status the code of the status
 * @param progress whether it is planned, done or cancelled
 * @param schedule when it takes place
 * @param doneOn the date on which it was done
 * @param relation the relation
 * @param relationName its name
 * @param representative who carries it out
 * @param representativeName the name of that representative
 * @param opportunity the deal that it is about
 * @param hostReference how the host knows it
 */
public record ActionRow(
        ActionId id,
        int version,
        String type,
        @Nullable String subject,
        String status,
        Progress progress,
        Schedule schedule,
        @Nullable LocalDate doneOn,
        RelationId relation,
        String relationName,
        RepresentativeId representative,
        String representativeName,
        @Nullable OpportunityId opportunity,
        @Nullable String hostReference) {

    /** Makes the row of an action. */
    public static ActionRow of(Action action, String relationName, String representativeName) {
        return new ActionRow(
                action.id(),
                action.version(),
                action.matter().type(),
                action.matter().subject(),
                action.state().status(),
                action.progress(),
                action.schedule(),
                action.state().doneOn(),
                action.relation(),
                relationName,
                action.representative(),
                representativeName,
                action.opportunity(),
                action.hostReference());
    }
}
