package org.carnetcrm.choice;

import java.util.Locale;
import java.util.Map;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;

/** An entry of a configured list; each kind of list has a kind of choice of its own. */
public sealed interface Choice extends Aggregate<Choice>
        permits RelationStatus,
                Priority,
                ActionType,
                ActionStatus,
                NoteType,
                Channel,
                Stage,
                OpportunityType,
                Category,
                BusinessLine,
                ClosingCode {

    /** Gives the list that it belongs to. */
    ChoiceKind list();

    /** Gives its code, names and place. */
    Entry entry();

    /** Gives the same choice with other names, another place or retirement. */
    Choice withEntry(Entry entry);

    /** Gives what no change touches: the phase, kind, probability or responsibility, as text; empty for most kinds. */
    default String nature() {
        return "";
    }

    /** Gives the code. */
    default String code() {
        return entry().code();
    }

    /** Gives the name in a language. */
    default String label(Locale locale) {
        return entry().labels().in(locale);
    }

    /** Tells whether it is no longer offered. */
    default boolean isRetired() {
        return entry().retired();
    }

    @Override
    default ChoiceId id() {
        return new ChoiceId(list(), entry().code());
    }

    @Override
    default int version() {
        return entry().version();
    }

    @Override
    default Choice withVersion(int version) {
        return withEntry(entry().withVersion(version));
    }

    @Override
    default Map<String, String> fields() {
        return new Fields()
                .put("list", list())
                .put("code", code())
                .put("labels", entry().labels())
                .put("position", entry().position())
                .putIf("retired", entry().retired())
                .put("nature", nature().isEmpty() ? null : nature())
                .toMap();
    }
}
