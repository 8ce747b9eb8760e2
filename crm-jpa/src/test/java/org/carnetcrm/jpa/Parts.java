package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;

/**
 * The parts of commands by their keys, as text: the record of each change, the rows of relations' histories, the revisions
 * of deals. No two commands have one in common.
 */
final class Parts {

    private Parts() {}

    /** Gives the parts of what commands wrote. */
    static List<String> of(Collection<ChangeSet> sets) {
        List<String> parts = new ArrayList<>();
        for (ChangeSet set : sets) {
            for (Change change : set.changes()) {
                int version = change.after() == null
                        ? change.version() + 1
                        : change.after().version();
                parts.add("record " + change.id().kind() + " " + change.id().text() + " " + version);
            }
            for (RelationChange change : set.relationChanges()) {
                parts.add("history " + change.relation().text() + " " + change.number());
            }
            for (OpportunityRevision revision : set.revisions()) {
                parts.add("revision " + revision.deal().id().text() + " " + revision.number());
            }
        }
        return parts;
    }

    /** Gives all that a database has. */
    static List<String> in(Database database) {
        List<String> parts = new ArrayList<>();
        parts.addAll(
                database.query("select concat('record ', item_kind, ' ', item_id, ' ', version) from crm_audit_entry"));
        parts.addAll(database.query("select concat('history ', relation_id, ' ', number) from crm_relation_change"));
        parts.addAll(database.query(
                "select concat('revision ', opportunity_id, ' ', number) from crm_opportunity_revision"));
        return parts;
    }
}
