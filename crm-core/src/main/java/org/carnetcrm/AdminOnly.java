package org.carnetcrm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;

/** Leaves out of a note's audit what only those may know who see notes for administrators only. */
final class AdminOnly {

    private AdminOnly() {}

    /**
     * Gives the entries as if the note had not been there while it was for administrators only, and none at all when it
     * is so now, or was when it was discarded.
     */
    static List<AuditEntry> leaveOut(List<AuditEntry> entries) {
        List<AuditEntry> shown = new ArrayList<>();
        Map<String, String> fields = Map.of();
        boolean hidden = false;
        for (AuditEntry entry : entries) {
            Map<String, String> next = after(fields, entry.changes());
            List<FieldChange> changes = FieldChange.between(visible(fields), visible(next));
            if (!changes.isEmpty()) {
                shown.add(new AuditEntry(entry.item(), entry.version(), entry.who(), entry.recordedAt(), changes));
            }
            hidden = isHidden(next.isEmpty() ? fields : next);
            fields = next;
        }
        return hidden ? List.of() : List.copyOf(shown);
    }

    private static Map<String, String> after(Map<String, String> fields, List<FieldChange> changes) {
        Map<String, String> next = new LinkedHashMap<>(fields);
        for (FieldChange change : changes) {
            if (change.to() == null) {
                next.remove(change.field());
            } else {
                next.put(change.field(), change.to());
            }
        }
        return next;
    }

    private static Map<String, String> visible(Map<String, String> fields) {
        return isHidden(fields) ? Map.of() : fields;
    }

    private static boolean isHidden(Map<String, String> fields) {
        return fields.containsKey("adminOnly");
    }
}
