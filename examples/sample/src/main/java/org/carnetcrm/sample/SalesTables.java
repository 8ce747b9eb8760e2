package org.carnetcrm.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.reporting.Outcomes;
import org.jspecify.annotations.Nullable;

/** The tables that sellers of the data set look at, each computed from reports and summaries. */
final class SalesTables {

    /** A table of plain texts: unlocalised numbers, as a file wants them. */
    record Sheet(String name, List<String> header, List<List<String>> rows) {}

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final List<String> OUTCOME =
            List.of("key", "won", "lost", "engaging", "prospecting", "won value", "win rate");

    private final Desk desk;
    private final ReadingReport report;
    private final LocalDate today;

    SalesTables(Desk desk, ReadingReport report, LocalDate today) {
        this.desk = desk;
        this.report = report;
        this.today = today;
    }

    List<Sheet> all() {
        return List.of(
                totals(),
                outcomes("agent", Outcomes.by(desk, ALL, OpportunityDimension.MANAGER)),
                outcomes("manager", Outcomes.by(desk, ALL, OpportunityDimension.MANAGERS_MANAGER)),
                outcomes("region", Outcomes.by(desk, ALL, OpportunityDimension.REGION)),
                outcomes("product", Outcomes.by(desk, ALL, OpportunityDimension.BUSINESS_LINE)),
                outcomes("sector", Outcomes.by(desk, ALL, OpportunityDimension.SECTOR)),
                outcomes("close_quarter", Outcomes.byQuarter(desk, ALL)),
                outcomes("close_month", Outcomes.byMonth(desk, ALL)),
                outcomes("account", Outcomes.by(desk, ALL, OpportunityDimension.RELATION)),
                parentGroups(),
                agentByQuarter());
    }

    private static Sheet outcomes(String name, Outcomes outcomes) {
        List<List<String>> rows = new ArrayList<>();
        for (Outcomes.Row row : outcomes.rows()) {
            String missing = name.startsWith("close") ? "(open)" : MavenCrmReader.NO_ACCOUNT;
            rows.add(List.of(
                    row.key().isEmpty() ? missing : row.label(),
                    Long.toString(row.won()),
                    Long.toString(row.lost()),
                    Long.toString(row.openIn("ENGAGING")),
                    Long.toString(row.openIn("PROSPECTING")),
                    whole(row.wonValue()),
                    percent(row.winRate())));
        }
        return new Sheet(name, OUTCOME, rows);
    }

    private Sheet parentGroups() {
        Map<String, Outcomes.Row> byId = Outcomes.by(desk, ALL, OpportunityDimension.RELATION).rows().stream()
                .collect(Collectors.toMap(Outcomes.Row::key, Function.identity()));
        List<RelationRow> relations = desk.relations()
                .list(RelationFilter.all(), PageRequest.first(PageRequest.MOST))
                .rows();
        List<List<String>> rows = new ArrayList<>();
        for (RelationRow parent : relations) {
            List<RelationRow> below = relations.stream()
                    .filter(relation -> parent.id().equals(relation.parent()))
                    .toList();
            List<Outcomes.Row> group = new ArrayList<>();
            below.forEach(relation -> group.add(byId.get(relation.id().text())));
            if (!below.isEmpty()) {
                group.add(byId.get(parent.id().text()));
                group.removeIf(java.util.Objects::isNull);
                rows.add(List.of(
                        parent.name(),
                        below.stream().map(RelationRow::name).collect(Collectors.joining(", ")),
                        Long.toString(
                                group.stream().mapToLong(Outcomes.Row::won).sum()),
                        Long.toString(
                                group.stream().mapToLong(Outcomes.Row::lost).sum()),
                        whole(group.stream()
                                .map(Outcomes.Row::wonValue)
                                .reduce(Money.zero(desk.tenant().currency()), Money::plus))));
            }
        }
        return new Sheet("parent_groups", List.of("parent", "subsidiaries", "won", "lost", "won value"), rows);
    }

    private Sheet agentByQuarter() {
        List<String> header = new ArrayList<>(List.of("agent"));
        Map<String, List<String>> byAgent = new TreeMap<>(Comparator.comparing(Text::fold));
        for (Outcomes.Row quarter : Outcomes.byQuarter(desk, ALL).rows()) {
            if (quarter.key().isEmpty()) {
                continue;
            }
            header.add(quarter.key());
            for (Outcomes.Row agent : Outcomes.by(desk, quarter.filter(), OpportunityDimension.MANAGER)
                    .rows()) {
                List<String> cells = byAgent.computeIfAbsent(agent.label(), name -> new ArrayList<>(List.of(name)));
                while (cells.size() < header.size() - 1) {
                    cells.add("0");
                }
                cells.add(whole(agent.wonValue()));
            }
        }
        byAgent.values().forEach(cells -> {
            while (cells.size() < header.size()) {
                cells.add("0");
            }
        });
        return new Sheet("agent_quarter", header, List.copyOf(byAgent.values()));
    }

