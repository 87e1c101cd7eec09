package downhill.race.history;

import java.util.List;
import java.util.Map;

/**
 * All curves of one contender as they stood at one moment; never written to. Making one costs no copies: what is recorded
 * later goes behind it, and what is forgotten is copied first.
 *
 * @param start       first step recorded
 * @param loss        before each update
 * @param rate        used by each update; empty for rules without one
 * @param low         smallest loss among the seeds, or null with one seed
 * @param high        largest loss among the seeds, or null with one seed
 * @param validation  loss at validations
 * @param metric      at validations
 * @param leasts      smallest loss among the seeds at validations, or null with one seed and of a session saved before version 3
 * @param mosts       largest loss among the seeds at validations, or null likewise
 * @param trailSpace  steps between two points of the way
 * @param trail       the way through parameter space, by increasing step
 * @param parameters  watched parameters, by index
 */
public record SavedHistory(long start, SavedSeries loss, SavedSeries rate, SavedSeries low, SavedSeries high, SavedPoints validation,
                           SavedPoints metric, SavedPoints leasts, SavedPoints mosts, long trailSpace, List<PathPoint> trail, Map<Integer, SavedSeries> parameters) {
    public SavedHistory {
        trail = List.copyOf(trail);
        parameters = Map.copyOf(parameters);
    }

    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The recorded history is damaged: " + problem + ".");
        }
    }

    /**
     * Throws {@link IllegalArgumentException} where the parts do not belong together.
     *
     * @param count P
     */
    void check(int count) {
        require((low == null) == (high == null), "of a band there is one side only");
        for (SavedSeries series : low == null ? List.of(loss, rate) : List.of(loss, rate, low, high)) {
            series.check();
            require(series.start() == start && series.end() <= loss.end(), "its curves begin or end at different steps");
        }
        require(low == null || low.end() == loss.end() && high.end() == loss.end(), "its curves end at different steps");
        validation.check();
        metric.check();
        require((leasts == null) == (mosts == null) && (leasts == null || low != null), "of a band of validations there is one side only");
        if (leasts != null) {
            leasts.check();
            mosts.check();
            require(leasts.steps().length == mosts.steps().length, "a band of validations has sides of different lengths");
        }
        parameters.forEach((index, series) -> {
            series.check();
            require(index >= 0 && index < count && series.start() >= start, "it has a parameter that the model has not");
        });
        require(trailSpace > 0 && trailSpace <= 1L << 60, "its way has no spacing");
        for (int i = 0; i < trail.size(); i++) {
            PathPoint point = trail.get(i);
            boolean fits = point.parameters().length == count && point.answer().length == count;
            require(fits && (i == 0 || point.step() > trail.get(i - 1).step()), "its way does not fit the model");
        }
    }
}
