package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.carnetcrm.jpa.DatabaseColumns.Foreign;
import org.carnetcrm.jpa.DatabaseColumns.Stored;
import org.carnetcrm.jpa.MappedColumns.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts make the tables that the row classes say, in each database alike. */
class SchemaTest {

    private static final Set<String> PROSPECTING =
            Set.of("crm_opportunity", "crm_opportunity_revision", "crm_opportunity_link");

    /** What JPA takes for the length of a text that names none. */
    private static final int UNSAID = 255;

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_provider_finds_the_tables_that_it_expects(TestDatabase kind) {
        try (EntityManagerFactory whole = kind.crm().entityManagers("carnet-test", Map.of());
                EntityManagerFactory base = kind.crm().entityManagers("carnet-base-test", Map.of())) {
            assertThat(MappedColumns.of(whole).keySet())
                    .containsAll(MappedColumns.of(base).keySet())
                    .containsAll(PROSPECTING)
                    .isEqualTo(DatabaseColumns.of(kind.crm(), DatabaseColumns::tables));
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void the_base_stands_without_prospecting(TestDatabase kind) {
        try (Database database = kind.create().base();
                EntityManagerFactory base = database.entityManagers("carnet-base-test", Map.of())) {
            assertThat(DatabaseColumns.of(database, DatabaseColumns::tables))
                    .isEqualTo(MappedColumns.of(base).keySet())
                    .doesNotContainAnyElementsOf(PROSPECTING);
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void prospecting_stands_without_the_base(TestDatabase kind) {
        try (Database database = kind.create().prospecting()) {
            assertThat(DatabaseColumns.of(database, DatabaseColumns::tables)).isEqualTo(PROSPECTING);
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void each_column_has_the_type_and_the_size_of_its_field(TestDatabase kind) {
        MappedColumns.of(kind.crm().entityManagers()).forEach((table, mapped) -> {
            SortedMap<String, Stored> stored = DatabaseColumns.of(kind.crm(), database -> database.columns(table));
            assertThat(mapped).extracting(Mapped::name).as(table).containsExactlyInAnyOrderElementsOf(stored.keySet());
            for (Mapped column : mapped) {
                assertThat(flaws(kind, column, stored.get(column.name())))
                        .as(table + "." + column.name())
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void each_key_and_each_index_begins_with_the_tenant(TestDatabase kind) {
        for (String table : DatabaseColumns.of(kind.crm(), DatabaseColumns::tables)) {
            List<String> key = DatabaseColumns.of(kind.crm(), database -> database.primaryKey(table));
            assertThat(key).as("primary key of " + table).startsWith("tenant_id");
            SortedMap<String, List<String>> indexes =
                    DatabaseColumns.of(kind.crm(), database -> database.indexes(table));
            assertThat(indexes).as("indexes of " + table).isNotEmpty();
            indexes.forEach((name, columns) -> assertThat(columns).as(name).startsWith("tenant_id"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void only_lines_refer_to_what_they_belong_to_and_within_the_tenant(TestDatabase kind) {
        List<Foreign> keys = new ArrayList<>();
        for (String table : DatabaseColumns.of(kind.crm(), DatabaseColumns::tables)) {
            keys.addAll(DatabaseColumns.of(kind.crm(), database -> database.foreignKeys(table)));
        }

        assertThat(keys)
                .containsExactlyInAnyOrder(
                        new Foreign("crm_choice_label", "tenant_id", "crm_choice", "tenant_id"),
                        new Foreign("crm_action_attendee", "tenant_id", "crm_action", "tenant_id"),
                        new Foreign("crm_action_cost", "tenant_id", "crm_action", "tenant_id"));
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void texts_that_are_looked_up_or_ordered_compare_unit_by_unit(TestDatabase kind) {
        for (String table : DatabaseColumns.of(kind.crm(), DatabaseColumns::tables)) {
            Set<String> indexed =
                    Set.copyOf(DatabaseColumns.of(kind.crm(), database -> database.indexes(table)).values().stream()
                            .flatMap(List::stream)
                            .toList());
            DatabaseColumns.of(kind.crm(), database -> database.columns(table)).values().stream()
                    .filter(column -> column.length() > 0)
                    .forEach(column -> {
                        String collation = column.collation();
                        switch (kind) {
                            case MARIADB ->
                                assertThat(collation)
                                        .as(table + "." + column.name())
                                        .isEqualTo("utf8mb4_nopad_bin");
                            case POSTGRESQL -> {
                                if (indexed.contains(column.name())) {
                                    assertThat(collation)
                                            .as(table + "." + column.name())
                                            .isEqualTo("C");
                                }
                            }
                            case H2 ->
                                assertThat(collation)
                                        .as(table + "." + column.name())
                                        .isIn("null", "OFF");
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void each_database_has_the_same_indexes(TestDatabase kind) {
        assertThat(indexes(kind)).isEqualTo(indexes(TestDatabase.H2));
    }

    @Test
    void each_constant_and_each_zone_fits_its_column() {
        List<String> constants = MappedColumns.enums(TestDatabase.H2.crm().entityManagers()).stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();

        assertThat(constants).isNotEmpty().allMatch(name -> name.length() <= Lengths.CONSTANT);
        assertThat(ZoneId.getAvailableZoneIds()).allMatch(zone -> zone.length() <= Lengths.ZONE);
    }

    /** By table and columns, without what is the beginning of another: H2 makes such indexes for its foreign keys. */
    private static SortedMap<String, Set<List<String>>> indexes(TestDatabase kind) {
        SortedMap<String, Set<List<String>>> all = new TreeMap<>();
        for (String table : DatabaseColumns.of(kind.crm(), DatabaseColumns::tables)) {
            Set<List<String>> indexes =
                    new HashSet<>(DatabaseColumns.of(kind.crm(), database -> database.indexes(table))
                            .values());
            indexes.removeIf(index -> indexes.stream()
                    .anyMatch(longer -> longer.size() > index.size()
                            && longer.subList(0, index.size()).equals(index)));
            all.put(table, indexes);
        }
        return all;
    }

    private static List<String> flaws(TestDatabase kind, Mapped mapped, Stored stored) {
        List<String> flaws = new ArrayList<>();
        if (mapped.nullable() != stored.nullable()) {
            flaws.add("is nullable " + stored.nullable());
        }
        if (mapped.isText() && mapped.length() == Lengths.CHANGES) {
            if (stored.length() >= 0 && stored.length() < mapped.length() || !isUnbounded(kind, stored)) {
                flaws.add("holds " + stored.length() + " characters as " + stored.type());
            }
        } else if (mapped.isText()) {
            if (mapped.length() == UNSAID) {
                flaws.add("says no length");
            }
            if (!Set.of("varchar", "character varying").contains(stored.type()) || stored.length() != mapped.length()) {
                flaws.add("is " + stored.type() + " of " + stored.length() + ", not of " + mapped.length());
            }
        } else if (mapped.type() == BigDecimal.class) {
            if (!Set.of("numeric", "decimal").contains(stored.type())
                    || stored.precision() != mapped.precision()
                    || stored.scale() != mapped.scale()) {
                flaws.add("is " + stored + ", not of " + mapped.precision() + ", " + mapped.scale());
            }
        } else if (!types(mapped.type()).contains(stored.type())) {
            flaws.add("is " + stored.type() + " for " + mapped.type());
        } else if (mapped.type() == Instant.class && stored.fraction() != 6) {
            flaws.add("keeps " + stored.fraction() + " digits of a second");
        }
        return flaws;
    }

    private static boolean isUnbounded(TestDatabase kind, Stored stored) {
        return switch (kind) {
            case H2 -> stored.type().equals("character varying");
            case POSTGRESQL -> stored.type().equals("text");
            case MARIADB -> stored.type().equals("mediumtext");
        };
    }

    private static Set<String> types(Class<?> field) {
        return Map.<Class<?>, Set<String>>of(
                        UUID.class, Set.of("uuid"),
                        LocalDate.class, Set.of("date"),
                        Instant.class, Set.of("timestamp with time zone", "datetime"),
                        boolean.class, Set.of("boolean", "tinyint", "bit"),
                        int.class, Set.of("integer", "int"),
                        Integer.class, Set.of("integer", "int"),
                        Long.class, Set.of("bigint"))
                .getOrDefault(field, Set.of());
    }
}
