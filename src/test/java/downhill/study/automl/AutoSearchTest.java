package downhill.study.automl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.ensemble.Mixture;
import downhill.analysis.predict.Scores;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import downhill.data.prepare.FoldData;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.data.source.SampleData;
import downhill.data.split.Fold;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.study.trial.Trial;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoSearchTest {
    @TempDir
    private Path folder;

    private record Task(Table table, DataSpec data, AutoSpace space, Experiment experiment) {
        AutoSearch search(ScoreMetric metric, int trials) {
            return new AutoSearch(new AutoPlan(space, experiment, Set.of(), metric, trials, Double.POSITIVE_INFINITY), table,
                    RuleLibrary.complete(), text -> text.equals("cosine") ? new Schedule.Cosine((int) experiment.training().steps(), 0)
                    : Schedule.CONSTANT, 2);
        }

        AutoResult run(int trials, BooleanSupplier go) {
            return search(space.tried().get(0).equals("linear") ? ScoreMetric.RMSE : ScoreMetric.LOG_LOSS, trials).run(go, all -> { },
                    Progress.NONE);
        }
    }

    private static Task task(DataSpec wanted, long steps) {
        DataSpec data = wanted.withSplit(wanted.split().withRatio(0).withSealed(0.2));
        LoadedRows rows = DataSources.rows(data, Path.of(""), Progress.NONE);
        DataSpec settled = data.withTarget(rows.prepared().targetName()).withTask(rows.prepared().task());
        AutoSpace space = new AutoSpace(rows.prepared());
        return new Task(rows.imported().table(), settled, space, space.experiment("test", settled, steps, 1));
    }

    private static Task sample(String name, long steps) {
        return task(SampleData.of(name).spec(), steps);
    }

    /** Whatever stands in the outer rows, the same is tried, chosen and delivered; only what is measured on them is another. */
    @Test
    void nothingIsLearnedFromOrChosenByTheOuterRows() throws IOException {
        List<double[]> rows = IntStream.range(0, 80)
                .mapToObj(i -> new double[] {i % 9 + 0.01 * i, (i * 7) % 13, 3 * (i % 9) - (i * 7) % 13 + 0.1 * i})
                .toList();
        Task before = task(csv(rows), 40);
        int[] sealed = new AutoRows(before.table, before.data).outer(before.data).folds().get(0).held();
        assertThat(sealed).hasSize(16);
        List<double[]> changed = IntStream.range(0, 80).mapToObj(i -> Arrays.binarySearch(sealed, i) < 0 ? rows.get(i)
                : new double[] {-5.5 - i, 40 + i, -300 - i}).toList();
        AutoResult first = before.run(8, () -> true);
        AutoResult other = task(csv(changed), 40).run(8, () -> true);
        assertThat(other.single().parameters()).isEqualTo(first.single().parameters());
        assertThat(other.single().preprocessing().features()).isEqualTo(first.single().preprocessing().features());
        assertThat(other.chosen()).isEqualTo(first.chosen());
        assertThat(weights(other)).isEqualTo(weights(first));
        assertThat(other.leaderboard()).extracting(BoardLine::validation)
                .isEqualTo(first.leaderboard().stream().map(BoardLine::validation).toList());
        assertThat(other.outer().value()).isNotEqualTo(first.outer().value());
    }

    private static List<Double> weights(AutoResult result) {
        return result.ensemble().members().stream().map(TrainedEnsemble.Member::weight).toList();
    }

    private DataSpec csv(List<double[]> rows) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "a,b,y\n" + rows.stream()
                .map(row -> Arrays.stream(row).mapToObj(Double::toString)
                .collect(Collectors.joining(","))).collect(Collectors.joining("\n")));
        return DataSpec.of(new DataSource.CsvFile(file.toString())).withTarget("y");
    }

    /** Each inner row is predicted once, by models that did not learn from it, and no outer row is. */
    @ParameterizedTest
    @CsvSource({"iris", "diabetes", "sunspots"})
    void theRowsAreDividedAsIsPromised(String name) {
        Task task = sample(name, 10);
        AutoRows rows = new AutoRows(task.table, task.data);
        Fold outer = rows.outer(task.data).folds().get(0);
        List<Fold> inner = Arrays.stream(rows.folds()).mapToObj(fold -> rows.inner(task.data).folds().get(fold)).toList();
        int[] held = inner.stream().flatMapToInt(fold -> Arrays.stream(fold.held())).sorted().toArray();
        assertThat(held).doesNotHaveDuplicates();
        assertThat(Arrays.stream(outer.training()).boxed().toList()).containsAll(Arrays.stream(held).boxed().toList());
        if (task.data.sequence() == null) {
            assertThat(held).isEqualTo(outer.training());
        }
        Set<Integer> sealed = Arrays.stream(outer.held()).boxed().collect(Collectors.toSet());
        inner.forEach(fold -> {
            assertThat(Arrays.stream(fold.training()).filter(sealed::contains).count()).isZero();
            assertThat(Arrays.stream(fold.training()).filter(row -> Arrays.binarySearch(fold.held(), row) >= 0).count()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"iris,logLoss,MAJORITY", "breast-cancer,logLoss,MAJORITY", "diabetes,rmse,MEAN", "diabetes,mae,MEDIAN",
            "sunspots,rmse,LAST"})
    void theBaselineAsAModelSaysWhatItSays(String name, String metric, Baseline.Kind kind) {
        Task task = sample(name, 10);
        AutoRows rows = new AutoRows(task.table, task.data);
        Baseline baseline = Baseline.of(rows, task.data, ScoreMetric.named(metric, task.data.task()));
        assertThat(baseline.kind()).isEqualTo(kind);
        FoldData outer = rows.outerFold(task.data);
        ModelSpec linear = ((Problem.Learning) task.experiment.problem()).model();
        var model = BaselineModel.of(kind, linear, outer.prepared(), "baseline", 1);
        assertThat(model.isPresent()).isEqualTo(kind != Baseline.Kind.LAST);
        model.ifPresent(one -> isSaid(one, baseline, outer, task.table));
    }

    private static void isSaid(TrainedModel model, Baseline baseline, FoldData outer, Table table) {
        try (EnsembleScorer scorer = new EnsembleScorer(TrainedEnsemble.of(model))) {
            Scores scores = scorer.score(table, 0, true);
            int[] held = outer.held().sourceRows();
            for (int i = 0; i < held.length; i++) {
                if (scores.probabilities() == null) {
                    assertThat(scores.values()[held[i]]).isCloseTo(baseline.outer().values()[i], within(1e-9));
                } else {
                    assertThat(scores.probabilities().of(held[i], 1)).isCloseTo(baseline.outer().probabilities().of(i, 1), within(1e-12));
                }
            }
        }
    }

    @Test
    void aForecastOfTheLastValueIsTheLastValue() {
        Task task = sample("sunspots", 10);
        AutoRows rows = new AutoRows(task.table, task.data);
        Baseline baseline = Baseline.of(rows, task.data, ScoreMetric.RMSE);
        FoldData outer = rows.outerFold(task.data);
        int[] held = outer.held().sourceRows();
        for (int i = 0; i < held.length; i++) {
            assertThat(baseline.outer().values()[i]).isEqualTo(task.table.column(outer.prepared().targetName()).number(held[i] - 1));
        }
    }

    /** The first folds of a series are short: where they show no season yet, the last value stands for that of a season ago. */
    @Test
    void aSeasonThatOnlyLaterRowsShowIsNoFault() throws IOException {
        DataSpec series = csv(IntStream.range(0, 160)
                .mapToObj(i -> new double[] {i % 5, i % 3, i < 60 ? 0.5 * i : 30 + 20 * Math.sin(i * Math.PI / 6)})
                .toList()).withSequence(new SequenceSpec(12, 1, 1));
        Task task = task(series, 10);
        AutoRows rows = new AutoRows(task.table, task.data);
        Baseline baseline = Baseline.of(rows, task.data, ScoreMetric.RMSE);
        assertThat(baseline.kind()).isEqualTo(Baseline.Kind.SEASONAL);
        assertThat(Arrays.stream(baseline.inner().values()).allMatch(Double::isFinite)).isTrue();
    }

    /** One that diverges, and one that cannot even begin, beside one that does what it should. */
    @Test
    void whatFailsIsToldAndTheOthersGoOn() {
        Task task = sample("iris", 40);
        AutoRows rows = new AutoRows(task.table, task.data);
        Recipe recipe = new Recipe(task.experiment, InputShape.of(rows.outerFold(task.data).prepared().inputShape()),
                task.space.space(task.table, Set.of()), RuleLibrary.complete(), text -> Schedule.CONSTANT);
        Shelf shelf = new Shelf();
        AutoCourse course = new AutoCourse(rows, ScoreMetric.LOG_LOSS, 40, RuleLibrary.complete(), 2);
        List<Trial> trials = List.of(trial(0, Map.of("model", "softmax")), trial(1, Map.of("model", "softmax", "learningRate", 1e38)),
                trial(2, Map.of("model", "mlp", "hidden", "60000-60000")));
        try (FoldLaps laps = new FoldLaps(course, recipe.races(trials, unused -> false), shelf::take)) {
            Map<Integer, Double> values = laps.advance(40, () -> true);
            assertThat(values.get(0)).isBetween(0.0, 5.0);
            assertThat(values.get(1)).isNaN();
            assertThat(values.get(2)).isNaN();
        }
        assertThat(shelf.troubles()).containsOnlyKeys(1, 2);
        assertThat(shelf.troubles().get(1).why().toString()).contains("not finite at step");
        assertThat(shelf.troubles().get(2).family()).isEqualTo("mlp");
        assertThat(shelf.troubles().get(2).why().toString()).isNotBlank();
        assertThat(shelf.finalists(8)).extracting(Shelf.Kept::number).containsExactly(0);
    }

    /** What failed stands in the report with its reason, and in the leaderboard where nothing of its kind came to an end. */
    @Test
    void theReportTellsWhatFailed() {
        Task task = sample("iris", 40);
        AutoResult made = task.run(2, () -> true);
        AutoResult.Tally tally = made.tally();
        List<AutoResult.Trouble> troubles = List.of(new AutoResult.Trouble("mlp", 2, Said.plain("no room")));
        AutoPlan plan = new AutoPlan(task.space, task.experiment, Set.of(), made.metric(), 4, 1);
        AutoReport report = new AutoReport(plan, with(made, new AutoResult.Tally(4, 2, 0, 2, Map.of("softmax", 2, "mlp", 2), troubles,
                tally.importance(), tally.innerRows(), tally.outerRows(), tally.folds(), tally.seconds(), true, false)));
        assertThat(report.sentences()).extracting(Said::toString)
                .contains("mlp: 2 of 2 trials failed, and all others went on. The first: no room");
        assertThat(report.lines().get(report.lines().size() - 1)).extracting(Object::toString).startsWith("mlp: failed", "-", "-");
        assertThat(report.sentences()).extracting(Said::toString).as("all are accounted for").noneMatch(words -> words.contains("still"));
        AutoReport late = new AutoReport(plan, with(made, new AutoResult.Tally(7, 2, 1, 1, Map.of("softmax", 5, "mlp", 2), troubles,
                tally.importance(), tally.innerRows(), tally.outerRows(), tally.folds(), tally.seconds(), false, false)));
        assertThat(late.sentences()).extracting(Said::toString)
                .contains("3 were still being trained when the search ended, and nothing came of them.");
        AutoResult nothing = task.run(2, () -> false);
        AutoReport none = new AutoReport(plan, with(nothing, new AutoResult.Tally(2, 0, 0, 2, Map.of("softmax", 2), troubles,
                Map.of(), 1, 1, 5, 1, true, false)));
        assertThat(none.sentences()).extracting(Said::toString).as("time would not help").noneMatch(words -> words.contains("--minutes"))
                .anyMatch(words -> words.startsWith("Every trial failed"));
    }

    private static AutoResult with(AutoResult of, AutoResult.Tally tally) {
        return new AutoResult(of.metric(), tally, of.baseline(), of.leaderboard(), of.chosen(), of.delivered(), of.best(),
                of.outer(), of.gain(),
                of.ensemble(), of.single(), of.experiment());
    }

    private static Trial trial(int number, Map<String, Object> values) {
        return Trial.begun(number, values, 0, 0);
    }

    /** Whenever it is ended, what was found until then is made ready. */
    @Test
    void cancellingAtAnyMomentKeepsWhatIsDone() {
        Task task = sample("iris", 60);
        for (int patience : new int[] {1, 40}) {
            AtomicInteger left = new AtomicInteger(patience);
            AutoResult result = task.run(12, () -> left.decrementAndGet() > 0);
            assertThat(result.tally().ended()).isFalse();
            assertThat(result.tally().cancelled()).isTrue();
            assertThat(result.leaderboard()).as("the baseline is there at least").isNotEmpty();
            assertThat(result.ensemble()).isNotNull();
            assertThat(result.best() == null).isEqualTo(result.tally().complete() == 0);
        }
    }

    /** What is delivered says on the outer rows, put through the file's own way, what was measured. */
    @ParameterizedTest
    @CsvSource({"wine", "diabetes"})
    void whatIsDeliveredIsWhatWasMeasured(String name) {
        Task task = sample(name, 80);
        AutoResult result = task.run(9, () -> true);
        int[] held = new AutoRows(task.table, task.data).outerFold(task.data).held().sourceRows();
        try (EnsembleScorer scorer = new EnsembleScorer(result.ensemble())) {
            Scores scores = scorer.score(task.table, 0, true);
            var said = scores.probabilities() == null
                    ? new Predictions(null, scores.values(), scores.actual(), new double[0])
                    : new Predictions(scores.probabilities(), new double[0], scores.actual(), new double[0]);
            assertThat(result.metric().of(Mixture.rows(said, held))).isCloseTo(result.outer().value(), within(1e-9));
        }
    }
}
