/**
 * Notes about relations: what is still to be done is a reminder, what is done is history.
 *
 * <p>One idea rules here: a note that is for administrators only does not exist for anybody else, in no list, count,
 * calendar, timeline, audit or error. A filter leaves such notes out unless it is told otherwise, so that forgetting to
 * ask hides them. This package uses ids, choices and the input rules.
 */
@NullMarked
package org.carnetcrm.note;

import org.jspecify.annotations.NullMarked;
