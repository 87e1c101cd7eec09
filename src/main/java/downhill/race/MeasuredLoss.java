package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.race.document.Experiment;

/**
 * The losses of one set of parameters on all rows, without dropout and augmentation: what is written beside a model that is kept.
 *
 * @param training   mean loss on the training rows
 * @param validation the same on the rows held out, NaN where there are none
 */
public record MeasuredLoss(double training, double validation) {

    /**
     * Runs the model forward over all rows, on the caller's thread.
     *
     * @param prepared   the data, or null for a surface
     * @param parameters [P] in the order of the model's layout
     */
    public static MeasuredLoss of(Experiment experiment, Prepared prepared, double[] parameters) {
        try (Judge judge = StepSetup.task(experiment, prepared).judge(experiment.precision())) {
            return new MeasuredLoss(judge.trainingLoss(parameters), judge.validate(parameters).loss());
        }
    }
}
