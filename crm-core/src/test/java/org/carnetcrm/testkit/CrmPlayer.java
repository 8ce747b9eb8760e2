package org.carnetcrm.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.CrmStore;

/**
 * Plays the steps of a {@link CrmHistory} at a {@link Workbench}, each in a unit of work of its own. What the CRM refuses
 * is an outcome like any other; an exception that is not a {@link CrmException} comes out, for it is a defect.
 */
public final class CrmPlayer {

    private static final List<String> STATUSES = List.of("PROSPECT", "CUSTOMER", "FORMER", "OTHER", "NONE", "customer");
    private static final List<String> STAGES =
            List.of("QUALIFICATION", "NEEDS", "PROPOSAL", "NEGOTIATION", "WON", "no such stage");
    private static final List<String> CODES = List.of("PRICE", "DELIVERY", "BUDGET", "OTHER", "NONE", "");
    private static final List<String> CATEGORIES = List.of("WEB", "WEB", "", "NONE");
    private static final List<String> BUSINESS_LINES = List.of("IT", "", "IT");

    /** Host references are few, so that they are often taken. */
    private static final int REFERENCES = 5;

    private final Workbench bench;
    private final RepresentativeId other;
    private final List<RelationId> relations = new ArrayList<>();
    private final List<ContactPersonId> people = new ArrayList<>();
    private final List<OpportunityId> deals = new ArrayList<>();

    /** Makes a player that starts with one relation, a second representative below Lea, and no list left empty. */
    public CrmPlayer(Workbench bench) {
        this.bench = bench;
        this.other = bench.unit(desk -> {
            Representative max = desk.representatives().ensure("user-max", "Max");
            RepresentativeDraft below =
                    RepresentativeDraft.from(max).manager(bench.lea()).region("West");
            return desk.representatives().change(max.id(), max.version(), below).id();
        });
        bench.systemUnit(desk -> {
            for (Choice choice : List.of(Category.of("WEB", "Web"), BusinessLine.of("IT", "IT"))) {
                if (desk.lists().find(choice.list(), choice.code()).isEmpty()) {
                    desk.choices().add(choice);
                }
            }
            return desk;
        });
        relations.add(bench.relation("First").id());
    }

    /**
     * What came of a step.
     *
     * @param step the step
     * @param result what the command gave; nothing when it was refused
     * @param refusal why it was refused, by the keys of the problems
     */
    public record Outcome(CrmHistory.Step step, Optional<Object> result, List<String> refusal) {

        /** Tells whether the command was refused. */
        public boolean isRefused() {
            return result.isEmpty();
        }
    }

    /** Plays a whole history. */
    public List<Outcome> play(CrmHistory history) {
        return history.steps().stream().map(this::play).toList();
    }

    /** Plays one step. */
    public Outcome play(CrmHistory.Step step) {
        bench.on(bench.today().plusDays(step.days()));
        try {
            Object result = bench.unit(desk -> command(desk, step));
            remember(result);
            return new Outcome(step, Optional.of(result), List.of());
        } catch (InvalidException e) {
            return new Outcome(
                    step,
                    Optional.empty(),
                    e.problems().stream()
                            .map(problem -> problem.path() + " " + problem.key())
                            .toList());
        } catch (CrmException e) {
            return new Outcome(step, Optional.empty(), List.of(e.key()));
        }
    }

    /** Gives the relations that there are, in the order in which they were added. */
    public List<RelationId> relations() {
        return List.copyOf(relations);
    }

    /** Gives the deals that there are, in the order in which they were opened. */
    public List<OpportunityId> deals() {
        return List.copyOf(deals);
    }

    /** Gives the present state of every deal. */
    public List<Opportunity> present() {
        return bench.unit(desk -> deals.stream()
                .map(id -> desk.opportunities().find(id).orElseThrow())
                .toList());
    }

    /**
     * Gives every answer that the store has about the tenant, to compare before and after, or with another store's: the
     * lists, and whatever there is by any id that was ever handed out, by any reference and by any choice. What is not
     * there leaves no trace, so that an id that a failed command used up makes no difference.
     */
    public List<Object> answers() {
        return answers(bench);
    }

