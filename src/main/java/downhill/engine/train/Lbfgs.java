package downhill.engine.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Limited-memory BFGS (Liu &amp; Nocedal 1989; Nocedal &amp; Wright, Numerical Optimization, algorithm 7.4) with a fixed step
 * length, as {@code torch.optim.LBFGS} without line search. It compares gradients of successive steps, so it is meant for
 * the full batch; it is no formula over single elements, hence a method of its own.
 */
final class Lbfgs {
    private static final double LEAST_CURVATURE = 1e-10;

    private record Pair(double[] s, double[] y, double rho) {
    }

    private int memory;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] lastGradient;
    private double[] lastStep;
    private double scale = 1;

    Lbfgs(int memory) {
        this.memory = memory;
    }

    /** How many pairs are kept from now on, at least 1. */
    void memory(int newMemory) {
        memory = newMemory;
    }

    /**
     * The change of the parameters.
     *
     * @param gradient what curvature is learned from; copied
     * @param followed what is gone down: the same, or clipped. Differences of clipped gradients would tell nothing of the curvature
     */
    double[] step(double[] gradient, double[] followed, double learningRate) {
        double[] direction;
        double rate = learningRate;
        if (lastGradient == null) {
            direction = scaled(followed, -1);
            rate *= Math.min(1, 1 / absoluteSum(followed));
        } else {
            remember(gradient);
            direction = direction(followed);
        }
        double[] step = scaled(direction, rate);
        lastGradient = gradient.clone();
        lastStep = step;
        return step;
    }

    private void remember(double[] gradient) {
        double[] y = new double[gradient.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = gradient[i] - lastGradient[i];
        }
        double curvature = dot(y, lastStep);
        if (curvature > LEAST_CURVATURE) {
            while (pairs.size() >= memory) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(lastStep, y, 1 / curvature));
            scale = curvature / dot(y, y);
        }
    }

    /** The two-loop recursion: −H·g. */
    private double[] direction(double[] gradient) {
        double[] q = scaled(gradient, -1);
        double[] alphas = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> it = pairs.descendingIterator(); it.hasNext(); ) {
            Pair pair = it.next();
            alphas[--i] = pair.rho * dot(pair.s, q);
            add(q, pair.y, -alphas[i]);
        }
        double[] r = scaled(q, scale);
        for (Pair pair : pairs) {
            add(r, pair.s, alphas[i] - pair.rho * dot(pair.y, r));
            i++;
        }
        return r;
    }

    /** Rows: pairs one after the other (s, y), then last gradient and last step; empty before the first step. */
    double[][] rows() {
        List<double[]> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(pair.s);
            rows.add(pair.y);
        }
        if (lastGradient != null) {
            rows.add(lastGradient);
            rows.add(lastStep);
        }
        return rows.toArray(double[][]::new);
    }

    double[] scalars() {
        return new double[] {scale};
    }

    void restore(double[][] rows, double[] scalars) {
        pairs.clear();
        lastGradient = rows.length == 0 ? null : rows[rows.length - 2].clone();
        lastStep = rows.length == 0 ? null : rows[rows.length - 1].clone();
        for (int i = 0; i + 3 < rows.length; i += 2) {
            pairs.addLast(new Pair(rows[i].clone(), rows[i + 1].clone(), 1 / dot(rows[i], rows[i + 1])));
        }
        scale = scalars.length == 0 ? 1 : scalars[0];
    }

    private static double absoluteSum(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] scaled(double[] a, double factor) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] * factor;
        }
        return result;
    }

    private static void add(double[] a, double[] b, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i] * factor;
        }
    }
}
