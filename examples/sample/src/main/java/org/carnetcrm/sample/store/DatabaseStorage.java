package org.carnetcrm.sample.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carnetcrm.Setup;
import org.jspecify.annotations.Nullable;

/**
 * Books in a database, in tables of the sample's own beside those of the library.
 *
 * <p>A run that was killed left a book that is not whole. It stays where it is, in a tenant that nobody looks at again, and
 * the next run begins another: that is simpler than to find out how far the first one came.
 */
final class DatabaseStorage implements Storage {

    private final String place;
    private final EntityManagerFactory factory;

    private DatabaseStorage(String place, EntityManagerFactory factory) {
        this.place = place;
        this.factory = factory;
    }

    static Storage at(String url, @Nullable String user, @Nullable String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.jdbc.url", url);
        settings.put("jakarta.persistence.jdbc.driver", Tables.driver(url));
        if (user != null) {
            settings.put("jakarta.persistence.jdbc.user", user);
        }
        if (password != null) {
            settings.put("jakarta.persistence.jdbc.password", password);
        }
        String place = url.replaceFirst("[;?].*", "");
        try {
            Tables.make(url, user, password);
            return new DatabaseStorage(place, Persistence.createEntityManagerFactory("carnet-sample", settings));
        } catch (SQLException | PersistenceException e) {
            throw new StorageException(place, e);
        }
    }

    @Override
    public Book open(String name, Setup setup) {
        return within(em -> {
            List<KeptBook> books = em.createQuery("select b from KeptBook b where b.name = :name", KeptBook.class)
                    .setParameter("name", name)
                    .getResultList();
            for (KeptBook book : books) {
                if (book.isWhole()) {
                    return new DatabaseBook(this, book.tenant(), true, setup);
                }
            }
            String tenant = name + "-" + (books.size() + 1);
            em.persist(new KeptBook(tenant, name));
            return new DatabaseBook(this, tenant, false, setup);
        });
    }

    /** Does work in a transaction of its own, as a host without a framework does. */
    <T> T within(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        } catch (PersistenceException e) {
            throw new StorageException(place, e);
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
