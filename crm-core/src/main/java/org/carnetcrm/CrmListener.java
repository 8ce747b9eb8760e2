package org.carnetcrm;

import org.carnetcrm.store.ChangeSet;

/**
 * The port through which a host is told of each command, inside the transaction and before anything is written. When it
 * throws, the command fails whole.
 */
@FunctionalInterface
public interface CrmListener {

    /** The default: tells nobody. */
    CrmListener NONE = changes -> {};

    /** Is told what a command is about to change. */
    void changing(ChangeSet changes);
}
