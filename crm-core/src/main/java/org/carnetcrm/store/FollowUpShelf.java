package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;

/** The documents of one tenant and the follow-ups. */
final class FollowUpShelf implements Items.Shelved {

    private static final String NUMBER = "number/";

    private final Items items;
    private final Sorted<Long, BusinessDocument> documents = new Sorted<>();
    private final Sorted<Place, FollowUp> followUps = new Sorted<>();

    FollowUpShelf(Items items) {
        this.items = items;
    }

    Page<DocumentRow> documents(TenantId tenant, DocumentFilter filter, PageRequest request) {
        String part = filter.number() != null
                ? NUMBER + filter.number()
                : filter.relation() != null ? filter.relation().text() : Sorted.WHOLE;
        return Pages.cut(
                documents.of(part),
                filter::matches,
                this::row,
                "documents|" + tenant + "|" + filter,
                Long::valueOf,
                request);
    }

    Page<FollowUpRow> list(TenantId tenant, FollowUpFilter filter, PageRequest request) {
        String part = filter.document() != null
                ? filter.document().text()
                : filter.relation() != null
                        ? filter.relation().text()
                        : filter.by() != null ? filter.by().text() : Sorted.WHOLE;
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        NavigableMap<SortKey<Place>, FollowUp> index = Sorted.between(
                followUps.of(part),
                from == null ? null : new Place(from.toEpochDay(), Long.MIN_VALUE, 0, 0),
                to == null ? null : new Place(to.toEpochDay() + 1, Long.MIN_VALUE, 0, 0));
        return Pages.cut(
                index.descendingMap(),
                filter::matches,
                this::row,
                "follow-ups|" + tenant + "|" + filter,
                Place::parse,
                request);
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof BusinessDocument document) {
            documents.remove(key(document), parts(document));
        } else if (before instanceof FollowUp followUp) {
            followUps.remove(key(followUp), parts(followUp));
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof BusinessDocument document) {
            documents.put(key(document), document, parts(document));
        } else if (after instanceof FollowUp followUp) {
            followUps.put(key(followUp), followUp, parts(followUp));
        }
    }

    private static SortKey<Long> key(BusinessDocument document) {
        return new SortKey<>(-document.date().toEpochDay(), document.id().value());
    }

    private static SortKey<Place> key(FollowUp followUp) {
        Place place = new Place(followUp.date().toEpochDay(), Place.micros(followUp.recordedAt()), 0, 0);
        return new SortKey<>(place, followUp.id().value());
    }

    private static List<String> parts(BusinessDocument document) {
        return List.of(Sorted.WHOLE, document.relation().text(), NUMBER + document.number());
    }

    private static List<String> parts(FollowUp followUp) {
        return List.of(
                Sorted.WHOLE,
                followUp.document().text(),
                followUp.relation().text(),
                followUp.by().text());
    }

    private DocumentRow row(BusinessDocument document) {
        return DocumentRow.of(document, items.relation(document.relation()).name());
    }

    private FollowUpRow row(FollowUp followUp) {
        BusinessDocument document = (BusinessDocument) Objects.requireNonNull(items.get(followUp.document()));
        return FollowUpRow.of(
                followUp,
                document,
                items.relation(followUp.relation()).name(),
                items.representative(followUp.by()).name());
    }
}
