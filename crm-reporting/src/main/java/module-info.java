/** Reports over the figures of a CRM, and the forms that they are written in. */
module org.carnetcrm.reporting {
    requires transitive org.carnetcrm;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.dhatim.fastexcel;

    exports org.carnetcrm.reporting;
    exports org.carnetcrm.reporting.chart;
}
