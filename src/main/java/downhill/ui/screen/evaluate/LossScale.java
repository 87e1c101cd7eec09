package downhill.ui.screen.evaluate;

import downhill.analysis.score.ScoreMetric;
import java.util.stream.DoubleStream;

/** How losses are spread along an axis. */
final class LossScale {
    private static final double DECADE = 10;

    private LossScale() {
    }

    /** Equal ratios for losses, which are best at 0, where they span a decade or more and stay above 0. */
    static boolean wantsLog(ScoreMetric metric, DoubleStream values) {
        return !metric.higherIsBetter() && wantsLog(values);
    }

    /** The same of what is a loss. */
    static boolean wantsLog(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).sorted().toArray();
        return finite.length > 0 && finite[0] > 0 && finite[finite.length - 1] >= DECADE * finite[0];
    }
}
