package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By this machine's cores; {@code SparkSearchTest} of profile spark holds the same of Spark. */
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

    /** Those who work; closed by whoever asked. */
    Workforce workers(int count) {
        return new ByBytes(count);
    }

    private boolean run(int count, Ledger ledger, Chosen chosen, BooleanSupplier go) {
        try (Workforce workers = workers(count)) {
            return run(workers, ledger, chosen, go);
        }
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
        assertThat(run(3, ledger, USUAL, () -> true)).isTrue();
        equal(ledger.trials(), alone(USUAL));
    }

    @Test
    void soTheyAreByFoldsAndWithRowsKeptAside() {
        Chosen folds = USUAL.with(StudySettings.FOLDS, 3L);
        MemoryLedger ledger = new MemoryLedger();
        run(2, ledger, folds, () -> true);
        equal(ledger.trials(), alone(folds));
        assertThat(ledger.trials().get(0).scores().folds()).hasSize(3);
    }

    /** However a search by halving goes, whoever stayed has the reports that it has on one machine, and few come to the end. */
    @Test
    void halvingAcrossWorkersGivesMostUpAndReportsTheSame() {
        List<Trial> whole = alone(USUAL);
        MemoryLedger ledger = new MemoryLedger();
        run(3, ledger, USUAL.with(StudySettings.PRUNER, PrunerName.HALVING), () -> true);
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
                ended = run(2, ledger, USUAL, () -> left.decrementAndGet() > 0);
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
        assertThat(run(2, ledger, USUAL, () -> true)).isTrue();
        equal(ledger.trials(), alone(USUAL));
    }
}
