package org.carnetcrm.sample.activities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.ProductCosts;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.sample.reading.CsvFile;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.telling.Language;
import org.carnetcrm.sample.telling.Phrase;

/**
 * Brings the files of the set into a tenant.
 *
 * <p>The rules for deals stand at {@link DealReader}. An activity becomes an action about its deal, done on its date by
 * its representative. Its outcome is the status of the action: three ways of being done. Its minutes are a cost line: so
 * many hours of the product {@value #HOUR}, whose price the host's cost module tells. Hours have six decimals; minutes
 * for which those do not come out are rounded HALF_UP, which never changes the amount. An activity after the closing of
 * its deal is welcome, and counted; so is a deal whose num_touches is not the number of its activities. monthly_targets
 * are no part of the CRM: they are arguments of a table.
 */
final class ActivitiesReader {

    /** The product that an hour of work is. */
    static final String HOUR = "HOUR";

    /** What the cost module says of it. The set has no costs; 45.00 is a round figure. */
    static final BigDecimal RATE = new BigDecimal("45.00");

    static final String CURRENCY = "USD";

    static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    /** What came of an activity, in the order of a report. */
    static final List<String> OUTCOMES = List.of("POSITIVE", "NEUTRAL", "NEGATIVE");

    private final ActivityFiles files;
    private final ReadingReport report = new ReadingReport();

    ActivitiesReader(ActivityFiles files) {
        this.files = files;
    }

    /** Gives the cost module of this host: it knows what an hour costs, in dollars, at any time. */
    static ProductCosts productCosts() {
        return (tenant, product, currency, on) ->
                product.equals(HOUR) && currency.getCurrencyCode().equals(CURRENCY)
                        ? Optional.of(RATE)
                        : Optional.empty();
    }

    ReadingReport report() {
        return report;
    }

    /** Opens the tenant and brings everything in; tells how many activities are in now and then. */
    void load(Book book, LongConsumer progress) {
        DealReader reader = new DealReader(report);
        book.begin(CURRENCY, lists(), desk -> reader.addParties(desk, files.deals()));
        CsvFile.inBatches(files.deals(), rows -> book.run(desk -> reader.addDeals(desk, rows)), added -> {});
        Map<String, Long> touches = new HashMap<>();
        CsvFile.inBatches(
                files.activities(),
                rows -> {
                    List<ActionDraft> drafts = rows.stream()
                            .map(row -> draft(row, reader, touches))
                            .toList();
                    book.run(desk -> CsvFile.accepted(rows, () -> desk.actions().recordAll(drafts)));
                },
                progress);
        for (CsvFile.Row row : files.deals()) {
            if (row.number("num_touches").longValue() != touches.getOrDefault(row.get("deal_id"), 0L)) {
                report.count(Phrase.of("rule.touches"), row);
            }
        }
    }

    private ActionDraft draft(CsvFile.Row row, DealReader reader, Map<String, Long> touches) {
        Opportunity deal = row.known("deal_id", reader.deals());
        touches.merge(row.get("deal_id"), 1L, Long::sum);
        LocalDate date = row.requiredDate("activity_date");
        LocalDate closedOn = deal.standing().closedOn();
        if (closedOn != null && date.isAfter(closedOn)) {
            report.count(Phrase.of("rule.afterClosing"), row);
        }
        RepresentativeId representative = row.known("rep_name", reader.representatives());
        if (!representative.equals(deal.manager())) {
            report.count(Phrase.of("rule.otherPerson"), row);
        }
        String outcome = code(row.get("outcome"));
        if (!OUTCOMES.contains(outcome)) {
            throw row.bad("'" + row.get("outcome") + "' is no outcome of these data");
        }
        return ActionDraft.with(deal.relation())
                .opportunity(deal.id())
                .representative(representative)
                .type(code(row.get("activity_type")))
                .status(outcome)
                .on(date)
                .doneOn(date)
                .cost(CostDraft.ofProduct(HOUR).quantity(hours(row).toPlainString()))
                .hostReference(row.get("activity_id"));
    }

    private BigDecimal hours(CsvFile.Row row) {
        BigDecimal minutes = row.number("duration_min");
        BigDecimal hours = minutes.divide(MINUTES_PER_HOUR, Cost.QUANTITY_FRACTION_DIGITS, RoundingMode.HALF_UP);
        if (hours.multiply(MINUTES_PER_HOUR).compareTo(minutes) != 0) {
            report.count(Phrase.of("rule.roundedHours"), row);
        }
        return hours;
    }

    private ChoiceLists lists() {
        ChoiceLists lists = DealReader.withStages(ChoiceLists.empty())
                .with(RelationStatus.of("PROSPECT", Language.labels("choice.prospect"), Phase.PROSPECT))
                .with(RelationStatus.of("CUSTOMER", Language.labels("choice.customer"), Phase.CUSTOMER))
                .with(OpportunityType.of("NEW", Language.labels("choice.new")))
                .with(ClosingCode.of("LOST", Language.labels("choice.lost"), Responsibility.NOBODY))
                .with(ActionStatus.of("POSITIVE", Language.labels("choice.positive"), Progress.DONE))
                .with(ActionStatus.of("NEUTRAL", Language.labels("choice.neutral"), Progress.DONE))
                .with(ActionStatus.of("NEGATIVE", Language.labels("choice.negative"), Progress.DONE));
        lists = withNames(lists, ChoiceKind.BUSINESS_LINE, files.deals(), "product", BusinessLine::of);
        lists = withNames(lists, ChoiceKind.CATEGORY, files.deals(), "lead_source", Category::of);
        return withNames(lists, ChoiceKind.ACTION_TYPE, files.activities(), "activity_type", ActionType::of);
    }

    /** Makes a choice of each name in a column, in the words of the file. */
    private static ChoiceLists withNames(
            ChoiceLists lists,
            ChoiceKind kind,
            List<CsvFile.Row> rows,
            String column,
            BiFunction<String, String, Choice> choice) {
        ChoiceLists all = lists;
        for (CsvFile.Row row : rows) {
            String name = row.get(column);
            ChoiceLists before = all;
            if (all.find(kind, code(name)).isEmpty()) {
                all = row.accepted(() -> before.with(choice.apply(code(name), name)));
            }
        }
        return all;
    }

    static String code(String name) {
        return name.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
