package org.carnetcrm.sample.activities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.sample.reading.CsvFile;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.telling.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Makes representatives, relations and deals of crm_deals.csv.
 *
 * <p>The rules: a representative works in the region of the first of their deals. A deal is named after a company, which
 * becomes a relation in its industry: a prospect from the day on which the deal was created, and a customer from the day
 * on which it was won. "Closed Won" and "Closed Lost" do not tell at which stage the deal was closed, so it keeps the
 * first one. What the library has no field for stands in the text of the deal: competitors, deal_score, num_touches,
 * forecast_category, rep_segment, days_in_pipeline.
 */
final class DealReader {

    private static final String WON = "Closed Won";
    private static final String LOST = "Closed Lost";

    /** The stages of the set, with the probability that its author gives each. */
    static final Map<String, String> STAGES = stages();

    private final ReadingReport report;
    private final Map<String, RepresentativeId> representatives = new LinkedHashMap<>();
    private final Map<String, RelationId> companies = new HashMap<>();
    private final Map<String, Opportunity> deals = new HashMap<>();

    DealReader(ReadingReport report) {
        this.report = report;
    }

    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("Lead", "5");
        stages.put("Qualified", "15");
        stages.put("Demo", "30");
        return stages;
    }

    static ChoiceLists withStages(ChoiceLists lists) {
        ChoiceLists all = lists;
        for (Map.Entry<String, String> stage : STAGES.entrySet()) {
            all = all.with(Stage.of(ActivitiesReader.code(stage.getKey()), stage.getKey())
                    .at(stage.getValue()));
        }
        return all;
    }

    Map<String, RepresentativeId> representatives() {
        return representatives;
    }

    /** Gives the deals by deal_id, as they were when they were opened or closed. */
    Map<String, Opportunity> deals() {
        return deals;
    }

    /** Adds the representatives and the companies that rows name. */
    void addParties(Desk desk, List<CsvFile.Row> rows) {
        rows.forEach(row -> addRepresentative(desk, row));
        addCompanies(desk, rows);
    }

    private void addRepresentative(Desk desk, CsvFile.Row row) {
        String name = row.get("rep_name");
        if (!representatives.containsKey(name)) {
            RepresentativeDraft draft = RepresentativeDraft.named(name).region(row.get("region"));
            representatives.put(
                    name, row.accepted(() -> desk.representatives().add(draft)).id());
        }
    }

    private void addCompanies(Desk desk, List<CsvFile.Row> rows) {
        Map<String, CsvFile.Row> first = new LinkedHashMap<>();
        for (CsvFile.Row row : rows) {
            if (first.putIfAbsent(row.get("deal_name"), row) != null) {
                report.count(Phrase.of("rule.sameCompany"), row);
            }
        }
        List<RelationDraft> drafts = first.values().stream()
                .map(row -> RelationDraft.company(row.get("deal_name"))
                        .sector(row.get("industry"))
                        .status("PROSPECT")
                        .effectiveOn(row.requiredDate("created_date"))
                        .accountManager(row.known("rep_name", representatives)))
                .toList();
        List<CsvFile.Row> named = List.copyOf(first.values());
        List<Relation> added = CsvFile.accepted(named, () -> desk.relations().addAll(drafts));
        for (int i = 0; i < named.size(); i++) {
            companies.put(named.get(i).get("deal_name"), added.get(i).id());
        }
    }

    /** Opens the deals of rows, and closes those that are closed. */
    void addDeals(Desk desk, List<CsvFile.Row> rows) {
        List<OpportunityDraft> drafts = rows.stream().map(this::draft).toList();
        List<Opportunity> opened =
                CsvFile.accepted(rows, () -> desk.opportunities().openAll(drafts));
        List<Closing> closings = new ArrayList<>();
        List<CsvFile.Row> closed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            deals.put(rows.get(i).get("deal_id"), opened.get(i));
            ClosingDraft closing = closing(rows.get(i));
            if (closing != null) {
                closings.add(Closing.of(opened.get(i), closing));
                closed.add(rows.get(i));
            }
        }
        Supplier<List<Opportunity>> close = () -> desk.opportunities().closeAll(closings);
        List<Opportunity> done = CsvFile.accepted(closed, close);
        for (int i = 0; i < done.size(); i++) {
            deals.put(closed.get(i).get("deal_id"), done.get(i));
            if (closed.get(i).get("stage").equals(WON)) {
                becomesCustomer(desk, closed.get(i));
            }
        }
    }

    private OpportunityDraft draft(CsvFile.Row row) {
        boolean closed = List.of(WON, LOST).contains(row.get("stage"));
        if (closed) {
            report.count(Phrase.of("rule.stageUnknown").with("stage", row.get("stage")), row);
        } else {
            row.known("stage", STAGES);
        }
        if (closed != row.get("forecast_category").equals("Closed")) {
            Phrase rule = Phrase.of("rule.forecast")
                    .with("stage", row.get("stage"))
                    .with("forecast", row.get("forecast_category"));
            report.count(rule, row);
        }
        return OpportunityDraft.about(row.known("deal_name", companies))
                .hostReference(row.get("deal_id"))
                .subject(row.get("product") + " – " + row.get("deal_name"))
                .manager(row.known("rep_name", representatives))
                .businessLine(ActivitiesReader.code(row.get("product")))
                .category(ActivitiesReader.code(row.get("lead_source")))
                .stage(closed ? null : ActivitiesReader.code(row.get("stage")))
                .value(row.get("acv"))
                .start(row.requiredDate("created_date"))
                .text(text(row));
    }

    private static String text(CsvFile.Row row) {
        List<String> parts = new ArrayList<>();
        for (String column : List.of(
                "competitors", "deal_score", "num_touches", "forecast_category", "rep_segment", "days_in_pipeline")) {
            parts.add(column + ": " + row.get(column));
        }
        return String.join("\n", parts);
    }

    private @Nullable ClosingDraft closing(CsvFile.Row row) {
        return switch (row.get("stage")) {
            case WON -> ClosingDraft.won().on(row.requiredDate("close_date")).signedTotal(row.get("acv"));
            case LOST -> ClosingDraft.lost("LOST").on(row.requiredDate("close_date"));
            default -> {
                if (!row.get("close_date").isEmpty()) {
                    throw row.bad("a deal at the stage '" + row.get("stage") + "' has a close_date");
                }
                yield null;
            }
        };
    }

    private void becomesCustomer(Desk desk, CsvFile.Row row) {
        report.count(Phrase.of("rule.customer"), row);
        Relation company =
                desk.relations().find(row.known("deal_name", companies)).orElseThrow();
        RelationDraft customer =
                RelationDraft.from(company).status("CUSTOMER").effectiveOn(row.requiredDate("close_date"));
        row.accepted(() -> desk.relations().change(company.id(), company.version(), customer));
    }
}
