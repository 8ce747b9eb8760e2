/** The domain of a CRM that other applications embed. */
module org.carnetcrm {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires com.fasterxml.uuid;

    exports org.carnetcrm;
    exports org.carnetcrm.action;
    exports org.carnetcrm.actor;
    exports org.carnetcrm.audit;
    exports org.carnetcrm.choice;
    exports org.carnetcrm.followup;
    exports org.carnetcrm.id;
    exports org.carnetcrm.input;
    exports org.carnetcrm.language;
    exports org.carnetcrm.money;
    exports org.carnetcrm.note;
    exports org.carnetcrm.opportunity;
    exports org.carnetcrm.page;
    exports org.carnetcrm.problem;
    exports org.carnetcrm.relation;
    exports org.carnetcrm.representative;
    exports org.carnetcrm.store;
    exports org.carnetcrm.timeline;

    // The validation provider reads drafts and makes the validators.
    opens org.carnetcrm.action;
    opens org.carnetcrm.followup;
    opens org.carnetcrm.input;
    opens org.carnetcrm.note;
    opens org.carnetcrm.opportunity;
    opens org.carnetcrm.relation;
    opens org.carnetcrm.representative;
}
