package org.carnetcrm.sample.northwind;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.sample.telling.BoxLines;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.StoryClock;
import org.jspecify.annotations.Nullable;

/** A week in which the orders that were not shipped are chased, told to a reader. */
final class ChaseWeek {

    /** How many documents of each list stand in the box. */
    static final int BOX = 3;

    private final Crm crm;
    private final Desk system;
    private final StoryClock clock;
    private final LocalDate monday;
    private final Output out;

    /** Plays in the week of a day. */
    ChaseWeek(Crm crm, String tenant, StoryClock clock, LocalDate day, Output out) {
        this.crm = crm;
        this.system = crm.actingAs(Actor.system(tenant));
        this.clock = clock;
        this.monday = monday(day);
        this.out = out;
    }

    /** Chases what is due on Monday, again what its next date asks for on Wednesday, and closes the first on Thursday. */
    void play() {
        out.blank();
        out.say(Phrase.of("chase.title").with("monday", monday));
        begin("week.monday", 0);
        box();
        List<DocumentRow> due = due();
        if (due.isEmpty()) {
            out.say(2, Phrase.of("chase.nothing"));
            return;
        }
        chase(due.get(0), "PHONE", "chase.promised", monday.plusDays(2));
        due.stream().skip(1).limit(1).forEach(row -> chase(row, "MAIL", "chase.asked", monday.plusDays(7)));
        due.stream().skip(2).limit(1).forEach(row -> chase(row, "LETTER", "chase.settled", null));
        begin("week.wednesday", 2);
        due().stream()
                .filter(row -> row.number().equals(due.get(0).number()))
                .forEach(row -> chase(row, "PHONE", "chase.stillWaiting", monday.plusDays(3)));
        begin("week.thursday", 3);
        ship(due.get(0));
        begin("week.friday", 4);
        box();
        history(due.get(0));
    }

    /** Gives the last day of the week that is played around a day. */
    static LocalDate friday(LocalDate day) {
        return monday(day).plusDays(4);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private void begin(String day, int days) {
        clock.on(monday.plusDays(days));
        out.blank();
        out.say(Phrase.of(day).with("date", clock.today()));
    }

    private void box() {
        out.say(2, Phrase.of("chase.box"));
        BoxLines.tell(out, system.followUps().box(BOX));
    }

    private List<DocumentRow> due() {
        return system.followUps()
                .due(system.followUps().due(), PageRequest.first(PageRequest.MOST))
                .rows();
    }

    /** Lets the account manager of the customer chase an order. */
    private void chase(DocumentRow order, String channel, String note, @Nullable LocalDate next) {
        Representative chaser = chaser(order);
        FollowUp made = crm.actingAs(
                        Actor.of(system.tenant().id().name(), chaser.id()).in(ZoneId.of("UTC")))
                .followUps()
                .record(FollowUpDraft.about(order.id())
                        .channel(channel)
                        .note(out.language().write(Phrase.of(note)))
                        .nextOn(next));
        Phrase told = Phrase.of(next == null ? "chase.madeLast" : "chase.made")
                .with("who", chaser.name())
                .with("reference", order.number() + "/" + made.ordinal())
                .with("relation", order.relationName())
                .with("note", Phrase.of(note));
        out.say(2, next == null ? told : told.with("next", next));
    }

    private Representative chaser(DocumentRow order) {
        Relation customer = system.relations().find(order.relation()).orElseThrow();
        return system.representatives()
                .find(Objects.requireNonNull(customer.accountManager()))
                .orElseThrow();
    }

    private void ship(DocumentRow order) {
        BusinessDocument present = system.documents().find(order.id()).orElseThrow();
        system.documents().close(present.id(), present.version(), null);
        out.say(2, Phrase.of("chase.shipped").with("order", order.number()));
    }

    private void history(DocumentRow order) {
        out.say(2, Phrase.of("chase.history").with("order", order.number()));
        for (FollowUpRow row : system.followUps()
                .list(FollowUpFilter.all().document(order.id()), PageRequest.first(PageRequest.MOST))
                .rows()) {
            out.say(
                    4,
                    Phrase.of("chase.row")
                            .with("reference", row.reference())
                            .with("date", row.date())
                            .with("who", row.byName())
                            .with("note", String.valueOf(row.note())));
        }
    }
}
