package downhill.data.split;

import downhill.data.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides rows into folds. Of one repeat each row is held out once; rows that stay together are held out together; folds differ in their
 * sizes, and in their rows of each class, by as little as those allow. The same rows and seed give the same folds on every machine.
 */
public final class Folds {
    /** Keeps the draws of folds apart from those of a single split of the same seed. */
    private static final int PURPOSE_OF_FIRST_REPEAT = 1;

    private Folds() {
    }

    /**
     * All folds, repeat by repeat.
     *
     * @param seed any number
     * @throws downhill.data.DataException of one sentence where the rows cannot be divided so
     */
    public static List<Fold> of(FoldRows rows, FoldSpec spec, long seed) {
        if (spec.rolling()) {
            return rolling(rows.rows(), spec.folds());
        }
        int count = spec.folds() == FoldSpec.EACH ? rows.units().length : spec.folds();
        FoldChecks.check(rows, spec, count);
        List<Fold> folds = new ArrayList<>();
        for (int repeat = 0; repeat < spec.repeats(); repeat++) {
            int[] foldOf = assign(rows, count, seed, repeat);
            for (int fold = 0; fold < count; fold++) {
                folds.add(new Fold(repeat, fold, pick(rows.rows(), foldOf, fold, false), pick(rows.rows(), foldOf, fold, true)));
            }
        }
        return folds;
    }

    /**
     * Stretches of equal length at the end, each learned from all rows before it (rolling origin, Tashman 2000; scikit-learn's
     * TimeSeriesSplit): the last K·⌊n / (K + 1)⌋ rows are held out, in K stretches.
     */
    private static List<Fold> rolling(int[] rows, int count) {
        FoldChecks.rolling(rows.length, count);
        int length = rows.length / (count + 1);
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int begin = rows.length - (count - fold) * length;
            folds.add(new Fold(0, fold, Arrays.copyOf(rows, begin), Arrays.copyOfRange(rows, begin, begin + length)));
        }
        return folds;
    }

    /** The fold of each row: units by falling size, those of one size by chance, each where it is needed most. */
    private static int[] assign(FoldRows rows, int count, long seed, int repeat) {
        Filling filling = new Filling(rows, count);
        int[] units = rows.units();
        int[] drawn = CounterRandom.permutation(seed, CounterRandom.SPLIT, PURPOSE_OF_FIRST_REPEAT + repeat, units.length);
        IntStream.of(drawn).map(each -> units[each]).boxed().sorted(Comparator.comparingInt(unit -> -filling.size(unit)))
                .forEachOrdered(filling::put);
        return IntStream.of(rows.firsts()).map(filling::foldOf).toArray();
    }

    private static int[] pick(int[] rows, int[] foldOf, int fold, boolean held) {
        return IntStream.range(0, rows.length).filter(place -> (foldOf[place] == fold) == held).map(place -> rows[place]).toArray();
    }
}
