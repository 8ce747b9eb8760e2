package org.carnetcrm.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in the order of a list: its sort value and its id. As text it is opaque, and bound to the list,
 * tenant and filter that it was made for, so that a cursor of another list is refused. It protects from mistakes, not
 * from a forger: a store answers a forged one within its tenant and filter all the same.
 *
 * @param sort the value that the list is ordered by, as text
 * @param id the id that tells equal sort values apart
 */
public record Cursor(String sort, UUID id) {

    /** Refuses missing parts. */
    public Cursor {
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(id, "id");
    }

    /** Gives the opaque text for a list; {@code list} tells tenant, filter and order apart. */
    public String encode(String list) {
        byte[] plain = String.join("|", check(list), id.toString(), sort).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Reads the cursor of a request; refuses one that was not made for this list, as a problem of {@code cursor}. */
    public static Optional<Cursor> of(PageRequest request, String list) {
        String text = request.cursor();
        if (text == null) {
            return Optional.empty();
        }
        Cursor cursor = decode(text, list);
        if (cursor == null) {
            throw InvalidException.of(Problem.of("cursor", text, "page.cursor"));
        }
        return Optional.of(cursor);
    }

    private static @Nullable Cursor decode(String text, String list) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> parts = List.of(plain.split("\\|", 3));
            // No list is ordered by what holds control characters, which not every database would even look for.
            boolean printable = plain.chars().noneMatch(Character::isISOControl);
            return printable && parts.size() == 3 && parts.get(0).equals(check(list))
                    ? new Cursor(parts.get(2), UUID.fromString(parts.get(1)))
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static String check(String list) {
        CRC32 sum = new CRC32();
        sum.update(list.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
