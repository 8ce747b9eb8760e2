package org.carnetcrm.jpa;

import java.util.List;
import java.util.UUID;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;

/**
 * Many rows of one tenant, made by PostgreSQL itself. They lean: every fifth action, note, document and deal is of the
 * first relation, and every second one of the first representative, so that the lists of these two are long.
 *
 * @param tenant a tenant that is open with the standard lists and the type of action VISIT
 * @param number the tenant's number, which makes its ids its own
 * @param actions how many actions; of the other things in proportion
 */
record Filling(String tenant, int number, int actions) {

    /** The first and the last day on which something stands; the clock of the tests is between them. */
    static final String FIRST_DAY = "2024-01-01";

    private static final int DAYS = 1000;
    private static final String TODAY = "2026-03-12";

    private enum Thing {
        REPRESENTATIVE,
        RELATION,
        CONTACT,
        ACTION,
        NOTE,
        DOCUMENT,
        FOLLOW_UP,
        DEAL,
        LINK
    }

    int representatives() {
        return Math.max(4, Math.min(actions / 200, 100));
    }

    int relations() {
        return Math.max(10, actions / 10);
    }

    int notes() {
        return Math.max(10, actions / 2);
    }

    int documents() {
        return Math.max(10, actions / 4);
    }

    int deals() {
        return Math.max(10, actions / 4);
    }

    RepresentativeId representative(int n) {
        return new RepresentativeId(id(Thing.REPRESENTATIVE, n));
    }

    RelationId relation(int n) {
        return new RelationId(id(Thing.RELATION, n));
    }

    ActionId action(int n) {
        return new ActionId(id(Thing.ACTION, n));
    }

    NoteId note(int n) {
        return new NoteId(id(Thing.NOTE, n));
    }

    DocumentId document(int n) {
        return new DocumentId(id(Thing.DOCUMENT, n));
    }

    OpportunityId deal(int n) {
        return new OpportunityId(id(Thing.DEAL, n));
    }

    /** Adds the rows to a PostgreSQL database. */
    void into(Database database) {
        database.execute(List.of(
                "create or replace function test_id(thing int, tenant int, n bigint) returns uuid immutable language sql as"
                        + " 'select cast(''0190'' || lpad(to_hex(thing), 4, ''0'') || lpad(to_hex(tenant), 4, ''0'')"
                        + " || ''70008000'' || lpad(to_hex(n), 12, ''0'') as uuid)'",
                representativeRows(),
                relationRows(),
                contactRows(),
                changeRows(),
                actionRows(),
                attendeeRows(),
                costRows(),
                noteRows(),
                documentRows(),
                followUpRows(),
                dealRows(),
                revisionRows(),
                linkRows(),
                auditRows()));
    }

    private UUID id(Thing thing, int n) {
        return new UUID(0x0190L << 48 | (long) thing.ordinal() << 32 | (long) number << 16 | 0x7000L, 1L << 63 | n);
    }

    private String of(Thing thing, String n) {
        return "test_id(" + thing.ordinal() + ", " + number + ", " + n + ")";
    }

    private String relationOf(String n) {
        return of(Thing.RELATION, "case when " + n + " % 5 = 0 then 0 else " + n + " % " + relations() + " end");
    }

    private String somebody(String n) {
        return of(
                Thing.REPRESENTATIVE,
                "case when " + n + " % 2 = 0 then 0 else (" + n + " / 2) % " + representatives() + " end");
    }

    /** A day that seems to be drawn. */
    private static String day(String n, int days) {
        return "(date '" + FIRST_DAY + "' + cast((" + n + " * 7919 + 13) % " + days + " as int))";
    }

    private String each(int count) {
        return " from generate_series(0, " + (count - 1) + ") n";
    }

    private String representativeRows() {
        return "insert into crm_representative (tenant_id, id, version, name, name_key, manager_id, region, active)"
                + " select '" + tenant + "', " + of(Thing.REPRESENTATIVE, "n") + ", 1, 'Rep ' || n, 'rep ' || n,"
                + " case when n > 0 then " + of(Thing.REPRESENTATIVE, "0") + " end, 'Region ' || n % 4, true"
                + each(representatives());
    }

