package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * The changed fields of one change as a text: a line per field, of the name, the value before and the value after, each
 * after a tab. A value begins with {@code =}; a missing one is empty. Within a value a backslash stands before {@code n},
 * {@code r}, {@code t} and a backslash, in place of what would end the line or the value.
 */
final class FieldChanges {

    private static final int PARTS = 3;

    private FieldChanges() {}

    static String write(List<FieldChange> changes) {
        StringBuilder text = new StringBuilder();
        for (FieldChange change : changes) {
            text.append(change.field()).append('\t');
            append(text, change.from());
            text.append('\t');
            append(text, change.to());
            text.append('\n');
        }
        return text.toString();
    }

    static List<FieldChange> read(String text) {
        List<FieldChange> changes = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String[] parts = text.substring(start, end).split("\t", -1);
            if (parts.length != PARTS) {
                throw new IllegalStateException("a change on record has " + parts.length + " parts");
            }
            changes.add(new FieldChange(parts[0], value(parts[1]), value(parts[2])));
            start = end + 1;
        }
        return changes;
    }

    private static void append(StringBuilder text, @Nullable String value) {
        if (value == null) {
            return;
        }
        text.append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    private static @Nullable String value(String part) {
        if (part.isEmpty()) {
            return null;
        }
        StringBuilder value = new StringBuilder(part.length());
        for (int i = 1; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (part.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> part.charAt(i);
                };
            }
            value.append(c);
        }
        return value.toString();
    }
}
