/**
 * Quotes, orders and invoices of the host's, and the chases that were made about them.
 *
 * <p>One idea rules here: a document knows its latest follow-up, so that the due list is one question: each open document
 * whose next date has come. The document itself is the host's; what is kept here is a reference and a few facts. This
 * package uses ids, money, choices and the input rules.
 */
@NullMarked
package org.carnetcrm.followup;

import org.jspecify.annotations.NullMarked;
