package downhill.store;

import downhill.study.map.TrainabilityMap;
import downhill.study.space.ValueText;
import java.nio.file.Path;
import java.util.Locale;

/** A trainability map as CSV, one row for each run that there was. */
public final class MapCsv {
    /** Columns after those of the two settings. */
    static final String OUTCOME = "startLoss,finalLoss,outcome";

    private MapCsv() {
    }

    /** Replaces a file that is there. */
    public static void write(Path file, TrainabilityMap map) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, map.across().knob().name(), map.up().knob().name(), "startLoss", "finalLoss", "outcome",
                    "divergedAt")) {
                map.places().forEach(place -> row(rows, map, place.row(), place.column()));
            }
        }, false);
    }

    private static void row(CsvRows rows, TrainabilityMap map, int row, int column) {
        double diverged = map.divergedAt()[row][column];
        rows.row(ValueText.of(map.across().values().get(column)), ValueText.of(map.up().values().get(row)),
                CsvRows.number(map.startLoss()[row][column]), CsvRows.number(map.finalLoss()[row][column]),
                map.end(row, column).name().toLowerCase(Locale.ROOT), diverged < 0 ? "" : Long.toString((long) diverged));
    }
}
