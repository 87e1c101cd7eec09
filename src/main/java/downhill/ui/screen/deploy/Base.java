package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.FormJudge;
import downhill.compress.Training;
import downhill.data.Examples;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.PathPoint;
import downhill.ui.fit.ContenderModel;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;

/**
 * The model that is deployed: a contender's at one of its steps, and the rows that it learned from and is judged by. Immutable.
 *
 * @param contender  whose it is
 * @param step       updates done
 * @param experiment that it learned in
 * @param prepared   its rows
 * @param table      that they come from
 * @param model      itself
 * @param bytes      of its file
 * @param path       where it was before, by increasing step
 */
record Base(ContenderSpec contender, long step, Experiment experiment, Prepared prepared, Table table, TrainedModel model, long bytes,
            List<PathPoint> path) {
    private static final int FEWEST = 2;

    /** Whether both are the same model of the same rows. */
    boolean isLike(Base other) {
        return other != null && contender.id().equals(other.contender.id()) && step == other.step && prepared == other.prepared
                && Arrays.equals(model.parameters(), other.model.parameters());
    }

    /** Whether rows were held out that can judge; else those that were learned from do. */
    boolean holdsOut() {
        return prepared.validation().count() >= FEWEST;
    }

    /** Those that judge. */
    Examples judging() {
        return holdsOut() ? prepared.validation() : prepared.training();
    }

    /** The model with its losses on all rows, which takes a pass over them. */
    TrainedModel measured() {
        return ContenderModel.of(experiment, prepared, contender, step, model.training().outcome(), model.parameters());
    }

    /** What judges it: {@code wanted} where that fits its task, else what is usual there; null for what is usual. */
    ScoreMetric judgedBy(ScoreMetric wanted) {
        return wanted != null && wanted.fits(prepared.task()) ? wanted : ScoreMetric.usual(prepared.task());
    }

    /** Judges forms of it. */
    FormJudge judge() {
        return new FormJudge(model, judging(), experiment.seed());
    }

    /** How forms of it learn. */
    Training training() {
        int batch = experiment.training().batchSize() == 0 ? prepared.training().count() : experiment.training().batchSize();
        return new Training(prepared, batch, experiment.seed());
    }

    /**
     * The plain mean of its weights over the last steps, as far as they are recorded.
     *
     * @throws RefusedException where fewer than two of them are
     */
    TrainedModel averaged(long steps) {
        List<double[]> last = path.stream().filter(point -> point.step() > step - steps && point.step() <= step
                && point.answer().length == model.parameters().length).map(PathPoint::answer).toList();
        if (last.size() < FEWEST) {
            throw new RefusedException(Said.of("compress.average.few", steps, last.size()));
        }
        double[] mean = new double[model.parameters().length];
        last.forEach(each -> Arrays.setAll(mean, i -> mean[i] + each[i] / last.size()));
        return model.with(model.name(), model.model(), mean);
    }
}
