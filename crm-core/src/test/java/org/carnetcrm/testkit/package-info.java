/**
 * The published test kit: random values, drafts, things and whole histories of a CRM, a small CRM to test against, and
 * the contract that every store keeps.
 *
 * <p>One idea rules here: what is random is data, drawn by jqwik and played with seeded ids and a clock that the test
 * moves, so that every failure can be played again; and a store is reached through a unit of work only, so that the same
 * suite serves one in memory and one that lives as long as a transaction. This package uses the core, jqwik and AssertJ,
 * which a host adds to its tests.
 */
package org.carnetcrm.testkit;
