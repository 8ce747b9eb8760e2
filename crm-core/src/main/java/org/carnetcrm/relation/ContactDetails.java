package org.carnetcrm.relation;

import jakarta.validation.Valid;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a relation is reached; any part may be missing.
 *
 * @param email the e-mail address
 * @param phone the telephone number
 * @param website the web site
 * @param address where it is
 */
public record ContactDetails(
        @Line @Nullable String email,
        @Line(max = ContactDetails.PHONE_LENGTH) @Nullable String phone,
        @Line @Nullable String website,
        @Valid Address address) {

    /** The most characters of a telephone number. */
    public static final int PHONE_LENGTH = 40;

    /** Details of which nothing is known. */
    public static final ContactDetails UNKNOWN = new ContactDetails(null, null, null, Address.UNKNOWN);

    ContactDetails cleaned() {
        return new ContactDetails(Text.clean(email), Text.clean(phone), Text.clean(website), address.cleaned());
    }

    ContactDetails required() {
        Text.requireLineOrNone("email", email, Text.LINE);
        Text.requireLineOrNone("phone", phone, PHONE_LENGTH);
        Text.requireLineOrNone("website", website, Text.LINE);
        address.required();
        return this;
    }
}
