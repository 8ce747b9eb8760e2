package org.carnetcrm.sample.telling;

import java.util.List;
import java.util.stream.Stream;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.page.Page;

/** Tells what stands in the box of follow-ups, in three lines. */
public final class BoxLines {

    private BoxLines() {}

    /** Prints what is overdue, due today and next: the first of each, with dates. */
    public static void tell(Output out, FollowUpBox box) {
        line(out, "box.overdue", box.overdue());
        line(out, "box.dueToday", box.dueToday());
        line(out, "box.next", box.next());
    }

    private static void line(Output out, String key, Page<DocumentRow> page) {
        List<String> documents = page.rows().stream()
                .map(row -> out.language()
                        .write(Phrase.of("box.document")
                                .with("number", row.number())
                                .with(
                                        "date",
                                        String.valueOf(
                                                row.dueOn() == null
                                                        ? ""
                                                        : out.language().write(row.dueOn())))))
                .toList();
        Stream<String> more = page.cursor() == null ? Stream.of() : Stream.of("…");
        String list = String.join(", ", Stream.concat(documents.stream(), more).toList());
        out.say(4, Phrase.of(key).with("documents", list.isEmpty() ? "–" : list));
    }
}
