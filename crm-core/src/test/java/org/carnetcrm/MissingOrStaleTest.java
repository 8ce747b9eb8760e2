package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.carnetcrm.BadInputScene.NOBODY;
import static org.carnetcrm.BadInputScene.assertThreeLanguages;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not there, and what somebody else changed meanwhile, is a typed error that names it. */
class MissingOrStaleTest {

    private final BadInputScene scene = new BadInputScene();

    private record Missing(
            String name, Class<? extends CrmException> type, String key, Consumer<BadInputScene> command) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_not_there_or_was_changed_meanwhile_is_a_typed_error_that_names_it(Missing bad) {
        List<Object> before = scene.everything();
        Throwable thrown = catchThrowable(() -> bad.command().accept(scene));
        assertThat(thrown).isExactlyInstanceOf(bad.type());
        assertThat(((CrmException) thrown).key()).isEqualTo(bad.key());
        assertThreeLanguages((CrmException) thrown);
        assertThat(scene.everything()).isEqualTo(before);
    }

    static Stream<Missing> missing() {
        OpportunityId deal = new OpportunityId(NOBODY);
        RelationId relation = new RelationId(NOBODY);
        return Stream.of(
                gone("notFound.opportunity", s -> s.deals.moveTo(deal, 1, "NEEDS")),
                gone("notFound.opportunity", s -> s.deals.reassign(deal, 1, s.bench.lea())),
                gone("notFound.opportunity", s -> s.deals.change(deal, 1, s.draft())),
                gone("notFound.opportunity", s -> s.deals.close(deal, 1, ClosingDraft.won())),
                gone("notFound.opportunity", s -> s.deals.reopen(deal, 1)),
                gone("notFound.relation", s -> s.relations.change(relation, 1, RelationDraft.company("New"))),
                gone("notFound.relation", s -> s.relations.archive(relation, 1)),
                gone("notFound.relation", s -> s.relations.addContact(relation, ContactPersonDraft.named("A", "B"))),
                gone(
                        "notFound.contact_person",
                        s -> s.relations.changeContact(
                                new ContactPersonId(NOBODY), 1, ContactPersonDraft.named("A", "B"))),
                gone("notFound.link", s -> s.deals.unlink(new LinkId(NOBODY), 1)),
                gone(
                        "notFound.representative",
                        s -> s.desk.representatives()
                                .change(new RepresentativeId(NOBODY), 1, RepresentativeDraft.named("New"))),
                gone(
                        "notFound.choice",
                        s -> s.bench.system().choices().retire(new ChoiceId(ChoiceKind.STAGE, "NONE"), 1)),
                stale("a deal", s -> s.deals.change(s.open.id(), 1, OpportunityDraft.from(s.open))),
                unknown("a deal", s -> s.deals.change(s.open.id(), 3, OpportunityDraft.from(s.open))),
                stale("a deal to move", s -> s.deals.moveTo(s.open.id(), 1, "NEEDS")),
                stale("a deal to close", s -> s.deals.close(s.open.id(), 1, ClosingDraft.won())),
                stale("a deal to reopen", s -> s.deals.reopen(s.lost.id(), 1)),
                unknown("a relation", s -> s.relations.change(s.acme.id(), 9, RelationDraft.from(s.acme))),
                stale(
                        "a choice",
                        s -> s.bench.system().choices().restore(new ChoiceId(ChoiceKind.STAGE, "PROPOSAL"), 1)));
    }

    private static Missing gone(String key, Consumer<BadInputScene> command) {
        return new Missing(key, NotFoundException.class, key, command);
    }

    private static Missing unknown(String name, Consumer<BadInputScene> command) {
        return new Missing(
                "a version of " + name + " from the future",
                ConflictException.class,
                "conflict.unknownVersion",
                command);
    }

    private static Missing stale(String name, Consumer<BadInputScene> command) {
        return new Missing("a stale version of " + name, ConflictException.class, "conflict.stale", command);
    }
}
