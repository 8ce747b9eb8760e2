package org.carnetcrm.benchmarks.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands about deals. */
final class HandDeals {

    /** The columns of a deal that these jobs fill; the same in its revisions. */
    private static final List<String> COLUMNS = List.of(
            "subject",
            "note",
            "relation_id",
            "manager_id",
            "manager_chosen",
            "stage",
            "type",
            "currency",
            "value_amount",
            "purchase_costs",
            "probability",
            "probability_by_hand",
            "probability_at_creation",
            "started_on",
            "expected_closing",
            "standing",
            "effective_on",
            "recorded_at",
            "opened_at",
            "stage_since",
            "weighted_total",
            "success_level");

    private static final String INSERT_DEAL =
            insert("crm_opportunity", List.of("tenant_id", "id", "version"), List.of());

    private static final String INSERT_REVISION = insert(
            "crm_opportunity_revision",
            List.of("tenant_id", "opportunity_id", "number"),
            List.of(
                    "recorded_by",
                    "event",
                    "previous_currency",
                    "previous_value",
                    "previous_total",
                    "previous_stage",
                    "previous_standing"));

    private static final int LEVEL = 20;

    private final Sql sql;
    private final String tenant;
    private final @Nullable UUID me;
    private final HandCommands commands;

    HandDeals(Sql sql, String tenant, @Nullable UUID me) {
        this.sql = sql;
        this.tenant = tenant;
        this.me = me;
        this.commands = new HandCommands(sql, tenant, me);
    }

    /** Changes the value of an open deal of version 2. */
    List<?> change(UUID id, int value) throws SQLException {
        commands.currency();
        Map<String, Object> deal = sql.one(
                "select " + String.join(", ", COLUMNS)
                        + ", version from crm_opportunity where tenant_id = ? and id = ?",
                HandDeals::deal,
                tenant,
                id);
        HandCommands.requireThat(
                known(deal, "version").equals(2) && known(deal, "standing").equals("IN_PROGRESS"));
        commands.relation((UUID) known(deal, "relation_id"));
        List<HandCommands.Choice> choices = commands.choices();
        HandCommands.requireInForce(choices, "STAGE", (String) known(deal, "stage"));
        HandCommands.requireInForce(choices, "OPPORTUNITY_TYPE", (String) known(deal, "type"));
        commands.representatives(List.of(Objects.requireNonNull(me)));
        BigDecimal before = (BigDecimal) known(deal, "value_amount");
        BigDecimal totalBefore = (BigDecimal) known(deal, "weighted_total");
        BigDecimal after = BigDecimal.valueOf(value);
        BigDecimal total = after.subtract((BigDecimal) known(deal, "purchase_costs"))
                .multiply((BigDecimal) known(deal, "probability"))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        deal.put("value_amount", after);
        deal.put("weighted_total", total);
        deal.put("effective_on", Filled.TODAY);
        deal.put("recorded_at", Filled.NOW);
        sql.change(
                "update crm_opportunity_revision set next_effective_on = ?, next_recorded_at = ?"
                        + " where tenant_id = ? and opportunity_id = ? and next_recorded_at is null",
                Filled.TODAY,
                Filled.NOW,
                tenant,
                id);
        sql.change(
                "update crm_opportunity set version = 3, value_amount = ?, weighted_total = ?, effective_on = ?,"
                        + " recorded_at = ? where tenant_id = ? and id = ? and version = 2",
                after,
                total,
                Filled.TODAY,
                Filled.NOW,
                tenant,
                id);
        sql.change(
                INSERT_REVISION,
                row(
                        id,
                        3,
                        deal,
                        me,
                        "CHANGED",
                        deal.get("currency"),
                        before,
                        totalBefore,
                        deal.get("stage"),
                        "IN_PROGRESS"));
        StringBuilder audit = new StringBuilder();
        HandCommands.field(audit, "value", "EUR " + before, "EUR " + after);
        commands.audit(Collections.singletonList(commands.audit("OPPORTUNITY", id, 3, audit)));
        return List.of(3);
    }

