package downhill.ui.screen.landscape;

import downhill.analysis.landscape.Region;
import downhill.ui.chart.shape.View;
import java.util.Optional;

/** Decides when a zoomed part is worth measuring: where it leaves what was measured, at first the whole, or is much smaller than that. */
final class NearView {
    /** Beyond the view on each side, so that a little dragging shows no blank. */
    private static final double MARGIN = 0.25;
    private static final double COARSE = 2.4;

    /**
     * What to measure from now on.
     *
     * @param region null for the whole
     */
    record Change(Region region) {
    }

    private Region whole;
    private Region measured;

    Optional<Change> look(View view, Region ground) {
        if (ground != whole) {
            whole = ground;
            measured = null;
        }
        if (view.isAll()) {
            boolean change = measured != null;
            measured = null;
            return change ? Optional.of(new Change(null)) : Optional.empty();
        }
        Region seen = new Region(view.x() == null ? ground.aLow() : view.x().low(), view.x() == null ? ground.aHigh() : view.x().high(),
                view.y() == null ? ground.bLow() : view.y().low(), view.y() == null ? ground.bHigh() : view.y().high());
        Region known = measured == null ? ground : measured;
        if (holds(known, seen) && fine(known, seen)) {
            return Optional.empty();
        }
        double a = (seen.aHigh() - seen.aLow()) * MARGIN;
        double b = (seen.bHigh() - seen.bLow()) * MARGIN;
        measured = new Region(seen.aLow() - a, seen.aHigh() + a, seen.bLow() - b, seen.bHigh() + b);
        return Optional.of(new Change(measured));
    }

    private static boolean holds(Region outer, Region inner) {
        return outer.contains(inner.aLow(), inner.bLow()) && outer.contains(inner.aHigh(), inner.bHigh());
    }

    private static boolean fine(Region outer, Region inner) {
        return outer.aHigh() - outer.aLow() < COARSE * (inner.aHigh() - inner.aLow())
                && outer.bHigh() - outer.bLow() < COARSE * (inner.bHigh() - inner.bLow());
    }
}
