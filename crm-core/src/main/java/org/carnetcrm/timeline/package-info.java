/**
 * What happened with a relation or a deal, and what stands in a representative's calendar. A timeline has the newest day
 * first; within a day it goes by kind, then by when things were recorded, the oldest first, then by id.
 *
 * <p>One idea rules here: both are pages of flat entries over all kinds of things, each with a place that needs no
 * reader: an all-day entry stands on its dates, whatever the zone. This package uses ids, money, the schedule of actions
 * and the kinds of the other concepts.
 */
@NullMarked
package org.carnetcrm.timeline;

import org.jspecify.annotations.NullMarked;
