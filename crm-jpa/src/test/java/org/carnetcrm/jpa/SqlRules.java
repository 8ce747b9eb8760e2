package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds for each statement that the store sends: it names the tenant for every table that it looks at, and keeps to
 * what also runs on a database that is spread over nodes.
 */
final class SqlRules {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern TABLE = Pattern.compile("\\bcrm_\\w+");
    /** A table where a statement reads it, and the name that it has there. */
    private static final Pattern READ =
            Pattern.compile("(?:\\bfrom|\\bjoin|,)\\s+(crm_\\w+)(?:\\s+(?:as\\s+)?(?!set\\b|where\\b|on\\b)(\\w+))?");

    private static final Pattern UPDATE = Pattern.compile("^update\\s+(crm_\\w+)(?:\\s+(?!set\\b)(\\w+))?");
    private static final Pattern INSERT = Pattern.compile("^insert\\s+into\\s+(crm_\\w+)\\s*\\(([^)]*)\\)");

    private record Ban(String what, Pattern pattern) {
        Ban(String what, String pattern) {
            this(what, Pattern.compile(pattern));
        }
    }

    private static final List<Ban> BANS = List.of(
            new Ban("an offset", "\\boffset\\b|\\blimit\\s+\\S+\\s*,"),
            new Ban("a window function", "\\bover\\s*\\("),
            new Ban("a having", "\\bhaving\\b"),
            new Ban("a common table expression", "^\\(*with\\b"),
            new Ban("a union", "\\b(union|intersect|except)\\b"),
            new Ban("a subquery in from", "\\b(from|join|lateral)\\s*\\("),
            new Ban("a cross join", "\\bcross\\s+join\\b"));

    private SqlRules() {}

    /** Throws when a statement about the library's tables breaks a rule; what is about others is none of ours. */
    static void check(String sql) {
        flaw(sql).ifPresent(flaw -> {
            throw new AssertionError("a statement has " + flaw + ": " + sql);
        });
    }

    /** What is wrong with a statement. */
    static Optional<String> flaw(String sql) {
        String text =
                TEXT.matcher(sql.toLowerCase(Locale.ROOT)).replaceAll("''").strip();
        long tables = TABLE.matcher(text).results().count();
        if (tables == 0) {
            return Optional.empty();
        }
        for (Ban ban : BANS) {
            if (ban.pattern.matcher(text).find()) {
                return Optional.of(ban.what);
            }
        }
        List<String> known = new ArrayList<>();
        Optional<String> flaw =
                inserted(text, known).or(() -> looked(UPDATE, text, known)).or(() -> looked(READ, text, known));
        return flaw.isEmpty() && known.size() != tables
                ? Optional.of("a table in a place that the rules do not know, besides " + known)
                : flaw;
    }

    private static Optional<String> inserted(String text, List<String> known) {
        Matcher insert = INSERT.matcher(text);
        if (!insert.find()) {
            return Optional.empty();
        }
        known.add(insert.group(1));
        return List.of(insert.group(2).split("\\s*,\\s*")).contains("tenant_id")
                ? Optional.empty()
                : Optional.of("no tenant for " + insert.group(1));
    }

    private static Optional<String> looked(Pattern where, String text, List<String> known) {
        Matcher table = where.matcher(text);
        while (table.find()) {
            known.add(table.group(1));
            String column = table.group(2) == null ? "(?<![.\\w])tenant_id" : "\\b" + table.group(2) + "\\.tenant_id";
            // A condition, not a column that is selected.
            if (!Pattern.compile(column + "\\s*=|=\\s*" + column + "\\b")
                    .matcher(text)
                    .find()) {
                return Optional.of("no tenant for " + table.group(1));
            }
        }
        return Optional.empty();
    }
}
