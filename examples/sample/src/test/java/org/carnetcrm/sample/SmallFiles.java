package org.carnetcrm.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The four files of the sales data, small and right, until a test spoils one. */
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
