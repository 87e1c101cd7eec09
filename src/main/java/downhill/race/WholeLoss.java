package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;

/**
 * The loss of all training rows at once as a function of the parameters, without dropout and augmentation.
 *
 * @param graph  for all rows, or for {@link #ROWS} of them where they are more
 * @param data   that the batch of step 0 is taken from
 * @param layout of the parameters
 * @param rows   in the graph's batch; 0 for a surface
 */
public record WholeLoss(TrainingGraph graph, TrainingData data, ParameterLayout layout, int rows) {
    /** Most rows that one look takes. */
    public static final int ROWS = 2_000;

    /** @param prepared the data, or null for a surface */
    public static WholeLoss of(Experiment experiment, Prepared prepared) {
        return of(experiment, prepared, ROWS);
    }

    /** @param most rows of a batch, at least 1 */
    public static WholeLoss of(Experiment experiment, Prepared prepared, int most) {
        Task task = experiment.problem() instanceof Problem.Learning learning
                ? new LearningTask(prepared, learning.model().withDropout(0), null) : StepSetup.task(experiment, prepared);
        int rows = task.batch(most);
        return new WholeLoss(task.graph(rows, false), task.data(), task.layout(), rows);
    }
}
