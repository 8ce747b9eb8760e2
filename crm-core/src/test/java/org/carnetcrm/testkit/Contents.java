package org.carnetcrm.testkit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carnetcrm.action.Action;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.representative.Representative;

/** Everything that there is after a history, read thing by thing, from which tests reckon what lists must say. */
record Contents(
        Map<RelationId, Relation> relations,
        Map<RepresentativeId, Representative> representatives,
        List<RelationChange> changes,
        List<Opportunity> deals,
        List<List<OpportunityRevision>> threads,
        List<Action> actions,
        List<Note> notes,
        List<BusinessDocument> documents,
        List<FollowUp> followUps) {

    private static final Comparator<FollowUp> LATEST_LAST = Comparator.comparing(FollowUp::date)
            .thenComparing(FollowUp::recordedAt)
            .thenComparing(FollowUp::id, UuidId.ORDER);

    static Contents of(Workbench bench, CrmPlayer player) {
        return bench.read(store -> new Contents(
                store.find(bench.tenant(), Relation.class, player.relations()).stream()
                        .collect(Collectors.toMap(Relation::id, Function.identity())),
                store.representatives(bench.tenant()).stream()
                        .collect(Collectors.toMap(Representative::id, Function.identity())),
                store.relationChanges(bench.tenant(), player.relations()),
                store.find(bench.tenant(), Opportunity.class, player.deals()),
                bench.ids().stream()
                        .map(id -> store.revisions(bench.tenant(), new OpportunityId(id)))
                        .filter(thread -> !thread.isEmpty())
                        .toList(),
                store.find(bench.tenant(), Action.class, player.actions()),
                store.find(bench.tenant(), Note.class, player.notes()),
                store.find(bench.tenant(), BusinessDocument.class, player.documents()),
                store.find(bench.tenant(), FollowUp.class, player.followUps())));
    }

    String name(RelationId relation) {
        return relations.get(relation).name();
    }

    String name(RepresentativeId representative) {
        return representatives.get(representative).name();
    }

    OpportunityDimension.Subject subject(Opportunity deal) {
        return new OpportunityDimension.Subject(
                deal, relations.get(deal.relation()), representatives.get(deal.manager()));
    }

    BusinessDocument document(FollowUp followUp) {
        return documents.stream()
                .filter(document -> document.id().equals(followUp.document()))
                .findFirst()
                .orElseThrow();
    }

    Optional<FollowUp> latest(BusinessDocument document) {
        return followUps.stream()
                .filter(followUp -> followUp.document().equals(document.id()))
                .max(LATEST_LAST);
    }

    /** When a document is to be chased, as the rule says it and not as the document remembers it. */
    LocalDate dueOn(BusinessDocument document) {
        if (document.closedOn() != null || !document.kind().isChased()) {
            return null;
        }
        return latest(document).map(FollowUp::nextOn).orElse(latest(document).isPresent() ? null : document.chaseOn());
    }

    /** Who is to chase a document. */
    RepresentativeId chaser(BusinessDocument document) {
        return latest(document)
                .map(FollowUp::by)
                .orElse(relations.get(document.relation()).accountManager());
    }
}
