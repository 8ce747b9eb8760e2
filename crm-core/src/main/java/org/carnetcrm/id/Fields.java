package org.carnetcrm.id;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the {@link Aggregate#fields() fields} of an aggregate in the order in which they are put. */
public final class Fields {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Starts without any field. */
    public Fields() {}

    /** Puts a field with the text of its value; nothing when the value is missing. */
    public Fields put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    /** Puts a yes-or-no field, only when it is yes. */
    public Fields putIf(String name, boolean value) {
        return put(name, value ? "true" : null);
    }

    /** Gives what was put, unmodifiable. */
    public Map<String, String> toMap() {
        return Collections.unmodifiableMap(values);
    }
}
