package downhill.ui.screen.lecture;

import downhill.analysis.step.StepRecord;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.race.history.PathPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * What a race knows of a contender between two moments.
 *
 * @param before null at the beginning, and where the race was put back
 * @param curves as recorded, up to {@code now}
 * @param losses the training loss told after so many updates; NaN where there is none
 * @param path   where it was
 * @param step   its last step taken apart, where one alone is told of, else the one that comes next; null where that is not at hand
 */
record Facts(Experiment experiment, ContenderSpec one, Standing before, Standing now, Function<Quantity, Curve> curves,
             LongToDoubleFunction losses, Supplier<List<PathPoint>> path, StepRecord step) {
    private static final int POINTS = 2000;

    /** Of a race under way. */
    static Facts of(Racing race, Experiment experiment, ContenderSpec one, Standing before, Standing now,
                    List<StepRecord> steps) {
        boolean single = before != null && before.step() == now.step() - 1;
        Optional<StepRecord> last = steps.stream().filter(step -> single && step.step() == before.step()).findFirst();
        Optional<StepRecord> next = steps.stream().filter(step -> step.step() == now.step() && !now.outcome().ended()).findFirst();
        return new Facts(experiment, one, before, now,
                quantity -> race.curve(one.id(), quantity, POINTS).upTo(now.step()), step -> race.loss(one.id(), step),
                () -> race.path(one.id()), last.or(() -> next).orElse(null));
    }

    /** The update that the time told of begins behind; {@code now} where no time is told of. */
    long from() {
        return before == null || before.step() > now.step() ? now.step() : before.step();
    }

    /** Rows in its steps; 0 for all of them. */
    int batch() {
        return one.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : one.batchSize();
    }

    /** Whether something of this step has just happened. */
    boolean isNew(long step) {
        return step > from() && step <= now.step();
    }
}
