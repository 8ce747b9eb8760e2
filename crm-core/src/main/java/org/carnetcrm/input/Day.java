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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date, by the rules of {@link Dates}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Day.Validator.class)
public @interface Day {

    /** The key of the message. */
    String message() default "date.range";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Dates}. */
    final class Validator implements ConstraintValidator<Day, LocalDate> {

        /** Made by the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable LocalDate raw, ConstraintValidatorContext context) {
            return Dates.flaw(raw) == null;
        }
    }
}
