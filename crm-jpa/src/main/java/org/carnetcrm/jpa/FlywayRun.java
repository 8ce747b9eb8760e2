package org.carnetcrm.jpa;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** One run of Flyway over scripts that are named, so that it looks for none and never finds the host's. */
final class FlywayRun {

    private FlywayRun() {}

    /** Runs those of these scripts that the database lacks and gives their number. */
    static int of(DataSource dataSource, List<String> scripts) {
        return Flyway.configure()
                .dataSource(dataSource)
                .table(CrmSchema.HISTORY)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .placeholderReplacement(false)
                .createSchemas(false)
                // The host's tables may be there already.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A part may be added late, and one that is there may be left out of a later run.
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Nothing but some resources of the class path. */
    private record Scripts(List<String> names) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return names.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return names.stream()
                    .<LoadableResource>map(Script::new)
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream stream = CrmSchema.class.getClassLoader().getResourceAsStream(name);
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
