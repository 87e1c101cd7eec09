package downhill.lesson;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.model.InputShape;
import downhill.model.ModelSummary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;

/** How much an experiment computes in a step, before it is raced: parameters times rows times seeds, of all contenders. */
final class RaceSize {
    private RaceSize() {
    }

    /** Throws what a race of it would throw where the model does not fit its data. */
    static double of(Experiment experiment, Progress progress) {
        if (experiment.problem() instanceof Problem.Learning learning) {
            Prepared data = DataSources.prepare(learning.data(), null, progress);
            int parameters = ModelSummary.of(learning.model(), InputShape.of(data.inputShape()), data.outputs()).parameters();
            int rows = data.training().count();
            return experiment.contenders().stream()
                    .mapToDouble(one -> (double) parameters * one.seeds() * rows(one, experiment.training().batchSize(), rows)).sum();
        }
        return experiment.contenders().stream().mapToDouble(ContenderSpec::seeds).sum();
    }

    private static int rows(ContenderSpec one, int batch, int all) {
        int own = one.batchSize() < 0 ? batch : one.batchSize();
        return own == 0 ? all : Math.min(own, all);
    }
}
