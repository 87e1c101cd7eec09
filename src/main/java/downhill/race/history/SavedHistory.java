package downhill.race.history;

import downhill.words.RefusedException;
import downhill.words.Said;
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
                           SavedPoints metric, SavedPoints leasts, SavedPoints mosts, long trailSpace, List<PathPoint> trail,
                                   Map<Integer, SavedSeries> parameters) {
    public SavedHistory {
        trail = List.copyOf(trail);
        parameters = Map.copyOf(parameters);
    }

    static void require(boolean holds, Said problem) {
        if (!holds) {
            throw new RefusedException(Said.of("history.damaged", problem));
        }
    }

    /**
     * Throws {@link IllegalArgumentException} where the parts do not belong together.
     *
     * @param count P
     */
    void check(int count) {
        require((low == null) == (high == null), Said.of("history.band"));
        for (SavedSeries series : low == null ? List.of(loss, rate) : List.of(loss, rate, low, high)) {
            series.check();
            require(series.start() == start && series.end() <= loss.end(), Said.of("history.ends"));
        }
        require(low == null || low.end() == loss.end() && high.end() == loss.end(), Said.of("history.end"));
        validation.check();
        metric.check();
        require((leasts == null) == (mosts == null) && (leasts == null || low != null), Said.of("history.band.validations"));
        if (leasts != null) {
            leasts.check();
            mosts.check();
            require(leasts.steps().length == mosts.steps().length, Said.of("history.band.validations.lengths"));
        }
        parameters.forEach((index, series) -> {
            series.check();
            require(index >= 0 && index < count && series.start() >= start, Said.of("history.parameter"));
        });
        require(trailSpace > 0 && trailSpace <= 1L << 60, Said.of("history.spacing"));
        for (int i = 0; i < trail.size(); i++) {
            PathPoint point = trail.get(i);
            boolean fits = point.parameters().length == count && point.answer().length == count;
            require(fits && (i == 0 || point.step() > trail.get(i - 1).step()), Said.of("history.way"));
        }
    }
}
