package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.carnetcrm.actor.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is acknowledged is there, and nothing is there in part, whatever is killed. {@code -Dcarnet.seed=N} repeats the
 * moments of a run as far as a machine repeats anything; {@code -Dcarnet.kills=N} asks for more or fewer of each.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("carnet.kills", 20);
    private static final long SEED = Long.getLong("carnet.seed", System.nanoTime());

    /** The most units that a process has written when it is about to be killed, and the longest that it goes on then. */
    private static final int MOST_UNITS = 100;

    private static final int MOST_MILLIS = 50;

    /** What processes have told so far: the parts of what was acknowledged, and of what was about to be committed. */
    private static final class Told {

        private final Set<String> acknowledged = new HashSet<>();
        private final List<Set<String>> inDoubt = new ArrayList<>();
        private final Map<String, Set<String>> committing = new HashMap<>();
        private int units;

        void line(String line) {
            List<String> parts = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
            String thread = parts.remove(0);
            if (thread.startsWith(CommandWriter.COMMITTING)) {
                parts.remove("");
                Set<String> before =
                        committing.put(thread.substring(CommandWriter.COMMITTING.length()), Set.copyOf(parts));
                if (before != null) {
                    inDoubt.add(before);
                }
            } else {
                Set<String> committed = committing.remove(thread.substring(CommandWriter.ACKNOWLEDGED.length()));
                acknowledged.addAll(committed);
                if (!committed.isEmpty()) {
                    units++;
                }
            }
        }

        /** No thread tells anything more. */
        void end() {
            inDoubt.addAll(committing.values());
            committing.clear();
        }
    }

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Told told = new Told();

    @Test
    void what_was_acknowledged_is_whole_after_each_kill_and_nothing_else_is_there_in_part() throws Exception {
        System.out.printf("seed %d: %d kills of the process that writes, as many of the database%n", SEED, KILLS);
        Process server = null;
        try {
            for (int i = 0; i < 2 * KILLS; i++) {
                boolean killDatabase = i % 2 == 1;
                if (server == null) {
                    server = java(DurableServer.class, folder.resolve("data").toString());
                }
                String url = urlOf(server, i == 0);
                int before = told.units;
                write(url, killDatabase ? server : null);
                if (killDatabase) {
                    server = java(DurableServer.class, folder.resolve("data").toString());
                    url = urlOf(server, false);
                }
                String found = check(url);
                System.out.printf(
                        "%d: killed the %s after %d acknowledged units that wrote; %s%n",
                        i + 1, killDatabase ? "database" : "process", told.units - before, found);
            }
        } finally {
            if (server != null) {
                kill(server);
            }
        }
        assertThat(told.units).isGreaterThan(2 * KILLS);
    }

    /** Lets a process write, and kills it, or the database beneath it, at some moment after some commits. */
    private void write(String url, Process database) throws Exception {
        Process writer = java(CommandWriter.class, url, Integer.toString(random.nextInt(1_000_000)));
        BufferedReader lines = lines(writer);
        Thread killer = null;
        int enough = told.units + 1 + random.nextInt(MOST_UNITS);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            told.line(line);
            if (killer == null && told.units >= enough) {
                killer = new Thread(() -> killLater(database == null ? writer : database, writer));
                killer.start();
            }
        }
        assertThat(killer).as("a process that writes").isNotNull();
        killer.join();
        writer.waitFor();
        told.end();
    }

    private void killLater(Process victim, Process writer) {
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
            kill(victim);
            // Beneath a dead database it hears of no commit any more.
            kill(writer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills a process, or that of the database with the server, which is nobody's child, and all that it began. */
    private void kill(Process process) {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        if (urls.containsKey(process)) {
            serverProcess().ifPresent(server -> {
                all.add(server);
                all.addAll(server.descendants().toList());
            });
        }
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    private Optional<ProcessHandle> serverProcess() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String check(String url) throws Exception {
        Database database = new Database(TestDatabase.POSTGRESQL, url);
        try {
            Set<String> present = new HashSet<>(Parts.in(database));
            assertThat(present).containsAll(told.acknowledged);
            int whole = 0;
            Set<String> known = new HashSet<>(told.acknowledged);
            for (Set<String> unit : told.inDoubt) {
                Set<String> there = new HashSet<>(unit);
                there.retainAll(present);
                if (there.isEmpty() || known.containsAll(there)) {
                    continue;
                }
                assertThat(there).as("a unit that was about to be committed").isEqualTo(unit);
                known.addAll(unit);
                whole++;
            }
            assertThat(present).as("nothing that nobody wrote").isSubsetOf(known);
            told.acknowledged.addAll(known);
            int doubtful = told.inDoubt.size();
            told.inDoubt.clear();
            HostUnits units = new HostUnits(database.entityManagers(), new Acknowledged());
            units.unit(Actor.system(HostUnits.TENANT), desk -> {
                new Agreement(desk).holds();
                return desk;
            });
            return "%d of %d in doubt were committed; %d parts, all whole".formatted(whole, doubtful, present.size());
        } finally {
            database.close();
        }
    }

    private String urlOf(Process server, boolean empty) throws Exception {
        String url = urls.get(server);
        if (url == null) {
            url = lines(server).readLine();
            assertThat(url).as("a server that starts").isNotNull();
            urls.put(server, url);
        }
        if (empty) {
            Database database = new Database(TestDatabase.POSTGRESQL, url);
            database.base().prospecting();
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(database.query("show " + setting)).as(setting).containsExactly("on");
            }
            database.close();
        }
        return url;
    }

    private final Map<Process, String> urls = new HashMap<>();

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("carnet-crash", ".log");
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }
}
