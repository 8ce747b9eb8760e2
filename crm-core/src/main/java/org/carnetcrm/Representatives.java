package org.carnetcrm;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.jspecify.annotations.Nullable;

/** Adds, changes and finds representatives. */
public final class Representatives {

    private final Desk desk;

    Representatives(Desk desk) {
        this.desk = desk;
    }

    /**
     * Gives the representative that the host knows by a reference, added with a name when there is none yet. The name of
     * one that is there stays as it is.
     */
    public Representative ensure(String hostReference, String name) {
        String reference = Text.clean(hostReference);
        RepresentativeDraft draft = RepresentativeDraft.named(name).hostReference(reference);
        return desk.command(work -> {
            if (reference == null) {
                work.problem(Problem.of("hostReference", hostReference, "required"));
                return add(work, draft);
            }
            return work.references().find(Representative.class, reference).orElseGet(() -> add(work, draft));
        });
    }

    /** Adds a representative. */
    public Representative add(RepresentativeDraft draft) {
        return desk.command(work -> add(work, draft));
    }

    /** Changes a representative: the whole form replaces. A team that would contain itself is refused. */
    public Representative change(RepresentativeId id, int version, RepresentativeDraft draft) {
        return desk.command(work -> {
            Representative present = work.get(Representative.class, id, version);
            check(work, draft, present);
            return work.change(present, draft.build(id, version), true);
        });
    }

    /**
     * Hides a representative from choice; they stay in history and figures. Nobody is filled in with who is archived. Who
     * may act is the host's business: an archived representative still acts, but must name somebody else where their own
     * name would be filled in.
     */
    public Representative archive(RepresentativeId id, int version) {
        return change(id, version, false);
    }

    /** Offers an archived representative again. */
    public Representative restore(RepresentativeId id, int version) {
        return change(id, version, true);
    }

    /**
     * Hands the relations, planned actions, open reminders and open deals of a representative over to others, all in one
     * command. It needs the permission {@link Permission#SEE_ADMIN_ONLY}, for reminders that are for administrators only
     * are handed over too; who gets such a one needs it as well.
     */
    public Reassignment.Counts reassign(Reassignment reassignment) {
        desk.require(Permission.SEE_ADMIN_ONLY);
        return desk.command(work -> new Handover(work, reassignment.leaver()).run(reassignment));
    }

    /** Finds a representative. */
    public Optional<Representative> find(RepresentativeId id) {
        return desk.read(work -> work.find(Representative.class, id));
    }

    /** Finds a representative by the host's reference. */
    public Optional<Representative> findByReference(String hostReference) {
        return desk.read(work -> work.references().find(Representative.class, hostReference));
    }

    /** Gives all representatives, inactive ones included, by name. */
    public List<Representative> all() {
        return desk.read(work -> work.store().representatives(desk.actor().tenant()));
    }

    private Representative change(RepresentativeId id, int version, boolean active) {
        return desk.command(work -> {
            Representative present = work.get(Representative.class, id, version);
            RepresentativeDraft draft = RepresentativeDraft.from(present).active(active);
            return work.change(present, draft.build(id, version), true);
        });
    }

    private static Representative add(Work work, RepresentativeDraft draft) {
        check(work, draft, null);
        return work.add(draft.build(new RepresentativeId(work.setup().ids().next()), 1));
    }

    private static void check(Work work, RepresentativeDraft draft, @Nullable Representative present) {
        work.check(draft);
        work.references()
                .requireFree(Representative.class, draft.hostReference(), present == null ? null : present.id());
        Optional<Representative> above = work.named("manager", Representative.class, draft.manager());
        Set<RepresentativeId> passed = new HashSet<>();
        while (above.isPresent() && passed.add(above.get().id())) {
            Representative manager = above.get();
            work.hold(manager);
            if (present != null && manager.id().equals(present.id())) {
                work.problem(Problem.of("manager", draft.manager(), "cycle"));
                break;
            }
            above = manager.manager() == null ? Optional.empty() : work.find(Representative.class, manager.manager());
        }
        work.refuseProblems();
    }
}
