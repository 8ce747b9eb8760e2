package org.carnetcrm.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carnetcrm.sample.activities.ActivitiesData;
import org.carnetcrm.sample.northwind.NorthwindData;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.sales.SalesData;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Output;

/**
 * A data set that the sample knows, told by the files in its folder.
 *
 * @param files the files
 * @param teller reads them and prints what they tell
 */
record DataSet(List<String> files, Teller teller) {

    private static final List<DataSet> KNOWN = List.of(
            new DataSet(
                    List.of("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"),
                    (folder, wishes, storage, out) ->
                            SalesData.tell(folder, wishes.unmatched(), wishes.rows(), storage, out)),
            new DataSet(
                    List.of("crm_deals.csv", "crm_activities.csv", "monthly_targets.csv"),
                    (folder, wishes, storage, out) -> ActivitiesData.tell(folder, wishes.rows(), storage, out)),
            new DataSet(
                    List.of("northwind.sql"),
                    (folder, wishes, storage, out) -> NorthwindData.tell(folder, wishes.rows(), storage, out)));

    /** What a data set is told by. */
    interface Teller {

        /** Reads the files in a folder, unless a storage has them already, and prints what they tell. */
        void tell(Path folder, Wishes wishes, Storage storage, Output out);
    }

    /**
     * What was asked for beside the data.
     *
     * @param rows whether each row is told for which a rule was needed
     * @param unmatched whether a product that is spelled otherwise stays unmatched
     */
    record Wishes(boolean rows, boolean unmatched) {}

    /** Finds the data set of which a folder has a file; a file of it that is missing is told when it is read. */
    static DataSet in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadFileException(folder, "there is no such folder");
        }
        List<DataSet> found = KNOWN.stream()
                .filter(set -> set.files().stream().anyMatch(file -> Files.exists(folder.resolve(file))))
                .toList();
        if (found.isEmpty()) {
            throw new BadFileException(folder, "holds no data set; expected the files of one of " + files(KNOWN));
        }
        if (found.size() > 1) {
            throw new BadFileException(folder, "holds files of more than one data set: " + files(found));
        }
        return found.get(0);
    }

    private static List<List<String>> files(List<DataSet> sets) {
        return sets.stream().map(DataSet::files).toList();
    }
}
