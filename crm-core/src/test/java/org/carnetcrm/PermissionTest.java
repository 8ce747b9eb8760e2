package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Permissions;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letter X5: by default nobody but the system may more than the ordinary. */
class PermissionTest {

    @ParameterizedTest
    @EnumSource(Permission.class)
    void x5_by_default_no_representative_has_any_permission(Permission permission) {
        Who anybody = Who.of(new RepresentativeId(UUID.fromString("01890000-0000-7000-8000-00000000dead")));
        assertThat(Permissions.NONE.has(new TenantId("acme"), anybody, permission))
                .isFalse();
    }

    @Test
    void x5_by_default_a_representative_is_refused_what_the_system_may() {
        Workbench bench = Workbench.inMemory();
        RelationId acme = bench.relation("Acme").id();
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Desk lea = bench.desk();
        NoteDraft hidden = NoteDraft.about(acme).adminOnly(true);
        assertLacks("CONFIGURE_LISTS", () -> lea.choices().add(Priority.of("TOP", "Top")));
        assertLacks("SEE_ADMIN_ONLY", () -> lea.notes().add(hidden));
        assertLacks("SEE_ADMIN_ONLY", () -> lea.representatives().reassign(Reassignment.of(bench.lea(), tom)));
        assertThat(bench.system().choices().add(Priority.of("TOP", "Top")).code())
                .isEqualTo("TOP");
        assertThat(bench.system()
                        .representatives()
                        .reassign(Reassignment.of(bench.lea(), tom))
                        .relations())
                .isEqualTo(0);
    }

    @Test
    void x5_a_port_that_throws_fails_the_question_and_shows_nothing() {
        AtomicInteger asked = new AtomicInteger();
        Workbench bench = Workbench.with(setup -> setup.withPermissions((tenant, who, permission) -> {
            asked.incrementAndGet();
            throw new IllegalStateException("the directory is away");
        }));
        RelationId acme = bench.relation("Acme").id();
        assertThat(bench.desk().notes().add(NoteDraft.about(acme)).version())
                .as("what needs no permission asks for none")
                .isEqualTo(1);
        assertThat(asked).hasValue(0);
        assertThatThrownBy(() -> bench.desk().timeline().of(acme, Office.PAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the directory is away");
        assertThat(asked).hasValue(1);
    }

    private static void assertLacks(String permission, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        e -> assertThat(e.permission()).isEqualTo(permission));
    }
}
