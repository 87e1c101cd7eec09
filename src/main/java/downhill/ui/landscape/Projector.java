package downhill.ui.landscape;

import downhill.analysis.landscape.Plane;
import downhill.race.history.PathPoint;
import downhill.ui.chart.shape.PathFigures;
import downhill.ui.chart.shape.Points;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts walks on a plane. Remembers where points came to lie, so that a longer path costs only its new points. One thread at a time. */
final class Projector {
    private Plane plane;
    private Map<double[], double[]> known = new IdentityHashMap<>();

    /** All walks on {@code onto}. */
    List<Track> tracks(Plane onto, List<Walk> walks, boolean exact) {
        if (plane != onto) {
            known.clear();
            plane = onto;
        }
        Map<double[], double[]> used = new IdentityHashMap<>();
        List<Track> tracks = new ArrayList<>();
        walks.forEach(walk -> tracks.add(track(walk, used, exact)));
        known = used;
        return tracks;
    }

    private Track track(Walk walk, Map<double[], double[]> used, boolean exact) {
        List<PathPoint> way = new ArrayList<>(walk.points());
        int head = walk.head() == null ? way.size() - 1 : insert(way, walk.head());
        double[] x = new double[way.size()];
        double[] y = new double[way.size()];
        double[][] rows = new double[way.size()][];
        double[] steps = new double[way.size()];
        for (int i = 0; i < x.length; i++) {
            double[] parameters = way.get(i).parameters();
            double[] at = known.get(parameters);
            at = at == null ? plane.project(parameters) : at;
            used.put(parameters, at);
            x[i] = at[0];
            y[i] = at[1];
            rows[i] = parameters;
            steps[i] = way.get(i).step();
        }
        return new Track(walk.id(), walk.name(), walk.style(), walk.shown(), Points.of(x, y), rows, PathFigures.of(steps), head,
                walk.diverged(), exact);
    }

    /** Puts the head among the points of its path and says where. */
    private static int insert(List<PathPoint> way, PathPoint head) {
        int at = way.size();
        while (at > 0 && way.get(at - 1).step() >= head.step()) {
            at--;
        }
        if (at < way.size() && way.get(at).step() == head.step()) {
            way.set(at, head);
        } else {
            way.add(at, head);
        }
        return at;
    }
}
