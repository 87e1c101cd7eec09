package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.prepare.Preparation;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.setting.Chosen;
import downhill.store.StudyStore;
import downhill.study.JudgedRows;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.StudySettings.SamplerName;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Ledger;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By this machine's cores; the tests of profile spark hold the same of other processes. */
class SpreadSearchTest {
    private static final Chosen USUAL = Chosen.NOTHING.with(StudySettings.SAMPLER, SamplerName.RANDOM)
            .with(StudySettings.PRUNER, PrunerName.NONE);
    private static final int TRIALS = 24;

    @TempDir
    private static Path folder;
    private static Experiment base;
    private static LoadedRows rows;
    private static Recipe recipe;

    @BeforeAll
    static void search() throws Exception {
        StringBuilder csv = new StringBuilder("x;z;y\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 7).append(',').append(i % 3).append(';').append(i % 2 == 0 ? "a" : "b").append(';').append(3 * (i % 7) + i % 2).append('\n');
        }
        Files.writeString(folder.resolve("odd.csv"), csv);
        DataSpec own = DataSpec.of(new DataSource.CsvFile("odd.csv", ImportOptions.DEFAULT)).withTarget("y");
        base = new Experiment("Odd", new Problem.Learning(own, new ModelSpec(new Architecture.Linear(), Loss.MSE)), TrainingSpec.of(81, 8),
                List.of(ContenderSpec.of("adam", "Adam", "adam", Map.of(), 0)), 1, Precision.DOUBLE);
        DataSpec data = ((Problem.Learning) base.problem()).data();
        rows = DataSources.rows(data, folder, Progress.NONE);
        SearchSpace space = new SearchSpace(List.of(VaryText.read("learningRate=1e-3..1:log"), VaryText.read("scaling=none,standard")));
        recipe = new Recipe(base, InputShape.of(rows.prepared().inputShape()), space, RuleLibrary.complete(), schedule -> null);
    }

    private static Judging judging(Chosen chosen) {
        return JudgedRows.judging(chosen, base, rows.imported().table(), rows.prepared().task(),
                data -> Preparation.prepare(rows.imported().table(), data));
    }

    private static List<Trial> alone(Chosen chosen) {
        Ledger ledger = new MemoryLedger();
        new Study(recipe, ledger, chosen.get(StudySettings.SAMPLER).sampler(base.seed()), chosen.get(StudySettings.PRUNER).pruner(),
                judging(chosen), RuleLibrary.complete(), 2).run(TRIALS, () -> true, all -> { });
        return ledger.trials();
    }

    private static boolean run(Workforce workers, Ledger ledger, Chosen chosen, BooleanSupplier go) {
        return new SpreadSearch(workers, recipe, folder, judging(chosen), ledger, chosen).run(TRIALS, go, all -> { });
    }

    /** What trials were chosen with is another matter. */
    private static void equal(List<Trial> one, List<Trial> other) {
        assertThat(one).extracting(Trial::number).containsExactlyElementsOf(IntStream.range(0, other.size()).boxed().toList());
        assertThat(one.stream().map(SpreadSearchTest::ofNobody)).containsExactlyElementsOf(other.stream().map(SpreadSearchTest::ofNobody).toList());
    }

    private static Trial ofNobody(Trial trial) {
        return new Trial(trial.number(), trial.state(), trial.values(), trial.loss(), trial.reports(), 0, 0, trial.scores());
    }

    @Test
    void trialsAreThoseOfOneMachineBitForBit() {
        MemoryLedger ledger = new MemoryLedger();
        assertThat(run(new ByBytes(3), ledger, USUAL, () -> true)).isTrue();
        equal(ledger.trials(), alone(USUAL));
    }

    @Test
    void soTheyAreByFoldsAndWithRowsKeptAside() {
        Chosen folds = USUAL.with(StudySettings.FOLDS, 3L);
        MemoryLedger ledger = new MemoryLedger();
        run(new ByBytes(2), ledger, folds, () -> true);
        equal(ledger.trials(), alone(folds));
        assertThat(ledger.trials().get(0).scores().folds()).hasSize(3);
    }

    /** However a search by halving goes, whoever stayed has the reports that it has on one machine, and few come to the end. */
    @Test
    void halvingAcrossWorkersGivesMostUpAndReportsTheSame() {
        List<Trial> whole = alone(USUAL);
        MemoryLedger ledger = new MemoryLedger();
        run(new ByBytes(3), ledger, USUAL.with(StudySettings.PRUNER, PrunerName.HALVING), () -> true);
        assertThat(ledger.trials()).hasSize(TRIALS).allMatch(trial -> trial.state().ended());
        assertThat(ledger.trials()).filteredOn(trial -> trial.state() == TrialState.PRUNED).hasSizeGreaterThan(TRIALS / 2);
        for (Trial trial : ledger.trials()) {
            Trial same = whole.get(trial.number());
            assertThat(trial.values()).isEqualTo(same.values());
            trial.reports().forEach((step, value) -> {
                if (same.reports().containsKey(step)) {
                    assertThat(value).as("trial %s at %s", trial.number(), step).isEqualTo(same.reports().get(step));
                }
            });
        }
    }

