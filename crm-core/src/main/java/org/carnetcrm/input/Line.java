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

/** A raw line of text, by the rules of {@link Text}. */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Line.Validator.class)
public @interface Line {

    /** The most characters. */
    int max() default Text.LINE;

    /** Whether it must be given. */
    boolean required() default false;

    /** The key of the message; each flaw has its own. */
    String message() default "text.line";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Text}. */
    final class Validator implements ConstraintValidator<Line, String> {

        private int max;
        private boolean required;

        /** Made by the validation provider. */
        public Validator() {}

        @Override
        public void initialize(Line line) {
            max = line.max();
            required = line.required();
        }

        @Override
        public boolean isValid(@Nullable String raw, ConstraintValidatorContext context) {
            String flaw = required && Text.clean(raw) == null ? "required" : Text.flawOfLine(raw, max);
            return Flaws.report(flaw, context);
        }
    }
}
