package org.carnetcrm.sample;

import java.nio.file.Path;

/** A file cannot be read; the message names the file and, where there is one, the line. */
final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFileException(Path file, String what) {
        super(file + ": " + what);
    }

    BadFileException(Path file, long line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
