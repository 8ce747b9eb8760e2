package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the SQL find what breaks them. That every statement keeps them needs no test of its own: each one that a
 * test sends is checked when it is sent, see {@link SqlLog#INSPECTOR}.
 */
class SqlRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select n.id from crm_note n where n.tenant_id=? order by n.id fetch first ? rows only",
                "select n.id from crm_note n where n.tenant_id=? limit ?",
                "select n.id from crm_note n join crm_relation r on r.tenant_id=n.tenant_id and r.id=n.relation_id"
                        + " where n.tenant_id=? and n.note='x offset y'",
                "select n.id from crm_note n where ?=n.tenant_id and exists(select 1 from crm_relation r"
                        + " where r.tenant_id=n.tenant_id and r.id=n.relation_id)",
                "insert into crm_note (note,tenant_id,id) values (?,?,?)",
                "update crm_note set note=? where tenant_id=? and id=? and version=?",
                "update crm_note n set note=? where n.tenant_id=?",
                "delete from crm_note where tenant_id=? and id=?",
                "select h.id from host_table h limit 10 offset 20"
            })
    void statements_that_keep_the_rules(String sql) {
        assertThat(SqlRules.flaw(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select n.tenant_id,n.id from crm_note n where n.id=? | no tenant for crm_note",
                "select n.id from crm_note n join crm_relation r on r.id=n.relation_id where n.tenant_id=?"
                        + " | no tenant for crm_relation",
                "select n.id from crm_note n,crm_relation r where n.tenant_id=?"
                        + " | a table in a place that the rules do not know, besides [crm_note]",
                "select n.id from crm_note n, crm_relation r where n.tenant_id=? | no tenant for crm_relation",
                "select n.id from crm_note n where n.tenant_id=? and exists (select 1 from crm_relation r where r.id=?)"
                        + " | no tenant for crm_relation",
                "insert into crm_note (note,id) values (?,?) | no tenant for crm_note",
                "update crm_note set note=? where id=? | no tenant for crm_note",
                "update crm_note n set note=? where n.id=? | no tenant for crm_note",
                "delete from crm_note where id=? | no tenant for crm_note",
                "select n.id from crm_note n where n.tenant_id=? limit ? offset ? | an offset",
                "select n.id from crm_note n where n.tenant_id=? offset ? rows fetch next ? rows only | an offset",
                "select n.id from crm_note n where n.tenant_id=? limit ?,? | an offset",
                "select row_number() over (order by n.id) from crm_note n where n.tenant_id=? | a window function",
                "select n.id from crm_note n where n.tenant_id=? group by n.id having count(*)>1 | a having",
                "with x as (select 1) select n.id from crm_note n where n.tenant_id=? | a common table expression",
                "select 1 from crm_note n where n.tenant_id=? union select 2 | a union",
                "select 1 from (select n.id from crm_note n where n.tenant_id=?) x | a subquery in from",
                "select 1 from crm_note n cross join crm_relation r where n.tenant_id=r.tenant_id | a cross join"
            })
    void statements_that_break_one(String sql, String flaw) {
        assertThat(SqlRules.flaw(sql)).contains(flaw);
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_statement_that_breaks_one_fails_the_test_that_sends_it(TestDatabase kind) {
        assertThatThrownBy(() -> JpaUnits.within(kind.crm().entityManagers(), em -> ofEveryTenant(em)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no tenant for crm_relation");
    }

    @Test
    void texts_in_a_statement_are_no_part_of_its_form() {
        assertThat(SqlRules.flaw("select 'union' from crm_note n where n.tenant_id=?"))
                .isEmpty();
    }

    private static Object ofEveryTenant(EntityManager em) {
        return em.createQuery("select count(r) from CrmRelation r", Long.class).getSingleResult();
    }
}
