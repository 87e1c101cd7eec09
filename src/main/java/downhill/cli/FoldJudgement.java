package downhill.cli;

import downhill.analysis.profile.Progression;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldRun;
import downhill.analysis.score.Glance;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.study.NestedTuning;
import java.util.ArrayList;
import java.util.List;

/**
 * What contenders came to on folds.
 *
 * @param answers of all runs
 * @param way     how scores came along; null where nobody looked
 * @param losses  of the trials of tuning; empty where nothing was tuned
 */
record FoldJudgement(List<ContenderAnswers> answers, Progression way, List<NestedTuning.Losses> losses) {

    /** Without looks on the way. */
    static FoldJudgement of(List<ContenderAnswers> answers) {
        return new FoldJudgement(answers, null, List.of());
    }

    /** Of contenders tuned within the folds. */
    static FoldJudgement of(NestedTuning tuning, Progress progress) {
        return new FoldJudgement(tuning.run(progress), null, tuning.losses());
    }

    /** Of folds that are looked at on their way. */
    static FoldJudgement of(FoldRun run, ScoreMetric metric, Progress progress) {
        List<List<Progression.Look>> parts = new ArrayList<>();
        List<ContenderAnswers> answers = new ArrayList<>();
        while (!run.isDone()) {
            List<Glance> part = new ArrayList<>();
            run.advance(progress, part::add);
            parts.add(part.stream().map(each -> new Progression.Look(each.step(), scores(each, metric))).toList());
            join(answers, part.get(part.size() - 1).answers());
        }
        return new FoldJudgement(answers, Progression.of(parts), List.of());
    }

    private static List<ContenderScores> scores(Glance glance, ScoreMetric metric) {
        return glance.answers().stream().map(each -> each.scores(metric)).toList();
    }

    private static void join(List<ContenderAnswers> answers, List<ContenderAnswers> more) {
        for (int i = 0; i < more.size(); i++) {
            List<HeldOut> runs = new ArrayList<>(i < answers.size() ? answers.get(i).runs() : List.of());
            runs.addAll(more.get(i).runs());
            ContenderAnswers joined = new ContenderAnswers(more.get(i).id(), more.get(i).name(), runs);
            if (i < answers.size()) {
                answers.set(i, joined);
            } else {
                answers.add(joined);
            }
        }
    }
}
