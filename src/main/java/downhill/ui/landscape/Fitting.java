package downhill.ui.landscape;

import downhill.analysis.landscape.ParameterPlane;
import downhill.analysis.landscape.Plane;
import downhill.analysis.landscape.PrincipalPlane;
import downhill.analysis.landscape.RandomPlane;
import downhill.analysis.landscape.Region;
import downhill.engine.graph.ParameterLayout;
import downhill.model.Surface;
import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds planes and regions. Off the FX thread. */
final class Fitting {
    private static final double MARGIN = 0.22;

    private final ParameterLayout layout;
    private final Surface surface;

    /** @param surface what is walked on; null for a model */
    Fitting(ParameterLayout layout, Surface surface) {
        this.layout = layout;
        this.surface = surface;
    }

    /** The plane asked for; empty while nobody has been anywhere yet. */
    Optional<Ground> fit(PlaneChoice choice, List<Walk> walks) {
        long end = walks.stream().mapToLong(Walk::end).max().orElse(0);
        if (surface != null) {
            return Optional.of(new Ground(choice, ParameterPlane.whole(), whole(walks), "", 0, end, 1));
        }
        List<double[]> points = FittedPoints.points(walks);
        Walk leader = leader(walks);
        if (points.isEmpty() || leader == null) {
            return Optional.empty();
        }
        boolean principal = choice.kind() == PlaneChoice.Kind.PRINCIPAL && layout.count() > 2;
        Plane plane = principal ? PrincipalPlane.of(points) : through(choice, latest(leader).parameters());
        String reference = principal || layout.count() == 2 ? "" : leader.name();
        return Optional.of(new Ground(choice, plane, region(plane, points), reference, latest(leader).step(), end,
                Held.share(plane, points)));
    }

    private Plane through(PlaneChoice choice, double[] reference) {
        if (choice.kind() == PlaneChoice.Kind.RANDOM && layout.count() > 2) {
            return RandomPlane.of(layout, reference, choice.seed());
        }
        int first = Math.min(choice.first(), layout.count() - 1);
        int second = Math.min(choice.second(), layout.count() - 1);
        return ParameterPlane.of(first, first == second ? (first + 1) % layout.count() : second, reference);
    }

    /** Random directions hardly meet the paths; they are looked at as far as the weights are long. */
    private static Region region(Plane plane, List<double[]> points) {
        if (plane instanceof RandomPlane) {
            return Region.square(1);
        }
        List<double[]> projected = new ArrayList<>();
        points.forEach(point -> projected.add(plane.project(point)));
        return Region.around(projected, MARGIN);
    }

    /** The surface's domain, and the start where that lies outside. */
    private Region whole(List<Walk> walks) {
        Surface.Domain domain = surface.domain();
        double[] start = {domain.left(), domain.bottom()};
        for (Walk walk : walks) {
            start = walk.points().isEmpty() ? start : walk.points().get(0).parameters();
        }
        Region seen = new Region(domain.left(), domain.right(), domain.bottom(), domain.top());
        boolean inside = seen.contains(start[0], start[1]);
        return inside ? seen
                : Region.around(List.of(new double[] {domain.left(), domain.bottom()}, new double[] {domain.right(), domain.top()},
                start), 0.05);
    }

    /** The walk with the lowest loss of those that are still finite. */
    private static Walk leader(List<Walk> walks) {
        return walks.stream().filter(walk -> !walk.diverged() && latest(walk) != null)
                .min(Comparator.comparingDouble(walk -> Double.isNaN(walk.loss()) ? Double.MAX_VALUE : walk.loss()))
                .or(() -> walks.stream().filter(walk -> !walk.points().isEmpty()).findFirst()).orElse(null);
    }

    private static PathPoint latest(Walk walk) {
        if (walk.head() != null) {
            return walk.head();
        }
        return walk.points().isEmpty() ? null : walk.points().get(walk.points().size() - 1);
    }
}
