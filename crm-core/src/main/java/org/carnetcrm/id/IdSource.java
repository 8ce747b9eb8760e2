package org.carnetcrm.id;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** The port through which new ids are made; safe for use by many threads. */
@FunctionalInterface
public interface IdSource {

    /** Gives a UUID that was never given before. */
    UUID next();

    /**
     * Gives time-ordered UUIDs (version 7). With a fixed clock and a seeded random the same ids come in the same
     * order.
     */
    static IdSource timeOrdered(Clock clock, Random random) {
        TimeBasedEpochGenerator generator = new TimeBasedEpochGenerator(random, new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
        return generator::generate;
    }
}
