package downhill.store;

import downhill.race.history.Curve;
import java.nio.file.Path;
import java.util.Map;

/** How the losses fell with which contenders learned from inputs alone before the race: means of 64 batches, at the step behind them. */
public final class PretrainingCsv {
    static final String HEAD = "contender,pretraining_step,loss";

    private PretrainingCsv() {
    }

    /** @param courses by contender's name */
    public static void write(Path target, Map<String, Curve> courses) {
        AtomicFiles.write(target, file -> {
            try (CsvRows rows = new CsvRows(file, HEAD.split(","))) {
                courses.forEach((name, course) -> {
                    for (int i = 0; i < course.size(); i++) {
                        rows.row(name, Long.toString((long) course.x()[i]), CsvRows.number(course.y()[i]));
                    }
                });
            }
        }, false);
    }
}
