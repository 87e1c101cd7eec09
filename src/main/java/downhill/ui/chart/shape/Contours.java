package downhill.ui.chart.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contour lines by marching squares: each cell's crossings are joined, saddles by the cell's mean, and pieces that share
 * an edge of the grid become one line. Coordinates are columns and rows of the grid.
 */
public final class Contours {
    /** One line; the first and last point are the same where it is closed. */
    public record Line(double[] x, double[] y) {
    }

    private final double[][] z;
    private final double level;
    private final Map<Long, long[]> neighbours = new HashMap<>();

    private Contours(double[][] z, double level) {
        this.z = z;
        this.level = level;
    }

    /** All lines at height {@code level}; cells with a corner that is not finite have none. */
    public static List<Line> at(double[][] z, double level) {
        Contours work = new Contours(z, level);
        for (int j = 0; j + 1 < z.length; j++) {
            for (int i = 0; i + 1 < z[0].length; i++) {
                work.cell(i, j);
            }
        }
        return work.lines();
    }

    /** Edges of a cell are numbered by their lower left end: twice its index, plus one for upright edges. */
    private void cell(int i, int j) {
        double a = z[j][i] - level;
        double b = z[j][i + 1] - level;
        double c = z[j + 1][i + 1] - level;
        double d = z[j + 1][i] - level;
        int kind = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0);
        if (kind == 0 || kind == 15 || !Double.isFinite(a + b + c + d)) {
            return;
        }
        long bottom = edge(i, j, 0);
        long right = edge(i + 1, j, 1);
        long top = edge(i, j + 1, 0);
        long left = edge(i, j, 1);
        boolean middleAbove = a + b + c + d > 0;
        switch (kind) {
            case 1, 14 -> join(left, bottom);
            case 2, 13 -> join(bottom, right);
            case 3, 12 -> join(left, right);
            case 4, 11 -> join(right, top);
            case 6, 9 -> join(bottom, top);
            case 7, 8 -> join(left, top);
            default -> saddle(kind == 5 == middleAbove, bottom, right, top, left);
        }
    }

    private void saddle(boolean cutLowerRight, long bottom, long right, long top, long left) {
        if (cutLowerRight) {
            join(bottom, right);
            join(left, top);
        } else {
            join(left, bottom);
            join(right, top);
        }
    }

    private long edge(int i, int j, int upright) {
        return 2L * ((long) j * z[0].length + i) + upright;
    }

    private void join(long one, long other) {
        link(one, other);
        link(other, one);
    }

    private void link(long from, long to) {
        long[] pair = neighbours.computeIfAbsent(from, edge -> new long[] {-1, -1});
        pair[pair[0] < 0 ? 0 : 1] = to;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        while (!neighbours.isEmpty()) {
            long start = neighbours.keySet().iterator().next();
            Deque<Long> chain = new ArrayDeque<>();
            chain.add(start);
            long[] pair = neighbours.remove(start);
            boolean closed = walk(pair[0], start, chain, true);
            if (!closed && pair[1] >= 0) {
                walk(pair[1], start, chain, false);
            }
            lines.add(line(chain));
        }
        return lines;
    }

    /** Follows the chain from {@code next}; true where it came back to {@code start}. */
    private boolean walk(long next, long start, Deque<Long> chain, boolean forward) {
        long last = start;
        long at = next;
        while (at >= 0) {
            if (forward) {
                chain.addLast(at);
            } else {
                chain.addFirst(at);
            }
            if (at == start) {
                return true;
            }
            long[] pair = neighbours.remove(at);
            if (pair == null) {
                return false;
            }
            long onward = pair[0] == last ? pair[1] : pair[0];
            last = at;
            at = onward;
        }
        return false;
    }

    private Line line(Deque<Long> chain) {
        double[] x = new double[chain.size()];
        double[] y = new double[chain.size()];
        int n = 0;
        for (long edge : chain) {
            int i = (int) (edge / 2 % z[0].length);
            int j = (int) (edge / 2 / z[0].length);
            boolean upright = edge % 2 == 1;
            double from = z[j][i] - level;
            double to = (upright ? z[j + 1][i] : z[j][i + 1]) - level;
            double share = from / (from - to);
            x[n] = i + (upright ? 0 : share);
            y[n++] = j + (upright ? share : 0);
        }
        return new Line(x, y);
    }
}
