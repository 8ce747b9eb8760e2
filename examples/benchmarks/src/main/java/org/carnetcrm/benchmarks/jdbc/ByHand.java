package org.carnetcrm.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs in hand-written JDBC: the same reads and checks, in as many round trips, and the same rows and answers; but
 * it reads no column that a job does not need, writes none that stays as it is, and takes its input as it comes.
 */
final class ByHand implements Side {

    private final Filled filled;
    private final Jobs jobs;
    /** The rows before far pages, by list. */
    private final Map<String, Object> far = new HashMap<>();

    ByHand(Filled filled, Jobs jobs) {
        this.filled = filled;
        this.jobs = jobs;
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    private interface Work<R> {
        List<R> within(Sql sql) throws SQLException;
    }

    /** Lists what comes after a row, at least as much as a page. */
    @FunctionalInterface
    private interface Paging<R> {
        List<R> after(Sql sql, @Nullable R row) throws SQLException;
    }

    @Override
    public List<?> plan(int turn) {
        return within(sql -> new HandCommands(sql, Filled.TENANT, me()).plan(jobs.relation(turn), turn));
    }

    @Override
    public List<?> complete(int turn) {
        return within(sql -> new HandCommands(sql, Filled.TENANT, me()).complete(jobs.planned(turn, 1)));
    }

    @Override
    public List<?> action(int turn) {
        return within(sql -> List.of(new HandPages(sql).action(jobs.action(turn))));
    }

    @Override
    public List<?> change(int turn) {
        return within(sql -> new HandDeals(sql, Filled.TENANT, me()).change(jobs.deal(turn, 1), 100_000 + turn));
    }

    @Override
    public List<?> open(int turn) {
        List<UUID> relations = IntStream.range(0, LIST)
                .mapToObj(i -> jobs.relationOfOpened(turn * LIST + i))
                .toList();
        return within(sql -> new HandDeals(sql, Filled.OPENED, null).open(relations));
    }

    @Override
    public List<?> timeline(int turn, boolean far) {
        UUID relation = jobs.relation(turn);
        return this.<TimelineEntry>page(
                "timeline of " + relation, far, (sql, after) -> new HandTimeline(sql, relation).page(after));
    }

    @Override
    public List<?> mine(int turn, boolean far) {
        UUID manager = jobs.representative(turn);
        return this.<OpportunityRow>page(
                "deals of " + manager, far, (sql, after) -> new HandPages(sql).mine(manager, after));
    }

    @Override
    public List<?> due(int turn, boolean far) {
        return this.<DocumentRow>page("due", far, (sql, after) -> new HandPages(sql).due(after));
    }

    @Override
    public List<?> stages() {
        return within(sql -> new HandPages(sql).report(OpportunityDimension.STAGE, "stage"));
    }

    @Override
    public List<?> levels() {
        return within(sql -> new HandPages(sql).report(OpportunityDimension.SUCCESS_LEVEL, "success_level"));
    }

    @Override
    public List<?> managers() {
        return within(sql -> new HandPages(sql).report(OpportunityDimension.MANAGER, "manager_id"));
    }

    @Override
    public List<?> stagesAsOf() {
        return within(sql -> new HandPages(sql).reportAsOf());
    }

    /** Gives the first page, or a far one, to which it walks the first time. */
    @SuppressWarnings("unchecked") // a list is of what its name says
    private <R> List<R> page(String list, boolean isFar, Paging<R> paging) {
        R after = isFar ? (R) far.get(list) : null;
        if (isFar && after == null) {
            for (int i = 0; i < Jobs.FAR; i++) {
                R from = after;
                after = within(sql -> paging.after(sql, from)).get(PAGE - 1);
            }
            far.put(list, Objects.requireNonNull(after));
        }
        R from = after;
        List<R> rows = within(sql -> paging.after(sql, from));
        return rows.subList(0, Math.min(PAGE, rows.size()));
    }

    private UUID me() {
        return jobs.representative(0);
    }

    private <R> List<R> within(Work<R> work) {
        try (Connection connection = filled.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<R> result = work.within(new Sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
