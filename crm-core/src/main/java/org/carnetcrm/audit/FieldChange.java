package org.carnetcrm.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that a change touched. It may hold the text of a note, so {@link #toString} names the field only.
 *
 * @param field the name of the field
 * @param from the text before; missing when there was none
 * @param to the text after; missing when there is none
 */
public record FieldChange(
        String field, @Nullable String from, @Nullable String to) {

    /** Gives the differences of two maps of fields, in the order of the fields. */
    public static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.add(new FieldChange(name, before.get(name), after.get(name)));
            }
        }
        return changes;
    }

    @Override
    public String toString() {
        return field;
    }
}
