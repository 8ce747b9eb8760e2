package org.carnetcrm.sample;

import java.io.PrintWriter;
import java.util.stream.Stream;

/** The command line with a store that leaves nothing behind. */
final class InMemory {

    private InMemory() {}

    static int run(PrintWriter output, PrintWriter errors, String... arguments) {
        return Main.run(
                output,
                errors,
                Stream.concat(Stream.of("--store", "memory"), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
