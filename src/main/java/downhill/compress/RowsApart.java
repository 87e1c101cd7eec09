package downhill.compress;

import downhill.data.CounterRandom;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows with known targets, prepared as a model wants them: those that are learned from and those that judge. */
public final class RowsApart {
    private static final long PURPOSE = 1401;

    private RowsApart() {
    }

    /** Of some rows those whose inputs and targets are known. */
    public static Examples known(Examples rows) {
        return picked(rows, row -> !Double.isNaN(rows.targets()[row]) && rows.weight(row) > 0
                && Arrays.stream(rows.values().row(row)).allMatch(Double::isFinite));
    }

    /** Of some rows those whose inputs are known. */
    public static Examples complete(Examples rows) {
        return picked(rows, row -> Arrays.stream(rows.values().row(row)).allMatch(Double::isFinite));
    }

    /**
     * Some rows to learn from and some that judge.
     *
     * @param share of the rows that judges, by lot; of a time series it is the last rows
     */
    public static Prepared split(Preprocessing steps, Examples rows, double share, long seed) {
        int[] order = steps.sequence() != null ? IntStream.range(0, rows.count()).toArray()
                : CounterRandom.permutation(seed, PURPOSE, 0, rows.count());
        int held = (int) Math.round(share * rows.count());
        boolean[] judge = new boolean[rows.count()];
        Arrays.stream(order, rows.count() - held, rows.count()).forEach(row -> judge[row] = true);
        return of(steps, picked(rows, row -> !judge[row]), picked(rows, row -> judge[row]));
    }

    /** Rows that are known to be apart, or the same where nothing is learned. */
    public static Prepared of(Preprocessing steps, Examples learned, Examples judging) {
        return new Prepared(learned, judging, steps.task(), steps.featureNames(), steps.classNames(), steps.target().column(), steps,
                List.of());
    }

    private static Examples picked(Examples rows, IntPredicate which) {
        return rows.pick(IntStream.range(0, rows.count()).filter(which).toArray());
    }
}