    /** Opens a deal for each of these relations. */
    List<?> open(List<UUID> relations) throws SQLException {
        String currency = commands.currency();
        List<UUID> distinct = new ArrayList<>(new LinkedHashSet<>(relations));
        Map<UUID, HandCommands.Relation> found = new HashMap<>();
        commands.relations(distinct).forEach(relation -> found.put(relation.id(), relation));
        HandCommands.requireThat(found.values().stream().noneMatch(HandCommands.Relation::archived));
        commands.representatives(found.values().stream()
                .map(relation -> Objects.requireNonNull(relation.manager()))
                .toList());
        List<HandCommands.Choice> choices = commands.choices();
        String stage = HandCommands.first(choices, "STAGE", null);
        String type = HandCommands.first(choices, "OPPORTUNITY_TYPE", null);
        BigDecimal probability = choices.stream()
                .filter(choice -> choice.list().equals("STAGE") && choice.code().equals(stage))
                .map(choice -> new BigDecimal(Objects.requireNonNull(choice.nature())))
                .findFirst()
                .orElseThrow();
        commands.hold(List.copyOf(found.values()));
        List<@Nullable Object[]> deals = new ArrayList<>();
        List<@Nullable Object[]> revisions = new ArrayList<>();
        List<@Nullable Object[]> audits = new ArrayList<>();
        for (int i = 0; i < relations.size(); i++) {
            UUID id = HandCommands.IDS.next();
            HandCommands.Relation relation = Objects.requireNonNull(found.get(relations.get(i)));
            Map<String, Object> deal = opened(relation, i, currency, stage, type, probability);
            deals.add(row(id, 1, deal));
            revisions.add(row(id, 1, deal, me, "OPENED", null, null, null, null, null));
            audits.add(commands.audit("OPPORTUNITY", id, 1, audit(deal)));
        }
        sql.batch(INSERT_DEAL, deals);
        sql.batch(INSERT_REVISION, revisions);
        commands.audit(audits);
        return List.of(relations.size());
    }

    private static Map<String, Object> opened(
            HandCommands.Relation relation, int i, String currency, String stage, String type, BigDecimal probability) {
        LocalDate start = Filled.TODAY;
        BigDecimal value = BigDecimal.valueOf(10_000 + i);
        BigDecimal costs = BigDecimal.valueOf(2_000);
        Map<String, Object> deal = new HashMap<>();
        deal.put("subject", "Deal " + i);
        deal.put("note", "What the customer wants, " + i);
        deal.put("relation_id", relation.id());
        deal.put("manager_id", Objects.requireNonNull(relation.manager()));
        deal.put("manager_chosen", false);
        deal.put("stage", stage);
        deal.put("type", type);
        deal.put("currency", currency);
        deal.put("value_amount", value);
        deal.put("purchase_costs", costs);
        deal.put("probability", probability);
        deal.put("probability_by_hand", false);
        deal.put("probability_at_creation", probability);
        deal.put("started_on", start);
        deal.put("expected_closing", start.plusDays(90));
        deal.put("standing", "IN_PROGRESS");
        deal.put("effective_on", start);
        deal.put("recorded_at", Filled.NOW);
        deal.put("opened_at", Filled.NOW);
        deal.put("stage_since", start);
        deal.put(
                "weighted_total",
                value.subtract(costs).multiply(probability).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        deal.put("success_level", "FROM_" + probability.intValue() / LEVEL * LEVEL);
        return deal;
    }

    private static StringBuilder audit(Map<String, Object> deal) {
        StringBuilder text = new StringBuilder();
        HandCommands.field(text, "subject", null, (String) deal.get("subject"));
        HandCommands.field(text, "text", null, (String) deal.get("note"));
        HandCommands.field(text, "relation", null, known(deal, "relation_id").toString());
        HandCommands.field(text, "manager", null, known(deal, "manager_id").toString());
        HandCommands.field(text, "managerChosen", null, "false");
        HandCommands.field(text, "stage", null, (String) deal.get("stage"));
        HandCommands.field(text, "type", null, (String) deal.get("type"));
        HandCommands.field(text, "value", null, "EUR " + deal.get("value_amount"));
        HandCommands.field(text, "purchaseCosts", null, "EUR " + deal.get("purchase_costs"));
        HandCommands.field(text, "probability", null, known(deal, "probability").toString());
        HandCommands.field(text, "probabilityByHand", null, "false");
        HandCommands.field(
                text, "probabilityAtCreation", null, known(deal, "probability").toString());
        HandCommands.field(text, "start", null, known(deal, "started_on").toString());
        HandCommands.field(
                text, "expectedClosing", null, known(deal, "expected_closing").toString());
        HandCommands.field(text, "standing", null, "IN_PROGRESS");
        return text;
    }

    private static Map<String, Object> deal(ResultSet row) throws SQLException {
        Map<String, Object> deal = new HashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String column = COLUMNS.get(i);
            Object value = switch (column) {
                case "started_on", "expected_closing", "effective_on", "stage_since" ->
                    row.getObject(i + 1, LocalDate.class);
                case "recorded_at", "opened_at" -> Sql.instant(row, i + 1);
                default -> row.getObject(i + 1);
            };
            deal.put(column, value);
        }
        deal.put("version", row.getInt(COLUMNS.size() + 1));
        return deal;
    }

    private @Nullable Object[] row(UUID id, int number, Map<String, Object> deal, @Nullable Object... more) {
        List<@Nullable Object> row = new ArrayList<>(List.of(tenant, id, number));
        COLUMNS.forEach(column -> row.add(deal.get(column)));
        Collections.addAll(row, more);
        return row.toArray();
    }

    private static Object known(Map<String, Object> deal, String column) {
        return Objects.requireNonNull(deal.get(column), column);
    }

    private static String insert(String table, List<String> before, List<String> after) {
        List<String> columns = new ArrayList<>(before);
        columns.addAll(COLUMNS);
        columns.addAll(after);
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }
}
