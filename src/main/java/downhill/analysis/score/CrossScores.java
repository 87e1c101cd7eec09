package downhill.analysis.score;

import downhill.data.prepare.FoldedRows;
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

    /** By a metric, of what was said of the rows held out. */
    public static CrossScores of(ScoreMetric metric, FoldedRows rows, List<ContenderAnswers> answers) {
        return new CrossScores(metric, rows.folds(), answers.stream().map(each -> each.scores(metric)).toList());
    }

    /** Held out rows for each training row, mean over the folds: how much of what one fold tells, another has told. */
    public double ratio() {
        return Fold.ratio(folds);
    }
}
