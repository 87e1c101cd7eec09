package downhill.data.prepare;

import downhill.data.CounterRandom;
import downhill.data.SplitSpec;
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
     * @param firsts  of each of these rows, the place of the first that must be on the same side; its own where it may go alone
     */
    static Parts split(int[] rows, int[] classes, int[] firsts, SplitSpec spec) {
        boolean[] held = new boolean[rows.length];
        if (classes == null || !spec.stratified()) {
            hold(all(rows.length), firsts, spec, 0, held);
        } else {
            // a group may be of several classes, and stays whole
            int[] ofFirst = Arrays.stream(firsts).map(first -> classes[first]).toArray();
            int strata = Arrays.stream(ofFirst).max().orElse(0) + 1;
            for (int stratum = 0; stratum < strata; stratum++) {
                hold(members(ofFirst, stratum), firsts, spec, stratum, held);
            }
        }
        for (int i = 0; i < held.length; i++) {
            held[i] = held[firsts[i]];
        }
        return new Parts(pick(rows, held, false), pick(rows, held, true));
    }

    /** The last part in time is held out. */
    static Parts chronological(int[] rows, SplitSpec spec) {
        int training = rows.length - share(rows.length, spec.validationRatio());
        return new Parts(Arrays.copyOf(rows, training), Arrays.copyOfRange(rows, training, rows.length));
    }

    /** Marks the first row of each group that is held out. The first alone draws, so that large groups are drawn no more often. */
    private static void hold(int[] members, int[] firsts, SplitSpec spec, int stratum, boolean[] held) {
        int[] sizes = sizes(members, firsts);
        int wanted = share(members.length, spec.validationRatio());
        int left = wanted;
        int smallest = -1;
        for (int place : CounterRandom.permutation(spec.seed(), CounterRandom.SPLIT, stratum, members.length)) {
            int member = members[place];
            if (sizes[place] > 0 && sizes[place] <= left) {
                held[member] = true;
                left -= sizes[place];
            } else if (sizes[place] > 0 && (smallest < 0 || sizes[place] < sizes[smallest])) {
                smallest = place;
            }
        }
        boolean nearer = smallest >= 0 && sizes[smallest] < 2 * left && wanted - left + sizes[smallest] < members.length;
        if (nearer) {
            held[members[smallest]] = true;
        }
    }

    /** Of each member that is the first of its group, the size of the group; of the others 0. */
    private static int[] sizes(int[] members, int[] firsts) {
        int[] sizes = new int[members.length];
        for (int member : members) {
            sizes[Arrays.binarySearch(members, firsts[member])]++;
        }
        return sizes;
    }

    /** The share of validation rows, rounded; at least one row is left for training. */
    static int share(int n, double ratio) {
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
