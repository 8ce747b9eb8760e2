package org.carnetcrm.sample.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.jspecify.annotations.Nullable;

/** The tables that sellers of the data set look at, each computed from reports and summaries. */
final class SalesTables {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private final Desk desk;
    private final MavenCrmFiles files;
    private final Outcomes byQuarter;
    private final Outcomes byRelation;

    SalesTables(Desk desk, MavenCrmFiles files) {
        this.desk = desk;
        this.files = files;
        this.byQuarter = Outcomes.byQuarter(desk, ALL);
        this.byRelation = Outcomes.by(desk, ALL, OpportunityDimension.RELATION);
    }

    List<Sheet> all() {
        return List.of(
                new SalesTotals(desk, files).sheet(),
                outcomes("agent", "title.agent", "column.agent", by(OpportunityDimension.MANAGER)),
                outcomes("manager", "title.manager", "column.manager", by(OpportunityDimension.MANAGERS_MANAGER)),
                outcomes("region", "title.region", "column.region", by(OpportunityDimension.REGION)),
                outcomes("product", "title.product", "column.product", by(OpportunityDimension.BUSINESS_LINE)),
                outcomes("sector", "title.sector", "column.sector", by(OpportunityDimension.SECTOR)),
                outcomes("close_quarter", "title.quarter", "column.quarter", byQuarter),
                outcomes("close_month", "title.month", "column.month", Outcomes.byMonth(desk, ALL)),
                outcomes("account", "title.account", "column.account", byRelation),
                parentGroups(),
                agentByQuarter());
    }

    private Outcomes by(OpportunityDimension dimension) {
        return Outcomes.by(desk, ALL, dimension);
    }

    private Sheet outcomes(String name, String title, String column, Outcomes outcomes) {
        Phrase missing = Phrase.of(name.startsWith("close") ? "label.open" : "label.noAccount");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcomes.Row row : outcomes.rows()) {
            boolean named = !row.key().isEmpty() && !row.label().equals(MavenCrmAccounts.NO_ACCOUNT);
            rows.add(Arrays.asList(
                    named ? row.label() : missing,
                    row.won(),
                    row.lost(),
                    row.openIn("ENGAGING"),
                    row.openIn("PROSPECTING"),
                    whole(row.wonValue()),
                    row.winRate()));
        }
        List<Sheet.Heading> headings = List.of(
                new Sheet.Heading("key", Phrase.of(column), Column.Kind.TEXT),
                new Sheet.Heading("won", Phrase.of("column.won"), Column.Kind.COUNT),
                new Sheet.Heading("lost", Phrase.of("column.lost"), Column.Kind.COUNT),
                new Sheet.Heading("engaging", Phrase.of("column.engaging"), Column.Kind.COUNT),
                new Sheet.Heading("prospecting", Phrase.of("column.prospecting"), Column.Kind.COUNT),
                wonValue(),
                new Sheet.Heading("win rate", Phrase.of("column.winRate"), Column.Kind.PERCENT));
        return new Sheet(name, Phrase.of(title), headings, rows);
    }

    private Sheet parentGroups() {
        Map<String, Outcomes.Row> byId =
                byRelation.rows().stream().collect(Collectors.toMap(Outcomes.Row::key, Function.identity()));
        List<RelationRow> relations = desk.relations()
                .list(RelationFilter.all(), PageRequest.first(PageRequest.MOST))
                .rows();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RelationRow parent : relations) {
            List<RelationRow> below = relations.stream()
                    .filter(relation -> parent.id().equals(relation.parent()))
                    .toList();
            if (below.isEmpty()) {
                continue;
            }
            List<RelationRow> members = new ArrayList<>(below);
            members.add(parent);
            List<Outcomes.Row> group = members.stream()
                    .map(member -> byId.get(member.id().text()))
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
            rows.add(List.of(
                    parent.name(),
                    below.stream().map(RelationRow::name).collect(Collectors.joining(", ")),
                    sum(group, Outcomes.Row::won),
                    sum(group, Outcomes.Row::lost),
                    whole(group.stream()
                            .map(Outcomes.Row::wonValue)
                            .reduce(Money.zero(desk.tenant().currency()), Money::plus))));
        }
        List<Sheet.Heading> headings = List.of(
                new Sheet.Heading("parent", Phrase.of("column.parent"), Column.Kind.TEXT),
                new Sheet.Heading("subsidiaries", Phrase.of("column.subsidiaries"), Column.Kind.TEXT),
                new Sheet.Heading("won", Phrase.of("column.won"), Column.Kind.COUNT),
                new Sheet.Heading("lost", Phrase.of("column.lost"), Column.Kind.COUNT),
                wonValue());
        return new Sheet("parent_groups", Phrase.of("title.parentGroups"), headings, rows);
    }

    private Sheet agentByQuarter() {
        List<Sheet.Heading> headings = new ArrayList<>();
        headings.add(new Sheet.Heading("agent", Phrase.of("column.agent"), Column.Kind.TEXT));
        Map<String, Map<String, BigDecimal>> byAgent = new TreeMap<>(Comparator.comparing(Text::fold));
        for (Outcomes.Row quarter : byQuarter.rows()) {
            if (quarter.key().isEmpty()) {
                continue;
            }
            headings.add(new Sheet.Heading(quarter.key(), quarter.key(), Column.Kind.DECIMAL));
            for (Outcomes.Row agent : Outcomes.by(desk, quarter.filter(), OpportunityDimension.MANAGER)
                    .rows()) {
                byAgent.computeIfAbsent(agent.label(), name -> new TreeMap<>())
                        .put(quarter.key(), whole(agent.wonValue()));
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        byAgent.forEach((agent, wonByQuarter) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(agent);
            headings.stream()
                    .skip(1)
                    .forEach(quarter -> row.add(wonByQuarter.getOrDefault(quarter.name(), BigDecimal.ZERO)));
            rows.add(row);
        });
        Phrase title = Phrase.of("title.agentByQuarter").with("currency", currency());
        return new Sheet("agent_quarter", title, headings, rows);
    }

    private Sheet.Heading wonValue() {
        Phrase shown = Phrase.of("column.wonValue").with("currency", currency());
        return new Sheet.Heading("won value", shown, Column.Kind.DECIMAL);
    }

    private String currency() {
        return desk.tenant().currency().getCurrencyCode();
    }

    private static long sum(List<Outcomes.Row> rows, ToLongFunction<Outcomes.Row> count) {
        return rows.stream().mapToLong(count).sum();
    }

    private static BigDecimal whole(Money money) {
        return Spread.shortest(money.amount());
    }
}
