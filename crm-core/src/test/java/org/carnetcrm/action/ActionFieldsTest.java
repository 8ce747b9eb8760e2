package org.carnetcrm.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class ActionFieldsTest {

    private final Workbench bench = Workbench.inMemory();
    private final CrmPlayer player = new CrmPlayer(bench);
    private final RelationId relation = player.relations().get(0);

    @Test
    void x4_participants_are_a_field_when_there_are_any() {
        RepresentativeId bo = player.administrator().who().representative();
        ActionDraft draft = ActionDraft.with(relation).subject("Fair");
        Action alone = bench.desk().actions().plan(draft);
        Action together = bench.desk().actions().plan(draft.participants(List.of(bo)));

        assertThat(alone.fields()).doesNotContainKey("participants");
        assertThat(together.fields()).containsEntry("participants", bo.text());
    }

    @Test
    void a_draft_prints_what_it_is_about() {
        ActionDraft draft = ActionDraft.with(relation).type("VISIT").subject("Fair");

        assertThat(draft).hasToString("ActionDraft[" + relation + ", VISIT, " + draft.schedule() + ", Fair]");
    }

    @Test
    void d7_an_end_after_the_last_year_is_a_problem_of_the_end() {
        LocalDate last = LocalDate.of(9999, 12, 31);
        ScheduleDraft draft = new ScheduleDraft(last, last.plusDays(1), null, null, null);

        assertThat(draft.read(last, ZoneOffset.UTC).problems())
                .extracting(problem -> problem.path() + " " + problem.key())
                .containsExactly("until date.range");
    }
}
