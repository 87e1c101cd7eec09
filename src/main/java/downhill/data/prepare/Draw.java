package downhill.data.prepare;

import downhill.data.CounterRandom;
import downhill.data.split.FoldRows;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws some rows of many so that more of them are the same and others. */
final class Draw {
    /** Keeps these draws apart from those of splits and folds of the same seed. */
    private static final int PURPOSE = 1 << 20;

    private Draw() {
    }

    /** The first {@code count} of the rows in an order by chance, in which the classes have their shares from the beginning; ascending. */
    static int[] first(FoldRows rows, int count, long seed) {
        int[] drawn = CounterRandom.permutation(seed, CounterRandom.SPLIT, PURPOSE, rows.rows().length);
        int[] classes = rows.classes();
        int[] sizes = new int[IntStream.of(classes).max().orElse(0) + 1];
        IntStream.of(classes).forEach(each -> sizes[each]++);
        int[] before = new int[sizes.length];
        double[] turn = new double[drawn.length];
        for (int place : drawn) {
            turn[place] = (before[classes[place]]++ + 0.5) / sizes[classes[place]];
        }
        return IntStream.of(drawn).boxed().sorted(Comparator.comparingDouble(place -> turn[place])).limit(count)
                .mapToInt(place -> rows.rows()[place]).sorted().toArray();
    }
}
