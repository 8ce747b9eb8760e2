package org.carnetcrm.benchmarks.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.carnetcrm.id.IdSource;
import org.jspecify.annotations.Nullable;

/** The commands about actions, and what every command reads and checks. */
final class HandCommands {

    /** The ids of new rows are made as the library makes its own. */
    static final IdSource IDS = IdSource.timeOrdered(java.time.Clock.systemUTC(), new Random());

    static final String AUDIT =
            "insert into crm_audit_entry (tenant_id, item_kind, item_id, version, recorded_by, recorded_at,"
                    + " changes) values (?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final String tenant;
    private final @Nullable UUID me;

    HandCommands(Sql sql, String tenant, @Nullable UUID me) {
        this.sql = sql;
        this.tenant = tenant;
        this.me = me;
    }

    /** What a command needs of a relation. */
    record Relation(UUID id, int version, @Nullable UUID manager, String status, int changes, boolean archived) {}

    /** An entry of a list. */
    record Choice(
            String list,
            String code,
            boolean retired,
            @Nullable String nature) {}

    /** A cost line that comes in. */
    private record Line(String description, BigDecimal quantity, BigDecimal price) {}

    /** An action that is there. */
    private record Planned(
            int version,
            String progress,
            UUID relation,
            @Nullable String newStatus,
            String status) {}

