package org.carnetcrm.benchmarks.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.money.UnitPrice;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/** An action whole, pages of deals and of documents, and reports; as values of the library, so that answers compare. */
final class HandPages {

    private static final String MEASURES = "count(*), count(value_amount), sum(value_amount),"
            + " sum(purchase_costs) filter (where value_amount is not null), sum(purchase_costs), sum(weighted_total),"
            + " sum(signed_total), count(*) filter (where standing = 'WON' and signed_total is null), sum(days_to_closing)";

    private final Sql sql;

    HandPages(Sql sql) {
        this.sql = sql;
    }

    Action action(UUID id) throws SQLException {
        List<Cost> costs = sql.list(
                "select description, product, quantity, currency, unit_price, origin from crm_action_cost"
                        + " where tenant_id = ? and action_id = ? order by position",
                row -> new Cost(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        new UnitPrice(Currency.getInstance(row.getString(4)), row.getBigDecimal(5)),
                        PriceOrigin.valueOf(row.getString(6))),
                Filled.TENANT,
                id);
        List<RepresentativeId> participants = new ArrayList<>();
        List<Action> rows = sql.list(
                "select a.version, a.relation_id, a.contact_id, a.opportunity_id, a.representative_id,"
                        + " a.representative_chosen, a.type, a.subject, a.note, a.status, a.progress, a.done_on, a.first_day,"
                        + " a.last_day, a.start_at, a.end_at, a.zone, a.new_status, a.new_priority, a.host_reference,"
                        + " a.recorded_at, t.position, t.representative_id from crm_action a left join crm_action_attendee t"
                        + " on t.tenant_id = a.tenant_id and t.action_id = a.id where a.tenant_id = ? and a.id = ?"
                        + " order by t.position",
                row -> {
                    if (row.getInt(22) > 0) {
                        participants.add(new RepresentativeId(row.getObject(23, UUID.class)));
                    }
                    return action(id, row, participants, costs);
                },
                Filled.TENANT,
                id);
        return rows.get(rows.size() - 1);
    }

    private static Action action(UUID id, ResultSet row, List<RepresentativeId> participants, List<Cost> costs)
            throws SQLException {
        String zone = row.getString(17);
        return new Action(
                new ActionId(id),
                row.getInt(1),
                new Action.Concern(
                        new RelationId(row.getObject(2, UUID.class)),
                        id(row, 3, ContactPersonId::new),
                        id(row, 4, OpportunityId::new)),
                new Action.Crew(new RepresentativeId(row.getObject(5, UUID.class)), row.getBoolean(6), participants),
                new Action.Matter(row.getString(7), row.getString(8), row.getString(9)),
                new Action.State(row.getString(10), Progress.valueOf(row.getString(11)), day(row, 12)),
                zone == null
                        ? new Schedule.AllDay(row.getObject(13, LocalDate.class), row.getObject(14, LocalDate.class))
                        : new Schedule.Timed(Sql.instant(row, 15), Sql.instant(row, 16), java.time.ZoneId.of(zone)),
                new Action.Effect(row.getString(18), row.getString(19)),
                costs,
                row.getString(20),
                Sql.instant(row, 21));
    }

    /** Lists the deals of a manager, those that started last first, after a row. */
    List<OpportunityRow> mine(UUID manager, @Nullable OpportunityRow after) throws SQLException {
        String select =
                "select o.id, o.version, o.subject, o.relation_id, r.name, o.manager_id, m.name, o.stage, o.stage_since,"
                        + " o.standing, o.value_amount, o.purchase_costs, o.currency, o.probability, o.weighted_total,"
                        + " o.signed_total, o.started_on,"
                        + " o.expected_closing, o.closed_on, o.host_reference from crm_opportunity o"
                        + " join crm_relation r on r.tenant_id = o.tenant_id and r.id = o.relation_id"
                        + " join crm_representative m on m.tenant_id = o.tenant_id and m.id = o.manager_id"
                        + " where o.tenant_id = ? and o.manager_id = ?";
        String order = " order by o.started_on desc, o.id limit ?";
        return after == null
                ? sql.list(select + order, HandPages::deal, Filled.TENANT, manager, Side.PAGE + 1)
                : sql.list(
                        select + " and o.started_on <= ? and (o.started_on < ? or o.id > ?)" + order,
                        HandPages::deal,
                        Filled.TENANT,
                        manager,
                        after.start(),
                        after.start(),
                        after.id().value(),
                        Side.PAGE + 1);
    }

