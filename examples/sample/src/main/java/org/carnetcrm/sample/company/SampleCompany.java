package org.carnetcrm.sample.company;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Permissions;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Language;
import org.carnetcrm.sample.telling.StoryClock;
import org.jspecify.annotations.Nullable;

/** A small company of our own; the same each time, for its clock and its ids are. */
final class SampleCompany {

    /** The first day of the week that is played. */
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    /** The zone in which everybody here works. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    static final String CAMILLE = "Camille Lemaire";
    static final String JAN = "Jan Peeters";
    static final String MAELLE = "Maëlle Tremblay";
    static final String ELODIE = "Élodie Girard";
    static final String THOMAS = "Thomas Renard";

    private final StoryClock clock = new StoryClock(MONDAY);
    private final Locale locale;
    private final Map<String, RepresentativeId> people = new HashMap<>();
    private final SampleFiles files = new SampleFiles(people);
    private final Book book;
    private @Nullable Crm crm;

    /** Opens the book of the company, whose people read a language; nobody is in it yet when it is not whole. */
    SampleCompany(Locale locale, Storage storage) {
        this.locale = locale;
        this.book = storage.open(
                "sample-" + locale.getLanguage(),
                Setup.of(clock)
                        .withIds(IdSource.timeOrdered(clock, new Random(42)))
                        .withProductCosts(new CostModule())
                        .withPermissions(camilleAlone()));
    }

    Book book() {
        return book;
    }

    /** Brings in what the company did before the week. */
    void load() {
        book.begin("EUR", lists(), system -> {
            for (String name : List.of(CAMILLE, JAN, MAELLE, ELODIE, THOMAS)) {
                RepresentativeDraft person = RepresentativeDraft.named(name).manager(people.get(CAMILLE));
                people.put(name, system.representatives().add(person).id());
            }
            files.load(system);
        });
    }

    /** Gets to know the people of a company that is there already. */
    void meet() {
        book.run(system -> {
            for (Representative person : system.representatives().all()) {
                people.put(person.name(), person.id());
            }
        });
    }

    /** Lets people work, all in one unit. */
    void unit(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        });
    }

    /** Lets people work, all in one unit, and gives what comes of it. */
    <T> T ask(Supplier<T> work) {
        return book.unit(inUnit -> {
            crm = inUnit;
            try {
                return work.get();
            } finally {
                crm = null;
            }
        });
    }

    int relationCount() {
        return files.relations().size();
    }

    int dealCount() {
        return files.dealCount();
    }

    /** Lets the clock stand on a day. */
    void on(LocalDate today) {
        clock.on(today);
    }

    LocalDate today() {
        return clock.today();
    }

    RepresentativeId person(String name) {
        return Objects.requireNonNull(people.get(name), () -> "nobody here is called " + name);
    }

    /** Gives the desk of a person, for as long as the unit. */
    Desk desk(String name) {
        return Objects.requireNonNull(crm, "there is no unit")
                .actingAs(Actor.of(book.tenant(), person(name)).in(ZONE).reading(locale));
    }

    RelationId relation(String name) {
        return Objects.requireNonNull(files.relations().get(name), () -> "there is no relation " + name);
    }

    /** Lets the head of sales alone do what needs a permission. */
    private Permissions camilleAlone() {
        return (tenant, who, permission) ->
                who.representative() != null && who.representative().equals(people.get(CAMILLE));
    }

    /** Gives the ready lists, and the types of actions, of which each company knows its own. */
    private static ChoiceLists lists() {
        return Presets.standard()
                .with(ActionType.of("VISIT", Language.labels("choice.visit")))
                .with(ActionType.of("CALL", Language.labels("choice.call")))
                .with(ActionType.of("ONLINE", Language.labels("choice.online")));
    }
}
