package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.Workbench;

/** A CRM with visits and calls, on 12 March 2026: Lea may see what is for administrators only, and Bob may not. */
final class ActivityCrm {

    static final LocalDate TODAY = Workbench.FIRST_DAY;
    static final Locale DUTCH = new Locale("nl");

    final Workbench bench;
    final Desk desk;
    final RepresentativeId lea;
    final RepresentativeId bob;
    final Relation acme;
    final Relation beta;

    ActivityCrm() {
        Set<Who> administrators = new HashSet<>();
        bench = Workbench.with(
                setup -> setup.withPermissions((tenant, who, permission) -> administrators.contains(who)));
        administrators.add(Who.of(bench.lea()));
        bench.system().choices().add(ActionType.of("VISIT", Labels.of("Visit", "Visite", "Bezoek")));
        bench.system().choices().add(ActionType.of("CALL", Labels.of("Call", "Appel", "Oproep")));
        desk = bench.desk();
        lea = bench.lea();
        bob = desk.representatives().add(RepresentativeDraft.named("Bob")).id();
        acme = bench.relation("Acme");
        beta = bench.relation("Béta");
    }

    /**
     * Three actions are done: Lea's visit with costs of 42.50 and 3 × 1.115 = 3.345, which is 3.35; Bob's call with costs
     * of 10.00 and JPY 1500; Lea's call without costs. One visit is planned, with costs of 120.00 and KWD 3 × 0.4125 =
     * 1.2375, which is 1.238. One visit is cancelled, whose 999.00 count nowhere.
     */
    static ActivityCrm withActions() {
        ActivityCrm crm = new ActivityCrm();
        crm.record(crm.action(crm.acme, crm.lea, "VISIT", "2026-01-15")
                .participants(List.of(crm.bob))
                .costs(List.of(
                        CostDraft.of("Lunch").price("42.50"),
                        CostDraft.ofProduct("SAMPLE").quantity("3").price("1.115"))));
        crm.record(crm.action(crm.beta, crm.bob, "CALL", "2026-02-02")
                .costs(List.of(
                        CostDraft.ofProduct("SAMPLE").price("10"),
                        CostDraft.of("Taxi").price("1500").currency("JPY"))));
        crm.record(crm.action(crm.acme, crm.lea, "CALL", "2026-01-31"));
        crm.plan(crm.action(crm.beta, crm.lea, "VISIT", "2026-04-10")
                .costs(List.of(
                        CostDraft.of("Hotel").price("120"),
                        CostDraft.of("Parking").quantity("3").price("0.4125").currency("KWD"))));
        Action cancelled = crm.plan(crm.action(crm.acme, crm.lea, "VISIT", "2026-04-11")
                .costs(List.of(CostDraft.of("Fair").price("999"))));
        crm.desk.actions().cancel(cancelled.id(), cancelled.version());
        return crm;
    }

    ActionDraft action(Relation relation, RepresentativeId representative, String type, String day) {
        return ActionDraft.with(relation.id())
                .representative(representative)
                .type(type)
                .on(LocalDate.parse(day));
    }

    Action record(ActionDraft draft) {
        return desk.actions().record(draft);
    }

    Action plan(ActionDraft draft) {
        return desk.actions().plan(draft);
    }

    /** Gives Bob's desk. */
    Desk bobs() {
        return bench.crm().actingAs(Actor.of(bench.tenant().name(), bob));
    }

    /** Writes a table as text and as CSV in each language. */
    static String bytes(Function<Locale, Table> table) {
        StringBuilder bytes = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH, DUTCH)) {
            bytes.append(PlainText.write(table.apply(locale), locale)).append(csv(table.apply(locale)));
        }
        return bytes.toString();
    }

    /** Writes a table as text, the narrow no-break spaces shown as underscores. */
    static String text(Table table, Locale locale) {
        return PlainText.write(table, locale).replace('\u202f', '_');
    }

    static String csv(Table table) {
        StringBuilder csv = new StringBuilder();
        Csv.write(table, csv);
        return csv.toString();
    }
}