    private String relationRows() {
        return "insert into crm_relation (tenant_id, id, version, kind, name, name_key, city, sector, parent_id,"
                + " account_manager_id, status, priority, changes, archived) select '" + tenant + "', "
                + of(Thing.RELATION, "n")
                + ", 1, 'COMPANY', 'Company ' || n, 'company ' || lpad(cast(n as text), 7, '0'),"
                + " 'City', 'Sector ' || n % 7, case when n % 10 = 9 then " + of(Thing.RELATION, "0") + " end, "
                + somebody("n") + ", case when n % 3 = 0 then 'CUSTOMER' else 'PROSPECT' end, 'NORMAL',"
                + " case when n % 3 = 0 then 3 else 2 end, n % 50 = 49" + each(relations());
    }

    private String contactRows() {
        return "insert into crm_contact_person (tenant_id, id, version, relation_id, first_name, last_name, active)"
                + " select '" + tenant + "', " + of(Thing.CONTACT, "n") + ", 1, " + of(Thing.RELATION, "n")
                + ", 'Jo', 'Name ' || n, true" + each(relations());
    }

    private String changeRows() {
        return "insert into crm_relation_change (tenant_id, relation_id, number, aspect, from_code, to_code, effective_on,"
                + " recorded_at, kind) select '" + tenant + "', " + of(Thing.RELATION, "n") + ", step,"
                + " case when step = 2 then 'PRIORITY' else 'STATUS' end, case when step = 3 then 'PROSPECT' end,"
                + " case step when 1 then 'PROSPECT' when 2 then 'NORMAL' else 'CUSTOMER' end,"
                + " " + day("n", 700) + " + step, " + day("n", 700) + " + step, 'CHANGE'" + each(relations())
                + ", generate_series(1, 3) step where step < 3 or n % 3 = 0";
    }

    private static String progress(String n) {
        return "case when " + day(n, DAYS) + " >= date '" + TODAY + "' then 'PLANNED' when " + n
                + " % 20 = 7 then 'PLANNED' when " + n + " % 10 = 3 then 'CANCELLED' else 'DONE' end";
    }

    private static String times(String n) {
        return "case when " + n + " % 2 = 1 then " + day(n, DAYS) + " + time '09:00' end, case when " + n
                + " % 2 = 1 then " + day(n, DAYS) + " + time '10:00' end";
    }

    private static String lastDay(String n) {
        return day(n, DAYS) + " + case when " + n + " % 100 = 0 then 3 else 0 end";
    }

    private String actionRows() {
        return "insert into crm_action (tenant_id, id, version, relation_id, opportunity_id, representative_id,"
                + " representative_chosen, type, subject, note, status, progress, done_on, first_day, last_day, start_at,"
                + " end_at, zone, recorded_at) select '" + tenant + "', " + of(Thing.ACTION, "n") + ", 1, "
                + relationOf("n") + ", case when n % 20 = 5 then "
                + of(Thing.DEAL, "5 * (n / 20 % " + Math.min(100, deals() / 5) + ")") + " end, "
                + somebody("n") + ", false, 'VISIT', 'Subject ' || n, 'What was said', " + progress("n") + ", "
                + progress("n") + ", case when " + progress("n") + " = 'DONE' then " + day("n", DAYS) + " end, "
                + day("n", DAYS) + ", " + lastDay("n") + ", " + times("n")
                + ", case when n % 2 = 1 then 'Europe/Brussels' end, timestamp '" + FIRST_DAY
                + "' + n * interval '1 second'" + each(actions);
    }

