package org.carnetcrm.relation;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person at a relation, which never changes.
 *
 * @param id the id
 * @param version 1 when added, and one more with each change
 * @param relation the relation where the person is
 * @param firstName the first name
 * @param lastName the last name
 * @param function the function
 * @param email the e-mail address
 * @param phone the telephone number
 * @param mobile the mobile number
 * @param language the language, as a code such as fr
 * @param hostReference how the host knows the person
 * @param active whether offered for choice
 */
public record ContactPerson(
        ContactPersonId id,
        int version,
        RelationId relation,
        @Nullable String firstName,
        String lastName,
        @Nullable String function,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String language,
        @Nullable String hostReference,
        boolean active)
        implements Aggregate<ContactPerson>, HostReferenced {

    /** The most characters of a language's code. */
    public static final int LANGUAGE_LENGTH = 20;

    /** Refuses what the {@linkplain Text rules for texts} refuse. */
    public ContactPerson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(relation, "relation");
        Text.requireLineOrNone("firstName", firstName, Text.LINE);
        Text.requireLine("lastName", lastName, Text.LINE);
        Text.requireLineOrNone("function", function, Text.LINE);
        Text.requireLineOrNone("email", email, Text.LINE);
        Text.requireLineOrNone("phone", phone, ContactDetails.PHONE_LENGTH);
        Text.requireLineOrNone("mobile", mobile, ContactDetails.PHONE_LENGTH);
        Text.requireLineOrNone("language", language, LANGUAGE_LENGTH);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
    }

    /** Gives first and last name. */
    public String name() {
        return firstName == null ? lastName : firstName + " " + lastName;
    }

    @Override
    public ContactPerson withVersion(int version) {
        return new ContactPerson(
                id,
                version,
                relation,
                firstName,
                lastName,
                function,
                email,
                phone,
                mobile,
                language,
                hostReference,
                active);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("relation", relation)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("function", function)
                .put("email", email)
                .put("phone", phone)
                .put("mobile", mobile)
                .put("language", language)
                .put("hostReference", hostReference)
                .put("active", active)
                .toMap();
    }

    /** Names it without what is personal, for logs. */
    @Override
    public String toString() {
        return "ContactPerson[" + id + " v" + version + "]";
    }
}
