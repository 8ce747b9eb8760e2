package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Records, changes and lists the chases that were made about quotes and orders, and tells what is to be chased.
 *
 * <p>A document is due on the next date of its latest follow-up or, when it was never chased, on its own chase date.
 */
public final class FollowUps {

    private final Desk desk;

    FollowUps(Desk desk) {
        this.desk = desk;
    }

    /**
     * Records a chase that was made, in any state of the document. Filled in when missing: who made it (the actor's own
     * representative) and the date (today, where the actor is).
     */
    public FollowUp record(FollowUpDraft draft) {
        return recordAll(List.of(Objects.requireNonNull(draft, "draft")), false).get(0);
    }

    /** Records chases, all or none; a problem's path begins with the place of its draft, such as {@code [3]}. */
    public List<FollowUp> recordAll(List<FollowUpDraft> drafts) {
        return recordAll(drafts, true);
    }

    /** Changes a follow-up: the whole form replaces; its document stays. */
    public FollowUp change(FollowUpId id, int version, FollowUpDraft draft) {
        return desk.command(work -> {
            FollowUp present = work.get(FollowUp.class, id, version);
            FollowUp after = read(work, draft, present);
            work.refuseProblems();
            FollowUp changed = work.change(present, Work.known(after), true);
            retrace(work, changed.document(), id, BusinessDocument.Latest.of(changed));
            return changed;
        });
    }

    /**
     * Takes out a follow-up that was entered by mistake; it stays on record, its ordinal is not given again, and the one
     * before it counts as the latest.
     */
    public void discard(FollowUpId id, int version) {
        desk.command(work -> {
            FollowUp present = work.get(FollowUp.class, id, version);
            work.remove(present);
            retrace(work, present.document(), id, null);
            return id;
        });
    }

    /** Finds a follow-up. */
    public Optional<FollowUp> find(FollowUpId id) {
        return desk.read(work -> work.find(FollowUp.class, id));
    }

    /** Lists follow-ups, the latest first: by date, then by when they were recorded, then by id. */
    public Page<FollowUpRow> list(FollowUpFilter filter, PageRequest request) {
        return desk.read(work -> work.store().followUps(desk.actor().tenant(), filter, request));
    }

    /** Lists the open quotes and orders that have a date on which to chase them, the earliest first, then by id. */
    public Page<DocumentRow> due(DueFilter filter, PageRequest request) {
        return desk.read(work -> work.store().due(desk.actor().tenant(), filter, request));
    }

    /** Gives the filter of what is due today, where the actor is: on or before today. */
    public DueFilter due() {
        return desk.read(work -> DueFilter.all().dueOn(work.today()));
    }

    /**
     * Gives what a dashboard shows as of today, where the actor is. Four statements.
     *
     * @param rows how many rows of each list at most
     */
    public FollowUpBox box(int rows) {
        PageRequest first = PageRequest.first(rows);
        return desk.read(work -> {
            LocalDate today = work.today();
            return new FollowUpBox(
                    today,
                    due(work, DueFilter.all().overdueOn(today), first),
                    due(work, DueFilter.all().between(today, today), first),
                    due(work, DueFilter.all().after(today), first),
                    work.store().followUps(desk.actor().tenant(), FollowUpFilter.all(), first));
        });
    }

    private Page<DocumentRow> due(Work work, DueFilter filter, PageRequest request) {
        return work.store().due(desk.actor().tenant(), filter, request);
    }

