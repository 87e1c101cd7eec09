package downhill.cli;

import downhill.words.Said;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** What can be asked for of trees and of single rows. */
final class ExplainChoices {
    @Option(names = "--leaves", paramLabel = "N", defaultValue = "8", description = "surrogate, errors: rules of the tree, from 2 to 64 "
            + "(default: ${DEFAULT-VALUE}).")
    private int leaves;

    @Option(names = "--bins", description = "lime: tell numbers by the quarter of the background they lie in, as the reference "
            + "implementation does unless told otherwise (default: as they are).")
    private boolean bins;

    @Option(names = "--want", paramLabel = "ANSWER", description = "counterfactual: the answer wished for: \"<200\" or \">200\" of "
            + "numbers, the name of a class of classes (default: any other class).")
    private String want;

    @Option(names = "--keep", paramLabel = "COLUMNS", split = ",", description = "counterfactual: columns, joined by commas, that may not "
            + "change.")
    private List<String> keep;

    @Option(names = "--count", paramLabel = "N", defaultValue = "5", description = "nearest, prototypes: how many rows, from 1 to 100 "
            + "(default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--folds", paramLabel = "K", defaultValue = "5", description = "drop, features: folds that each training is judged by, "
            + "from 2 to 50 (default: ${DEFAULT-VALUE}).")
    private int folds;

    /** Refuses what could be asked of no model. */
    void check() {
        if (count < 1 || count > 100) {
            throw new InputException(Said.of("explain.count", count));
        }
        if (folds < 2 || folds > 50) {
            throw new InputException(Said.of("explain.folds", folds));
        }
        if (leaves < 2 || leaves > 64) {
            throw new InputException(Said.of("explain.leaves", leaves));
        }
    }

    int count() {
        return count;
    }

    int folds() {
        return folds;
    }

    int leaves() {
        return leaves;
    }

    boolean bins() {
        return bins;
    }

    /** The answer wished for, as typed; null where nothing was. */
    String want() {
        return want;
    }

    /** Indexes of the fields of columns that may not change. */
    Set<Integer> kept(List<String> columnOfField) {
        Set<Integer> kept = new TreeSet<>();
        for (String name : keep == null ? List.<String>of() : keep) {
            int[] own = IntStream.range(0, columnOfField.size()).filter(field -> columnOfField.get(field).equals(name.strip())).toArray();
            if (own.length == 0) {
                throw new InputException(Said.of("explain.keep.none", name.strip(), String.join(", ", new TreeSet<>(columnOfField))));
            }
            IntStream.of(own).forEach(kept::add);
        }
        return kept;
    }
}
