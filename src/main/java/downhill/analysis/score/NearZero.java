package downhill.analysis.score;

import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Whether a score is of a few rows only: a percentage divides by each target, so that those near 0 decide it. */
public final class NearZero {
    /** Of the usual size. */
    private static final double NEAR = 0.01;

    private NearZero() {
    }

    private static List<Predictions> said(ContenderAnswers answers) {
        return answers.runs().stream().map(HeldOut::predictions).filter(Objects::nonNull).toList();
    }

    /** One sentence where targets are that near to 0; null where all is well, or another metric is taken. */
    public static Said told(ScoreMetric metric, List<ContenderAnswers> answers) {
        double[] targets = answers.stream().map(NearZero::said).filter(each -> !each.isEmpty()).limit(1)
                .flatMap(List::stream).flatMapToDouble(each -> Arrays.stream(each.actual())).map(Math::abs).sorted().toArray();
        if (metric != ScoreMetric.MAPE || targets.length == 0) {
            return null;
        }
        double usual = targets[targets.length / 2];
        long near = Arrays.stream(targets).filter(target -> target == 0 || target < NEAR * usual).count();
        return near == 0 ? null : Said.of("score.near", metric.said(), Said.count(near), Said.count(targets.length), targets[0]);
    }
}
