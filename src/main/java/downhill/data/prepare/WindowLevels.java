package downhill.data.prepare;

import downhill.data.WindowRows;
import java.util.ArrayList;
import java.util.List;

/** Makes windows relative to their own levels, feature by feature. */
final class WindowLevels implements WindowRows.Change {
    private record Place(FeatureStep.Relative step, int offset) {
    }

    private final List<Place> places = new ArrayList<>();
    private final String target;
    private final int width;
    private final int length;
    private String unsuited;

    private WindowLevels(Preprocessing steps) {
        target = steps.target().column();
        width = steps.width();
        length = steps.sequence().window();
        for (int i = 0; i < steps.features().size(); i++) {
            if (steps.features().get(i) instanceof FeatureStep.Relative step) {
                places.add(new Place(step, steps.offset(i)));
            }
        }
    }

    /** Null where no feature is relative. */
    static WindowLevels of(Preprocessing steps) {
        WindowLevels levels = new WindowLevels(steps);
        return levels.places.isEmpty() ? null : levels;
    }

    @Override
    public void apply(double[] values, int at) {
        for (Place each : places) {
            each.step.relate(values, at + each.offset, width, length);
        }
    }

    /** Makes a window relative; the level of the target's column, NaN where that is no feature. Not for several threads. */
    double level(double[] window) {
        unsuited = null;
        double own = Double.NaN;
        for (Place each : places) {
            double level = each.step.relate(window, each.offset, width, length);
            if (Double.isNaN(level)) {
                unsuited = each.step.column();
                return level;
            }
            own = each.step.column().equals(target) ? level : own;
        }
        return own;
    }

    /** Of the latest window the column that cannot be told relative to its level; null where all can. */
    String unsuited() {
        return unsuited;
    }
}
