package downhill.cluster;

import downhill.analysis.score.ScoreMetric;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Lap;
import downhill.study.automl.AutoCourse;
import downhill.study.automl.FoldLaps;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** What trials of AutoML have in common: the experiment with its rows, and what is measured. */
final class PackedAuto implements Trainer {
    private static final long serialVersionUID = 1L;

    private final PackedExperiment experiment;
    private final ScoreMetric metric;
    private transient AutoCourse course;

    PackedAuto(PackedExperiment experiment, ScoreMetric metric) {
        this.experiment = experiment;
        this.metric = metric;
    }

    /** Rows are divided once, for all threads. */
    synchronized AutoCourse course() {
        if (course == null) {
            Experiment base = experiment.experiment();
            course = AutoCourse.of(experiment.rows().imported().table(), ((Problem.Learning) base.problem()).data(), metric,
                    base.training().steps(), RuleLibrary.complete(), 1);
        }
        return course;
    }

    @Override
    public Lap lap(List<Experiment> races, int threads, Consumer<Serializable> news) {
        return new FoldLaps(course().withThreads(threads), races, news::accept);
    }
}
