package downhill.analysis.score;

import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of folds that are finished: all scores by every metric that fits, and of the first repeat all that was said, for in it each
 * row was held out once.
 */
public final class FoldLedger {
    private final List<ContenderSpec> contenders;
    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final Map<ScoreMetric, Map<String, List<FoldScore>>> scores = new EnumMap<>(ScoreMetric.class);
    private final Map<String, List<HeldOut>> answers;
    private int done;

    /** Nothing is kept yet. */
    public FoldLedger(Experiment experiment, FoldedRows rows, ScoreMetric metric) {
        contenders = experiment.contenders();
        this.rows = rows;
        this.metric = metric;
        ScoreMetric.fitting(metric).forEach(each -> scores.put(each, lists()));
        answers = lists();
    }

    private <T> Map<String, List<T>> lists() {
        Map<String, List<T>> lists = new LinkedHashMap<>();
        contenders.forEach(each -> lists.put(each.id(), new ArrayList<>()));
        return lists;
    }

    /** Keeps what was said in the next {@code folds}. */
    public void keep(List<ContenderAnswers> finished, int folds) {
        finished.forEach(each -> {
            scores.forEach((measured, lists) -> lists.get(each.id()).addAll(each.scores(measured).runs()));
            each.runs().stream().filter(run -> run.repeat() == 0).forEach(answers.get(each.id())::add);
        });
        done += folds;
    }

    /** Folds in all. */
    public int folds() {
        return rows.folds().size();
    }

    /** One of them, finished or not. */
    public Fold fold(int index) {
        return rows.folds().get(index);
    }

    /** Folds that are finished. */
    public int done() {
        return done;
    }

    /** Scores of the folds that are finished. */
    public CrossScores scores() {
        return scores(metric);
    }

    /** The same by another metric that fits what is learned; NaN also where it is not defined on the rows of a fold. */
    public CrossScores scores(ScoreMetric measured) {
        return new CrossScores(measured, rows.folds().subList(0, done), contenders.stream()
                .map(each -> new ContenderScores(each.id(), each.name(), scores.get(measured).get(each.id()))).toList());
    }

    /** What was said of the rows held out in the folds of the first repeat that are finished, in the order of the document. */
    public List<ContenderAnswers> answers() {
        return contenders.stream().map(each -> new ContenderAnswers(each.id(), each.name(), answers.get(each.id()))).toList();
    }
}
