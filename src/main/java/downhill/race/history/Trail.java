package downhill.race.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The way through parameter space: every fourth step at first, then fewer and fewer, so that their number stays bounded and
 * they stay evenly spread. One thread writes, any reads.
 */
public final class Trail {
    private static final int MOST = 256;
    private static final int FEWEST = 16;
    private static final long BYTES = 8L << 20;

    private final int parameters;
    private long spacing = 4;
    private volatile List<PathPoint> points = List.of();

    /** @param parameters P; with many of them fewer points are kept */
    public Trail(int parameters) {
        this.parameters = Math.max(1, parameters);
    }

    private int most(long bytes) {
        return (int) Math.max(FEWEST, Math.min(MOST, Math.min(BYTES, bytes) / (8L * parameters)));
    }

    /** Goes on from saved points. */
    Trail(int parameters, long spacing, List<PathPoint> points) {
        this(parameters);
        this.spacing = spacing;
        this.points = List.copyOf(points);
    }

    /** Steps between two points; for the writer. */
    long spacing() {
        return spacing;
    }

    /** The next step to be added after a step. */
    public long next(long step) {
        return (step / spacing + 1) * spacing;
    }

    /** Whether this step is to be added. */
    public boolean due(long step) {
        return step % spacing == 0 && (points.isEmpty() || last().step() < step);
    }

    /** Adds a point behind all others, for which there is as much room as one has that is alone. */
    public void add(PathPoint point) {
        add(point, BYTES);
    }

    /** Adds a point behind all others and thins them until they take no more than {@code bytes}, or are as few as may be. */
    public void add(PathPoint point, long bytes) {
        int most = most(bytes);
        List<PathPoint> more = new ArrayList<>(points);
        more.add(point);
        while (more.size() > most) {
            spacing *= 2;
            long first = more.get(0).step();
            more.removeIf(other -> other.step() != first && other.step() % spacing != 0);
        }
        points = List.copyOf(more);
    }

    /** Forgets the points behind a step. */
    public void truncate(long step) {
        points = points.stream().filter(point -> point.step() <= step).toList();
    }

    private PathPoint last() {
        return points.get(points.size() - 1);
    }

    /** Bytes of memory held, roughly. */
    public long bytes() {
        return points.stream().mapToLong(point -> 8L * point.parameters().length * (point.answer() == point.parameters() ? 1 : 2)).sum();
    }

    /** All points by increasing step; an immutable list. */
    public List<PathPoint> points() {
        return points;
    }
}
