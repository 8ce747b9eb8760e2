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

/** A raw number, by the rules of {@link Decimals}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DecimalText.Validator.class)
public @interface DecimalText {

    /** The most digits before the point. */
    int integer();

    /** The most decimals; any number of them unless said, as for an amount, whose currency tells how many. */
    int fraction() default Integer.MAX_VALUE;

    /** The key of the message; each flaw has its own. */
    String message() default "number.notPlain";

    /** Unused; Jakarta Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Jakarta Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Decimals}. */
    final class Validator implements ConstraintValidator<DecimalText, String> {

        private int integer;
        private int fraction;

        /** Made by the validation provider. */
        public Validator() {}

        @Override
        public void initialize(DecimalText text) {
            integer = text.integer();
            fraction = text.fraction();
        }

        @Override
        public boolean isValid(@Nullable String raw, ConstraintValidatorContext context) {
            return Flaws.report(Decimals.flaw(raw, integer, fraction), context);
        }
    }
}
