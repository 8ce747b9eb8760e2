package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2017-05-15T10:00:00Z"), ZoneOffset.UTC);

    private final List<String> asked = new ArrayList<>();
    private final Desk desk = Crm.over(Setup.of(CLOCK), listening(new InMemoryStore()))
            .openTenant(TenantDraft.of("t", "EUR").choices(Presets.standard()));

    @ParameterizedTest
    @EnumSource(OpportunityDimension.class)
    void the_names_of_a_dimension_are_one_question_to_the_store_however_many_there_are(OpportunityDimension dimension) {
        openDeals(7);
        asked.clear();
        Outcomes outcomes = Outcomes.by(desk, OpportunityFilter.all(), dimension);
        assertThat(outcomes.rows()).isNotEmpty();
        assertThat(asked).startsWith("summarise").hasSizeLessThanOrEqualTo(2).doesNotContain("relations");
    }

    private void openDeals(int count) {
        for (int i = 0; i < count; i++) {
            Relation parent = desk.relations().add(RelationDraft.company("Parent " + i));
            Relation relation =
                    desk.relations().add(RelationDraft.company("Relation " + i).parent(parent.id()));
            desk.opportunities()
                    .open(OpportunityDraft.about(relation.id())
                            .subject("A deal")
                            .contact(desk.relations()
                                    .addContact(relation.id(), ContactPersonDraft.named("Anna", "P" + i))
                                    .id())
                            .manager(desk.representatives()
                                    .add(RepresentativeDraft.named("Bob " + i))
                                    .id()));
        }
    }

    /** A store that notes which questions it is asked. */
    private CrmStore listening(CrmStore store) {
        return (CrmStore) Proxy.newProxyInstance(
                CrmStore.class.getClassLoader(), new Class<?>[] {CrmStore.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
