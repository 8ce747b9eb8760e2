package org.carnetcrm.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.opportunity.StandingKind;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z_]+)?)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+(,(date|word))?}");

    @Test
    void each_language_has_the_same_keys_and_each_text_the_same_arguments() {
        for (String language : Messages.LANGUAGES) {
            assertThat(Messages.texts(language).keySet())
                    .as(language)
                    .isEqualTo(Messages.texts("en").keySet());
            Messages.texts(language)
                    .forEach((key, text) -> assertThat(placeholders(text))
                            .as("%s in %s", key, language)
                            .isEqualTo(placeholders(Messages.texts("en").get(key))));
        }
    }

    @Test
    void every_key_is_used_and_every_key_that_is_used_has_a_text() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        for (ItemKind kind : ItemKind.values()) {
            literals.add("notFound." + kind.name().toLowerCase(Locale.ROOT));
        }
        constants().forEach(constant -> literals.add("word." + constant));
        Set<String> keys = Messages.texts("en").stringPropertyNames();
        assertThat(literals).as("keys that are used").containsAll(keys);
        Set<String> prefixes = keys.stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> unused = Set.of("text.line", "text.prose", "text.notStripped");
        assertThat(literals.stream()
                        .filter(literal -> prefixes.stream().anyMatch(literal::startsWith))
                        .filter(literal -> !unused.contains(literal) && !literal.endsWith("."))
                        .toList())
                .as("keys that have a text")
                .allMatch(keys::contains);
    }

    @Test
    void dates_and_constants_stand_in_the_words_of_the_language_and_codes_stay_as_they_are() {
        Problem late = Problem.of("on", "2026-11-26", "date.future").with("today", "2026-11-24");
        assertThat(inAll(late))
                .containsExactly(
                        "26 Nov 2026 is after 24 Nov 2026",
                        "le 26/11/2026 est après le 24/11/2026",
                        "26-11-2026 ligt na 24-11-2026");
        Problem gap = Problem.of("from", "2026-03-29T02:30", "schedule.gap")
                .with("zone", "Europe/Brussels")
                .with("before", "2026-03-29T02:00")
                .with("after", "2026-03-29T03:00");
        assertThat(gap.message(Locale.FRENCH))
                .isEqualTo("à Europe/Brussels, les horloges sautent 29/03/2026 02:30 :"
                        + " elles passent de 29/03/2026 02:00 à 29/03/2026 03:00");
        Problem won = Problem.of("status", "WON", "action.statusKind")
                .with("kind", "DONE")
                .with("wanted", "PLANNED");
        assertThat(inAll(won))
                .containsExactly(
                        "the status WON is for actions that are done, but the action is planned",
                        "le statut WON vaut pour une action réalisée, mais l’action est planifiée",
                        "de status WON geldt voor een actie die uitgevoerd is, maar de actie is gepland");
        assertThat(inAll(Problem.of("code", "{list}", "choice.unknown").with("list", "CLOSING_CODE")))
                .containsExactly(
                        "the list of closing codes has no choice {list}",
                        "la liste des codes de clôture n’a pas de choix {list}",
                        "de lijst met afsluitcodes heeft geen keuze {list}");
        assertThat(Problem.of("on", "+999999-12-31", "date.range").message(Locale.FRENCH))
                .as("no database holds it, but it can be told")
                .isEqualTo("31/12/999999 n’est pas entre les années 1 et 9999");
        assertThat(Problem.of("on", "soon", "date.range").message(Locale.ENGLISH))
                .isEqualTo("soon is not between the years 1 and 9999");
    }

    @Test
    void another_language_reads_english() {
        Problem problem = Problem.of("value", "abc", "number.notPlain");
        assertThat(problem.message(Locale.GERMAN)).isEqualTo(problem.message(Locale.ENGLISH));
        assertThat(problem.message(Locale.CANADA_FRENCH)).startsWith("« abc »");
    }

    @Test
    void a_value_is_shown_short_and_without_what_would_tear_a_log() {
        Problem problem = Problem.of("subject", "a\nb\uD83D" + "x".repeat(100), "text.tooLong")
                .with("max", 200);
        assertThat(problem.value())
                .hasSizeLessThan(90)
                .startsWith("a\uFFFDb\uFFFDx")
                .endsWith("…");
        assertThat(problem.arguments()).isEqualTo(Map.of("max", "200"));
        assertThat(InvalidException.of(problem.below("[3]")).getMessage())
                .isEqualTo("[3].subject: is longer than 200 characters");
        assertThat(List.of(problem)).hasSize(1);
    }

    @Test
    void a_value_is_shown_without_separators_of_lines_and_without_what_turns_the_text_around_it() {
        for (String hidden : List.of("\u2028", "\u2029", "\u202A", "\u202E", "\u2066", "\u2069", "\u0085", "\t")) {
            assertThat(Problem.of("name", "a" + hidden + "b", "text.control").value())
                    .as("%04x", (int) hidden.charAt(0))
                    .isEqualTo("a\uFFFDb");
        }
        for (String shown : List.of("\u200E", "\u200F", "\u2027", "\u202F", "\u2065", "\u206A", "ש", "😀")) {
            assertThat(Problem.of("name", "a" + shown + "b", "text.control").value())
                    .as("%04x", (int) shown.charAt(0))
                    .isEqualTo("a" + shown + "b");
        }
    }

    private static List<String> inAll(Problem problem) {
        return Stream.of("en", "fr", "nl")
                .map(language -> problem.message(new Locale(language)))
                .toList();
    }

    /** What a message may tell by its word; the parts of a CRM are told as the host leaves them out. */
    private static Stream<String> constants() {
        Stream<Enum<?>> words = Stream.<Enum<?>[]>of(
                        ItemKind.values(),
                        ChoiceKind.values(),
                        StandingKind.values(),
                        Progress.values(),
                        Permission.values())
                .flatMap(Stream::of);
        return Stream.concat(words.map(Enum::name), Stream.of("opportunities"));
    }

    private static Set<String> placeholders(Object text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text.toString());
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