    @Test
    void aSearchThatWasEndedGoesOnInItsFile() {
        Path file = folder.resolve("study.db");
        boolean ended = false;
        for (int patience = 60; !ended; patience += 60) {
            AtomicInteger left = new AtomicInteger(patience);
            try (Ledger ledger = new StudyStore(file, "crew", recipe.space(), "the same")) {
                ended = run(new ByBytes(2), ledger, USUAL, () -> left.decrementAndGet() > 0);
            }
        }
        try (Ledger ledger = new StudyStore(file, "crew", recipe.space(), "the same")) {
            equal(ledger.trials(), alone(USUAL));
        }
    }

    /** Every third block is begun twice, as when a machine is lost, at a moment of its own. */
    @Test
    void whatAWorkerHadDoneWhenItWasLostIsDoneAgainByAnotherAndCountsOnce() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        Workforce unsafe = new ByBytes(2) {
            @Override
            public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
                int call = calls.getAndIncrement();
                AtomicInteger asked = new AtomicInteger();
                UnaryOperator<Serializable> dying = message -> {
                    Serializable answer = answers.apply(message);
                    if (asked.incrementAndGet() == 2 + call % 5) {
                        throw new IllegalStateException("lost");
                    }
                    return answer;
                };
                if (call % 3 == 0) {
                    try {
                        super.call(work, dying, go);
                    } catch (IllegalStateException gone) {
                        lost.incrementAndGet();
                    }
                }
                return super.call(work, answers, go);
            }
        };
        MemoryLedger ledger = new MemoryLedger();
        run(unsafe, ledger, USUAL, () -> true);
        assertThat(lost.get()).isPositive();
        equal(ledger.trials(), alone(USUAL));
    }

    @Test
    void whatAWorkerRefusesIsToldOnceAndNothingIsLost() {
        Workforce refusing = new ByBytes(2) {
            @Override
            public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
                throw new RefusedException(Said.of("cluster.unpack", "no room"));
            }
        };
        MemoryLedger ledger = new MemoryLedger();
        assertThatThrownBy(() -> run(refusing, ledger, USUAL, () -> true)).isInstanceOf(RefusedException.class).hasMessageContaining("no room");
        assertThat(run(new ByBytes(2), ledger, USUAL, () -> true)).isTrue();
        equal(ledger.trials(), alone(USUAL));
    }

    @Test
    void placesThatAreNoneAreToldAndSparkSaysHowToGetIt() {
        assertThatThrownBy(() -> Places.open("moon")).isInstanceOf(RefusedException.class).hasMessageContaining("moon").hasMessageContaining("cores[4]");
        for (String place : List.of("local[2]", "local", "spark", "spark://host:7077", "k8s://https://host", "yarn")) {
            assertThatThrownBy(() -> Places.open(place)).isInstanceOf(RefusedException.class).hasMessageContaining("-Pspark");
        }
        assertThat(Places.open("cores[3]").slots()).isEqualTo(3);
    }

    @Test
    void shortWorkIsDealtOutInEqualParts() {
        AtomicLong now = new AtomicLong();
        BlockSize pace = new BlockSize(2, now::get);
        for (int i = 0; i < 2; i++) {
            BlockSize.Block one = pace.begin();
            now.addAndGet(20_000_000L);
            one.done(2, 10_000_000L);
        }
        BlockSize.Block third = pace.begin();
        now.addAndGet(60_000_000L);
        third.done(2, 10_000_000L);
        assertThat(List.of(pace.size(41, 1), pace.size(20, 1))).as("one block for each of two").containsExactly(21, 20);
    }

    @Test
    void blocksAreSoLargeThatGivingThemAwayIsATwentiethAtMost() {
        AtomicLong now = new AtomicLong();
        BlockSize pace = new BlockSize(1, now::get);
        assertThat(pace.size(80, 16)).as("before anything is known").isEqualTo(10);
        BlockSize.Block first = pace.begin();
        now.addAndGet(9_000_000_000L);
        first.done(10, 1_000_000_000L);
        assertThat(pace.around()).as("what the first one brings is not counted").isZero();
        now.addAndGet(40_000_000L);
        BlockSize.Block second = pace.begin();
        now.addAndGet(1_060_000_000L);
        second.done(10, 1_000_000_000L);
        assertThat(pace.around()).as("0.04 s between blocks and 0.06 s waited for orders").isCloseTo(0.1 / 1.1, offset(1e-12));
        assertThat(pace.size(1000, 4)).as("0.1 s for each, 0.1 s a trial").isBetween(20, 21);
        assertThat(pace.size(30, 4)).as("all that is left is not taken at once").isBetween(20, 21);
        assertThat(pace.size(12, 4)).as("short work is not cut").isEqualTo(12);
        assertThat(pace.size(1, 4)).isEqualTo(1);
    }
}
