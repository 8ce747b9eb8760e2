/**
 * How the languages that there are texts for write dates.
 *
 * <p>The patterns are our own: those of the JDK change from version to version, and with the machine's settings. This
 * package uses nothing else of ours.
 */
@NullMarked
package org.carnetcrm.language;

import org.jspecify.annotations.NullMarked;
