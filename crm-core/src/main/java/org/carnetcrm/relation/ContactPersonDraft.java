package org.carnetcrm.relation;

import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a contact person is added or changed with: the whole form, in which a missing value clears.
 *
 * @param firstName the first name
 * @param lastName the last name; required
 * @param function the function
 * @param email the e-mail address
 * @param phone the telephone number
 * @param mobile the mobile number
 * @param language the language, as a code such as fr
 * @param hostReference how the host knows the person
 * @param active whether offered for choice
 */
public record ContactPersonDraft(
        @Line @Nullable String firstName,
        @Line(required = true) @Nullable String lastName,
        @Line @Nullable String function,
        @Line @Nullable String email,
        @Line(max = ContactDetails.PHONE_LENGTH) @Nullable String phone,
        @Line(max = ContactDetails.PHONE_LENGTH) @Nullable String mobile,
        @Line(max = ContactPerson.LANGUAGE_LENGTH) @Nullable String language,
        @Line(max = Text.REFERENCE) @Nullable String hostReference,
        boolean active) {

    /** Makes a draft of an active person. */
    public static ContactPersonDraft named(@Nullable String firstName, String lastName) {
        return new ContactPersonDraft(firstName, lastName, null, null, null, null, null, null, true);
    }

    /** Makes a draft that changes nothing yet. */
    public static ContactPersonDraft from(ContactPerson present) {
        return new ContactPersonDraft(
                present.firstName(),
                present.lastName(),
                present.function(),
                present.email(),
                present.phone(),
                present.mobile(),
                present.language(),
                present.hostReference(),
                present.active());
    }

    /** Gives the draft with the first name. */
    public ContactPersonDraft firstName(@Nullable String firstName) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the last name. */
    public ContactPersonDraft lastName(@Nullable String lastName) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the function. */
    public ContactPersonDraft function(@Nullable String function) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the e-mail address. */
    public ContactPersonDraft email(@Nullable String email) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the telephone number. */
    public ContactPersonDraft phone(@Nullable String phone) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the mobile number. */
    public ContactPersonDraft mobile(@Nullable String mobile) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with the language, as a code such as fr. */
    public ContactPersonDraft language(@Nullable String language) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with how the host knows the person. */
    public ContactPersonDraft hostReference(@Nullable String hostReference) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Gives the draft with whether offered for choice. */
    public ContactPersonDraft active(boolean active) {
        return new ContactPersonDraft(
                firstName, lastName, function, email, phone, mobile, language, hostReference, active);
    }

    /** Builds the person; the draft has passed its checks. */
    public ContactPerson build(ContactPersonId id, int version, RelationId relation) {
        String clean = Text.clean(lastName);
        if (clean == null) {
            throw new IllegalArgumentException("the last name is required");
        }
        return new ContactPerson(
                id,
                version,
                relation,
                Text.clean(firstName),
                clean,
                Text.clean(function),
                Text.clean(email),
                Text.clean(phone),
                Text.clean(mobile),
                Text.clean(language),
                Text.clean(hostReference),
                active);
    }
}
