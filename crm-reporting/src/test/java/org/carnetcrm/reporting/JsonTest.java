package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void every_kind_of_cell_is_written_so() {
        assertThat(json(Forms.EVERY_KIND)).isEqualTo("""
                {"name":"every-kind","notes":[
                "As of a day.",
                "<b>&\\u0007"
                ],"columns":[
                {"key":"relation","kind":"text"},
                {"key":"text","kind":"prose"},
                {"key":"currency","kind":"text"},
                {"key":"count","kind":"count"},
                {"key":"meanDays","kind":"decimal"},
                {"key":"value","kind":"money"},
                {"key":"winRate","kind":"percent"},
                {"key":"month","kind":"period"},
                {"key":"date","kind":"date"},
                {"key":"recordedAt","kind":"instant"},
                {"key":"pinned","kind":"flag"}
                ],"rows":[
                {"relation":"Acme","text":"one\\ntwo","currency":"EUR","count":-1234567,"meanDays":"1234.5",\
                "value":"-1234567.50","winRate":"63.15","month":"2017-07","date":"2017-03-07",\
                "recordedAt":"2017-03-07T14:05:09.123456Z","pinned":true},
                {"relation":null,"text":null,"currency":null,"count":null,"meanDays":null,"value":null,"winRate":null,\
                "month":null,"date":null,"recordedAt":null,"pinned":null}
                ],"totals":[
                {"relation":"Total","text":null,"currency":"KWD","count":7,"meanDays":"1000","value":"0.125",\
                "winRate":"100","month":"2017-Q1","date":null,"recordedAt":null,"pinned":null}
                ]}
                """);
    }

    @Test
    void a_table_of_nothing_is_an_object_of_empty_lists() {
        assertThat(json(new Table("t", List.of(), List.of(), List.of())))
                .isEqualTo("{\"name\":\"t\",\"notes\":[],\"columns\":[],\"rows\":[],\"totals\":[]}\n");
    }

    @Property
    void any_text_is_read_back_as_it_was(@ForAll String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json(Forms.texts(text)))) {
            List<String> values = new ArrayList<>();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "a".equals(parser.currentName())) {
                    values.add(parser.getText());
                }
            }
            assertThat(values).containsExactly(text);
        }
    }

    @Test
    void a_list_whose_source_fails_does_not_look_complete() {
        LongTable failing = new LongTable("t", List.of(), List.of(), () -> {
            throw new IllegalStateException("the database is gone");
        });
        StringBuilder text = new StringBuilder();

        assertThatThrownBy(() -> Json.write(failing, text)).hasMessage("the database is gone");
        assertThatThrownBy(() -> {
                    try (JsonParser parser = new JsonFactory().createParser(text.toString())) {
                        while (parser.nextToken() != null) {
                            // On to the end.
                        }
                    }
                })
                .isInstanceOf(JsonParseException.class);
    }

    @Test
    void a_target_that_refuses_is_not_passed_over() {
        assertThatThrownBy(() -> Json.write(Forms.EVERY_KIND, new Full()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("full");
    }

    private static String json(Tabular table) {
        StringBuilder text = new StringBuilder();
        Json.write(table, text);
        return text.toString();
    }
}
