package downhill.analysis.explain.anew;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.ScoreMetric;
import downhill.analysis.score.Variants;
import downhill.analysis.verdict.PairedTest;
import downhill.data.MadeColumn;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns made of others, tried by folds and kept where they earn it. Of all that are suggested those are tried that go along most with
 * what the contender leaves unsaid of rows held out; each is trained with on the same folds; the best is kept where the corrected resampled
 * t-test says that it gains more than is negligible, with a probability of error of 5 % over <em>all</em> that were suggested
 * (Bonferroni), not only over those that were tried, since these were chosen by the same rows. Then the others are tried beside it.
 *
 * @param suggested how many were looked at
 * @param before    mean score of the rows held out without any
 * @param after     the same with those kept
 * @param tried     in the order in which they were, round by round
 * @param kept      columns that earned it
 */
public record FeatureTrials(int suggested, double before, double after, List<Trial> tried, List<MadeColumn> kept) {
    /** Suggestions that are trained with in a round. */
    public static final int TRIED = 12;
    /** Rounds at most: each keeps one suggestion. */
    public static final int ROUNDS = 4;
    private static final double ERROR = 0.05;

    /**
     * One suggestion in one round.
     *
     * @param made   a column, or several that belong together
     * @param round  from 1
     * @param byFold what each fold gained beside what was kept before, more being better; NaN where one diverged
     * @param test   of these differences beyond what is negligible
     * @param kept   whether it earned it, and more than the others of its round
     */
    public record Trial(List<MadeColumn> made, int round, double[] byFold, PairedTest test, boolean kept) {
        /** Probability of being wrong in saying that it gains, were it the only one. */
        public double error() {
            return 1 - test.above();
        }
    }

    /** How often is trained at most. */
    public static long trainings(Experiment experiment, FoldedRows rows) {
        return trainings(experiment.contenders().get(0), rows.folds().size());
    }

    /** The same before the rows are divided into so many folds. */
    public static long trainings(ContenderSpec contender, int folds) {
        return (1L + ROUNDS * (TRIED + 1)) * folds * Math.max(1, contender.seeds());
    }

    /**
     * Tries them.
     *
     * @param experiment of one contender
     * @param rows       of the same table
     * @throws RefusedException where that is too much, or the rows as they are have no score
     */
    public static FeatureTrials of(Experiment experiment, Table table, FoldedRows rows, List<List<MadeColumn>> suggestions,
                                   ScoreMetric metric, RuleLibrary library, int threads, Progress progress) {
        DropColumn.requireAffordable(experiment, trainings(experiment, rows));
        Search search = new Search(experiment, table, rows, metric, library, threads);
        return search.run(suggestions, progress);
    }

    /** What is the same in every round. */
    private record Search(Experiment experiment, Table table, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {

        FeatureTrials run(List<List<MadeColumn>> suggestions, Progress progress) {
            List<List<MadeColumn>> left = new ArrayList<>(suggestions);
            List<MadeColumn> kept = new ArrayList<>();
            List<Trial> tried = new ArrayList<>();
            double before = Double.NaN;
            double after = Double.NaN;
            boolean gained = true;
            for (int round = 1; round <= ROUNDS && gained && !left.isEmpty(); round++) {
                Progress own = progress.stretch((round - 1.0) / ROUNDS, (double) round / ROUNDS);
                FoldedRows base = with(kept);
                List<List<MadeColumn>> some = promising(base, left, own.stretch(0, 0.1));
                double[][] scores = scores(base, kept, some, own.stretch(0.1, 1));
                after = mean(scores[0]);
                before = round == 1 ? after : before;
                List<Trial> trials = trials(some, round, scores, suggestions.size(), after);
                tried.addAll(trials);
                gained = trials.stream().anyMatch(Trial::kept);
                trials.stream().filter(Trial::kept).forEach(trial -> {
                    kept.addAll(trial.made);
                    left.remove(trial.made);
                });
                if (gained) {
                    int best = IntStream.range(0, trials.size()).filter(i -> trials.get(i).kept).findFirst().orElseThrow();
                    after = mean(scores[best + 1]);
                }
            }
            return new FeatureTrials(suggestions.size(), before, after, List.copyOf(tried), List.copyOf(kept));
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElse(Double.NaN);
        }

        private FoldedRows with(List<MadeColumn> made) {
            return rows.preparedBy(rows.spec().withMade(Stream.concat(rows.spec().madeColumns().stream(), made.stream()).toList()));
        }

        /** Those that go along most with what is left unsaid. */
        private List<List<MadeColumn>> promising(FoldedRows base, List<List<MadeColumn>> left, Progress progress) {
            ContenderAnswers answers = CrossValidation.answers(experiment, base, metric, library, threads, progress).get(0);
            Leftover leftover = Leftover.of(answers);
            double[] along = left.stream().mapToDouble(each -> leftover.along(table, each)).toArray();
            return IntStream.range(0, along.length).boxed().sorted(Comparator.comparingDouble(i -> -along[i])).limit(TRIED)
                    .map(left::get).toList();
        }

        private double[][] scores(FoldedRows base, List<MadeColumn> kept, List<List<MadeColumn>> some, Progress progress) {
            List<FoldedRows> variants = new ArrayList<>(List.of(base));
            some.forEach(each -> variants.add(with(Stream.concat(kept.stream(), each.stream()).toList())));
            double[][] scores = new Variants(experiment, metric, library, threads).scores(variants, progress);
            if (!Arrays.stream(scores[0]).allMatch(Double::isFinite)) {
                throw new RefusedException(Said.of("explain.anew.none", metric.key()));
            }
            return scores;
        }

        private List<Trial> trials(List<List<MadeColumn>> some, int round, double[][] scores, int suggested, double score) {
            List<Trial> trials = new ArrayList<>();
            int best = -1;
            for (int i = 0; i < some.size(); i++) {
                double[] gained = DropColumn.lost(metric, scores[i + 1], scores[0]);
                boolean finite = Arrays.stream(gained).allMatch(Double::isFinite);
                PairedTest test = PairedTest.of(finite ? gained : new double[] {Double.NaN}, Fold.ratio(rows.folds()),
                        metric.negligible(score));
                trials.add(new Trial(some.get(i), round, gained, test, false));
                boolean earned = finite && 1 - test.above() <= ERROR / suggested;
                best = earned && (best < 0 || test.mean() > trials.get(best).test.mean()) ? i : best;
            }
            if (best >= 0) {
                Trial earned = trials.get(best);
                trials.set(best, new Trial(earned.made, round, earned.byFold, earned.test, true));
            }
            return trials;
        }
    }
}
