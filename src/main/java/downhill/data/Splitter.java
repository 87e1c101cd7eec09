package downhill.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides rows into training and validation rows, by seed and, where asked, evenly over the classes. */
final class Splitter {
    /** Rows of each part in ascending order. */
    record Parts(int[] training, int[] validation) {
    }

    private Splitter() {
    }

    /**
     * @param rows    the rows to divide
     * @param classes class index of each of these rows, or null for no strata
     */
    static Parts split(int[] rows, int[] classes, SplitSpec spec) {
        boolean[] held = new boolean[rows.length];
        if (classes == null || !spec.stratified()) {
            hold(all(rows.length), spec, 0, held);
        } else {
            int strata = Arrays.stream(classes).max().orElse(0) + 1;
            for (int stratum = 0; stratum < strata; stratum++) {
                hold(members(classes, stratum), spec, stratum, held);
            }
        }
        return new Parts(pick(rows, held, false), pick(rows, held, true));
    }

    /** The last part in time is held out. */
    static Parts chronological(int[] rows, SplitSpec spec) {
        int training = rows.length - share(rows.length, spec.validationRatio());
        return new Parts(Arrays.copyOf(rows, training), Arrays.copyOfRange(rows, training, rows.length));
    }

    private static void hold(int[] members, SplitSpec spec, int stratum, boolean[] held) {
        int[] order = CounterRandom.permutation(spec.seed(), CounterRandom.SPLIT, stratum, members.length);
        for (int i = 0; i < share(members.length, spec.validationRatio()); i++) {
            held[members[order[i]]] = true;
        }
    }

    /** The share of validation rows, rounded; at least one row is left for training. */
    private static int share(int n, double ratio) {
        return Math.max(0, Math.min(n - 1, (int) Math.round(n * ratio)));
    }

    private static int[] all(int n) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static int[] members(int[] classes, int stratum) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == stratum) {
                members.add(i);
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] pick(int[] rows, boolean[] held, boolean wanted) {
        int[] picked = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (held[i] == wanted) {
                picked[count++] = rows[i];
            }
        }
        return Arrays.copyOf(picked, count);
    }
}
