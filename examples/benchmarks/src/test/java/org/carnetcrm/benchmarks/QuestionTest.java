package org.carnetcrm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared gives the same answer, or the comparison says nothing. */
class QuestionTest {

    private static final Grown GROWN = Grown.to(Size.of(1_000));
    private static final Questions DESK = new ThroughDesk(GROWN);
    private static final Questions LOOP = new ThroughLoop(GROWN);

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_loop_over_everything_answers_as_the_desk_does(Question question) {
        for (int turn = 0; turn < GROWN.relations.size(); turn++) {
            assertThat(question.ask(DESK, turn))
                    .isNotEmpty()
                    .hasSameSizeAs(question.ask(LOOP, turn))
                    .isEqualTo(question.ask(LOOP, turn));
        }
    }
}
