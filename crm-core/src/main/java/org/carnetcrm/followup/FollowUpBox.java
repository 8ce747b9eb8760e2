package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.page.Page;

/**
 * What a dashboard shows of follow-ups: what to chase and what was done, each the first page of a list.
 *
 * @param today the reader's day
 * @param overdue quotes and orders that were due before today, the earliest first
 * @param dueToday those that are due today
 * @param next those that are due later, the earliest first
 * @param last the follow-ups that were made, the latest first
 */
public record FollowUpBox(
        LocalDate today,
        Page<DocumentRow> overdue,
        Page<DocumentRow> dueToday,
        Page<DocumentRow> next,
        Page<FollowUpRow> last) {}