    static List<Object> answers(Workbench bench) {
        List<Object> answers = new ArrayList<>(bench.unit(desk -> List.of(
                desk.tenant(),
                desk.lists().all(),
                desk.representatives().all(),
                relations(desk, RelationFilter.all().withArchived(), PageRequest.MOST),
                desk.opportunities().summarise(OpportunityFilter.all(), OpportunityDimension.values()))));
        for (OpportunityOrder order : OpportunityOrder.values()) {
            answers.add(bench.unit(desk -> deals(desk, OpportunityFilter.all(), order, PageRequest.MOST)));
        }
        answers.addAll(bench.read(store -> byReference(store, bench.tenant())));
        answers.addAll(bench.read(store -> byId(store, bench.tenant(), bench.ids())));
        return answers;
    }

    private static List<Object> byReference(CrmStore store, TenantId tenant) {
        List<String> references = new ArrayList<>(List.of("user-lea", "user-max"));
        for (int i = 0; i < REFERENCES; i++) {
            references.addAll(List.of("R-" + i, "D-" + i));
        }
        return List.of(
                store.findByReference(tenant, Relation.class, references),
                store.findByReference(tenant, Opportunity.class, references),
                store.findByReference(tenant, Representative.class, references),
                store.findByReference(tenant, ContactPerson.class, references));
    }

    private static List<Object> byId(CrmStore store, TenantId tenant, List<UUID> ids) {
        List<List<?>> answers = new ArrayList<>();
        List<Id> audited = new ArrayList<>(List.of(tenant));
        store.choices(tenant).all().forEach(choice -> audited.add(choice.id()));
        for (UUID id : ids) {
            answers.add(store.find(tenant, Relation.class, List.of(new RelationId(id))));
            answers.add(store.find(tenant, Representative.class, List.of(new RepresentativeId(id))));
            answers.add(store.find(tenant, ContactPerson.class, List.of(new ContactPersonId(id))));
            answers.add(store.find(tenant, Opportunity.class, List.of(new OpportunityId(id))));
            answers.add(store.find(tenant, OpportunityLink.class, List.of(new LinkId(id))));
            answers.add(store.relationChanges(tenant, new RelationId(id)));
            answers.add(store.contacts(tenant, new RelationId(id)));
            answers.add(store.revisions(tenant, new OpportunityId(id)));
            answers.add(store.links(tenant, new OpportunityId(id)));
            audited.addAll(List.of(
                    new RelationId(id),
                    new RepresentativeId(id),
                    new ContactPersonId(id),
                    new OpportunityId(id),
                    new LinkId(id)));
        }
        audited.forEach(item -> answers.add(store.audit(tenant, item)));
        return answers.stream()
                .filter(answer -> !answer.isEmpty())
                .map(answer -> (Object) answer)
                .toList();
    }

    /** Gives all rows of a list of relations, read in pages of a size. */
    public static List<RelationRow> relations(Desk desk, RelationFilter filter, int size) {
        return all(size, request -> desk.relations().list(filter, request));
    }

    /** Gives all rows of a list of deals, read in pages of a size. */
    public static List<OpportunityRow> deals(Desk desk, OpportunityFilter filter, OpportunityOrder order, int size) {
        return all(size, request -> desk.opportunities().list(filter, order, request));
    }

