package org.carnetcrm.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How PostgreSQL answered a query.
 *
 * @param sql the query
 * @param json the plan as the database told it
 * @param blocks how many blocks of 8 kB it looked at, counting each look
 * @param millis how long it took there
 * @param nodes the steps
 */
record Plan(String sql, String json, long blocks, double millis, List<Node> nodes) {

    /**
     * One step of a plan.
     *
     * @param type such as Index Scan
     * @param table the table that it reads, or an empty text
     * @param index the index that it reads, or an empty text
     * @param condition what the index finds, or an empty text
     * @param rows how many rows it read, those that a filter dropped included
     * @param dropped how many a filter dropped
     * @param input how many rows the step before gave it
     * @param loops how many times the step was taken
     */
    record Node(
            String type,
            String table,
            String index,
            String condition,
            long rows,
            long dropped,
            long input,
            long loops) {

        boolean isScan() {
            return type.endsWith("Scan");
        }

        long perLoop() {
            return loops == 0 ? 0 : rows / loops;
        }

        private String text() {
            String what = type.replace(" Scan", "") + (index.isEmpty() ? " " + table : " " + index);
            return what.replace("crm_", "") + " " + rows + (dropped == 0 ? "" : " -" + dropped);
        }
    }

    private static final String NODES = """
            select n->>'Node Type', coalesce(n->>'Relation Name', ''), coalesce(n->>'Index Name', ''),
                coalesce(n->>'Index Cond', n->>'Recheck Cond', ''), (n->>'Actual Loops')::numeric * ((n->>'Actual Rows')::numeric
                + coalesce((n->>'Rows Removed by Filter')::numeric, 0)
                + coalesce((n->>'Rows Removed by Index Recheck')::numeric, 0)),
                (n->>'Actual Loops')::numeric * coalesce((n->>'Rows Removed by Filter')::numeric, 0),
                (n->>'Actual Loops')::numeric * coalesce((n->'Plans'->0->>'Actual Rows')::numeric, 0),
                (n->>'Actual Loops')::numeric
            from jsonb_path_query(?::jsonb, 'strict $.** ? (exists(@."Node Type"))') n
            """;

    private static final String WHOLE = """
            select (p->'Plan'->>'Shared Hit Blocks')::numeric + (p->'Plan'->>'Shared Read Blocks')::numeric,
                (p->>'Execution Time')::numeric
            from (select ?::jsonb->0 as p) whole
            """;

    static Plan read(Connection connection, String sql, String json) throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(NODES)) {
            question.setString(1, json);
            ResultSet row = question.executeQuery();
            while (row.next()) {
                nodes.add(new Node(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
            }
        }
        try (PreparedStatement question = connection.prepareStatement(WHOLE)) {
            question.setString(1, json);
            ResultSet row = question.executeQuery();
            row.next();
            return new Plan(sql, json, row.getLong(1), row.getDouble(2), nodes);
        }
    }

    List<Node> scans() {
        return nodes.stream().filter(Node::isScan).toList();
    }

    /** The most rows that one step sorted. */
    long sorted() {
        return nodes.stream()
                .filter(node -> node.type().equals("Sort") || node.type().equals("Incremental Sort"))
                .mapToLong(Node::input)
                .max()
                .orElse(0);
    }

    long dropped() {
        return nodes.stream().mapToLong(Node::dropped).sum();
    }

    @Override
    public String toString() {
        return "%6d blocks %8.2f ms %6d dropped %6d sorted  %s"
                .formatted(
                        blocks,
                        millis,
                        dropped(),
                        sorted(),
                        scans().stream().map(Node::text).collect(Collectors.joining(", ")));
    }
}
