package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.relation.ContactDetails;
import org.carnetcrm.relation.ContactPerson;
import org.jspecify.annotations.Nullable;

/** A person at a relation. */
@Entity(name = "CrmContactPerson")
@Table(name = "crm_contact_person")
class StoredContactPerson extends Row<ContactPerson> {

    @EmbeddedId
    Key key;

    @Column(name = "relation_id", nullable = false, updatable = false)
    UUID relation;

    @Column(name = "first_name", length = Text.LINE)
    @Nullable
    String firstName;

    @Column(name = "last_name", length = Text.LINE, nullable = false)
    String lastName;

    @Column(name = "job_function", length = Text.LINE)
    @Nullable
    String function;

    @Column(name = "email", length = Text.LINE)
    @Nullable
    String email;

    @Column(name = "phone", length = ContactDetails.PHONE_LENGTH)
    @Nullable
    String phone;

    @Column(name = "mobile", length = ContactDetails.PHONE_LENGTH)
    @Nullable
    String mobile;

    @Column(name = "language", length = ContactPerson.LANGUAGE_LENGTH)
    @Nullable
    String language;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "active", nullable = false)
    boolean active;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredContactPerson() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredContactPerson(TenantId tenant, ContactPerson value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(ContactPerson value) {
        relation = value.relation().value();
        firstName = value.firstName();
        lastName = value.lastName();
        function = value.function();
        email = value.email();
        phone = value.phone();
        mobile = value.mobile();
        language = value.language();
        hostReference = value.hostReference();
        active = value.active();
    }

    @Override
    ContactPerson value() {
        return new ContactPerson(
                new ContactPersonId(key.id),
                version(),
                new RelationId(relation),
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
}