    private List<FollowUp> recordAll(List<FollowUpDraft> drafts, boolean listed) {
        return desk.command(work -> {
            work.prefetch(
                    BusinessDocument.class,
                    drafts.stream().map(FollowUpDraft::document).toList());
            List<FollowUp> recorded = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at(listed ? "[" + i + "]" : "");
                FollowUp followUp = read(work, drafts.get(i), null);
                if (followUp != null) {
                    recorded.add(work.add(followUp));
                    BusinessDocument document = work.get(BusinessDocument.class, followUp.document());
                    BusinessDocument.Latest latest =
                            latest(document.trail().latest(), BusinessDocument.Latest.of(followUp));
                    work.change(
                            document,
                            document.withTrail(new BusinessDocument.Trail(followUp.ordinal(), latest)),
                            false);
                }
            }
            work.refuseProblems();
            return List.copyOf(recorded);
        });
    }

    private static @Nullable FollowUp read(Work work, FollowUpDraft draft, @Nullable FollowUp present) {
        work.check(draft);
        Optional<BusinessDocument> document =
                work.named("document", BusinessDocument.class, present == null ? draft.document() : present.document());
        document.ifPresent(found -> checkDocument(work, draft, found));
        LocalDate date = draft.date() == null ? work.today() : draft.date();
        if (present == null || !date.equals(present.date())) {
            work.notInFuture("date", date);
        }
        LocalDate next = draft.nextOn();
        if (next != null && next.isBefore(date)) {
            work.problem(Problem.of("nextOn", next, "followUp.nextBeforeDate").with("date", date));
        }
        RepresentativeId before = present == null ? null : present.by();
        Mentions mentions = new Mentions(work);
        Optional<RepresentativeId> by = draft.by() == null
                ? mentions.me("by")
                : mentions.representative("by", draft.by(), draft.by().equals(before));
        String channel =
                work.choice("channel", ChoiceKind.CHANNEL, draft.channel(), present == null ? null : present.channel());
        if (work.hasProblems()) {
            return null;
        }
        BusinessDocument about = document.orElseThrow();
        return new FollowUp(
                present == null ? new FollowUpId(work.setup().ids().next()) : present.id(),
                present == null ? 1 : present.version(),
                about.id(),
                about.relation(),
                present == null ? about.trail().lastOrdinal() + 1 : present.ordinal(),
                by.orElseThrow(),
                date,
                next,
                channel,
                Text.clean(draft.note()),
                present == null ? work.now() : present.recordedAt());
    }

    private static void checkDocument(Work work, FollowUpDraft draft, BusinessDocument document) {
        if (!document.kind().isChased()) {
            work.problem(Problem.of("document", document.number(), "followUp.notChased"));
        }
        if (draft.relation() != null && !draft.relation().equals(document.relation())) {
            work.problem(Problem.of("document", document.number(), "document.otherRelation"));
        }
        if (draft.document() != null && !draft.document().equals(document.id())) {
            work.problem(Problem.of("document", draft.document(), "followUp.documentFixed"));
        }
    }

    /** Lets a document remember its latest follow-up anew after one of them changed or went. */
    private static void retrace(
            Work work, DocumentId id, FollowUpId touched, BusinessDocument.@Nullable Latest changed) {
        BusinessDocument document = work.get(BusinessDocument.class, id);
        // Who changes another follow-up of the document meanwhile would settle it from what this command replaces.
        work.hold(document);
        // The two that were the latest before the command; one of them may be the one that it touches.
        Collection<FollowUpRow> before = work.store()
                .followUps(work.actor().tenant(), FollowUpFilter.all().document(id), PageRequest.first(2))
                .rows();
        Optional<FollowUp> untouched = before.stream()
                .filter(row -> !row.id().equals(touched))
                .findFirst()
                .flatMap(row -> work.find(FollowUp.class, row.id()));
        untouched.ifPresent(work::hold);
        BusinessDocument.Latest other =
                untouched.map(BusinessDocument.Latest::of).orElse(null);
        BusinessDocument.Latest latest = changed == null ? other : latest(other, changed);
        int ordinal = document.trail().lastOrdinal();
        work.change(document, document.withTrail(new BusinessDocument.Trail(ordinal, latest)), false);
    }

    private static BusinessDocument.Latest latest(
            BusinessDocument.@Nullable Latest one, BusinessDocument.Latest other) {
        return one == null || BusinessDocument.Latest.ORDER.compare(one, other) < 0 ? other : one;
    }
}
