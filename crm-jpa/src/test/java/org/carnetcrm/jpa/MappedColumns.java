package org.carnetcrm.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of the row classes as their annotations say, by table. */
final class MappedColumns {

    /**
     * A column.
     *
     * @param type what its field holds; an enum's constants are texts
     * @param length the most characters, of a text
     */
    record Mapped(String name, Class<?> type, int length, int precision, int scale, boolean nullable) {

        boolean isText() {
            return type == String.class || type.isEnum();
        }
    }

    private final SortedMap<String, List<Mapped>> tables = new TreeMap<>();

    private MappedColumns() {}

    /** The columns of each table of a persistence unit. */
    static SortedMap<String, List<Mapped>> of(EntityManagerFactory unit) {
        MappedColumns columns = new MappedColumns();
        unit.getMetamodel().getEntities().stream().map(EntityType::getJavaType).forEach(columns::add);
        return columns.tables;
    }

    private void add(Class<?> entity) {
        List<Mapped> columns = fields(entity, entity, Map.of());
        tables.put(entity.getAnnotation(Table.class).name(), columns);
    }

    private List<Mapped> fields(Class<?> of, Class<?> entity, Map<String, Column> overridden) {
        List<Mapped> columns = new ArrayList<>();
        for (Class<?> type = of; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(ElementCollection.class)) {
                    addLines(field, entity);
                } else if (field.isAnnotationPresent(EmbeddedId.class) || field.isAnnotationPresent(Embedded.class)) {
                    columns.addAll(fields(field.getType(), entity, overrides(field)));
                } else if (field.isAnnotationPresent(Column.class)) {
                    Column column = overridden.getOrDefault(field.getName(), field.getAnnotation(Column.class));
                    columns.add(mapped(field.getType(), column, field.isAnnotationPresent(Id.class)));
                } else if (!Modifier.isStatic(field.getModifiers())
                        && !field.isAnnotationPresent(jakarta.persistence.Transient.class)) {
                    throw new IllegalStateException(field + " names no column");
                }
            }
        }
        return columns;
    }

    /** A table of lines: the key of what they belong to, their order or key, what they hold. */
    private void addLines(Field field, Class<?> entity) {
        List<Mapped> columns = new ArrayList<>();
        CollectionTable table = field.getAnnotation(CollectionTable.class);
        List<Mapped> owner = Arrays.stream(entity.getDeclaredFields())
                .filter(key -> key.isAnnotationPresent(EmbeddedId.class))
                .flatMap(key -> fields(key.getType(), entity, Map.of()).stream())
                .toList();
        for (JoinColumn join : table.joinColumns()) {
            Mapped key = owner.stream()
                    .filter(column -> column.name().equals(join.referencedColumnName()))
                    .findFirst()
                    .orElseThrow();
            columns.add(new Mapped(join.name(), key.type(), key.length(), 0, 0, join.nullable()));
        }
        OrderColumn order = field.getAnnotation(OrderColumn.class);
        if (order != null) {
            columns.add(new Mapped(order.name(), Integer.class, 0, 0, 0, order.nullable()));
        }
        MapKeyColumn key = field.getAnnotation(MapKeyColumn.class);
        if (key != null) {
            columns.add(new Mapped(key.name(), String.class, key.length(), 0, 0, key.nullable()));
        }
        var arguments = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
        Class<?> element = (Class<?>) arguments[arguments.length - 1];
        Column column = field.getAnnotation(Column.class);
        if (column == null) {
            columns.addAll(fields(element, entity, Map.of()));
        } else {
            columns.add(mapped(element, column, false));
        }
        tables.put(table.name(), columns);
    }

    private static Mapped mapped(Class<?> type, Column column, boolean id) {
        return new Mapped(
                column.name(), type, column.length(), column.precision(), column.scale(), column.nullable() && !id);
    }

    private static Map<String, Column> overrides(Field field) {
        @Nullable AttributeOverride override = field.getAnnotation(AttributeOverride.class);
        return override == null ? Map.of() : Map.of(override.name(), override.column());
    }

    /** Every enum that a row holds. */
    static List<Class<?>> enums(EntityManagerFactory unit) {
        return of(unit).values().stream()
                .flatMap(List::stream)
                .<Class<?>>map(Mapped::type)
                .filter(Class::isEnum)
                .distinct()
                .toList();
    }
}
