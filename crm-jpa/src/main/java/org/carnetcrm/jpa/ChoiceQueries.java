package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Entry;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.id.TenantId;
import org.jspecify.annotations.Nullable;

/** The configured lists, which almost every command reads whole: as columns, for as rows they would cost more than the rest. */
final class ChoiceQueries {

    private final EntityManager em;

    ChoiceQueries(EntityManager em) {
        this.em = em;
    }

    /** A choice while its names are added to it. */
    private record Named(
            int version,
            int position,
            boolean retired,
            @Nullable String nature,
            SortedMap<String, String> names) {}

    ChoiceLists list(TenantId tenant) {
        Map<ChoiceId, Named> found = new LinkedHashMap<>();
        List<Columns> rows = new Question(em, "CrmChoice r left join r.labels l", "r.key.tenant", tenant)
                .select(
                        "r.key.list",
                        "r.key.code",
                        "r.version",
                        "r.position",
                        "r.retired",
                        "r.nature",
                        "key(l)",
                        "value(l)")
                .ask();
        for (Columns columns : rows) {
            ChoiceId id = new ChoiceId(columns.get(ChoiceKind.class), columns.text());
            Named choice = new Named(
                    (int) columns.number(),
                    (int) columns.number(),
                    columns.flag(),
                    columns.findText(),
                    new TreeMap<>());
            Named known = found.putIfAbsent(id, choice);
            String language = columns.findText();
            if (language != null) {
                (known == null ? choice : known).names().put(language, columns.text());
            }
        }
        List<Choice> choices = new ArrayList<>();
        found.forEach((id, choice) -> {
            Labels labels = new Labels(choice.names());
            Entry entry = new Entry(id.code(), labels, choice.position(), choice.retired(), choice.version());
            choices.add(StoredChoice.value(id.list(), entry, choice.nature()));
        });
        return ChoiceLists.from(choices);
    }
}
