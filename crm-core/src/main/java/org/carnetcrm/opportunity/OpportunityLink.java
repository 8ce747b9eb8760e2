package org.carnetcrm.opportunity;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.input.Text;

/**
 * A document or a project of the host's that belongs to a deal.
 *
 * @param id the id
 * @param version 1 when linked, and one more with each change
 * @param opportunity the deal
 * @param target what is linked
 * @param reference how the host knows it, at most {@link Text#REFERENCE} characters
 * @param done whether a project that follows from the deal is done
 */
public record OpportunityLink(
        LinkId id, int version, OpportunityId opportunity, Target target, String reference, boolean done)
        implements Aggregate<OpportunityLink> {

    /** What a deal is linked to. */
    public enum Target {
        /** A quote. */
        QUOTE,
        /** An order. */
        ORDER,
        /** An invoice. */
        INVOICE,
        /** A project that follows from the deal. */
        PROJECT
    }

    /** Refuses missing parts and a flawed reference. */
    public OpportunityLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(opportunity, "opportunity");
        Objects.requireNonNull(target, "target");
        Text.requireLine("reference", reference, Text.REFERENCE);
    }

    /** Gives the link with the project done or to do. */
    public OpportunityLink withDone(boolean done) {
        return new OpportunityLink(id, version, opportunity, target, reference, done);
    }

    @Override
    public OpportunityLink withVersion(int version) {
        return new OpportunityLink(id, version, opportunity, target, reference, done);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("opportunity", opportunity)
                .put("target", target)
                .put("reference", reference)
                .putIf("done", done)
                .toMap();
    }
}
