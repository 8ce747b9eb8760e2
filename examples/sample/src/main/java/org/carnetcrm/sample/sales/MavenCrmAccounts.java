package org.carnetcrm.sample.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.reading.CsvFile;

/** Makes relations of the accounts, each after the one above it, wherever that stands in the file. */
final class MavenCrmAccounts {

    /** The relation of the deals that have no account. */
    static final String NO_ACCOUNT = "(no account)";

    private final Map<String, CsvFile.Row> byName = new LinkedHashMap<>();
    private final Map<String, RelationId> ids = new HashMap<>();

    MavenCrmAccounts(List<CsvFile.Row> rows) {
        for (CsvFile.Row row : rows) {
            if (byName.put(row.get("account"), row) != null) {
                throw row.bad("the account '" + row.get("account") + "' stands in the file twice");
            }
        }
        for (CsvFile.Row row : rows) {
            if (!above(row).isEmpty() && !byName.containsKey(above(row))) {
                throw row.bad("there is no account '" + above(row) + "'");
            }
        }
    }

    /** Gives the relations by the name of the account; by the empty name that of no account. */
    Map<String, RelationId> load(Desk desk) {
        List<CsvFile.Row> waiting = new ArrayList<>(byName.values());
        while (!waiting.isEmpty()) {
            List<CsvFile.Row> ready = waiting.stream()
                    .filter(row -> above(row).isEmpty() || ids.containsKey(above(row)))
                    .toList();
            if (ready.isEmpty()) {
                throw circle(waiting.get(0));
            }
            List<RelationDraft> drafts = ready.stream().map(this::draft).toList();
            List<Relation> added =
                    CsvFile.accepted(ready, () -> desk.relations().addAll(drafts));
            added.forEach(relation -> ids.put(relation.name(), relation.id()));
            waiting.removeAll(ready);
        }
        ids.put("", desk.relations().add(RelationDraft.company(NO_ACCOUNT)).id());
        return ids;
    }

    private RelationDraft draft(CsvFile.Row row) {
        return RelationDraft.company(row.get("account"))
                .sector(row.get("sector"))
                .hostReference(row.get("account"))
                .parent(ids.get(above(row)));
    }

    /** Tells of a circle of accounts, which is somewhere above each account that still waits when none is ready. */
    private BadFileException circle(CsvFile.Row waiting) {
        List<String> passed = new ArrayList<>();
        String name = waiting.get("account");
        while (!passed.contains(name)) {
            passed.add(name);
            name = above(row(name));
        }
        List<String> circle = new ArrayList<>(passed.subList(passed.indexOf(name), passed.size()));
        circle.add(name);
        return row(name).bad("the account '" + name + "' stands above itself: " + String.join(", ", circle));
    }

    private CsvFile.Row row(String name) {
        return java.util.Objects.requireNonNull(byName.get(name));
    }

    private static String above(CsvFile.Row row) {
        return row.get("subsidiary_of");
    }
}
