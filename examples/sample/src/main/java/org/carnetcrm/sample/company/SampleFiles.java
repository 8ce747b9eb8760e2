package org.carnetcrm.sample.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.sample.reading.CsvFile;
import org.jspecify.annotations.Nullable;

/** What the company did before the week: relations, deals, actions and documents of four bundled files. */
final class SampleFiles {

    private static final LocalDate FOUNDED = LocalDate.of(2025, 9, 1);

    private final Map<String, RepresentativeId> people;
    private final Map<String, RelationId> relations = new HashMap<>();
    private final Map<String, OpportunityId> deals = new HashMap<>();

    SampleFiles(Map<String, RepresentativeId> people) {
        this.people = people;
    }

    Map<String, RelationId> relations() {
        return relations;
    }

    int dealCount() {
        return deals.size();
    }

    void load(Desk system) {
        rows("relations.csv", "name,city,postal,country,sector,status,manager,contact")
                .forEach(row -> addRelation(system, row));
        rows(
                        "deals.csv",
                        "reference,relation,subject,stage,type,value,costs,currency,start,expected,outcome,on,code,signed")
                .forEach(row -> addDeal(system, row));
        rows("actions.csv", "relation,deal,who,type,day,status,subject,becomes,cost,product,quantity,price")
                .forEach(row -> addAction(system, row));
        rows("documents.csv", "kind,number,relation,date,amount,chase").forEach(row -> addDocument(system, row));
    }

    private void addRelation(Desk system, CsvFile.Row row) {
        Relation relation = system.relations()
                .add(RelationDraft.company(row.get("name"))
                        .sector(row.get("sector"))
                        .status(row.get("status"))
                        .effectiveOn(FOUNDED)
                        .address(new Address(null, row.get("postal"), row.get("city"), row.get("country")))
                        .accountManager(row.known("manager", people)));
        relations.put(relation.name(), relation.id());
        String[] contact = row.get("contact").split(" ", 2);
        system.relations().addContact(relation.id(), ContactPersonDraft.named(contact[0], contact[1]));
    }

    private void addDeal(Desk system, CsvFile.Row row) {
        Opportunity deal = system.opportunities()
                .open(OpportunityDraft.about(row.known("relation", relations))
                        .hostReference(row.get("reference"))
                        .subject(row.get("subject"))
                        .stage(row.get("stage"))
                        .type(row.get("type"))
                        .value(row.get("value"))
                        .purchaseCosts(row.get("costs"))
                        .currency(row.get("currency"))
                        .start(row.requiredDate("start"))
                        .expectedClosing(row.date("expected")));
        deals.put(row.get("reference"), deal.id());
        if (!row.get("outcome").isEmpty()) {
            ClosingDraft closing = new ClosingDraft(
                    StandingKind.valueOf(row.get("outcome")), row.date("on"), row.get("code"), row.get("signed"), null);
            system.opportunities().close(deal.id(), deal.version(), closing);
        }
    }

    private void addAction(Desk system, CsvFile.Row row) {
        ActionDraft draft = ActionDraft.with(row.known("relation", relations))
                .opportunity(deals.get(row.get("deal")))
                .representative(row.known("who", people))
                .type(row.get("type"))
                .on(row.requiredDate("day"))
                .doneOn(row.requiredDate("day"))
                .subject(row.get("subject"))
                .newStatus(row.get("becomes"));
        CostDraft cost = cost(row);
        ActionDraft whole = cost == null ? draft : draft.cost(cost);
        if (row.get("status").equals("DONE")) {
            system.actions().record(whole);
        } else {
            system.actions().plan(whole);
        }
    }

    private static @Nullable CostDraft cost(CsvFile.Row row) {
        boolean none = row.get("cost").isEmpty() && row.get("product").isEmpty();
        return none
                ? null
                : new CostDraft(row.get("cost"), row.get("product"), row.get("quantity"), row.get("price"), null);
    }

    private void addDocument(Desk system, CsvFile.Row row) {
        RelationId relation = row.known("relation", relations);
        DocumentDraft draft = switch (DocumentKind.valueOf(row.get("kind"))) {
            case QUOTE -> DocumentDraft.quote(row.get("number"), relation);
            case ORDER -> DocumentDraft.order(row.get("number"), relation);
            case INVOICE -> DocumentDraft.invoice(row.get("number"), relation);
        };
        system.documents()
                .ensure(draft.hostReference(row.get("number"))
                        .date(row.requiredDate("date"))
                        .amount(row.get("amount"))
                        .chaseOn(row.date("chase")));
    }

    private static List<CsvFile.Row> rows(String name, String columns) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
            Objects.requireNonNull(in, () -> "the resource " + name + " is missing");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvFile.parse(Path.of(name), text, columns.split(",", -1)).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
