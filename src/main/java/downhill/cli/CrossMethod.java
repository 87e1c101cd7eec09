package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import java.util.List;

/**
 * How contenders are judged.
 *
 * @param folds   how rows are divided
 * @param metric  what is measured
 * @param margin  what is negligible, or null for the usual
 * @param written the same, as it stands in a document
 * @param taken   what the document said and no option, written as options
 */
record CrossMethod(FoldSpec folds, ScoreMetric metric, Double margin, EvaluationSpec written, List<String> taken) {
    CrossMethod {
        taken = List.copyOf(taken);
    }
}
