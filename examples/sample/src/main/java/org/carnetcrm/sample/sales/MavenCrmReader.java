package org.carnetcrm.sample.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.carnetcrm.Desk;
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
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.sample.reading.CsvFile;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.telling.Language;
import org.carnetcrm.sample.telling.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Brings the files of the set into a tenant.
 *
 * <p>The rules: accounts become relations, agents and their managers representatives, products business lines. A deal
 * opens on its engage date at the list price of its product; one without that date opens on the last date in the files,
 * and one without account is with the relation "(no account)". "GTXPro" is the catalogue's "GTX Pro", unless spellings
 * are to be left unmatched: then the deal has no value. Each case is counted in the report; no row is left out.
 */
final class MavenCrmReader {

    private final MavenCrmFiles files;
    private final boolean unmatched;
    private final ReadingReport report = new ReadingReport();
    private final Map<String, String> prices = new HashMap<>();

    MavenCrmReader(MavenCrmFiles files, boolean unmatched) {
        this.files = files;
        this.unmatched = unmatched;
    }

    ReadingReport report() {
        return report;
    }

    /** Opens the tenant and brings everything in; tells how many deals are in now and then. */
    void load(Book book, LongConsumer progress) {
        Map<String, RepresentativeId> agents = new LinkedHashMap<>();
        Map<String, RelationId> relations = new HashMap<>();
        book.begin("USD", lists(), desk -> {
            agents.putAll(representatives(desk));
            relations.putAll(new MavenCrmAccounts(files.accounts()).load(desk));
        });
        CsvFile.inBatches(
                files.pipeline(), rows -> book.run(desk -> loadDeals(desk, rows, agents, relations)), progress);
    }

    private ChoiceLists lists() {
        ChoiceLists lists = ChoiceLists.empty()
                .with(RelationStatus.of("CUSTOMER", Language.labels("choice.customer"), Phase.CUSTOMER))
                .with(OpportunityType.of("NEW", Language.labels("choice.new")))
                .with(Stage.of("PROSPECTING", Language.labels("choice.prospecting"))
                        .at("10"))
                .with(Stage.of("ENGAGING", Language.labels("choice.engaging")).at("50"))
                .with(ClosingCode.of("LOST", Language.labels("choice.lost"), Responsibility.NOBODY));
        for (CsvFile.Row row : files.products()) {
            lists = withProduct(lists, row);
        }
        return lists;
    }

    private ChoiceLists withProduct(ChoiceLists lists, CsvFile.Row row) {
        String name = row.get("product");
        if (prices.put(code(name), row.number("sales_price").toPlainString()) != null) {
            throw row.bad("the product '" + name + "' stands in the file twice");
        }
        return row.accepted(() -> lists.with(BusinessLine.of(code(name), name)));
    }

    private Map<String, RepresentativeId> representatives(Desk desk) {
        Map<String, RepresentativeId> managers = new HashMap<>();
        Map<String, RepresentativeId> agents = new LinkedHashMap<>();
        for (CsvFile.Row row : files.teams()) {
            RepresentativeId manager = managers.computeIfAbsent(
                    row.get("manager"), name -> add(desk, row, RepresentativeDraft.named(name)));
            String name = row.get("sales_agent");
            RepresentativeDraft agent =
                    RepresentativeDraft.named(name).manager(manager).region(row.get("regional_office"));
            if (agents.put(name, add(desk, row, agent)) != null) {
                throw row.bad("the agent '" + name + "' stands in the file twice");
            }
        }
        return agents;
    }

    private static RepresentativeId add(Desk desk, CsvFile.Row row, RepresentativeDraft draft) {
        return row.accepted(() -> desk.representatives().add(draft)).id();
    }

    private void loadDeals(
            Desk desk,
            List<CsvFile.Row> rows,
            Map<String, RepresentativeId> agents,
            Map<String, RelationId> relations) {
        List<OpportunityDraft> drafts = new ArrayList<>();
        for (CsvFile.Row row : rows) {
            drafts.add(draft(row, agents, relations));
        }
        List<Opportunity> opened =
                CsvFile.accepted(rows, () -> desk.opportunities().openAll(drafts));
        List<Closing> closings = new ArrayList<>();
        List<CsvFile.Row> closed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ClosingDraft closing = closing(rows.get(i));
            if (closing != null) {
                closings.add(Closing.of(opened.get(i), closing));
                closed.add(rows.get(i));
            }
        }
        CsvFile.accepted(closed, () -> desk.opportunities().closeAll(closings));
    }

    private OpportunityDraft draft(
            CsvFile.Row row, Map<String, RepresentativeId> agents, Map<String, RelationId> relations) {
        if (row.get("account").isEmpty()) {
            report.count(Phrase.of("rule.noAccount").with("relation", Phrase.of("label.noAccount")), row);
        }
        LocalDate start = files.date(row, "engage_date");
        if (start == null) {
            start = files.lastDate();
            report.count(Phrase.of("rule.noEngageDate").with("date", start), row);
        }
        String product = row.get("product");
        String line = prices.containsKey(code(product)) ? code(product) : respelled(row, product);
        return OpportunityDraft.about(row.known("account", relations))
                .hostReference(row.get("opportunity_id"))
                .subject(product + " " + row.get("opportunity_id"))
                .manager(row.known("sales_agent", agents))
                .stage(row.get("deal_stage").equals("Prospecting") ? "PROSPECTING" : "ENGAGING")
                .businessLine(line)
                .value(line == null ? null : prices.get(line))
                .start(start);
    }

    /** Gives what a deal is closed with, or nothing when it stays open. */
    private @Nullable ClosingDraft closing(CsvFile.Row row) {
        return switch (row.get("deal_stage")) {
            case "Won" -> ClosingDraft.won().on(closedOn(row)).signedTotal(row.get("close_value"));
            case "Lost" -> {
                if (!row.get("close_value").isEmpty()
                        && row.number("close_value").signum() != 0) {
                    report.count(Phrase.of("rule.lostValue"), row);
                }
                yield ClosingDraft.lost("LOST").on(closedOn(row));
            }
            case "Engaging" -> stayingOpen(row, Phrase.of("choice.engaging"));
            case "Prospecting" -> stayingOpen(row, Phrase.of("choice.prospecting"));
            default -> throw row.bad("'" + row.get("deal_stage") + "' is no stage of these data");
        };
    }

    private @Nullable ClosingDraft stayingOpen(CsvFile.Row row, Phrase stage) {
        report.count(Phrase.of("rule.staysOpen").with("stage", stage), row);
        return null;
    }

    private LocalDate closedOn(CsvFile.Row row) {
        LocalDate date = files.date(row, "close_date");
        if (date == null) {
            throw row.bad("a closed deal has no close_date");
        }
        return date;
    }

    /** Finds the product of the catalogue that is spelled the same but for spaces; none when it is to stay unmatched. */
    private @Nullable String respelled(CsvFile.Row row, String product) {
        if (unmatched) {
            report.count(Phrase.of("rule.unmatched").with("product", product), row);
            return null;
        }
        String bare = bare(product);
        CsvFile.Row found = files.products().stream()
                .filter(other -> bare(other.get("product")).equals(bare))
                .findFirst()
                .orElseThrow(() -> row.bad("there is no product '" + product + "'"));
        report.count(Phrase.of("rule.respelled").with("product", product).with("catalogue", found.get("product")), row);
        return code(found.get("product"));
    }

    /** Gives the code of a product of the catalogue, or that one of the pipeline would have there. */
    static String code(String name) {
        return name.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String bare(String name) {
        return code(name).replace("_", "");
    }
}
