package org.carnetcrm.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A raw text that may span lines and may hold secrets: a problem with it tells its length, never what it says. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Prose.Validator.class)
public @interface Prose {

    /** The most characters. */
    int max() default Text.PROSE;

    /** The key of the message; each flaw has its own. */
    String message() default "text.prose";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Text}. */
    final class Validator implements ConstraintValidator<Prose, String> {

        private int max;

        /** Made by the validation provider. */
        public Validator() {}

        @Override
        public void initialize(Prose prose) {
            max = prose.max();
        }

        @Override
        public boolean isValid(@Nullable String raw, ConstraintValidatorContext context) {
            return Flaws.report(Text.flawOfProse(raw, max), context);
        }
    }
}
