package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactDetails;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationKind;
import org.jspecify.annotations.Nullable;

/** A relation. */
@Entity(name = "CrmRelation")
@Table(name = "crm_relation")
class StoredRelation extends Row<Relation> {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = Lengths.CONSTANT, nullable = false)
    RelationKind kind;

    @Column(name = "name", length = Text.LINE, nullable = false)
    String name;

    @Column(name = "name_key", length = Text.FOLDED, nullable = false)
    String nameKey;

    @Column(name = "vat_number", length = Relation.VAT_LENGTH)
    @Nullable
    String vatNumber;

    @Column(name = "email", length = Text.LINE)
    @Nullable
    String email;

    @Column(name = "phone", length = ContactDetails.PHONE_LENGTH)
    @Nullable
    String phone;

    @Column(name = "website", length = Text.LINE)
    @Nullable
    String website;

    @Column(name = "address_lines", length = Address.LINES_LENGTH)
    @Nullable
    String addressLines;

    @Column(name = "postal_code", length = Address.POSTAL_CODE_LENGTH)
    @Nullable
    String postalCode;

    @Column(name = "city", length = Text.LINE)
    @Nullable
    String city;

    @Column(name = "country", length = 2)
    @Nullable
    String country;

    @Column(name = "sector", length = Relation.SECTOR_LENGTH)
    @Nullable
    String sector;

    @Column(name = "parent_id")
    @Nullable
    UUID parent;

    @Column(name = "account_manager_id")
    @Nullable
    UUID accountManager;

    @Column(name = "status", length = ChoiceId.CODE_LENGTH, nullable = false)
    String status;

    @Column(name = "priority", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String priority;

    @Column(name = "changes", nullable = false)
    int changes;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "archived", nullable = false)
    boolean archived;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredRelation() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredRelation(TenantId tenant, Relation value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(Relation value) {
        kind = value.kind();
        name = value.name();
        nameKey = value.nameKey();
        vatNumber = value.vatNumber();
        email = value.details().email();
        phone = value.details().phone();
        website = value.details().website();
        addressLines = value.details().address().lines();
        postalCode = value.details().address().postalCode();
        city = value.details().address().city();
        country = value.details().address().country();
        sector = value.sector();
        parent = Convert.uuid(value.parent());
        accountManager = Convert.uuid(value.accountManager());
        status = value.status();
        priority = value.priority();
        changes = value.rank().changes();
        hostReference = value.hostReference();
        archived = value.archived();
    }

    @Override
    Relation value() {
        return new Relation(
                new RelationId(key.id),
                version(),
                kind,
                name,
                vatNumber,
                new ContactDetails(email, phone, website, new Address(addressLines, postalCode, city, country)),
                new Relation.Placement(
                        sector, Convert.id(parent, RelationId::new), Convert.id(accountManager, RepresentativeId::new)),
                new Relation.Rank(status, priority, changes),
                hostReference,
                archived);
    }
}
