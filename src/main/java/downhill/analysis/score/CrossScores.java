package downhill.analysis.score;

import downhill.data.split.Fold;
import java.util.List;

/**
 * What came of a cross-validation.
 *
 * @param metric     what was measured
 * @param folds      which rows were on which side, repeat by repeat
 * @param contenders in the order of the document
 */
public record CrossScores(ScoreMetric metric, List<Fold> folds, List<ContenderScores> contenders) {
    public CrossScores {
        folds = List.copyOf(folds);
        contenders = List.copyOf(contenders);
    }

    /** Held out rows for each training row, mean over the folds: how much of what one fold tells, another has told. */
    public double ratio() {
        return folds.stream().mapToDouble(fold -> (double) fold.held().length / fold.training().length).average().orElse(Double.NaN);
    }
}
