package downhill.analysis.score;

import downhill.data.split.Fold;
import java.io.Serializable;
import java.util.List;

/**
 * What all runs of one contender said of the rows held out.
 *
 * @param id   of the contender
 * @param name as it is shown
 * @param runs repeat by repeat, fold by fold, seed by seed
 */
public record ContenderAnswers(String id, String name, List<HeldOut> runs) implements Serializable {
    public ContenderAnswers {
        runs = List.copyOf(runs);
    }

    /** Those of one fold. */
    public ContenderAnswers of(Fold fold) {
        return new ContenderAnswers(id, name, runs.stream().filter(run -> run.isOf(fold)).toList());
    }

    /** By a metric. */
    public ContenderScores scores(ScoreMetric metric) {
        return new ContenderScores(id, name, runs.stream().map(run -> run.score(metric)).toList());
    }
}
