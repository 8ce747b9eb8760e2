package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.relation.Conversion;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;

/** Finds the prospects that became customers among relations that may have. */
final class Conversions {

    private static final Comparator<Conversion> ORDER = Comparator.<Conversion, LocalDate>comparing(
                    conversion -> conversion.change().effectiveOn())
            .thenComparing(conversion -> conversion.change().recordedAt())
            .thenComparing(conversion -> conversion.change().relation(), UuidId.ORDER)
            .thenComparing(conversion -> conversion.change().number());

    private Conversions() {}

    static List<Conversion> between(
            Work work, Collection<RelationId> relations, LocalDate from, LocalDate to, boolean repeated) {
        work.prefetchLedgers(relations);
        List<Conversion> found = new ArrayList<>();
        for (RelationId id : relations) {
            String name = work.get(Relation.class, id).name();
            List<RelationChange> conversions = work.ledger(id).history().conversions(code -> phase(work, code));
            for (RelationChange change :
                    repeated ? conversions : conversions.stream().limit(1).toList()) {
                if (!change.effectiveOn().isBefore(from)
                        && !change.effectiveOn().isAfter(to)) {
                    found.add(new Conversion(name, change, change.equals(conversions.get(0))));
                }
            }
        }
        found.sort(ORDER);
        return List.copyOf(found);
    }

    private static Phase phase(Work work, String code) {
        return work.choices()
                .find(ChoiceKind.RELATION_STATUS, code, RelationStatus.class)
                .map(RelationStatus::phase)
                .orElseThrow();
    }
}
