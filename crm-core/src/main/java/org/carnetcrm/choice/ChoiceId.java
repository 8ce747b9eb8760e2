package org.carnetcrm.choice;

import java.util.Objects;
import java.util.regex.Pattern;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/**
 * Names a choice: its list and its code.
 *
 * @param list the list that it belongs to
 * @param code 1 to 40 letters A–Z and a–z, digits, {@code _}, {@code -} and {@code .}, compared exactly
 */
public record ChoiceId(ChoiceKind list, String code) implements Id {

    /** The most characters of a code. */
    public static final int CODE_LENGTH = 40;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1," + CODE_LENGTH + "}");

    /** Refuses a malformed code with a problem of {@code code}. */
    public ChoiceId {
        Objects.requireNonNull(list, "list");
        if (!isCode(code)) {
            throw InvalidException.of(Problem.of("code", code, "choice.code"));
        }
    }

    /** Tells whether a text has the form of a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CHOICE;
    }

    @Override
    public String text() {
        return list + "/" + code;
    }

    @Override
    public String toString() {
        return text();
    }
}