    private String attendeeRows() {
        return "insert into crm_action_attendee (tenant_id, action_id, position, representative_id, first_day, last_day,"
                + " start_at, end_at) select '" + tenant + "', " + of(Thing.ACTION, "n")
                + ", place, case when place = 0"
                + " then " + somebody("n") + " else " + of(Thing.REPRESENTATIVE, "1 + n % " + (representatives() - 1))
                + " end, " + day("n", DAYS) + ", " + lastDay("n") + ", " + times("n") + each(actions)
                + ", generate_series(0, 1) place where place = 0 or n % 3 = 0 and " + somebody("n") + " <> "
                + of(Thing.REPRESENTATIVE, "1 + n % " + (representatives() - 1));
    }

    private String costRows() {
        return "insert into crm_action_cost (tenant_id, action_id, position, description, product, quantity, currency,"
                + " unit_price, origin, amount) select '" + tenant + "', " + of(Thing.ACTION, "n") + ", place, 'Lunch',"
                + " 'P' || n % 30, 2, 'EUR', 10 + n % 100, 'MANUAL', 2 * (10 + n % 100)" + each(actions)
                + ", generate_series(0, 1) place where n % 2 = 0";
    }

    private String noteRows() {
        return "insert into crm_note (tenant_id, id, version, relation_id, opportunity_id, assignee_id, note_date, type,"
                + " note, pinned, done, admin_only, recorded_at) select '" + tenant + "', " + of(Thing.NOTE, "n")
                + ", 1, "
                + relationOf("n") + ", case when n % 20 = 5 then "
                + of(Thing.DEAL, "5 * (n / 20 % " + Math.min(100, deals() / 5) + ")") + " end, "
                + somebody("n") + ", " + day("n", DAYS) + ", case when n % 10 = 0 then 'SALES' else 'GENERAL' end,"
                + " 'A note', n % 97 = 1, n % 10 <> 1 and " + day("n", DAYS) + " < date '" + TODAY
                + "', n % 50 = 1, timestamp '" + FIRST_DAY + "' + n * interval '1 second'" + each(notes());
    }

    private static String isOpen(String n) {
        return "(" + n + " % 10 < 3 and " + n + " % 3 < 2)";
    }

    private static String isChased(String n) {
        return "(" + n + " % 7 < 4 and " + n + " % 3 < 2)";
    }

    private String documentRows() {
        String due = day("n", 800) + " + 60 + cast(n % 200 as int)";
        String chased = "case when " + isChased("n") + " then ";
        return "insert into crm_document (tenant_id, id, version, kind, document_number, relation_id, document_date,"
                + " amount, currency, chase_on, closed_on, last_ordinal, latest_id, latest_on, latest_recorded_at,"
                + " latest_by, latest_next_on, due_on, recorded_at) select '" + tenant + "', " + of(Thing.DOCUMENT, "n")
                + ", 1, case n % 3 when 0 then 'QUOTE' when 1 then 'ORDER' else 'INVOICE' end, 'N' || n, "
                + relationOf("n") + ", " + day("n", 800) + ", 100, 'EUR', " + due + ", case when not " + isOpen("n")
                + " then " + day("n", 800) + " + 300 end, " + chased + "2 else 0 end, " + chased
                + of(Thing.FOLLOW_UP, "2 * n + 1") + " end, " + chased + day("n", 800) + " + 40 end, " + chased
                + day("n", 800) + " + 40 end, " + chased + somebody("n + 1") + " end, " + chased + due + " end,"
                + " case when " + isOpen("n") + " then " + due + " end, timestamp '" + FIRST_DAY
                + "' + n * interval '1 second'" + each(documents());
    }

    private String followUpRows() {
        return "insert into crm_follow_up (tenant_id, id, version, document_id, relation_id, ordinal, made_by, made_on,"
                + " next_on, channel, note, recorded_at) select '" + tenant + "', "
                + of(Thing.FOLLOW_UP, "2 * n + step - 1")
                + ", 1, " + of(Thing.DOCUMENT, "n") + ", " + relationOf("n") + ", step, " + somebody("n + 1") + ", "
                + day("n", 800) + " + 20 * step, " + day("n", 800) + " + 60 + cast(n % 200 as int), 'PHONE', 'Called', "
                + day("n", 800) + " + 20 * step" + each(documents()) + ", generate_series(1, 2) step where "
                + isChased("n");
    }

