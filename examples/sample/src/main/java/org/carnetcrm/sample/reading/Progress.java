package org.carnetcrm.sample.reading;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** Shows how far a reader is. */
public final class Progress {

    private Progress() {}

    /** Runs a reader, which tells now and then how much it has read. */
    public static void show(Output out, Phrase what, long most, Consumer<LongConsumer> reader) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(out.language().write(what))
                .setInitialMax(most)
                .build()) {
            reader.accept(bar::stepTo);
        }
    }
}
