package downhill.cli;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.CrossVerdict;
import downhill.analysis.score.ScoreMetric;
import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Verdict;
import downhill.cluster.SpreadFolds;
import downhill.cluster.Workforce;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An A/A test: each contender is judged against itself with other seeds, on the same folds, many times with other ones. A difference that
 * is shown is none, so it tells how far the verdicts on these data can be believed.
 */
final class TwinsJob {
    /** A verdict that is sure of 95 % may be wrong so often. */
    private static final double WRONG = 1 - Verdict.SURE;
    /** Fewer wrong ones are chance. */
    private static final double CHANCE = 0.01;

    private final Experiment experiment;
    private final Path folder;
    private final Table table;
    private final CrossMethod method;
    private final int[] shown;
    private int races;

    /** @param folder paths of data files are relative to it */
    TwinsJob(Experiment experiment, Path folder, Table table, CrossMethod method) {
        this.experiment = experiment;
        this.folder = folder;
        this.table = table;
        this.method = method;
        this.shown = new int[experiment.contenders().size()];
    }

    /** Does some races; {@code workers} is null where they are done in this program. */
    TwinsJob run(int count, Workforce workers, Progress progress) {
        long stride = 1000L + (long) method.folds().repeats() * experiment.contenders().stream().mapToInt(ContenderSpec::seeds).max()
                .orElse(1);
        for (int race = 0; race < count; race++) {
            Experiment divided = divided(race);
            Experiment one = divided.withSeed(experiment.seed() + 2 * race * stride);
            FoldedRows rows = rows(divided);
            List<ContenderScores> first = scores(one, rows, workers, progress.stretch((double) race / count, (race + 0.5) / count));
            List<ContenderScores> second = scores(one.withSeed(one.seed() + stride), rows, workers,
                    progress.stretch((race + 0.5) / count, (race + 1.0) / count));
            for (int i = 0; i < shown.length; i++) {
                shown[i] += differs(rows, first.get(i), second.get(i)) ? 1 : 0;
            }
            races++;
        }
        return this;
    }

    /** On folds of its own. */
    private Experiment divided(int race) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        return experiment.withProblem(new Problem.Learning(learning.data().withSplit(learning.data().split()
                .withSeed(learning.data().split().seed() + race)), learning.model()));
    }

    private FoldedRows rows(Experiment divided) {
        return FoldedRows.of(table, ((Problem.Learning) divided.problem()).data(), method.folds());
    }

    private List<ContenderScores> scores(Experiment one, FoldedRows rows, Workforce workers, Progress progress) {
        ScoreMetric metric = method.metric();
        return answers(one, rows, metric, workers, progress).stream().map(each -> each.scores(metric)).toList();
    }

    private List<ContenderAnswers> answers(Experiment one, FoldedRows rows, ScoreMetric metric, Workforce workers, Progress progress) {
        if (workers == null) {
            return CrossValidation.answers(one, rows, metric, RuleLibrary.complete(), Runtime.getRuntime().availableProcessors(), progress);
        }
        try (SpreadFolds folds = new SpreadFolds(workers, one, folder, method.folds(), rows, metric)) {
            return FoldJudgement.of(folds, metric, progress).answers();
        }
    }

    private boolean differs(FoldedRows rows, ContenderScores one, ContenderScores other) {
        ContenderScores twin = new ContenderScores(other.id() + "-again", other.name(), other.runs());
        Pair pair = CrossVerdict.of(new CrossScores(method.metric(), rows.folds(), List.of(one, twin)), method.folds(),
                rows.folds().size() / method.folds().repeats(), method.margin(), experiment.seed()).verdict().pairs().get(0);
        return pair.better() >= Verdict.SURE || pair.worse() >= Verdict.SURE;
    }

    /** A line for each contender, and what to make of it; exit code. */
    int print(PrintWriter out) {
        TextTable lines = new TextTable(Said.of("cli.head.contender"), Said.of("cli.head.races"), Said.of("cli.head.shown"));
        List<Said> sentences = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            String name = experiment.contenders().get(i).name();
            lines.row(name, String.valueOf(races), String.valueOf(shown[i]));
            sentences.add(Said.of(isMore(shown[i], races) ? "cli.aa.more" : "cli.aa.chance", name, shown[i], races));
        }
        lines.print(out);
        out.println();
        sentences.forEach(out::println);
        out.flush();
        return IntStream.of(shown).anyMatch(each -> isMore(each, races)) ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    /** Whether so many wrong verdicts of some would be strange if each were wrong once in twenty times: by the binomial distribution. */
    static boolean isMore(int wrong, int of) {
        double fewer = 0;
        double one = Math.pow(1 - WRONG, of);
        for (int i = 0; i < wrong; i++) {
            fewer += one;
            one *= WRONG / (1 - WRONG) * (of - i) / (i + 1);
        }
        return 1 - fewer < CHANCE;
    }
}
