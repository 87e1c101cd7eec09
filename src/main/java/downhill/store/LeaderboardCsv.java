package downhill.store;

import downhill.study.automl.BoardLine;
import downhill.study.space.ValueText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A leaderboard of AutoML as CSV, a row for each line, in its order. */
public final class LeaderboardCsv {
    /** How the first line begins. */
    static final String HEAD = "name,kind,trial,validation,outer";

    private LeaderboardCsv() {
    }

    /** Replaces a file that is there; what is no trial has no number. */
    public static void write(Path file, List<BoardLine> entries) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, "name", "kind", "trial", "validation", "outer", "fitSeconds", "predictSeconds",
                    "parameters", "params")) {
                entries.forEach(each -> rows.row(each.name(), each.kind(), each.trial() < 0 ? "" : Integer.toString(each.trial()),
                        CsvRows.number(each.validation()), CsvRows.number(each.outer()), CsvRows.number(each.fitSeconds()),
                        CsvRows.number(each.predictSeconds()), Long.toString(each.parameters()), params(each)));
            }
        }, false);
    }

    private static String params(BoardLine entry) {
        return entry.params().entrySet().stream().map(each -> each.getKey() + "=" + ValueText.of(each.getValue()))
                .collect(Collectors.joining(" "));
    }
}
