package org.carnetcrm.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each question at each size, through the desk and through a loop over everything. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Reads {

    /** A CRM takes far longer to grow than to ask, so the next benchmark of the same process asks the same one. */
    private static @Nullable Grown grown;

    /** The entries of the CRM. */
    @Param({"1000", "100000", "1000000"})
    public int entries;

    /** What is asked. */
    @Param
    public Question question = Question.ACTIONS;

    private @Nullable Questions desk;
    private @Nullable Questions loop;
    private int turn;

    /** Grows the CRM. */
    @Setup
    public void grow() {
        Size size = Size.of(entries);
        if (grown == null || !grown.size.equals(size)) {
            grown = null;
            grown = Grown.to(size);
        }
        desk = new ThroughDesk(grown);
        loop = new ThroughLoop(grown);
    }

    /** Asks the CRM. */
    @Benchmark
    public List<?> desk() {
        return ask(desk);
    }

    /** Asks the loop. */
    @Benchmark
    public List<?> loop() {
        return ask(loop);
    }

    private List<?> ask(@Nullable Questions questions) {
        if (questions == null) {
            throw new IllegalStateException("nothing has grown yet");
        }
        turn = (turn + 1) & Integer.MAX_VALUE;
        return question.ask(questions, turn);
    }
}