    private Sheet totals() {
        List<List<String>> rows = new ArrayList<>();
        Outcomes.Row all = Outcomes.overall(desk, ALL).rows().get(0);
        add(rows, "rows in sales_pipeline.csv / distinct opportunity_id", report.fact("rows"), report.fact("distinct"));
        add(
                rows,
                "accounts / products / sales agents in sales_teams",
                report.fact("accounts"),
                report.fact("products"),
                report.fact("agents"));
        add(
                rows,
                "agents that own at least one deal",
                Outcomes.by(desk, ALL, OpportunityDimension.MANAGER).rows().size());
        add(
                rows,
                "Won / Lost / Engaging / Prospecting",
                all.won(),
                all.lost(),
                all.openIn("ENGAGING"),
                all.openIn("PROSPECTING"));
        add(rows, "closed (Won+Lost) / open", all.won() + all.lost(), all.open());
        add(rows, "total won value", whole(all.wonValue()));
        Money average = all.averageWon();
        add(rows, "average won value", average == null ? "n/a" : average.amount());
        add(rows, "min / median / max won value", spread(signedTotals(), false));
        add(rows, "win rate = Won/(Won+Lost)", percent(all.winRate()));
        add(rows, "Won / all deals", percent(share(all.won(), all.count())));
        for (String column : List.of("close_value", "close_date", "engage_date", "account")) {
            add(rows, column + " blank", report.fact(column + " blank"));
        }
        report.counts().forEach((rule, count) -> {
            if (rule.startsWith("product ")) {
                add(rows, "product \"" + rule.split("'", -1)[1] + "\"", count);
                add(rows, "deals whose product is in products.csv as spelled", all.count() - count);
            }
        });
        add(rows, "list-price value of Won deals", whole(all.wonList()));
        add(
                rows,
                "list-price value of Engaging / Prospecting / all open",
                value(OpportunityFilter.open().stage("ENGAGING")),
                value(OpportunityFilter.open().stage("PROSPECTING")),
                value(OpportunityFilter.open()));
        add(rows, "weighted open value at list price", weighted());
        add(
                rows,
                "engage_date range / close_date range",
                report.fact("engage_date range"),
                report.fact("close_date range"));
        add(rows, "days engage→close: Won", days(StandingKind.WON));
        add(rows, "days engage→close: Lost", days(StandingKind.LOST));
        for (int days : List.of(30, 60, 90, 120, 180, 365)) {
            OpportunityFilter old = OpportunityFilter.open().stage("ENGAGING").startedBefore(today.minusDays(days));
            add(
                    rows,
                    "Engaging deals with engage_date more than " + days + " days before " + today,
                    desk.opportunities().summarise(old).stream()
                            .mapToLong(row -> row.measures().count())
                            .sum());
        }
        return new Sheet("totals", List.of("measure", "value"), rows);
    }

    private static void add(List<List<String>> rows, String measure, Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value.toString());
        }
        rows.add(List.of(measure, String.join(" / ", texts)));
    }

    private String value(OpportunityFilter filter) {
        return desk.opportunities().summarise(filter).stream()
                .map(row -> whole(row.measures().value()))
                .collect(Collectors.joining(" + "));
    }

    private String weighted() {
        return desk.opportunities().summarise(OpportunityFilter.open()).stream()
                .map(row -> row.measures().total().amount().toPlainString())
                .collect(Collectors.joining(" + "));
    }

    /** Gives how many won deals were signed for each amount. */
    private NavigableMap<BigDecimal, Long> signedTotals() {
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        OpportunityFilter won = ALL.standing(StandingKind.WON);
        for (OpportunitySummary row : desk.opportunities().summarise(won, OpportunityDimension.SIGNED_TOTAL)) {
            String total = row.get(OpportunityDimension.SIGNED_TOTAL);
            if (!total.isEmpty()) {
                counts.merge(new BigDecimal(total), row.measures().count(), Long::sum);
            }
        }
        return counts;
    }

    private String days(StandingKind standing) {
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (OpportunitySummary row :
                desk.opportunities().summarise(ALL.standing(standing), OpportunityDimension.DAYS_TO_CLOSING)) {
            BigDecimal days = new BigDecimal(row.get(OpportunityDimension.DAYS_TO_CLOSING));
            counts.merge(days, row.measures().count(), Long::sum);
            sum = sum.add(BigDecimal.valueOf(row.measures().days()));
        }
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        return n == 0
                ? "n 0"
                : "n " + n + ", sum " + sum + ", mean " + sum.divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP)
                        + ", " + spread(counts, true);
    }

    /** Gives smallest, median and largest from the count of each value. */
    private static String spread(NavigableMap<BigDecimal, Long> counts, boolean named) {
        if (counts.isEmpty()) {
            return "n/a";
        }
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        String low = plain(at(counts, (n - 1) / 2));
        String high = plain(at(counts, n / 2));
        String min = plain(counts.firstKey());
        String max = plain(counts.lastKey());
        return named
                ? "min " + min + ", max " + max + ", median " + (low.equals(high) ? low : low + " and " + high)
                : min + " / " + low + " and " + high + " / " + max;
    }

    private static BigDecimal at(NavigableMap<BigDecimal, Long> counts, long place) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> value : counts.entrySet()) {
            passed += value.getValue();
            if (place < passed) {
                return value.getKey();
            }
        }
        throw new IllegalArgumentException("there is no place " + place);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(Math.max(whole, 1)), 2, RoundingMode.HALF_UP);
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "n/a" : percent.toPlainString() + " %";
    }

    private static String whole(Money money) {
        return plain(money.amount());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Prints a sheet with its columns aligned. */
    static String print(Sheet sheet) {
        List<List<String>> lines = new ArrayList<>(List.of(sheet.header()));
        lines.addAll(sheet.rows());
        StringBuilder text = new StringBuilder(sheet.name()).append('\n');
        for (List<String> line : lines) {
            StringBuilder printed = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                String format = i == 0 || sheet.name().equals("totals") ? "%-" + width + "s" : "%" + width + "s";
                printed.append(i == 0 ? "" : "  ").append(String.format(Locale.ROOT, format, line.get(i)));
            }
            text.append(printed.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
