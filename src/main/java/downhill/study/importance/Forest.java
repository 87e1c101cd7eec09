package downhill.study.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Regression trees (Breiman et al. 1984), each grown to the end on points drawn with replacement. */
final class Forest {
    private static final int TREES = 64;
    private static final long SEED = 1;

    private final List<Tree> trees = new ArrayList<>();

    private Forest() {
    }

    /** @param points [n][d] in [0, 1] */
    static Forest of(double[][] points, double[] values) {
        Forest forest = new Forest();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < TREES; i++) {
            int[] drawn = random.ints(points.length, 0, points.length).toArray();
            forest.trees.add(new Tree(Arrays.stream(drawn).mapToObj(k -> points[k]).toArray(double[][]::new),
                    Arrays.stream(drawn).mapToDouble(k -> values[k]).toArray()));
        }
        return forest;
    }

    /** [d] the part of its variance that each dimension explains alone, in the mean of the trees. */
    double[] mainEffects() {
        double[] sum = null;
        for (Tree tree : trees) {
            double[] effects = tree.mainEffects();
            sum = sum == null ? new double[effects.length] : sum;
            for (int i = 0; i < effects.length; i++) {
                sum[i] += effects[i] / trees.size();
            }
        }
        return sum;
    }
}
