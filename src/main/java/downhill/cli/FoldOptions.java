package downhill.cli;

import downhill.data.split.FoldSpec;
import downhill.words.Said;
import picocli.CommandLine.Option;

/** How rows are divided into folds. */
final class FoldOptions {
    private static final String EACH = "all";

    @Option(names = "--folds", defaultValue = "5", paramLabel = "K|all",
            description = "Folds, each held out once while the others are learned from; all: each row by itself (default: "
                    + "${DEFAULT-VALUE}).")
    private String folds;

    @Option(names = "--repeats", defaultValue = "1", paramLabel = "R",
            description = "How often all rows are divided anew, each time with other seeds (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(names = "--groups", paramLabel = "COLUMN",
            description = "Rows with the same value there stay in one fold, such as those of one patient; the column is not learned from.")
    private String groups;

    @Option(names = "--rolling", description = "Hold out stretches of rows in their order, each learned from what came before it; "
            + "a series is always divided so.")
    private boolean rolling;

    /** @param series whether the rows are windows of a series */
    FoldSpec spec(boolean series) {
        return new FoldSpec(folds.equals(EACH) ? FoldSpec.EACH : count(), repeats, groups, rolling || series);
    }

    private int count() {
        try {
            return Integer.parseInt(folds);
        } catch (NumberFormatException e) {
            throw new InputException(Said.of("cli.folds", folds));
        }
    }
}
