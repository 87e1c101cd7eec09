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

/** Trials judged by the rows held out of each fold: the mean over the folds, of which none may diverge. */
final class FoldCourse implements Course {
    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final List<FoldScoring> scorings = new ArrayList<>();
    private final Map<Integer, TrialScores> scores = new HashMap<>();
    private final Set<Integer> unable = new HashSet<>();
    private final Set<Integer> gone = new HashSet<>();

    FoldCourse(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {
        this.rows = rows;
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
            scorings.add(new FoldScoring(experiment, rows, IntStream.range(0, rows.folds().size()).toArray(), metric, library, threads));
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

    @Override
    public boolean advance(long step, BooleanSupplier go) {
        try {
            scorings.forEach(scoring -> scoring.advance(step, new Asking(go)));
            return true;
        } catch (CancellationException cancelled) {
            return false;
        }
    }

    private record Asking(BooleanSupplier go) implements Progress {
        @Override
        public void done(double fraction) {
            // Nobody asks.
        }

        @Override
        public boolean cancelled() {
            return !go.getAsBoolean();
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
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        gone.addAll(numbers);
        unable.removeAll(numbers);
        numbers.forEach(number -> scorings.forEach(scoring -> scoring.stop(String.valueOf(number))));
    }

    @Override
    public void close() {
        scorings.forEach(FoldScoring::close);
    }
}
