package downhill.cluster;

import downhill.analysis.score.ScoreMetric;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.io.Serializable;

/** What blocks of folds have in common: the contenders with their rows, how these are divided, and what is measured. */
final class PackedFolds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PackedExperiment experiment;
    private final FoldSpec folds;
    private final ScoreMetric metric;
    private transient FoldedRows rows;

    PackedFolds(PackedExperiment experiment, FoldSpec folds, ScoreMetric metric) {
        this.experiment = experiment;
        this.folds = folds;
        this.metric = metric;
    }

    Experiment experiment() {
        return experiment.experiment();
    }

    Table table() {
        return experiment.rows().imported().table();
    }

    FoldSpec folds() {
        return folds;
    }

    ScoreMetric metric() {
        return metric;
    }

    /** Divided once, for all threads. */
    synchronized FoldedRows rows() {
        if (rows == null) {
            rows = FoldedRows.of(table(), ((Problem.Learning) experiment().problem()).data(), folds);
        }
        return rows;
    }
}