    private static OpportunityRow deal(ResultSet row) throws SQLException {
        StandingKind standing = StandingKind.valueOf(row.getString(10));
        String currency = row.getString(13);
        return new OpportunityRow(
                new OpportunityId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getString(3),
                new RelationId(row.getObject(4, UUID.class)),
                row.getString(5),
                new RepresentativeId(row.getObject(6, UUID.class)),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                standing,
                money(row, 11, currency),
                Objects.requireNonNull(money(row, 12, currency)),
                standing.probability(new Probability(row.getBigDecimal(14))),
                money(row, 15, currency),
                money(row, 16, currency),
                row.getObject(17, LocalDate.class),
                day(row, 18),
                day(row, 19),
                row.getString(20));
    }

    /** Lists the documents to chase by today, after a row. */
    List<DocumentRow> due(@Nullable DocumentRow after) throws SQLException {
        String select =
                "select d.id, d.version, d.kind, d.document_number, d.relation_id, r.name, d.document_date, d.amount,"
                        + " d.currency, d.closed_on, d.due_on, d.latest_on, d.latest_by, d.host_reference from crm_document d"
                        + " join crm_relation r on r.tenant_id = d.tenant_id and r.id = d.relation_id"
                        + " where d.tenant_id = ? and d.due_on <= ?";
        String order = " order by d.due_on, d.id limit ?";
        return after == null
                ? sql.list(select + order, HandPages::document, Filled.TENANT, Filled.TODAY, Side.PAGE + 1)
                : sql.list(
                        select + " and d.due_on >= ? and (d.due_on > ? or d.id > ?)" + order,
                        HandPages::document,
                        Filled.TENANT,
                        Filled.TODAY,
                        after.dueOn(),
                        after.dueOn(),
                        after.id().value(),
                        Side.PAGE + 1);
    }

    private static DocumentRow document(ResultSet row) throws SQLException {
        return new DocumentRow(
                new DocumentId(row.getObject(1, UUID.class)),
                row.getInt(2),
                DocumentKind.valueOf(row.getString(3)),
                row.getString(4),
                new RelationId(row.getObject(5, UUID.class)),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                money(row, 8, row.getString(9)),
                day(row, 10),
                day(row, 11),
                day(row, 12),
                id(row, 13, RepresentativeId::new),
                row.getString(14));
    }

    /** Sums the open deals by a column. */
    List<OpportunitySummary> report(OpportunityDimension dimension, String column) throws SQLException {
        return sql.list(
                "select currency, " + column + ", " + MEASURES
                        + " from crm_opportunity where tenant_id = ? and standing = ?" + " group by currency, " + column
                        + " order by 1, 2",
                row -> summary(dimension, row),
                Filled.TENANT,
                "IN_PROGRESS");
    }

    /** Sums the deals that were open on the date of the view, by stage, as is known now. */
    List<OpportunitySummary> reportAsOf() throws SQLException {
        return sql.list(
                "select currency, stage, " + MEASURES + " from crm_opportunity_revision where tenant_id = ?"
                        + " and standing = ? and effective_on <= ? and recorded_at <= ?"
                        + " and (next_recorded_at is null or next_recorded_at > ? or next_effective_on > ?)"
                        + " and (discarded_at is null or discarded_at > ?) group by currency, stage order by 1, 2",
                row -> summary(OpportunityDimension.STAGE, row),
                Filled.TENANT,
                "IN_PROGRESS",
                Jobs.PAST,
                Filled.NOW,
                Filled.NOW,
                Jobs.PAST,
                Filled.NOW);
    }

    private static OpportunitySummary summary(OpportunityDimension dimension, ResultSet row) throws SQLException {
        Map<OpportunityDimension, String> key = new EnumMap<>(OpportunityDimension.class);
        Currency currency = Currency.getInstance(row.getString(1));
        key.put(OpportunityDimension.CURRENCY, row.getString(1));
        key.put(dimension, row.getString(2));
        Money costs = sum(row, 6, currency);
        return new OpportunitySummary(
                key,
                new Measures(
                        row.getLong(3),
                        row.getLong(3) - row.getLong(4),
                        sum(row, 5, currency),
                        costs,
                        sum(row, 7, currency).minus(costs),
                        sum(row, 8, currency),
                        sum(row, 9, currency),
                        row.getLong(10),
                        row.getLong(11)));
    }

    private static Money sum(ResultSet row, int column, Currency currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Money.zero(currency) : new Money(currency, amount);
    }

    static @Nullable Money money(ResultSet row, int column, @Nullable String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null || currency == null ? null : new Money(Currency.getInstance(currency), amount);
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <I> @Nullable I id(ResultSet row, int column, Function<UUID, I> type) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : type.apply(id);
    }
}
