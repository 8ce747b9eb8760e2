package org.carnetcrm.sample.reading;

import java.nio.file.Path;

/** A file cannot be read; the message names the file and, where there is one, the line. */
public final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the file. */
    public BadFileException(Path file, String what) {
        super(file + ": " + what);
    }

    /** Names the file and the line. */
    public BadFileException(Path file, long line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
