package downhill.study.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A tree of cuts across one dimension each, by the least squared error, until each leaf has one value. */
final class Tree {
    private static final int DEEPEST = 64;

    /** A box of [0, 1]^d and what the tree says there. */
    private record Leaf(double[] low, double[] high, double value) {
        double volume() {
            double volume = 1;
            for (int dimension = 0; dimension < low.length; dimension++) {
                volume *= width(dimension);
            }
            return volume;
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
        grow(points, values, orders(points), new double[dimensions], high, 0);
    }

    /** The rows in the order of each dimension: sorted once, since what lies on one side of a cut keeps its order. */
    private int[][] orders(double[][] points) {
        return IntStream.range(0, dimensions).mapToObj(dimension -> IntStream.range(0, points.length).boxed()
                .sorted(Comparator.comparingDouble(row -> points[row][dimension])).mapToInt(row -> row).toArray()).toArray(int[][]::new);
    }

    private void grow(double[][] points, double[] values, int[][] orders, double[] low, double[] high, int depth) {
        Cut cut = depth < DEEPEST ? best(points, values, orders) : null;
        if (cut == null) {
            leaves.add(new Leaf(low, high, sum(values, orders[0]) / orders[0].length));
            return;
        }
        double[] middleHigh = high.clone();
        middleHigh[cut.dimension()] = cut.at();
        double[] middleLow = low.clone();
        middleLow[cut.dimension()] = cut.at();
        grow(points, values, side(points, orders, cut, true), low, middleHigh, depth + 1);
        grow(points, values, side(points, orders, cut, false), middleLow, high, depth + 1);
    }

    private static int[][] side(double[][] points, int[][] orders, Cut cut, boolean below) {
        int[][] side = new int[orders.length][];
        for (int dimension = 0; dimension < orders.length; dimension++) {
            int[] kept = new int[orders[dimension].length];
            int count = 0;
            for (int row : orders[dimension]) {
                if (points[row][cut.dimension()] <= cut.at() == below) {
                    kept[count++] = row;
                }
            }
            side[dimension] = Arrays.copyOf(kept, count);
        }
        return side;
    }

    private Cut best(double[][] points, double[] values, int[][] orders) {
        Cut best = null;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            Cut cut = best(points, values, orders[dimension], dimension);
            best = cut != null && (best == null || cut.gain() > best.gain()) ? cut : best;
        }
        return best;
    }

    /** Null where all values, or all places, are equal. */
    private static Cut best(double[][] points, double[] values, int[] order, int dimension) {
        double total = sum(values, order);
        double left = 0;
        double at = 0;
        double most = 1e-12;
        for (int i = 0; i < order.length - 1; i++) {
            left += values[order[i]];
            double here = points[order[i]][dimension];
            double next = points[order[i + 1]][dimension];
            double apart = left / (i + 1) - (total - left) / (order.length - i - 1);
            double gain = apart * apart * (i + 1) * (order.length - i - 1.0) / order.length;
            if (next > here && gain > most) {
                most = gain;
                at = Math.min((here + next) / 2, Math.nextDown(next)); // between neighbours is nothing
            }
        }
        return most > 1e-12 ? new Cut(dimension, at, most) : null;
    }

    private static double sum(double[] values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        return sum;
    }

    /** [d] variances of the means over all other dimensions, over the variance of the tree; zeros where that is zero. */
    double[] mainEffects() {
        double mean = leaves.stream().mapToDouble(leaf -> leaf.volume() * leaf.value()).sum();
        double variance = leaves.stream().mapToDouble(leaf -> leaf.volume() * Math.pow(leaf.value() - mean, 2)).sum();
        return IntStream.range(0, dimensions).mapToDouble(dimension -> variance > 0 ? mainEffect(dimension, mean) / variance : 0).toArray();
    }

    /** Along the ends of the leaves: at each, those that begin come to what is above it, and those that end go. */
    private double mainEffect(int dimension, double mean) {
        TreeMap<Double, Double> changes = new TreeMap<>();
        for (Leaf leaf : leaves) {
            double part = leaf.volume() / leaf.width(dimension) * leaf.value();
            changes.merge(leaf.low()[dimension], part, Double::sum);
            changes.merge(leaf.high()[dimension], -part, Double::sum);
        }
        double effect = 0;
        double marginal = 0;
        double from = 0;
        for (Map.Entry<Double, Double> change : changes.entrySet()) {
            effect += (change.getKey() - from) * Math.pow(marginal - mean, 2);
            marginal += change.getValue();
            from = change.getKey();
        }
        return effect;
    }
}
