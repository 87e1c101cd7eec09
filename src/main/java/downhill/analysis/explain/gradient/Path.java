package downhill.analysis.explain.gradient;

import downhill.data.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Integrates slopes along the straight line between two rows. Each stretch of it is done by Gauss and Legendre's three points; where what
 * they give is not what the answer gains there, it is halved, so that a kink (a relu) is closed in on, not smeared.
 */
final class Path {
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    private static final double[] SHARES = {5 / 18.0, 8 / 18.0, 5 / 18.0};
    private static final int HALVINGS = 50;
    /** Where answers are told more coarsely than asked for, no number of stretches is enough: what lacks is told. */
    private static final int MOST = 1 << 12;

    private final Asked asked;
    private final double[] from;
    private final double[] along;
    private final double enough;

    /** A model of rows: its answer and its slopes. */
    interface Asked {
        /** Of rows [rows × size]: [rows]. */
        double[] answers(double[] rows);

        /** Of rows [rows × size]: [rows × size]. */
        double[] slopes(double[] rows);
    }

    private record Stretch(double start, double end, double gained, double[] parts, double lacks) {
    }

    /** @param enough the sum may differ from what the answer gains by this much */
    Path(Asked asked, double[] from, double[] to, double enough) {
        this.asked = asked;
        this.from = from;
        this.along = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            along[i] = to[i] - from[i];
        }
        this.enough = enough;
    }

    /** By number: what the answer gains along it. */
    double[] integrated(Progress progress) {
        List<Stretch> stretches = measured(List.of(new double[] {0, 1}));
        for (int halved = 0; halved < HALVINGS && stretches.size() < MOST && lacks(stretches) > enough; halved++) {
            if (progress.cancelled()) {
                throw new CancellationException("gradients are no longer wanted");
            }
            double each = enough / (2 * stretches.size());
            List<Stretch> next = new ArrayList<>();
            List<double[]> open = new ArrayList<>();
            for (Stretch one : stretches) {
                if (one.lacks <= each) {
                    next.add(one);
                } else {
                    double middle = one.start / 2 + one.end / 2;
                    open.add(new double[] {one.start, middle});
                    open.add(new double[] {middle, one.end});
                }
            }
            next.addAll(measured(open));
            stretches = next;
        }
        double[] sum = new double[from.length];
        for (Stretch one : stretches) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.parts[i];
            }
        }
        return sum;
    }

    private static double lacks(List<Stretch> stretches) {
        return stretches.stream().mapToDouble(Stretch::lacks).sum();
    }

    private List<Stretch> measured(List<double[]> open) {
        double[] ends = new double[2 * open.size()];
        double[] inner = new double[3 * open.size()];
        for (int i = 0; i < open.size(); i++) {
            double start = open.get(i)[0];
            double end = open.get(i)[1];
            ends[2 * i] = start;
            ends[2 * i + 1] = end;
            for (int k = 0; k < 3; k++) {
                inner[3 * i + k] = start + POINTS[k] * (end - start);
            }
        }
        double[] answers = asked.answers(rows(ends));
        double[] slopes = asked.slopes(rows(inner));
        List<Stretch> measured = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            measured.add(stretch(open.get(i), answers[2 * i + 1] - answers[2 * i], slopes, 3 * i));
        }
        return measured;
    }

    private Stretch stretch(double[] ends, double gained, double[] slopes, int first) {
        double[] parts = new double[from.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            for (int k = 0; k < 3; k++) {
                parts[i] += SHARES[k] * slopes[(first + k) * parts.length + i];
            }
            parts[i] *= along[i] * (ends[1] - ends[0]);
            sum += parts[i];
        }
        return new Stretch(ends[0], ends[1], gained, parts, Math.abs(sum - gained));
    }

    private double[] rows(double[] places) {
        double[] rows = new double[places.length * from.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < from.length; j++) {
                rows[i * from.length + j] = from[j] + places[i] * along[j];
            }
        }
        return rows;
    }
}
