package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.Workbench;

/**
 * An office with two relations, Acme and Borealis, both followed by Lea. Lea and Tom may nothing beyond the ordinary; Max
 * sees what is for administrators only. Actions are visits.
 */
final class Office {

    /** One big page. */
    static final PageRequest PAGE = PageRequest.first(PageRequest.MOST);

    final Set<RepresentativeId> trusted = ConcurrentHashMap.newKeySet();
    final Workbench bench;
    final RepresentativeId lea;
    final RepresentativeId max;
    final RepresentativeId tom;
    final RelationId acme;
    final RelationId borealis;

    Office() {
        this(setup -> setup);
    }

    Office(UnaryOperator<Setup> plugs) {
        bench = Workbench.with(setup -> plugs.apply(setup.withPermissions((tenant, who, permission) ->
                permission == Permission.SEE_ADMIN_ONLY && trusted.contains(who.representative()))));
        lea = bench.lea();
        max = bench.system().representatives().ensure("user-max", "Max").id();
        tom = bench.system().representatives().ensure("user-tom", "Tom").id();
        trusted.add(max);
        bench.system().choices().add(ActionType.of("VISIT", "Visit"));
        acme = relation("Acme");
        borealis = relation("Borealis");
    }

    /** Gives the desk of a representative in UTC. */
    Desk desk(RepresentativeId who) {
        return desk(who, ZoneOffset.UTC);
    }

    /** Gives the desk of a representative somewhere. */
    Desk desk(RepresentativeId who, ZoneId where) {
        return bench.crm().actingAs(Actor.of(bench.tenant().name(), who).in(where));
    }

    /** Gives the day so many days after the first. */
    static LocalDate day(int days) {
        return Workbench.FIRST_DAY.plusDays(days);
    }

    /** Registers an order for Acme that has never been chased. */
    BusinessDocument order(String number) {
        return bench.desk().documents().add(DocumentDraft.order(number, acme));
    }

    /** Reads a whole list in one page, after it proved the same in pages of one and of two. */
    static <R> List<R> all(Function<PageRequest, Page<R>> list) {
        List<R> whole = list.apply(PAGE).rows();
        assertThat(inPages(list, 1)).as("pages of one").isEqualTo(whole);
        assertThat(inPages(list, 2)).as("pages of two").isEqualTo(whole);
        return whole;
    }

    /** Expects a command to be refused for these problems, each as path and key. */
    static void assertRefused(ThrowingCallable command, String... problems) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactly(problems));
    }

    private static <R> List<R> inPages(Function<PageRequest, Page<R>> list, int size) {
        List<R> rows = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<R> page = list.apply(request.get());
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(size);
            rows.addAll(page.rows());
            request = page.next(request.get());
        }
        return rows;
    }

    private RelationId relation(String name) {
        return bench.desk()
                .relations()
                .add(RelationDraft.company(name).accountManager(lea))
                .id();
    }
}
