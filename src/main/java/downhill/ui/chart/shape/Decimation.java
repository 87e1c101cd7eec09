package downhill.ui.chart.shape;

import java.util.Arrays;

/**
 * Fewer points that look the same: of each pixel column the first, least, greatest and last point, in their order.
 * No peak is lost, whatever the number of points.
 */
public final class Decimation {
    private static final int SAMPLES = 32;
    private static final int PIXELS = 2;

    private final Points points;
    private final double low;
    private final double columnsPerUnit;
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int size;
    private long column = Long.MIN_VALUE;
    private final int[] kept = new int[4];

    private Decimation(Points points, Range shown, int columns) {
        this.points = points;
        this.low = shown.low();
        this.columnsPerUnit = columns / shown.length();
    }

    /**
     * The points of {@code points} within {@code shown} and one more on either side.
     *
     * @param columns pixel columns that {@code shown} is drawn on
     */
    public static Points of(Points points, Range shown, int columns) {
        int from = Math.max(0, points.firstAtLeast(shown.low()) - 1);
        int to = Math.min(points.size(), points.firstAtLeast(shown.high()) + 1);
        if (to - from <= 2 * columns) {
            return slice(points, from, to);
        }
        Decimation work = new Decimation(points, shown, columns);
        work.run(from, to, (to - from) / Blocks.SIZE > 2 * columns);
        return new Points(work.x, work.y, work.size, null, null);
    }

    /**
     * A calm line through many points: the mean of every two pixel columns, by samples where there are very many. Pieces
     * shorter than the line is wide would be steep, and fill the gaps of its dashes. For lines that are smooth already and
     * have their raw curve beside them; the first and the last point are kept as they are.
     */
    public static Points means(Points points, Range shown, int columns) {
        int from = Math.max(0, points.firstAtLeast(shown.low()) - 1);
        int to = Math.min(points.size(), points.firstAtLeast(shown.high()) + 1);
        int each = (int) (PIXELS * (long) (to - from) / columns);
        if (each < 2) {
            return of(points, shown, columns);
        }
        int stride = Math.max(1, each / SAMPLES);
        PointBuffer out = new PointBuffer();
        out.append(points.x(from), points.y(from));
        for (int start = from; start < to; start += each) {
            mean(points, start, Math.min(to, start + each), stride, out);
        }
        out.append(points.x(to - 1), points.y(to - 1));
        return out.snapshot();
    }

    private static void mean(Points points, int from, int to, int stride, PointBuffer out) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i = from; i < to; i += stride) {
            if (Double.isFinite(points.y(i))) {
                x += points.x(i);
                y += points.y(i);
                count++;
            }
        }
        out.append(count == 0 ? points.x(from) : x / count, y / count);
    }

    private static Points slice(Points points, int from, int to) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int i = from; i < to; i++) {
            x[i - from] = points.x(i);
            y[i - from] = points.y(i);
        }
        return Points.of(x, y);
    }

    private void run(int from, int to, boolean manyPerColumn) {
        Blocks blocks = manyPerColumn ? points.blocks() : null;
        int i = from;
        while (i < to) {
            if (blocks != null && i % Blocks.SIZE == 0 && i + Blocks.SIZE <= to && column(i) == column(i + Blocks.SIZE - 1)) {
                take(i);
                take(Math.min(blocks.least(i / Blocks.SIZE), blocks.greatest(i / Blocks.SIZE)));
                take(Math.max(blocks.least(i / Blocks.SIZE), blocks.greatest(i / Blocks.SIZE)));
                i += Blocks.SIZE;
            } else {
                take(i++);
            }
        }
        take(to - 1);
        flush();
    }

    private long column(int i) {
        return (long) Math.floor((points.x(i) - low) * columnsPerUnit);
    }

    private void take(int i) {
        long at = column(i);
        if (at != column) {
            flush();
            column = at;
            Arrays.fill(kept, i);
            return;
        }
        double value = points.y(i);
        if (value < points.y(kept[1]) || Double.isNaN(points.y(kept[1]))) {
            kept[1] = i;
        }
        if (value > points.y(kept[2]) || Double.isNaN(points.y(kept[2]))) {
            kept[2] = i;
        }
        kept[3] = i;
    }

    private void flush() {
        if (column == Long.MIN_VALUE) {
            return;
        }
        int early = Math.min(kept[1], kept[2]);
        int late = Math.max(kept[1], kept[2]);
        emit(kept[0]);
        if (early > kept[0]) {
            emit(early);
        }
        if (late > early) {
            emit(late);
        }
        if (kept[3] > late) {
            emit(kept[3]);
        }
    }

    private void emit(int i) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = points.x(i);
        y[size++] = points.y(i);
    }
}
