package org.carnetcrm.sample.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carnetcrm.Crm;
import org.carnetcrm.Setup;
import org.carnetcrm.jpa.JpaCrm;

/** A book in a database: its tenant, and beside it the row that says whether it is whole and what was told. */
final class DatabaseBook extends Book {

    private final DatabaseStorage storage;
    private final JpaCrm crm;
    private boolean whole;

    DatabaseBook(DatabaseStorage storage, String tenant, boolean whole, Setup setup) {
        super(tenant);
        this.storage = storage;
        this.whole = whole;
        this.crm = JpaCrm.of(setup);
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    @Override
    public <T> T unit(Function<Crm, T> work) {
        return storage.within(em -> work.apply(crm.over(em)));
    }

    @Override
    public void finish(Map<String, List<String>> told) {
        whole = storage.within(em -> {
            told.forEach((name, lines) -> {
                for (int i = 0; i < lines.size(); i++) {
                    em.persist(new KeptLine(tenant(), name, i, lines.get(i)));
                }
            });
            em.find(KeptBook.class, tenant()).finish();
            return true;
        });
    }

    @Override
    public List<String> told(String name) {
        return storage.within(em -> em.createQuery(
                        "select l.line from KeptLine l where l.key.tenant = :tenant and l.key.name = :name"
                                + " order by l.key.number",
                        String.class)
                .setParameter("tenant", tenant())
                .setParameter("name", name)
                .getResultList());
    }
}
