/** The domain of a CRM that other applications embed. */
module org.carnetcrm {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires com.fasterxml.uuid;

    exports org.carnetcrm;
    exports org.carnetcrm.actor;
    exports org.carnetcrm.audit;
    exports org.carnetcrm.choice;
    exports org.carnetcrm.id;
    exports org.carnetcrm.input;
    exports org.carnetcrm.money;
    exports org.carnetcrm.opportunity;
    exports org.carnetcrm.page;
    exports org.carnetcrm.problem;
    exports org.carnetcrm.relation;
    exports org.carnetcrm.representative;
    exports org.carnetcrm.store;

    // The validation provider reads drafts and makes the validators.
    opens org.carnetcrm.input;
    opens org.carnetcrm.opportunity;
    opens org.carnetcrm.relation;
    opens org.carnetcrm.representative;
}
