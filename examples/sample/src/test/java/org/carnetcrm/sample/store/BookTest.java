package org.carnetcrm.sample.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.carnetcrm.Setup;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book is whole or begun anew, whatever became of the run that began it. */
class BookTest {

    private static final Setup SETUP = Setup.of(Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    void a_book_that_was_not_finished_is_begun_anew_and_one_that_was_is_found() {
        try (Storage storage = storage()) {
            Book killed = storage.open("set", SETUP);
            killed.begin("EUR", Presets.standard(), desk -> desk.relations().add(RelationDraft.company("Half")));
        }
        String tenant;
        try (Storage storage = storage()) {
            Book book = storage.open("set", SETUP);
            assertThat(book.isWhole()).isFalse();
            book.begin("EUR", Presets.standard(), desk -> desk.relations().add(RelationDraft.company("Whole")));
            book.finish(Map.of("en", List.of("first", "", "  third"), "fr", List.of("un")));
            assertThat(book.isWhole()).isTrue();
            tenant = book.tenant();
        }
        try (Storage storage = storage()) {
            Book book = storage.open("set", SETUP);
            assertThat(book.isWhole()).isTrue();
            assertThat(book.tenant()).isEqualTo(tenant);
            assertThat(book.told("en")).containsExactly("first", "", "  third");
            assertThat(book.told("nl")).isEmpty();
            assertThat(names(book)).containsExactly("Whole");
            assertThat(storage.open("other", SETUP).isWhole()).isFalse();
        }
    }

    @Test
    void a_unit_that_fails_leaves_nothing() {
        try (Storage storage = storage()) {
            Book book = storage.open("set", SETUP);
            book.begin("EUR", Presets.standard(), desk -> {});
            assertThatThrownBy(() -> book.run(desk -> {
                        desk.relations().add(RelationDraft.company("Acme"));
                        throw new IllegalStateException("the power goes");
                    }))
                    .hasMessage("the power goes");
            assertThat(names(book)).isEmpty();
        }
    }

    private Storage storage() {
        return Storage.at("jdbc:h2:" + folder.resolve("books"), null, null);
    }

    private static List<String> names(Book book) {
        return book.unit(crm -> crm
                .actingAs(org.carnetcrm.actor.Actor.system(book.tenant()))
                .relations()
                .list(RelationFilter.all(), PageRequest.first(9))
                .rows()
                .stream()
                .map(row -> row.name())
                .toList());
    }
}