    List<?> plan(UUID relation, int turn) throws SQLException {
        currency();
        Relation found = relation(relation);
        requireThat(!found.archived());
        UUID carrier = Objects.requireNonNull(found.manager());
        representatives(List.of(carrier, Objects.requireNonNull(me)));
        List<Choice> choices = choices();
        requireInForce(choices, "ACTION_TYPE", "VISIT");
        String status = first(choices, "ACTION_STATUS", "PLANNED");
        hold(List.of(found));
        UUID id = IDS.next();
        LocalDate day = Filled.TODAY.plusDays(turn % 100);
        sql.change(
                "insert into crm_action (tenant_id, id, version, relation_id, representative_id, representative_chosen, type,"
                        + " subject, note, status, progress, first_day, last_day, recorded_at)"
                        + " values (?, ?, 1, ?, ?, false, ?, ?, ?, ?, 'PLANNED', ?, ?, ?)",
                tenant,
                id,
                relation,
                carrier,
                "VISIT",
                "Planned " + turn,
                "What to speak about, " + turn,
                status,
                day,
                day,
                Filled.NOW);
        sql.change(
                "insert into crm_action_attendee (tenant_id, action_id, position, representative_id, first_day, last_day)"
                        + " values (?, ?, 0, ?, ?, ?)",
                tenant,
                id,
                carrier,
                day,
                day);
        List<Line> lines = List.of(
                new Line("Train", BigDecimal.ONE, new BigDecimal("31.50")),
                new Line("Lunch", BigDecimal.valueOf(2), new BigDecimal("17.25")),
                new Line("Parking", BigDecimal.ONE, BigDecimal.valueOf(9)));
        costs(id, lines);
        StringBuilder audit = new StringBuilder();
        field(audit, "relation", null, relation.toString());
        field(audit, "representative", null, carrier.toString());
        field(audit, "representativeChosen", null, "false");
        field(audit, "type", null, "VISIT");
        field(audit, "subject", null, "Planned " + turn);
        field(audit, "note", null, "What to speak about, " + turn);
        field(audit, "status", null, status);
        field(audit, "schedule", null, day.toString());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String text = line.description() + " " + line.quantity() + " × EUR " + line.price() + " MANUAL";
            field(audit, "costs[" + i + "]", null, text);
        }
        audit(Collections.singletonList(audit("ACTION", id, 1, audit)));
        return List.of(1, lines.size());
    }

    private void costs(UUID action, List<Line> lines) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            BigDecimal amount = line.quantity().multiply(line.price()).setScale(2, java.math.RoundingMode.HALF_UP);
            rows.add(new Object[] {tenant, action, i, line.description(), line.quantity(), line.price(), amount});
        }
        sql.batch(
                "insert into crm_action_cost (tenant_id, action_id, position, description, quantity, currency, unit_price,"
                        + " origin, amount) values (?, ?, ?, ?, ?, 'EUR', ?, 'MANUAL', ?)",
                rows);
    }

    List<?> complete(UUID id) throws SQLException {
        currency();
        Planned present = sql.one(
                "select a.version, a.progress, a.relation_id, a.new_status, a.status from crm_action a"
                        + " left join crm_action_attendee t on t.tenant_id = a.tenant_id and t.action_id = a.id"
                        + " where a.tenant_id = ? and a.id = ?",
                row -> new Planned(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5)),
                tenant,
                id);
        sql.list(
                "select description, product, quantity, currency, unit_price, origin from crm_action_cost"
                        + " where tenant_id = ? and action_id = ? order by position",
                row -> new Line(row.getString(1), row.getBigDecimal(3), row.getBigDecimal(5)),
                tenant,
                id);
        requireThat(present.version() == 1 && present.progress().equals("PLANNED"));
        Relation relation = relation(present.relation());
        List<Choice> choices = choices();
        String status = first(choices, "ACTION_STATUS", "DONE");
        String newStatus = Objects.requireNonNull(present.newStatus());
        requireInForce(choices, "RELATION_STATUS", newStatus);
        List<String> statuses = sql.list(
                "select aspect, to_code, number, effective_on, kind, action_id, replaces_number from crm_relation_change"
                        + " where tenant_id = ? and relation_id = ? order by number",
                row -> row.getString(1).equals("STATUS") ? row.getString(2) : "",
                tenant,
                relation.id());
        representatives(List.of(Objects.requireNonNull(me)));
        sql.change(
                "update crm_action set version = 2, status = ?, progress = 'DONE', done_on = ?"
                        + " where tenant_id = ? and id = ? and version = ?",
                status,
                Filled.TODAY,
                tenant,
                id,
                present.version());
        int number = statuses.size() + 1;
        sql.change(
                "update crm_relation set version = ?, status = ?, changes = ? where tenant_id = ? and id = ? and version = ?",
                relation.version() + 1,
                newStatus,
                number,
                tenant,
                relation.id(),
                relation.version());
        sql.change(
                "insert into crm_relation_change (tenant_id, relation_id, number, aspect, from_code, to_code, effective_on,"
                        + " recorded_at, recorded_by, kind, action_id) values (?, ?, ?, 'STATUS', ?, ?, ?, ?, ?, 'CHANGE', ?)",
                tenant,
                relation.id(),
                number,
                relation.status(),
                newStatus,
                Filled.TODAY,
                Filled.NOW,
                me,
                id);
        StringBuilder ofAction = new StringBuilder();
        field(ofAction, "status", present.status(), status);
        field(ofAction, "doneOn", null, Filled.TODAY.toString());
        StringBuilder ofRelation = new StringBuilder();
        field(ofRelation, "status", relation.status(), newStatus);
        audit(Arrays.asList(
                audit("ACTION", id, 2, ofAction),
                audit("RELATION", relation.id(), relation.version() + 1, ofRelation)));
        return List.of(2, status);
    }

    // What every command reads and checks

    String currency() throws SQLException {
        return sql.one("select currency, version from crm_tenant where tenant_id = ?", row -> row.getString(1), tenant);
    }

    Relation relation(UUID id) throws SQLException {
        return relations(List.of(id)).get(0);
    }

    List<Relation> relations(List<UUID> ids) throws SQLException {
        List<Relation> found = sql.list(
                "select id, version, account_manager_id, status, changes, archived from crm_relation"
                        + " where tenant_id = ? and id = any(?)",
                row -> new Relation(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getInt(5),
                        row.getBoolean(6)),
                tenant,
                ids.toArray(UUID[]::new));
        requireThat(found.size() == ids.size());
        return found;
    }

    /** Keeps relations from being changed or archived until the command is written. */
    void hold(List<Relation> relations) throws SQLException {
        List<Integer> versions = sql.list(
                "select version from crm_relation where tenant_id = ? and id = any(?) for share",
                row -> row.getInt(1),
                tenant,
                relations.stream().map(Relation::id).toArray(UUID[]::new));
        requireThat(versions.stream().mapToInt(version -> version).sum()
                == relations.stream().mapToInt(Relation::version).sum());
    }

    void representatives(List<UUID> ids) throws SQLException {
        UUID[] distinct = ids.stream().distinct().toArray(UUID[]::new);
        List<Boolean> active = sql.list(
                "select active from crm_representative where tenant_id = ? and id = any(?)",
                row -> row.getBoolean(1),
                tenant,
                distinct);
        requireThat(active.size() == distinct.length && active.stream().allMatch(is -> is));
    }

    List<Choice> choices() throws SQLException {
        return sql.list(
                "select list, code, retired, nature from crm_choice where tenant_id = ? order by list, position",
                row -> new Choice(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)),
                tenant);
    }

    static void requireInForce(List<Choice> choices, String list, String code) {
        requireThat(choices.stream()
                .anyMatch(choice -> choice.list().equals(list) && choice.code().equals(code) && !choice.retired()));
    }

    /** Gives the first entry of a list, of a nature when one is asked for. */
    static String first(List<Choice> choices, String list, @Nullable String nature) {
        return choices.stream()
                .filter(choice -> choice.list().equals(list)
                        && !choice.retired()
                        && (nature == null || nature.equals(choice.nature())))
                .findFirst()
                .orElseThrow()
                .code();
    }

    static void requireThat(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("refused");
        }
    }

    // The record of changes

    void audit(List<@Nullable Object[]> rows) throws SQLException {
        sql.batch(AUDIT, rows);
    }

    @Nullable
    Object[] audit(String kind, UUID id, int version, CharSequence changes) {
        return new @Nullable Object[] {tenant, kind, id.toString(), version, me, Filled.NOW, changes.toString()};
    }

    /** Writes a line of a change; line ends and tabs within a value are written otherwise. */
    static void field(StringBuilder text, String name, @Nullable String from, @Nullable String to) {
        text.append(name);
        for (String value : Arrays.asList(from, to)) {
            text.append('\t');
            if (value != null) {
                text.append('=')
                        .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
            }
        }
        text.append('\n');
    }
}
