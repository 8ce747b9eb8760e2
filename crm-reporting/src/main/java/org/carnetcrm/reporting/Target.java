package org.carnetcrm.reporting;

import java.io.IOException;
import java.io.Writer;

/** The target of a caller, as a writer; it is the caller's to flush and to close. */
final class Target extends Writer {

    private final Appendable target;

    Target(Appendable target) {
        this.target = target;
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        target.append(new String(letters, from, count));
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        target.append(text, from, from + count);
    }

    @Override
    public void flush() {
        // The caller's.
    }

    @Override
    public void close() {
        // The caller's.
    }
}
