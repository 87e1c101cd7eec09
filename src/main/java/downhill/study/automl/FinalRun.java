package downhill.study.automl;

import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.model.TrainedModel;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A trial trained once more, on all inner rows, and asked about the outer ones. A value.
 *
 * @param parameters [P]; null where it diverged or could not be trained
 * @param outer      what it says of the outer rows; null where there are no parameters
 * @param run        how it went: outcome, steps, seed; null where it could not be trained
 * @param fit        seconds of training
 * @param predict    seconds of predicting the outer rows
 * @param why        it could not be trained; null where it could
 */
public record FinalRun(double[] parameters, Predictions outer, HeldOut run, double fit, double predict, Said why)
        implements Serializable {
    private static final double NANOS = 1e-9;

    /**
     * Trains it.
     *
     * @param experiment of one contender
     * @throws CancellationException where {@code go} said no
     */
    public static FinalRun of(AutoCourse course, Experiment experiment, BooleanSupplier go) {
        long begun = System.nanoTime();
        FoldedRows rows = course.rows().outer(((Problem.Learning) experiment.problem()).data());
        try (FoldScoring scoring = new FoldScoring(experiment, rows, new int[] {0}, course.metric(), course.library(), course.threads())) {
            scoring.advance(Long.MAX_VALUE, Progress.asking(go));
            double fit = (System.nanoTime() - begun) * NANOS;
            scoring.answers(); // what is made ready at the first asking is not the time of predicting
            long asked = System.nanoTime();
            HeldOut run = scoring.answers().get(0).runs().get(0);
            double predict = (System.nanoTime() - asked) * NANOS;
            double[] parameters = scoring.trained(experiment.contenders().get(0).id()).map(TrainedModel::parameters).orElse(null);
            return new FinalRun(parameters, run.predictions(), run, fit, predict, null);
        } catch (CancellationException late) {
            throw late;
        } catch (RuntimeException failure) { // the others are no worse for it
            return new FinalRun(null, null, null, 0, 0, FoldLaps.why(failure));
        }
    }

    /** Whether there is a model. */
    public boolean made() {
        return parameters != null;
    }
}
