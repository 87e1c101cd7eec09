package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.score.CrossRun;
import downhill.analysis.score.FoldRun;
import downhill.analysis.score.Glance;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.data.split.FoldSpec;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.study.NestedKnobs;
import downhill.study.NestedTuning;
import downhill.study.Recipe;
import downhill.study.automl.AutoPlan;
import downhill.study.automl.AutoResult;
import downhill.study.automl.AutoSearch;
import downhill.study.automl.AutoSpace;
import downhill.study.map.MapAxis;
import downhill.study.map.MapRuns;
import downhill.study.map.Trainability;
import downhill.study.map.TrainabilityMap;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folds, pixels and models that are trained by others come to what one machine finds, bit for bit. */
class SpreadWorkTest {
    private static final FoldSpec FOLDS = new FoldSpec(2, 2, null, false);
    private static final RuleLibrary RULES = RuleLibrary.complete();

    @TempDir
    private static Path folder;
    private static Experiment base;
    private static LoadedRows rows;
    private static DataSpec data;

    @BeforeAll
    static void table() throws IOException {
        StringBuilder csv = new StringBuilder("x;z;y\n");
        for (int i = 0; i < 30; i++) {
            csv.append(i % 7).append(',').append(i % 3).append(';').append(i % 2 == 0 ? "a" : "b").append(';').append(3 * (i % 7) + i % 5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("odd.csv"), csv);
        DataSpec own = DataSpec.of(new DataSource.CsvFile("odd.csv", ImportOptions.DEFAULT)).withTarget("y");
        base = new Experiment("Odd", new Problem.Learning(own, new ModelSpec(new Architecture.Linear(), Loss.MSE)), TrainingSpec.of(40, 8),
                List.of(ContenderSpec.of("adam", "Adam", "adam", Map.of(), 0),
                        ContenderSpec.of("sgd", "SGD", "sgd", Map.of("learningRate", 1e30), 1)), 1, Precision.DOUBLE);
        rows = DataSources.rows(own, folder, Progress.NONE);
        data = own;
    }

    /** Every third piece of work is begun twice, as when a machine is lost. */
    Workforce unsafe(AtomicInteger lost) {
        AtomicInteger calls = new AtomicInteger();
        return new ByBytes(2) {
            @Override
            public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
                if (calls.getAndIncrement() % 3 == 0) {
                    try {
                        super.call(work, message -> {
                            answers.apply(message);
                            throw new IllegalStateException("lost");
                        }, go);
                    } catch (IllegalStateException gone) {
                        assertThat(gone).hasMessage("lost");
                    }
                    lost.incrementAndGet(); // what it came to was not heard of
                }
                return super.call(work, answers, go);
            }
        };
    }

    private static FoldedRows folded() {
        return FoldedRows.of(rows.imported().table(), data, FOLDS);
    }

    private static List<Glance> all(FoldRun run, Progress progress) {
        List<Glance> glances = new ArrayList<>();
        while (!run.isDone()) {
            run.advance(progress, glances::add);
        }
        return glances;
    }

