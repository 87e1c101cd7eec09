package downhill.ui.fit;

import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import downhill.race.MeasuredLoss;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import java.util.Map;

/** A contender's model, at one of its steps, as a trained model of its own. */
public final class ContenderModel {
    private static final int POINTS = 8000;

    /** A step and the validation loss there; NaN where none was measured. */
    public record Moment(long step, double validationLoss) {
    }

    private ContenderModel() {
    }

    /** Where a contender stands; null where it is not known to the race. */
    public static Moment now(Racing race, ContenderSpec one, RaceSnapshot.Standing standing) {
        if (standing == null) {
            return null;
        }
        Curve losses = race.curve(one.id(), Racing.Quantity.VALIDATION_LOSS, POINTS);
        Moment found = new Moment(standing.step(), Double.NaN);
        for (int i = 0; i < losses.size(); i++) {
            found = losses.x()[i] == found.step() ? new Moment(found.step(), losses.y()[i]) : found;
        }
        return found;
    }

    /** Where its validation loss was least; null where none was measured. */
    public static Moment best(Racing race, ContenderSpec one) {
        Curve losses = race.curve(one.id(), Racing.Quantity.VALIDATION_LOSS, POINTS);
        Moment found = null;
        for (int i = 0; i < losses.size(); i++) {
            double loss = losses.y()[i];
            boolean better = Double.isFinite(loss) && (found == null || loss < found.validationLoss());
            found = better ? new Moment((long) losses.x()[i], loss) : found;
        }
        return found;
    }

    /**
     * As a model of its own, with its losses on all rows, which takes a pass over them.
     *
     * @param experiment that learns
     * @param outcome    how its training ended, or that it runs
     * @param row        [P]
     */
    public static TrainedModel of(Experiment experiment, Prepared prepared, ContenderSpec one, long step, String outcome, double... row) {
        return of(experiment, prepared, one, step, outcome, MeasuredLoss.of(experiment, prepared, row), row);
    }

    /** The same with losses that are known, or not: NaN. */
    public static TrainedModel of(Experiment experiment, Prepared prepared, ContenderSpec one, long step, String outcome,
                                  MeasuredLoss loss, double... row) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        TrainedModel.Origin origin = new TrainedModel.Origin(one.ruleId(), Map.copyOf(one.hyperparameters()), step, experiment.seed(),
                experiment.precision().name().toLowerCase(java.util.Locale.ROOT), outcome, loss.training(), loss.validation());
        return new TrainedModel(one.name(), learning.model(), prepared.preprocessing(), Targets.outputs(prepared, learning.model()), row,
                origin);
    }
}
