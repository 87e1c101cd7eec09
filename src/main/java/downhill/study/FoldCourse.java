package downhill.study;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.expr.FormulaException;
import downhill.model.ModelException;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.trial.TrialScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trials judged by the rows held out of each fold: the mean over the folds, of which none may diverge. */
final class FoldCourse implements Course {
    private final FoldedRows rows;
    private final FoldedRows outer;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final List<FoldScoring> scorings = new ArrayList<>();
    private final List<FoldScoring> outside = new ArrayList<>();
    private final Map<Integer, TrialScores> scores = new HashMap<>();
    private final Set<Integer> unable = new HashSet<>();
    private final Set<Integer> gone = new HashSet<>();

    /** @param outer one fold, whose held out rows no trial is judged by; null for none */
    FoldCourse(Experiment experiment, FoldedRows rows, FoldedRows outer, ScoreMetric metric, RuleLibrary library, int threads) {
        this.rows = rows;
        this.outer = outer;
        this.metric = metric;
        this.library = library;
        this.threads = threads;
        try {
            add(experiment);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** Where one cannot take part, each trial goes by itself; what it comes to is the same. */
    private void add(Experiment experiment) {
        try {
            scorings.add(scoring(experiment, rows));
            if (outer != null) {
                outside.add(scoring(experiment, outer));
            }
        } catch (ModelException noRoom) {
            throw noRoom;
        } catch (IllegalArgumentException | FormulaException refused) {
            List<ContenderSpec> all = experiment.contenders();
            if (all.size() == 1) {
                unable.add(Integer.valueOf(all.get(0).id()));
            } else {
                all.forEach(each -> add(experiment.withContenders(List.of(each))));
            }
        }
    }

    private FoldScoring scoring(Experiment experiment, FoldedRows folds) {
        return new FoldScoring(experiment, folds, IntStream.range(0, folds.folds().size()).toArray(), metric, library, threads);
    }

    private Stream<FoldScoring> all() {
        return Stream.concat(scorings.stream(), outside.stream());
    }

    @Override
    public boolean advance(long step, BooleanSupplier go) {
        try {
            all().forEach(scoring -> scoring.advance(step, Progress.asking(go)));
            return true;
        } catch (CancellationException cancelled) {
            return false;
        }
    }

    @Override
    public Map<Integer, Double> values() {
        scores.clear();
        scorings.forEach(scoring -> scoring.scores().forEach(each -> scores.put(Integer.valueOf(each.id()), of(each))));
        scores.keySet().removeAll(gone);
        Map<Integer, Double> values = new HashMap<>();
        scores.forEach((number, each) -> values.put(number, each.mean()));
        unable.forEach(number -> values.put(number, Double.NaN));
        return values;
    }

    private static TrialScores of(ContenderScores scores) {
        return new TrialScores(Arrays.stream(scores.byFold()).boxed().toList(), Double.NaN);
    }

    @Override
    public Map<Integer, TrialScores> scores() {
        outside.forEach(scoring -> scoring.scores().forEach(each -> scores.computeIfPresent(Integer.valueOf(each.id()), (number, known) ->
                new TrialScores(known.folds(), each.byFold()[0]))));
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        gone.addAll(numbers);
        unable.removeAll(numbers);
        numbers.forEach(number -> all().forEach(scoring -> scoring.stop(String.valueOf(number))));
    }

    @Override
    public void close() {
        all().forEach(FoldScoring::close);
    }
}
