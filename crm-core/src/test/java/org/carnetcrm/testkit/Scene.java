package org.carnetcrm.testkit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;

/** Who acts in a history and what there is by now, among which each step chooses by its numbers. */
final class Scene {

    static final List<String> STATUSES = List.of("PROSPECT", "CUSTOMER", "FORMER", "OTHER", "NONE", "customer");

    /** Host references are few, so that they are often taken. */
    static final int REFERENCES = 5;

    private final Workbench bench;
    private final RepresentativeId max;
    private final RepresentativeId ada;
    private final RepresentativeId bo;
    private final List<RelationId> relations = new ArrayList<>();
    private final List<ContactPersonId> people = new ArrayList<>();
    private final List<OpportunityId> deals = new ArrayList<>();
    private final List<ActionId> actions = new ArrayList<>();
    private final List<NoteId> notes = new ArrayList<>();
    private final List<DocumentId> documents = new ArrayList<>();
    private final List<FollowUpId> followUps = new ArrayList<>();
    private final Map<ItemKind, List<? extends Id>> there = Map.of(
            ItemKind.RELATION, relations,
            ItemKind.CONTACT_PERSON, people,
            ItemKind.OPPORTUNITY, deals,
            ItemKind.ACTION, actions,
            ItemKind.NOTE, notes,
            ItemKind.DOCUMENT, documents,
            ItemKind.FOLLOW_UP, followUps);

    /** Something that a step took out. */
    record Discarded(Id id) {}

    /** Sets the scene: Max below Lea, two administrators, one relation, and no list that is left empty. */
    Scene(Workbench bench) {
        this.bench = bench;
        this.max = bench.unit(desk -> {
            Representative found = desk.representatives().ensure("user-max", "Max");
            RepresentativeDraft below =
                    RepresentativeDraft.from(found).manager(bench.lea()).region("West");
            return desk.representatives()
                    .change(found.id(), found.version(), below)
                    .id();
        });
        this.ada = bench.unit(
                desk -> desk.representatives().ensure("user-ada", "Ada").id());
        this.bo = bench.unit(
                desk -> desk.representatives().ensure("user-bo", "Bo").id());
        bench.permit(ada).permit(bo);
        bench.systemUnit(desk -> {
            for (Choice choice : List.of(
                    Category.of("WEB", "Web"),
                    BusinessLine.of("IT", "IT"),
                    ActionType.of("VISIT", "Visit"),
                    ActionType.of("CALL", "Call"))) {
                if (desk.lists().find(choice.list(), choice.code()).isEmpty()) {
                    desk.choices().add(choice);
                }
            }
            return desk;
        });
        relations.add(bench.relation("First").id());
    }

    /** Lea in UTC most often, else Max west of it, Ada far in the east, who has every permission, or the system. */
    Actor actor(CrmHistory.Step step) {
        return switch (step.actor() % 10) {
            case 0, 1, 2, 3 -> lea();
            case 4, 5 -> max();
            case 6, 7, 8 -> ada();
            default -> Actor.system(tenant()).in(ZoneId.of("Asia/Kathmandu"));
        };
    }

    Actor lea() {
        return Actor.of(tenant(), bench.lea());
    }

    Actor max() {
        return Actor.of(tenant(), max).in(ZoneId.of("America/New_York")).reading(Locale.FRENCH);
    }

    Actor ada() {
        return Actor.of(tenant(), ada).in(ZoneId.of("Pacific/Kiritimati")).reading(new Locale("nl"));
    }

    /** An administrator whom no history moves. */
    Actor bo() {
        return Actor.of(tenant(), bo);
    }

    private String tenant() {
        return bench.tenant().name();
    }

    Workbench bench() {
        return bench;
    }

    LocalDate today() {
        return bench.today();
    }

    RepresentativeId other() {
        return max;
    }

    /** Those whom a history moves. */
    List<RepresentativeId> team() {
        return List.of(bench.lea(), max, ada);
    }

    List<RelationId> relations() {
        return relations;
    }

    List<ContactPersonId> people() {
        return people;
    }

    List<OpportunityId> deals() {
        return deals;
    }

    List<ActionId> actions() {
        return actions;
    }

    List<NoteId> notes() {
        return notes;
    }

    List<DocumentId> documents() {
        return documents;
    }

    List<FollowUpId> followUps() {
        return followUps;
    }

    RelationId relation(CrmHistory.Step step) {
        return pick(relations, step.target());
    }

    /** Often nobody, else somebody at the relation, or anybody at all. */
    ContactPersonId contact(Desk desk, RelationId relation, CrmHistory.Step step) {
        List<ContactPersonId> at = desk.relations().contacts(relation).stream()
                .map(ContactPerson::id)
                .toList();
        List<ContactPersonId> among = step.variant() % 5 == 0 ? people : at;
        return step.variant() % 3 == 0 || among.isEmpty() ? null : pick(among, step.target());
    }

    /** Often no deal, else one of the relation, or any deal at all. */
    OpportunityId deal(Desk desk, RelationId relation, CrmHistory.Step step) {
        List<OpportunityId> of = deals.stream()
                .filter(id -> desk.opportunities()
                        .find(id)
                        .filter(deal -> deal.relation().equals(relation))
                        .isPresent())
                .toList();
        List<OpportunityId> among = step.variant() % 7 == 0 ? deals : of;
        return step.variant() % 4 == 0 || among.isEmpty() ? null : pick(among, step.target());
    }

    /** Often no date, else one around today, so that it may lie in the future or before the last revision. */
    LocalDate date(CrmHistory.Step step) {
        return step.variant() % 3 == 0 ? today().plusDays(step.target() % 12 - 10) : null;
    }

    String reference(String prefix, CrmHistory.Step step) {
        return step.variant() % 8 == 0 ? prefix + step.target() % REFERENCES : null;
    }

    void remember(Object result) {
        if (result instanceof Discarded gone) {
            there.get(gone.id().kind()).remove(gone.id());
        } else if (result instanceof List<?> several) {
            several.forEach(this::remember);
        } else if (result instanceof Relation relation) {
            add(relations, relation.id());
        } else if (result instanceof ContactPerson person) {
            add(people, person.id());
        } else if (result instanceof Opportunity deal) {
            add(deals, deal.id());
        } else if (result instanceof Action action) {
            add(actions, action.id());
        } else if (result instanceof Note note) {
            add(notes, note.id());
        } else if (result instanceof BusinessDocument document) {
            add(documents, document.id());
        } else if (result instanceof FollowUp followUp) {
            add(followUps, followUp.id());
        }
    }

    private static <I> void add(List<I> ids, I id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    /** The version that a step names: the present one, but for a step that holds another. */
    static int version(Aggregate<?> present, CrmHistory.Step step) {
        int off = step.deed() != CrmHistory.Deed.STALE ? 0 : step.variant() % 2 == 0 ? 1 : -1;
        return present.version() + off;
    }

    static <T> T pick(List<T> among, int number) {
        return among.get(number % among.size());
    }
}
