package downhill.study.automl;

import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.split.FoldSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of AutoML. The outer ones are those under seal: nothing learns from them and nothing is chosen by them. All others are divided
 * into folds, by which everything is chosen; each row of them is predicted by models that did not learn from it.
 */
public final class AutoRows {
    /** Fewer could not be both chosen by and judged by. */
    private static final int LEAST = 20;
    private static final int FOLDS = 5;
    /** From so many rows on one fold tells enough. */
    private static final int MANY = 20_000;

    private final Table table;
    private final int count;
    private final int[] used;
    private final Map<DataSpec, FoldedRows> inner = new HashMap<>();
    private final Map<DataSpec, FoldedRows> outer = new HashMap<>();

    /**
     * @param data with a share under seal
     * @throws RefusedException of one sentence where there are too few rows
     */
    AutoRows(Table table, DataSpec data) {
        this.table = table;
        FoldedRows sealed = outer(data);
        int[] open = sealed.folds().get(0).training();
        int all = open.length + sealed.sealedCount();
        if (all < LEAST) {
            throw new RefusedException(Said.of("automl.few", all, LEAST));
        }
        Prepared prepared = sealed.prepare(0, false).prepared();
        requireDifferent(prepared);
        this.count = folds(data, prepared);
        this.used = IntStream.range(0, open.length > MANY ? 1 : count).toArray();
        inner(data);
    }

    /** Of a target that is always the same nothing can be learned, and nothing chosen. */
    private static void requireDifferent(Prepared open) {
        double[] targets = open.preprocessing().decode(open.training().targets(), open.training());
        if (Arrays.stream(targets).allMatch(target -> target == targets[0])) {
            throw new RefusedException(Said.of("automl.constant", open.targetName()));
        }
    }

    /** As many as the rarest class has rows, but at most five. */
    private static int folds(DataSpec data, Prepared open) {
        if (!open.task().isClassification() || data.sequence() != null || !data.split().stratified()) {
            return FOLDS;
        }
        int[] counts = new int[open.classNames().size()];
        Arrays.stream(open.training().targets()).forEach(target -> counts[(int) target]++);
        int rarest = IntStream.range(0, counts.length).reduce((a, b) -> counts[b] < counts[a] ? b : a).orElseThrow();
        if (counts[rarest] < 2) {
            throw new RefusedException(Said.of("automl.rare", open.classNames().get(rarest), counts[rarest], open.targetName()));
        }
        return Math.min(FOLDS, counts[rarest]);
    }

    /** All but the outer rows, in folds, prepared so. */
    synchronized FoldedRows inner(DataSpec data) {
        return inner.computeIfAbsent(data, one -> FoldedRows.of(table, one,
                one.sequence() == null ? FoldSpec.of(count) : FoldSpec.rolling(count)));
    }

    /** Indexes of the folds that are used. */
    int[] folds() {
        return used.clone();
    }

    /** One fold: learned from are all but the outer rows, which are held out. */
    synchronized FoldedRows outer(DataSpec data) {
        return outer.computeIfAbsent(data, one -> FoldedRows.sealed(table, one));
    }

    /** The fold of the outer rows. */
    FoldData outerFold(DataSpec data) {
        return outer(data).prepare(0, false);
    }

    Table table() {
        return table;
    }
}
