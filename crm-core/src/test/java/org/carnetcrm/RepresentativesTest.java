package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class RepresentativesTest {

    private final Workbench bench = Workbench.inMemory();
    private final Representatives representatives = bench.system().representatives();

    @Test
    void ensuring_one_twice_adds_nothing_and_renames_nobody() {
        Representative tom = representatives.ensure("user-tom", "Tom");
        assertThat(representatives.ensure("user-tom", "Thomas")).isEqualTo(tom);
        assertThat(representatives.ensure(" user-tom ", "Thomas")).isEqualTo(tom);
        assertThat(representatives.findByReference(" user-tom ")).contains(tom);
        assertThat(representatives.findByReference(" ")).isEmpty();
        assertThatThrownBy(() -> representatives.ensure(" ", "Nobody"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("hostReference: is required");
        assertThat(representatives.all()).extracting(Representative::name).containsExactly("Lea", "Tom");
        assertThat(representatives.findByReference("user-tom")).contains(tom);
        assertThat(representatives.findByReference("user-nobody")).isEmpty();
    }

    @Test
    void one_has_all_fields_and_a_draft_starts_from_them() {
        Representative eva = representatives.add(RepresentativeDraft.named(" Eva ")
                .email("eva@example.org")
                .region("Québec")
                .manager(bench.lea())
                .hostReference("user-eva"));
        assertThat(eva.name()).isEqualTo("Eva");
        assertThat(eva.region()).isEqualTo("Québec");
        assertThat(eva.manager()).isEqualTo(bench.lea());
        assertThat(eva.active()).isTrue();
        assertThat(representatives.change(eva.id(), 1, RepresentativeDraft.from(eva)))
                .isEqualTo(eva);
        Representative changed = representatives.change(
                eva.id(), 1, RepresentativeDraft.from(eva).name("Eve").email(null));
        assertThat(representatives.find(eva.id())).contains(changed);
        assertThat(changed.email()).isNull();
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void a_team_has_no_cycle() {
        Representative low =
                representatives.add(RepresentativeDraft.named("Low").manager(bench.lea()));
        Representative lowest =
                representatives.add(RepresentativeDraft.named("Lowest").manager(low.id()));
        Representative lea = representatives.find(bench.lea()).orElseThrow();
        for (Representative manager : List.of(lea, low, lowest)) {
            assertThatThrownBy(() -> representatives.change(
                            lea.id(), 1, RepresentativeDraft.from(lea).manager(manager.id())))
                    .isInstanceOf(InvalidException.class)
                    .hasMessage("manager: it would stand above itself");
        }
        assertThat(representatives.find(bench.lea())).contains(lea);
    }

    @Test
    void one_who_left_is_not_chosen_any_more() {
        Representative tom = representatives.ensure("user-tom", "Tom");
        representatives.change(tom.id(), 1, RepresentativeDraft.from(tom).active(false));
        assertThatThrownBy(() -> bench.desk().opportunities().open(bench.draft().manager(tom.id())))
                .hasMessage("manager: Tom is no longer offered");
    }

    @Test
    void a_host_reference_is_taken_once() {
        assertThatThrownBy(() ->
                        representatives.add(RepresentativeDraft.named("Other").hostReference("user-lea")))
                .hasMessage("hostReference: the host reference user-lea is taken");
    }
}
