package downhill.study.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A tree of cuts across one dimension each, by the least squared error, until each leaf has one value. */
final class Tree {
    private static final int DEEPEST = 64;

    /** A box of [0, 1]^d and what the tree says there. */
    private record Leaf(double[] low, double[] high, double value) {
        double volume() {
            return IntStream.range(0, low.length).mapToDouble(this::width).reduce(1, (a, b) -> a * b);
        }

        double width(int dimension) {
            return high[dimension] - low[dimension];
        }
    }

    /** Where to cut. */
    private record Cut(int dimension, double at, double gain) {
    }

    private final List<Leaf> leaves = new ArrayList<>();
    private final int dimensions;

    /** @param points [n][d] in [0, 1] */
    Tree(double[][] points, double[] values) {
        dimensions = points[0].length;
        double[] high = new double[dimensions];
        Arrays.fill(high, 1);
        grow(points, values, IntStream.range(0, values.length).toArray(), new double[dimensions], high, 0);
    }

    private void grow(double[][] points, double[] values, int[] rows, double[] low, double[] high, int depth) {
        Cut cut = depth < DEEPEST ? best(points, values, rows) : null;
        if (cut == null) {
            leaves.add(new Leaf(low, high, Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow()));
            return;
        }
        double[] middleHigh = high.clone();
        middleHigh[cut.dimension()] = cut.at();
        double[] middleLow = low.clone();
        middleLow[cut.dimension()] = cut.at();
        grow(points, values, below(points, rows, cut, true), low, middleHigh, depth + 1);
        grow(points, values, below(points, rows, cut, false), middleLow, high, depth + 1);
    }

    private static int[] below(double[][] points, int[] rows, Cut cut, boolean wanted) {
        return Arrays.stream(rows).filter(row -> points[row][cut.dimension()] <= cut.at() == wanted).toArray();
    }

    private Cut best(double[][] points, double[] values, int[] rows) {
        Cut best = null;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            Cut cut = best(points, values, rows, dimension);
            best = cut != null && (best == null || cut.gain() > best.gain()) ? cut : best;
        }
        return best;
    }

    /** Null where all values, or all places, are equal. */
    private static Cut best(double[][] points, double[] values, int[] rows, int dimension) {
        int[] order = Arrays.stream(rows).boxed().sorted((a, b) -> Double.compare(points[a][dimension], points[b][dimension]))
                .mapToInt(row -> row).toArray();
        double total = Arrays.stream(order).mapToDouble(row -> values[row]).sum();
        double left = 0;
        Cut best = null;
        for (int i = 0; i < order.length - 1; i++) {
            left += values[order[i]];
            double here = points[order[i]][dimension];
            double next = points[order[i + 1]][dimension];
            double apart = left / (i + 1) - (total - left) / (order.length - i - 1);
            double gain = apart * apart * (i + 1) * (order.length - i - 1.0) / order.length;
            if (next > here && gain > 1e-12 && (best == null || gain > best.gain())) {
                best = new Cut(dimension, Math.min((here + next) / 2, Math.nextDown(next)), gain); // between neighbours is nothing
            }
        }
        return best;
    }

    /** [d] variances of the means over all other dimensions, over the variance of the tree; zeros where that is zero. */
    double[] mainEffects() {
        double mean = leaves.stream().mapToDouble(leaf -> leaf.volume() * leaf.value()).sum();
        double variance = leaves.stream().mapToDouble(leaf -> leaf.volume() * Math.pow(leaf.value() - mean, 2)).sum();
        return IntStream.range(0, dimensions).mapToDouble(dimension -> variance > 0 ? mainEffect(dimension, mean) / variance : 0).toArray();
    }

    private double mainEffect(int dimension, double mean) {
        TreeSet<Double> ends = new TreeSet<>(List.of(0.0, 1.0));
        leaves.forEach(leaf -> ends.add(leaf.low()[dimension]));
        double effect = 0;
        double from = 0;
        for (double to : ends.tailSet(0.0, false)) {
            double middle = (from + to) / 2;
            double marginal = leaves.stream().filter(leaf -> leaf.low()[dimension] <= middle && middle < leaf.high()[dimension])
                    .mapToDouble(leaf -> leaf.volume() / leaf.width(dimension) * leaf.value()).sum();
            effect += (to - from) * Math.pow(marginal - mean, 2);
            from = to;
        }
        return effect;
    }
}
