/**
 * The published test kit: a small CRM to test against, and the contract that every store keeps.
 *
 * <p>One idea rules here: a host that writes its own store runs the same suite as the store in memory. This package uses
 * the core, jqwik and AssertJ, which a host adds to its tests.
 */
package org.carnetcrm.testkit;
