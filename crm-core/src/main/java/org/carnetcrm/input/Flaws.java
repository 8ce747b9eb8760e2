package org.carnetcrm.input;

import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Reports a flaw under the key of its own message in place of a constraint's default one. */
final class Flaws {

    private Flaws() {}

    static boolean report(@Nullable String flaw, ConstraintValidatorContext context) {
        if (flaw == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(flaw).addConstraintViolation();
        return false;
    }
}
