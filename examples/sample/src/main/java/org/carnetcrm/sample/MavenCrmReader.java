package org.carnetcrm.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Opportunities;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.jspecify.annotations.Nullable;

/**
 * Brings the four files of the Maven Analytics set "CRM Sales Opportunities" into a tenant.
 *
 * <p>The rules: accounts become relations, agents and their managers representatives, products business lines. A deal
 * opens on its engage date at the list price of its product; one without that date opens on the last date in the files,
 * and one without account is with the relation "(no account)". "GTXPro" is the catalogue's "GTX Pro", unless spellings
 * are to be left unmatched: then the deal has no value. Each case is counted in the report; no row is left out.
 */
final class MavenCrmReader {

    static final String NO_ACCOUNT = "(no account)";
    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    private final CsvFile accounts;
    private final CsvFile products;
    private final CsvFile teams;
    private final CsvFile pipeline;
    private final boolean unmatched;
    private final LocalDate lastDate;
    private final ReadingReport report = new ReadingReport();

    MavenCrmReader(Path folder, boolean unmatched) {
        this.unmatched = unmatched;
        accounts = CsvFile.read(
                folder.resolve("accounts.csv"),
                "account",
                "sector",
                "year_established",
                "revenue",
                "employees",
                "office_location",
                "subsidiary_of");
        products = CsvFile.read(folder.resolve("products.csv"), "product", "series", "sales_price");
        teams = CsvFile.read(folder.resolve("sales_teams.csv"), "sales_agent", "manager", "regional_office");
        pipeline = CsvFile.read(
                folder.resolve("sales_pipeline.csv"),
                "opportunity_id",
                "sales_agent",
                "product",
                "account",
                "deal_stage",
                "engage_date",
                "close_date",
                "close_value");
        lastDate = dates("close_date", "engage_date")
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new BadFileException(pipeline.path(), "has no date"));
    }

    /** Gives how many deals there are to load. */
    long size() {
        return pipeline.rows().size();
    }

    ReadingReport report() {
        return report;
    }

    /** Gives the last date in the files, which is the day on which the data is looked at. */
    LocalDate lastDate() {
        return lastDate;
    }

    /** Opens the tenant and brings everything in; tells how many deals are in now and then. */
    Desk load(Crm crm, LongConsumer progress) {
        ChoiceLists lists = ChoiceLists.empty()
                .with(RelationStatus.of("CUSTOMER", "Customer", Phase.CUSTOMER))
                .with(OpportunityType.of("NEW", "New"))
                .with(Stage.of("PROSPECTING", "Prospecting").at("10"))
                .with(Stage.of("ENGAGING", "Engaging").at("50"))
                .with(ClosingCode.of("LOST", "Lost", Responsibility.NOBODY));
        Map<String, String> prices = new HashMap<>();
        for (CsvFile.Row product : products.rows()) {
            lists = lists.with(BusinessLine.of(code(product.get("product")), product.get("product")));
            prices.put(code(product.get("product")), product.get("sales_price"));
        }
        Desk desk = crm.openTenant(TenantDraft.of("maven-crm", "USD").choices(lists));
        Map<String, RepresentativeId> agents = representatives(desk);
        Map<String, RelationId> relations = relations(desk);
        for (int from = 0; from < pipeline.rows().size(); from += 1000) {
            List<CsvFile.Row> rows = pipeline.rows()
                    .subList(from, Math.min(from + 1000, pipeline.rows().size()));
            List<OpportunityDraft> drafts = new ArrayList<>();
            for (CsvFile.Row row : rows) {
                drafts.add(draft(row, agents, relations, prices));
            }
            List<Opportunity> opened = desk.opportunities().openAll(drafts);
            for (int i = 0; i < rows.size(); i++) {
                close(desk.opportunities(), opened.get(i), rows.get(i));
            }
            progress.accept(from + rows.size());
        }
        facts();
        return desk;
    }

    private Map<String, RepresentativeId> representatives(Desk desk) {
        Map<String, RepresentativeId> byName = new LinkedHashMap<>();
        for (CsvFile.Row row : teams.rows()) {
            String manager = row.get("manager");
            if (!byName.containsKey(manager)) {
                Representative added = desk.representatives().add(RepresentativeDraft.named(manager));
                byName.put(manager, added.id());
            }
            Representative agent = desk.representatives()
                    .add(RepresentativeDraft.named(row.get("sales_agent"))
                            .manager(byName.get(manager))
                            .region(row.get("regional_office")));
            byName.put(agent.name(), agent.id());
        }
        return byName;
    }

    private Map<String, RelationId> relations(Desk desk) {
        Map<String, RelationId> byName = new HashMap<>();
        byName.put("", desk.relations().add(RelationDraft.company(NO_ACCOUNT)).id());
        for (CsvFile.Row row : accounts.rows()) {
            add(desk, row, byName);
        }
        return byName;
    }

    /** Adds a relation after the one above it, wherever that stands in the file. */
    private RelationId add(Desk desk, CsvFile.Row row, Map<String, RelationId> byName) {
        String name = row.get("account");
        RelationId known = byName.get(name);
        if (known != null) {
            return known;
        }
        RelationDraft draft =
                RelationDraft.company(name).sector(row.get("sector")).hostReference(name);
        String above = row.get("subsidiary_of");
        if (!above.isEmpty()) {
            CsvFile.Row parent = accounts.rows().stream()
                    .filter(other -> other.get("account").equals(above) && other.line() != row.line())
                    .findFirst()
                    .orElseThrow(() -> row.bad("there is no account '" + above + "'"));
            draft = draft.parent(add(desk, parent, byName));
        }
        RelationId added = desk.relations().add(draft).id();
        byName.put(name, added);
        return added;
    }

    private OpportunityDraft draft(
            CsvFile.Row row,
            Map<String, RepresentativeId> agents,
            Map<String, RelationId> relations,
            Map<String, String> prices) {
        if (row.get("account").isEmpty()) {
            report.count("no account: with the relation " + NO_ACCOUNT, row);
        }
        LocalDate start = date(row, "engage_date");
        if (start == null) {
            report.count("no engage date: opens on the last date in the files", row);
            start = lastDate;
        }
        String product = row.get("product");
        boolean spelled = prices.containsKey(code(product));
        if (!spelled) {
            report.count("product '" + product + "' is not in the catalogue as spelled", row);
        }
        String line = code(spelled || unmatched ? product : respelled(row, product, prices));
        boolean prospecting = row.get("deal_stage").equals("Prospecting");
        return OpportunityDraft.about(known(row, "account", relations))
                .hostReference(row.get("opportunity_id"))
                .subject(product + " " + row.get("opportunity_id"))
                .manager(known(row, "sales_agent", agents))
                .stage(prospecting ? "PROSPECTING" : "ENGAGING")
                .businessLine(prices.containsKey(line) ? line : null)
                .value(prices.get(line))
                .start(start);
    }

    private void close(Opportunities deals, Opportunity deal, CsvFile.Row row) {
        switch (row.get("deal_stage")) {
            case "Won" ->
                deals.close(
                        deal.id(),
                        deal.version(),
                        ClosingDraft.won().on(date(row, "close_date")).signedTotal(row.get("close_value")));
            case "Lost" ->
                deals.close(deal.id(), deal.version(), ClosingDraft.lost("LOST").on(date(row, "close_date")));
            case "Engaging", "Prospecting" -> report.count(row.get("deal_stage") + ": stays open", row);
            default -> throw row.bad("'" + row.get("deal_stage") + "' is no stage of these data");
        }
    }

    /** Finds the product of the catalogue that is spelled the same but for spaces. */
    private static String respelled(CsvFile.Row row, String product, Map<String, String> prices) {
        String bare = code(product).replace("_", "");
        return prices.keySet().stream()
                .filter(code -> code.replace("_", "").equals(bare))
                .findFirst()
                .orElseThrow(() -> row.bad("there is no product '" + product + "'"));
    }

    private void facts() {
        report.fact("accounts", accounts.rows().size());
        report.fact("products", products.rows().size());
        report.fact("agents", teams.rows().size());
        report.fact("rows", pipeline.rows().size());
        report.fact(
                "distinct",
                pipeline.rows().stream()
                        .map(row -> row.get("opportunity_id"))
                        .distinct()
                        .count());
        for (String column : List.of("account", "engage_date", "close_date", "close_value")) {
            report.fact(
                    column + " blank",
                    pipeline.rows().stream()
                            .filter(row -> row.get(column).isEmpty())
                            .count());
        }
        for (String column : List.of("engage_date", "close_date")) {
            report.fact(
                    column + " range",
                    dates(column).min(Comparator.naturalOrder()).orElseThrow() + "…"
                            + dates(column).max(Comparator.naturalOrder()).orElseThrow());
        }
    }

    private Stream<LocalDate> dates(String... columns) {
        return pipeline.rows().stream()
                .flatMap(row -> Stream.of(columns).map(column -> date(row, column)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static @Nullable LocalDate date(CsvFile.Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.contains("/") ? LocalDate.parse(text, US) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.bad("'" + text + "' in " + column + " is no date");
        }
    }

    private static <T> T known(CsvFile.Row row, String column, Map<String, T> byName) {
        T found = byName.get(row.get(column));
        if (found == null) {
            throw row.bad("there is no " + column + " '" + row.get(column) + "'");
        }
        return found;
    }

    private static String code(String name) {
        return name.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
