package downhill.ui.landscape;

import downhill.analysis.landscape.Plane;
import downhill.ui.chart.shape.PathFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * True losses at all points of all paths, and the plane's below them: heads first, then the ways behind them, a few at a time.
 * What is known is kept as long as a path holds the point; the true loss outlives a change of the plane. FX thread.
 */
final class Gaps {
    private static final long PATIENCE_NANOS = 200_000_000L;

    private final int most;
    private Map<double[], Double> real = new IdentityHashMap<>();
    private Map<double[], Double> drawn = new IdentityHashMap<>();
    private Plane plane;
    private long headsAt;

    /** @param most losses measured at once */
    Gaps(int most) {
        this.most = most;
    }

    /** A loss to be measured: at these parameters, or where they are drawn. */
    record Wanted(double[] row, boolean onPlane) {
    }

    /** What to measure next; empty where all is known, or only heads that moved a moment ago are not. */
    List<Wanted> next(Plane on, List<Track> tracks, long nanos) {
        keep(on, tracks);
        List<Wanted> wanted = new ArrayList<>();
        boolean heads = nanos - headsAt >= PATIENCE_NANOS;
        for (Track track : tracks) {
            if (heads && track.head() >= 0) {
                want(track.parameters(), wanted);
            }
        }
        headsAt = wanted.isEmpty() ? headsAt : nanos;
        tracks.forEach(track -> ways(track, wanted));
        return wanted.subList(0, Math.min(most, wanted.size()));
    }

    private void ways(Track track, List<Wanted> wanted) {
        for (int i = 0; i < track.rows().length && wanted.size() < most; i++) {
            if (i != track.head()) {
                want(track.rows()[i], wanted);
            }
        }
    }

    private void want(double[] row, List<Wanted> wanted) {
        if (!real.containsKey(row)) {
            wanted.add(new Wanted(row, false));
        }
        if (!drawn.containsKey(row)) {
            wanted.add(new Wanted(row, true));
        }
    }

    /** Forgets the points that nobody's path holds any longer, and on another plane what was drawn. */
    private void keep(Plane on, List<Track> tracks) {
        Map<double[], Double> keptReal = new IdentityHashMap<>();
        Map<double[], Double> keptDrawn = new IdentityHashMap<>();
        for (Track track : tracks) {
            for (double[] row : track.rows()) {
                copy(row, real, keptReal);
                copy(row, on == plane ? drawn : Map.of(), keptDrawn);
            }
        }
        real = keptReal;
        drawn = keptDrawn;
        plane = on;
    }

    private static void copy(double[] row, Map<double[], Double> from, Map<double[], Double> to) {
        Double known = from.isEmpty() ? null : from.get(row);
        if (known != null) {
            to.put(row, known);
        }
    }

    /** Whether nothing is left to measure for these, which {@link #next} has seen. */
    boolean isComplete(List<Track> tracks) {
        return tracks.stream().flatMap(track -> Arrays.stream(track.rows()))
                .allMatch(row -> real.containsKey(row) && drawn.containsKey(row));
    }

    /** Takes what was measured for a plane. */
    void found(Plane on, List<Wanted> wanted, double[] losses) {
        for (int i = 0; i < losses.length; i++) {
            if (!wanted.get(i).onPlane()) {
                real.put(wanted.get(i).row(), losses[i]);
            } else if (on == plane) {
                drawn.put(wanted.get(i).row(), losses[i]);
            }
        }
    }

    /** The track with all that is known of it on this plane. */
    Track told(Plane on, Track track) {
        if (track.exact()) {
            return track;
        }
        double[] loss = new double[track.rows().length];
        double[] below = new double[loss.length];
        Arrays.fill(below, Double.NaN);
        for (int i = 0; i < loss.length; i++) {
            loss[i] = real.getOrDefault(track.rows()[i], Double.NaN);
            below[i] = on == plane ? drawn.getOrDefault(track.rows()[i], Double.NaN) : Double.NaN;
        }
        return track.withFigures(new PathFigures(track.figures().steps(), loss, below));
    }

    /** Where a wanted loss is to be measured. */
    static double[] place(Plane plane, Wanted wanted) {
        if (!wanted.onPlane()) {
            return wanted.row();
        }
        double[] at = plane.project(wanted.row());
        return plane.at(at[0], at[1]);
    }
}
