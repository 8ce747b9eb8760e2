package org.carnetcrm.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a data set, small and right, until a test spoils one; those of the sales data unless said otherwise. */
final class SmallFiles {

    private final Map<String, byte[]> files = new TreeMap<>();

    SmallFiles() {
        with("accounts.csv", """
                account,sector,year_established,revenue,employees,office_location,subsidiary_of
                Gamma,retail,1998,3.3,30,Canada,Béta
                Acme,retail,1996,1.1,10,Belgium,
                Béta,medical,1997,2.2,20,France,Acme
                """);
        with("products.csv", """
                product,series,sales_price
                GTX Pro,GTX,4821
                MG Special,MG,55
                """);
        with("sales_teams.csv", """
                sales_agent,manager,regional_office
                Anna Snelling,Dustin Brinkmann,Central
                Cecily Lampkin,Dustin Brinkmann,East
                """);
        with("sales_pipeline.csv", """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                A1,Anna Snelling,GTXPro,Acme,Won,2016-10-20,2017-03-01,4800
                A2,Anna Snelling,MG Special,Béta,Lost,2016-10-25,2017-03-11,0
                A3,Cecily Lampkin,GTX Pro,,Engaging,2016-10-26,,
                A4,Cecily Lampkin,MG Special,Gamma,Prospecting,,,
                """);
    }

    /** Two deals of two companies, three activities, and two months of targets. */
    static SmallFiles activities() {
        SmallFiles files = new SmallFiles();
        files.files.clear();
        return files.with("crm_deals.csv", """
                        deal_id,deal_name,rep_name,rep_segment,region,industry,product,lead_source,acv,stage,created_date,close_date,days_in_pipeline,deal_score,num_touches,competitors,forecast_category
                        D1,Retail Corp #1,Ann,SMB,Europe,Retail,CRM Pro,Event,4000,Lead,2023-07-01,,13,45.0,1,None,Pipeline
                        D2,Bank Corp #2,Bob,SMB,APAC,Finance,CRM Pro,Inbound,9000.50,Closed Won,2023-07-02,2023-08-01,30,60.1,9,Zoho,Closed
                        """).with("crm_activities.csv", """
                        activity_id,deal_id,rep_name,activity_type,activity_date,duration_min,outcome
                        A1,D1,Ann,Call,2023-07-03,20,Positive
                        A2,D2,Bob,Proposal Sent,2023-07-04,90,Neutral
                        A3,D2,Ann,Call,2023-08-02,25,Negative
                        """).with("monthly_targets.csv", """
                        rep_name,month,quota,attainment,actual
                        Ann,2023-07-01,1000,0.5,500
                        Bob,2023-07-01,0,0,0
                        """);
    }

    /** Two customers, two employees and three orders, of which one is not shipped. */
    static SmallFiles northwind() {
        SmallFiles files = new SmallFiles();
        files.files.clear();
        return files.with("northwind.sql", """
                -- a dump; with a semicolon in a comment
                SET client_encoding = 'UTF8';
                CREATE TABLE customers (
                    customer_id character varying(5) NOT NULL,
                    company_name character varying(40) NOT NULL,
                    contact_name character varying(30),
                    contact_title character varying(30),
                    address character varying(60),
                    city character varying(15),
                    postal_code character varying(10),
                    country character varying(15),
                    phone character varying(24)
                );
                CREATE TABLE employees (
                    employee_id smallint NOT NULL,
                    last_name character varying(20) NOT NULL,
                    first_name character varying(10) NOT NULL,
                    country character varying(15),
                    reports_to smallint
                );
                CREATE TABLE orders (order_id smallint NOT NULL, customer_id character varying(5),
                    employee_id smallint, order_date date, required_date date, shipped_date date, freight real);
                CREATE TABLE order_details (order_id smallint NOT NULL, product_id smallint NOT NULL,
                    unit_price real NOT NULL, quantity smallint NOT NULL, discount real NOT NULL);
                CREATE TABLE products (product_id smallint NOT NULL, product_name character varying(40) NOT NULL);
                CREATE TABLE region (region_id smallint NOT NULL);
                INSERT INTO customers VALUES ('ALFKI', 'Bob''s; Tables', 'Ana Maria Ruiz', 'Owner', 'Street 1', 'Roma', '1', 'Italy', '1');
                INSERT INTO customers VALUES ('BONAP', 'Bon app', NULL, NULL, NULL, NULL, NULL, 'Atlantis', NULL);
                INSERT INTO employees VALUES (1, 'Roe', 'Jane', 'USA', 2), (2, 'Doe', 'John', 'UK', NULL);
                INSERT INTO products VALUES (7, 'Tea');
                INSERT INTO region VALUES (1);
                INSERT INTO orders VALUES (10, 'ALFKI', 1, '1998-01-05', '1998-02-02', '1998-01-08', 1.25);
                INSERT INTO orders VALUES (11, 'ALFKI', 2, '1998-01-06', '1998-01-30', NULL, 2);
                INSERT INTO orders VALUES (12, 'ALFKI', 1, '1998-01-07', NULL, NULL, 0);
                INSERT INTO order_details VALUES (10, 7, 9.80000019, 3, 0.150000006);
                INSERT INTO order_details VALUES (11, 7, 10, 2, 0);
                ALTER TABLE ONLY orders
                    ADD CONSTRAINT pk_orders PRIMARY KEY (order_id);
                ALTER TABLE ONLY order_details
                    ADD CONSTRAINT fk_order_details_orders FOREIGN KEY (order_id) REFERENCES orders;
                """);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    SmallFiles with(String name, String text) {
        return with(name, text, StandardCharsets.UTF_8);
    }

    SmallFiles with(String name, String text, Charset charset) {
        files.put(name, text.getBytes(charset));
        return this;
    }

    SmallFiles without(String name) {
        files.remove(name);
        return this;
    }

    /** Replaces a text that the file has by another. */
    SmallFiles replacing(String name, String text, String other) {
        if (!text(name).contains(text)) {
            throw new IllegalArgumentException(name + " does not have " + text);
        }
        return with(name, text(name).replace(text, other));
    }

    Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private byte[] bytes(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("there is no file " + name);
        }
        return bytes;
    }
}