    /** All numbers of a value to their last bit, but for seconds. */
    private static String told(Object value) {
        if (value instanceof Record record) {
            return Stream.of(record.getClass().getRecordComponents()).filter(part -> !part.getName().toLowerCase().endsWith("seconds"))
                    .map(part -> part.getName() + "=" + told(part(record, part))).collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(SpreadWorkTest::told).collect(Collectors.joining("\n", "[", "]"));
        }
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value)).mapToObj(i -> told(Array.get(value, i)))
                    .collect(Collectors.joining(" ", "<", ">"));
        }
        return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : String.valueOf(value);
    }

    private static Object part(Record record, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static <T> void same(T one, T other) {
        assertThat(told(one)).isEqualTo(told(other));
    }

    @Test
    void foldsAndWhatIsSeenOnTheirWay() {
        CrossRun here = new CrossRun(base, folded(), ScoreMetric.RMSE, RULES, 2);
        List<Glance> seen = all(here, Progress.NONE);
        assertThat(seen).as("some looks at each of two repeats").hasSizeGreaterThan(4);
        AtomicInteger lost = new AtomicInteger();
        try (SpreadFolds there = new SpreadFolds(unsafe(lost), base, folder, FOLDS, folded(), ScoreMetric.RMSE)) {
            same(all(there, Progress.NONE), seen);
            same(there.scores(), here.scores());
            assertThat(there.pace().blocks()).isPositive();
        }
        assertThat(lost.get()).isPositive();
        assertThat(here.scores().contenders().get(1).diverged()).as("one of both diverges").isEqualTo(4);
    }

    @Test
    void foldsThatAreNotWantedEndAndWhatWasFinishedStays() {
        try (SpreadFolds there = new SpreadFolds(new ByBytes(2), base, folder, FOLDS, folded(), ScoreMetric.RMSE)) {
            there.advance(Progress.NONE, glance -> { });
            assertThatThrownBy(() -> there.advance(Progress.asking(() -> false), glance -> { })).isInstanceOf(CancellationException.class);
            assertThat(there.done()).isEqualTo(2);
            assertThat(there.scores().contenders().get(0).runs()).hasSize(2);
        }
    }

    private static NestedTuning tuning(NestedKnobs knobs) {
        return new NestedTuning(base, rows.imported().table(), FOLDS, ScoreMetric.RMSE, knobs, 2, RULES, 2);
    }

    @Test
    void settingsThatAreTunedInEachFold() {
        NestedKnobs knobs = new NestedKnobs(List.of(VaryText.read("l2=1e-6..0.1:log"), VaryText.read("schedule=constant,cosine")), false,
                RULES, text -> ScheduleReader.read(text, 40));
        NestedTuning here = tuning(knobs);
        here.run(Progress.NONE);
        NestedTuning there = tuning(knobs);
        AtomicInteger lost = new AtomicInteger();
        new SpreadNested(unsafe(lost), base, folder, FOLDS, ScoreMetric.RMSE, knobs, 2).run(there, Progress.NONE);
        same(there.answers(), here.answers());
        same(there.found(), here.found());
        assertThat(lost.get()).isPositive();
    }

    @Test
    void pixelsOfAMap() {
        Experiment one = base.withContenders(base.contenders().subList(0, 1));
        MapAxis across = MapAxis.of(VaryText.read("learningRate=1e-3..1e6:log"), 8);
        MapAxis up = MapAxis.of(VaryText.read("batch=4,8"), 2);
        Recipe recipe = new Recipe(one, InputShape.of(rows.prepared().inputShape()), new SearchSpace(List.of(across.knob(), up.knob())),
                RULES, text -> ScheduleReader.read(text, 40));
        TrainabilityMap here = new Trainability(recipe, across, up, 30, unused -> rows.prepared(), RULES, 2)
                .draw(Progress.NONE, map -> { });
        AtomicInteger lost = new AtomicInteger();
        MapRuns runs = new MapRuns(recipe, across, up, 30, unused -> rows.prepared(), RULES);
        List<TrainabilityMap> pictures = new ArrayList<>();
        TrainabilityMap there = new Trainability(across, up, 30, new SpreadMap(unsafe(lost), one, folder, across, up, 30, runs))
                .draw(Progress.NONE, pictures::add);
        same(there, here);
        assertThat(pictures.get(pictures.size() - 1)).isSameAs(there);
        assertThat(here.places().map(each -> here.end(each.row(), each.column())).distinct().count()).as("not all alike").isGreaterThan(1);
        assertThat(lost.get()).isPositive();
    }

    private static AutoResult auto(Workforce workers) {
        DataSpec sealed = data.withSplit(data.split().withRatio(0).withSealed(0.3));
        LoadedRows open = DataSources.rows(sealed, folder, Progress.NONE);
        DataSpec settled = sealed.withTarget(open.prepared().targetName()).withTask(open.prepared().task());
        AutoSpace space = new AutoSpace(open.prepared());
        AutoPlan plan = new AutoPlan(space, space.experiment("Odd", settled, 20, 1), Set.of(), ScoreMetric.RMSE, 8,
                Double.POSITIVE_INFINITY);
        AutoSearch search = new AutoSearch(plan, open.imported().table(), RULES, text -> ScheduleReader.read(text, 20), 2);
        return workers == null ? search.run(() -> true, trials -> { }, Progress.NONE)
                : search.run(new SpreadAuto(workers, plan, folder), () -> true, trials -> { }, Progress.NONE);
    }

    @Test
    void modelsThatAreFoundByThemselves() {
        AtomicInteger lost = new AtomicInteger();
        AutoResult here = auto(null);
        AutoResult there = auto(unsafe(lost));
        same(there.leaderboard(), here.leaderboard());
        same(there.tally(), here.tally());
        same(List.of(there.baseline(), there.chosen(), there.delivered(), there.best(), there.outer(), there.gain()),
                List.of(here.baseline(), here.chosen(), here.delivered(), here.best(), here.outer(), here.gain()));
        same(there.single().parameters(), here.single().parameters());
        assertThat(there.experiment()).isEqualTo(here.experiment());
        assertThat(here.best()).isNotNull();
        assertThat(lost.get()).isPositive();
    }

    @Test
    void anOrderThatDoesNotComeFreesThePlaceAndTheWorkIsDoneAgain() {
        AtomicInteger asked = new AtomicInteger();
        TrialsWork work = new TrialsWork(new CoreWorkers(1).share(new PackedAuto(PackedExperiment.of(base, folder), ScoreMetric.RMSE)),
                new ArrayList<>(), 4);
        Exchange silent = new Exchange();
        WorkResult<Integer> result = new ByBytes(1).call(work, message -> {
            asked.incrementAndGet();
            return silent.answer(message);
        }, () -> true);
        assertThat(result.result()).isEqualTo(TrialsWork.STARVED);
        assertThat(asked.get()).isPositive();
    }
}