    private static <R> List<R> all(int size, Function<PageRequest, Page<R>> list) {
        List<R> rows = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<R> page = list.apply(request.get());
            rows.addAll(page.rows());
            request = page.next(request.get());
        }
        return rows;
    }

    private void remember(Object result) {
        if (result instanceof Relation relation && !relations.contains(relation.id())) {
            relations.add(relation.id());
        } else if (result instanceof Opportunity deal && !deals.contains(deal.id())) {
            deals.add(deal.id());
        } else if (result instanceof ContactPerson person && !people.contains(person.id())) {
            people.add(person.id());
        } else if (result instanceof List<?> opened) {
            opened.forEach(this::remember);
        }
    }

    private Object command(Desk desk, CrmHistory.Step step) {
        return switch (step.deed()) {
            case ADD_RELATION, CHANGE_RELATION, ARCHIVE_RELATION, CORRECT_STATUS, ADD_CONTACT, REASSIGN ->
                onRelation(desk, step);
            case CHANGE_CONTACT, CHANGE_REPRESENTATIVE -> onPerson(desk, step);
            case OPEN -> desk.opportunities().open(draft(desk, step));
            case OPEN_TWO ->
                desk.opportunities()
                        .openAll(List.of(draft(desk, step).subject("Twin").value("1"), draft(desk, step)));
            case UNKNOWN -> desk.opportunities().reopen(new OpportunityId(new UUID(step.target(), step.variant())), 1);
            case LINK, MARK_DONE, UNLINK -> onLink(desk, step);
            default -> onDeal(desk, step);
        };
    }

    private Object onRelation(Desk desk, CrmHistory.Step step) {
        RelationDraft draft = RelationDraft.company(step.text()).status(pick(STATUSES, step.variant()));
        if (step.deed() == CrmHistory.Deed.ADD_RELATION) {
            return desk.relations()
                    .add(draft.sector(step.variant() % 4 == 1 ? "retail" : null)
                            .hostReference(step.variant() % 3 == 0 ? "R-" + step.target() % REFERENCES : null)
                            .accountManager(step.target() % 4 == 0 ? other : null));
        }
        Relation present = desk.relations().find(pick(relations, step.target())).orElseThrow();
        return switch (step.deed()) {
            case CHANGE_RELATION ->
                desk.relations()
                        .change(
                                present.id(),
                                present.version(),
                                RelationDraft.from(present)
                                        .name(step.variant() % 3 == 0 ? step.text() : present.name())
                                        .status(draft.status())
                                        .priority(step.variant() % 5 == 0 ? "HIGH" : null)
                                        .parent(step.variant() % 4 == 0 ? pick(relations, step.variant()) : null)
                                        .effectiveOn(date(step)));
            case ARCHIVE_RELATION ->
                step.variant() % 3 == 0
                        ? desk.relations().archive(present.id(), present.version())
                        : desk.relations().restore(present.id(), present.version());
            case CORRECT_STATUS -> {
                int rows = desk.relations().history(present.id()).rows().size();
                yield desk.relations()
                        .correct(
                                present.id(),
                                present.version(),
                                1 + step.target() % (rows + 1),
                                pick(STATUSES, step.variant()),
                                bench.today().minusDays(step.variant() % 9 - 1));
            }
            case ADD_CONTACT -> desk.relations().addContact(present.id(), ContactPersonDraft.named(null, step.text()));
            default ->
                desk.relations()
                        .assignWithOpenDeals(
                                present.id(), present.version(), step.variant() % 2 == 0 ? other : bench.lea());
        };
    }

    private Object onPerson(Desk desk, CrmHistory.Step step) {
        boolean active = step.variant() % 3 != 0;
        if (step.deed() == CrmHistory.Deed.CHANGE_REPRESENTATIVE) {
            Representative max = desk.representatives().find(other).orElseThrow();
            RepresentativeDraft form = RepresentativeDraft.from(max).active(active);
            return desk.representatives()
                    .change(other, max.version(), step.variant() % 2 == 0 ? form : form.region(step.text()));
        }
        if (people.isEmpty()) {
            return desk.relations()
                    .addContact(pick(relations, step.target()), ContactPersonDraft.named(null, step.text()));
        }
        ContactPerson person =
                desk.relations().findContact(pick(people, step.target())).orElseThrow();
        ContactPersonDraft form = ContactPersonDraft.from(person).active(active);
        return desk.relations()
                .changeContact(
                        person.id(), person.version(), step.variant() % 2 == 0 ? form : form.function(step.text()));
    }

    private Object onDeal(Desk desk, CrmHistory.Step step) {
        if (deals.isEmpty()) {
            return desk.opportunities().open(draft(desk, step));
        }
        Opportunity present = pick(suited(desk, step), step.target());
        OpportunityId id = present.id();
        int version = present.version();
        String code = pick(CODES, step.variant());
        return switch (step.deed()) {
            case CHANGE -> desk.opportunities().change(id, version, changed(desk, present, step));
            case MOVE -> desk.opportunities().moveTo(id, version, pick(STAGES, step.variant()));
            case WIN ->
                desk.opportunities()
                        .close(
                                id,
                                version,
                                ClosingDraft.won().signedTotal(step.number()).on(date(step)));
            case LOSE ->
                desk.opportunities()
                        .close(
                                id,
                                version,
                                ClosingDraft.lost(code).on(date(step)).because(step.text()));
            case ABANDON ->
                desk.opportunities().close(id, version, ClosingDraft.abandoned().code(code));
            case CORRECT ->
                desk.opportunities()
                        .correctClosing(
                                id,
                                version,
                                step.variant() % 2 == 0
                                        ? ClosingDraft.from(present).code(code)
                                        : ClosingDraft.from(present).signedTotal(step.number()));
            case REOPEN -> desk.opportunities().reopen(id, version);
            case STALE ->
                desk.opportunities()
                        .change(id, version + (step.variant() % 2 == 0 ? 1 : -1), changed(desk, present, step));
            default -> desk.opportunities().change(id, version, OpportunityDraft.from(present));
        };
    }

    /** Mostly the deals with which a step may succeed: closed ones to reopen or correct, open ones for all else. */
    private List<Opportunity> suited(Desk desk, CrmHistory.Step step) {
        List<Opportunity> all = deals.stream()
                .map(id -> desk.opportunities().find(id).orElseThrow())
                .toList();
        boolean open = step.deed() != CrmHistory.Deed.REOPEN && step.deed() != CrmHistory.Deed.CORRECT;
        List<Opportunity> suited =
                all.stream().filter(deal -> deal.isOpen() == open).toList();
        return suited.isEmpty() || step.variant() % 4 == 0 ? all : suited;
    }

    private Object onLink(Desk desk, CrmHistory.Step step) {
        if (deals.isEmpty()) {
            return desk.opportunities().open(draft(desk, step));
        }
        OpportunityId deal = pick(deals, step.target());
        List<OpportunityLink> present = desk.opportunities().links(deal);
        if (step.deed() == CrmHistory.Deed.LINK || present.isEmpty()) {
            return desk.opportunities()
                    .link(deal, pick(List.of(OpportunityLink.Target.values()), step.variant()), step.text());
        }
        OpportunityLink link = pick(present, step.variant());
        if (step.deed() == CrmHistory.Deed.MARK_DONE) {
            return desk.opportunities().markDone(link.id(), link.version(), step.variant() % 2 == 0);
        }
        desk.opportunities().unlink(link.id(), link.version());
        return link;
    }

    private OpportunityDraft draft(Desk desk, CrmHistory.Step step) {
        RelationId relation = pick(relations, step.target());
        return OpportunityDraft.about(relation)
                .contact(contact(desk, relation, step))
                .category(step.variant() % 4 == 1 ? pick(CATEGORIES, step.target()) : null)
                .businessLine(step.variant() % 4 == 2 ? pick(BUSINESS_LINES, step.target()) : null)
                .subject(step.text())
                .value(step.variant() % 4 == 0 ? null : step.number())
                .purchaseCosts(step.variant() % 3 == 0 ? "12.34" : null)
                .currency(step.variant() % 7 == 0 ? "JPY" : null)
                .stage(step.variant() % 2 == 0 ? null : pick(STAGES, step.variant()))
                .probability(step.variant() % 5 == 0 ? step.number() : null)
                .start(date(step))
                .expectedClosing(step.variant() % 3 == 1 ? bench.today().plusDays(step.target() % 40) : null)
                .hostReference(step.variant() % 8 == 0 ? "D-" + step.target() % REFERENCES : null);
    }

    private OpportunityDraft changed(Desk desk, Opportunity present, CrmHistory.Step step) {
        OpportunityDraft form = OpportunityDraft.from(present).because(step.text());
        RelationId relation = pick(relations, step.target());
        return switch (step.variant() % 12) {
            case 0 -> form.value(step.number());
            case 1 -> form.purchaseCosts(step.number());
            case 2 -> form.probability(step.number());
            case 3 -> form.subject(step.text()).effectiveOn(date(step));
            case 4 -> form.expectedClosing(bench.today().plusDays(step.target() % 20 - 5));
            case 5 -> form.text(step.text());
            case 6 -> form.relation(relation).contact(contact(desk, relation, step));
            case 7 -> form.contact(contact(desk, present.relation(), step));
            case 8 -> form.category(pick(CATEGORIES, step.target())).businessLine(pick(BUSINESS_LINES, step.target()));
            case 9 -> form.manager(step.target() % 3 == 0 ? null : other);
            case 10 -> form.currency(step.target() % 2 == 0 ? "JPY" : "EUR").purchaseCosts("7");
            default -> form.probability(null).stage(pick(STAGES, step.target()));
        };
    }

    /** Often nobody, else somebody at the relation, or anybody at all. */
    private ContactPersonId contact(Desk desk, RelationId relation, CrmHistory.Step step) {
        List<ContactPersonId> there = desk.relations().contacts(relation).stream()
                .map(ContactPerson::id)
                .toList();
        List<ContactPersonId> among = step.variant() % 5 == 0 ? people : there;
        return step.variant() % 3 == 0 || among.isEmpty() ? null : pick(among, step.target());
    }

    /** Often no date, else one around today, so that it may lie in the future or before the last revision. */
    private LocalDate date(CrmHistory.Step step) {
        return step.variant() % 3 == 0 ? bench.today().plusDays(step.target() % 12 - 10) : null;
    }

    private static <T> T pick(List<T> among, int number) {
        return among.get(number % among.size());
    }
}
