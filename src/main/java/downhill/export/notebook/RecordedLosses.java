package downhill.export.notebook;

import downhill.race.Racing;
import downhill.race.history.Curve;
import java.util.function.BiFunction;

/** Losses that a race has recorded before each step, by contender, as a notebook compares with them. */
public record RecordedLosses(Racing race) implements BiFunction<String, Integer, double[]> {
    /** None where single steps are not known any more. */
    @Override
    public double[] apply(String id, Integer most) {
        int all = (int) Math.min(Integer.MAX_VALUE, race.recordedSteps(id));
        Curve curve = race.curve(id, Racing.Quantity.TRAINING_LOSS, all);
        int count = Math.min(most, all);
        return curve.size() == all ? java.util.Arrays.copyOf(curve.y(), count) : new double[0];
    }
}
