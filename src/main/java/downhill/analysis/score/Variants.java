package downhill.analysis.score;

import downhill.analysis.predict.Predictor;
import downhill.data.Progress;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import downhill.optim.RuleLibrary;
import downhill.race.FoldRace;
import downhill.race.LossWeights;
import downhill.race.Targets;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One contender trained on the same folds of rows that are prepared in several ways, and scored on the rows held out. Whatever the ways,
 * trainings whose models have the same shape are rows of one stack. What one comes to depends on no other, so that the first way gives what
 * a cross-validation gives.
 */
public final class Variants {
    /** Runs of one stack beyond which more of them make no step cheaper. */
    private static final int RUNS = 128;
    /** Numbers of all training inputs that are kept at a time. */
    private static final long NUMBERS = 32L << 20;

    private record Shape(List<Integer> inputs, Weighting weighting) {
        static Shape of(Prepared rows, ModelSpec model) {
            return new Shape(Arrays.stream(rows.inputShape()).boxed().toList(), LossWeights.of(rows, model).weighting());
        }
    }

    private record Place(int variant, int fold) {
    }

    private final Experiment experiment;
    private final ModelSpec model;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;

    /** @param experiment of one contender, with one seed or more; @param threads how many may compute, at least 1 */
    public Variants(Experiment experiment, ScoreMetric metric, RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.model = ((Problem.Learning) experiment.problem()).model();
        this.metric = metric;
        this.library = library;
        this.threads = threads;
    }

    /**
     * Trains all to the end of the budget.
     *
     * @param variants of the same folds
     * @return [variants][folds], the mean over the seeds; NaN where one diverged, or the metric is not defined on the rows held out
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public double[][] scores(List<FoldedRows> variants, Progress progress) {
        int folds = variants.get(0).folds().size();
        int seeds = experiment.contenders().get(0).seeds();
        double[][] scores = new double[variants.size()][folds];
        int all = variants.size() * folds;
        long numbers = (long) variants.get(0).count() * variants.stream().mapToInt(FoldedRows::width).max().orElse(1);
        int together = (int) Math.max(1, Math.min(RUNS / Math.max(1, seeds), NUMBERS / Math.max(1, numbers)));
        for (int from = 0; from < all; from += together) {
            int to = Math.min(all, from + together);
            Map<Shape, Map<Place, FoldData>> alike = new LinkedHashMap<>();
            for (int i = from; i < to; i++) {
                FoldData data = variants.get(i / folds).prepare(i % folds, experiment.heedsValidation());
                alike.computeIfAbsent(Shape.of(data.prepared(), model), unused -> new LinkedHashMap<>())
                        .put(new Place(i / folds, i % folds), data);
            }
            Progress own = progress.stretch((double) from / all, (double) to / all);
            int done = 0;
            for (Map<Place, FoldData> group : alike.values()) {
                run(group, scores, own.stretch((double) done / (to - from), (double) (done + group.size()) / (to - from)));
                done += group.size();
            }
        }
        return scores;
    }

    private void run(Map<Place, FoldData> group, double[][] scores, Progress progress) {
        List<Place> places = List.copyOf(group.keySet());
        List<FoldData> folds = new ArrayList<>(group.values());
        long most = Math.max(1, experiment.contenders().get(0).seeds());
        long[] seeds = folds.stream().mapToLong(each -> experiment.seed() + each.fold().repeat() * most).toArray();
        Prepared first = folds.get(0).prepared();
        try (FoldRace race = new FoldRace(experiment, folds.stream().map(FoldData::prepared).toList(), seeds, library, threads);
                Predictor predictor = new Predictor(model, Targets.shape(first), Targets.outputs(first, model), Precision.DOUBLE)) {
            race.advance(Long.MAX_VALUE, progress);
            for (FoldRace.Run run : race.runs()) {
                Place place = places.get(run.fold());
                scores[place.variant][place.fold] += score(folds.get(run.fold()), race.answer(run), predictor) / most;
            }
        }
    }

    private double score(FoldData data, double[] answer, Predictor predictor) {
        if (answer == null) {
            return Double.NaN;
        }
        double[] raw = predictor.outputs(answer, data.held().values());
        return metric.of(Predictions.of(data.held(), raw, predictor.outputs(), data.prepared().preprocessing(), model.loss()));
    }
}