    private static String standing(String n) {
        return "case when " + n + " % 10 < 3 then 'IN_PROGRESS' when " + n + " % 10 < 6 then 'WON' when " + n
                + " % 10 < 9 then 'LOST' else 'ABANDONED' end";
    }

    private static final String DEAL = "subject, relation_id, manager_id, manager_chosen, stage, type, currency,"
            + " value_amount, purchase_costs, probability, probability_by_hand, probability_at_creation, started_on,"
            + " expected_closing, standing, closed_on, closing_code, signed_total, effective_on, recorded_at, opened_at,"
            + " stage_since, weighted_total, success_level, days_to_closing";

    /** The columns of a deal after its first, second or third change. */
    private String deal(String step) {
        String start = day("n", 740);
        String last = step + " = 3";
        String on = "(" + start + " + cast(20 * (" + step + " - 1) as int))";
        String closed = last + " and n % 10 > 2";
        return "'Deal ' || n, " + relationOf("n") + ", " + somebody("n") + ", false, case " + step
                + " when 1 then 'QUALIFICATION' when 2 then 'NEEDS' else case when n % 2 = 0 then 'PROPOSAL' else"
                + " 'NEGOTIATION' end end, case when n % 4 = 0 then 'RECURRING' else 'NEW' end, 'EUR', 1000 + n % 5000, 100,"
                + " 10 * " + step + " + n % 60, true, 10, " + start + ", case when n % 8 > 0 then " + start
                + " + 90 + cast(n % 300 as int) end, case when " + last + " then " + standing("n")
                + " else 'IN_PROGRESS' end, case when " + closed + " then " + on + " end, case when " + closed
                + " and n % 10 between 6 and 8 then 'PRICE' end, case when " + closed
                + " and n % 10 between 3 and 5 then 900 + n % 5000 end, " + on + ", " + on + ", " + start + ", " + on
                + ", (900 + n % 5000) * 0.5, 'FROM_' || 20 * (n % 5), case when " + closed + " then 40 end";
    }

    private String dealRows() {
        return "insert into crm_opportunity (tenant_id, id, version, " + DEAL + ") select '" + tenant + "', "
                + of(Thing.DEAL, "n") + ", 3, " + deal("3") + each(deals());
    }

    private String revisionRows() {
        String next = day("n", 740) + " + cast(20 * step as int)";
        return "insert into crm_opportunity_revision (tenant_id, opportunity_id, number, " + DEAL
                + ", event, previous_currency, previous_value, previous_total, previous_stage, previous_standing,"
                + " days_in_stage, next_effective_on, next_recorded_at) select '" + tenant + "', " + of(Thing.DEAL, "n")
                + ", step, " + deal("step") + ", case step when 1 then 'OPENED' else 'MOVED' end,"
                + " case when step > 1 then 'EUR' end, case when step > 1 then 1000 + n % 5000 end,"
                + " case when step > 1 then (900 + n % 5000) * 0.5 end,"
                + " case step when 2 then 'QUALIFICATION' when 3 then 'NEEDS' end,"
                + " case when step > 1 then 'IN_PROGRESS' end, case when step > 1 then 20 end, case when step < 3 then "
                + next + " end, case when step < 3 then " + next + " end" + each(deals())
                + ", generate_series(1, 3) step";
    }

    private String linkRows() {
        return "insert into crm_opportunity_link (tenant_id, id, version, opportunity_id, target, reference, done) select '"
                + tenant + "', " + of(Thing.LINK, "n") + ", 1, " + of(Thing.DEAL, "n") + ", 'PROJECT', 'X' || n, false"
                + each(deals() / 10 + 1);
    }

    private String auditRows() {
        return "insert into crm_audit_entry (tenant_id, item_kind, item_id, version, recorded_at, changes) select '"
                + tenant + "', 'ACTION', cast(" + of(Thing.ACTION, "n") + " as text), 1, timestamp '" + FIRST_DAY
                + "', E'subject\\t\\t=Subject\\n'" + each(actions);
    }
}
