package org.carnetcrm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carnetcrm.problem.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "a|b|c", "œuvre 😀", "2026-03-12"})
    void a_cursor_reads_what_it_wrote(String sort) {
        Cursor cursor = new Cursor(sort, ID);
        PageRequest next = PageRequest.first(10).after(cursor.encode("list"));
        assertThat(Cursor.of(next, "list")).contains(cursor);
        assertThat(Cursor.of(PageRequest.first(10), "list")).isEmpty();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        PageRequest next = PageRequest.first(10).after(new Cursor("acme", ID).encode("relations"));
        assertThatThrownBy(() -> Cursor.of(next, "deals"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().get(0).key()).isEqualTo("page.cursor"));
    }

    @Test
    void a_forged_cursor_is_refused() {
        String good = new Cursor("acme", ID).encode("list");
        String noUuid = Base64.getUrlEncoder().encodeToString("12345678|x|y".getBytes(StandardCharsets.UTF_8));
        String noUtf8 = Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xC3, 0x28});
        for (String bad : List.of("", "%%%", good.substring(0, 8), noUuid, noUtf8, "😀", "' OR 1=1 --")) {
            assertThatThrownBy(() -> Cursor.of(PageRequest.first(1).after(bad), "list"))
                    .as(bad)
                    .isInstanceOf(InvalidException.class)
                    .hasMessageStartingWith("cursor: ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_page_has_1_to_1000_rows(int size) {
        assertThatThrownBy(() -> PageRequest.first(size))
                .isInstanceOf(InvalidException.class)
                .hasMessage("size: a page has 1 to 1000 rows, not " + size);
        assertThat(PageRequest.first(PageRequest.MOST).size()).isEqualTo(1000);
    }

    @Test
    void the_last_page_has_no_next() {
        PageRequest request = PageRequest.first(5);
        assertThat(new Page<>(List.of("a"), null).next(request)).isEqualTo(Optional.empty());
        assertThat(new Page<>(List.of("a"), "c").next(request)).contains(new PageRequest(5, "c"));
    }
}
