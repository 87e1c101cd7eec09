package downhill.race;

import downhill.engine.train.RunState;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Validates contenders exactly where they stand while the race has nothing else to do, so that whoever looks at a step is told that
 * step's figures and not those of the last validation. Nothing of it is recorded, and schedules and early stopping never hear of it.
 */
final class AtRest {
    private final Field field;
    private final Judge judge;
    private final boolean wanted;

    AtRest(Field field, Judge judge, boolean wanted) {
        this.field = field;
        this.judge = judge;
        this.wanted = wanted;
    }

    /**
     * Measures one contender that has not been measured where it is.
     *
     * @param go asked again and again; where it says no, this contender is left for another time
     * @return whether somebody was measured
     */
    boolean measureOne(BooleanSupplier go) {
        Lane lane = wanted ? field.lanes().stream().filter(AtRest::isDue).findFirst().orElse(null) : null;
        if (lane == null) {
            return false;
        }
        double[] known = lane.history.validationAt(lane.step);
        lane.measured = known != null && lane.seeds.length == 1 ? new Score(known[0], known[1], Double.NaN) : mean(parameters(lane), go);
        return lane.measured != null;
    }

    /** Those that have ended were measured there, or have nothing to measure. */
    private static boolean isDue(Lane lane) {
        return lane.running() && lane.measured == null && !Double.isNaN(lane.score.loss());
    }

    private double[][] parameters(Lane lane) {
        return lane.states == null ? field.teamOf(lane).answers(lane)
                : Arrays.stream(lane.states).map(RunState::answer).toArray(double[][]::new);
    }

    private Score mean(double[][] rows, BooleanSupplier go) {
        Score[] each = new Score[rows.length];
        for (int i = 0; i < rows.length; i++) {
            each[i] = judge.validate(rows[i], go);
            if (each[i] == null) {
                return null;
            }
        }
        return Score.mean(each);
    }
}
