package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.ClassWeights;
import downhill.model.Convolution;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelSpec;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DataParallelTest {
    private static final double CLOSE = 1e-12;
    /** Rules that decompose matrices that are hardly of full rank at first: they make more of the last digits. */
    private static final Set<String> SENSITIVE = Set.of("soap", "dion");
    private static Prepared iris;

    /** How a race ended, and where its first contenders' parameters are. */
    private record End(RaceResult result, Map<String, RunState> states) {
    }

    @BeforeAll
    static void read() {
        iris = DataSources.prepare(SampleData.of("iris").spec(), Path.of(""), Progress.NONE);
    }

    private static Experiment experiment(ModelSpec model, int batch, List<ContenderSpec> contenders, int steps) {
        return new Experiment("Box", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(steps, batch), contenders,
                5, Precision.DOUBLE);
    }

    private static End here(Experiment experiment, Prepared rows) {
        try (Race race = Race.open(experiment, rows, RuleLibrary.complete(), RaceOptions.alone())) {
            return end(race);
        }
    }

    private static End spread(Experiment experiment, DataParallel rows) {
        try (Race race = Race.elsewhere(experiment, rows, RuleLibrary.complete(), RaceOptions.alone())) {
            return end(race);
        }
    }

    private static End end(Race race) {
        RaceResult result = RaceRunner.run(race, Progress.NONE);
        return new End(result, race.states().join());
    }

    private static void same(End one, End other) {
        assertThat(other.states).hasSameSizeAs(one.states);
        one.states.forEach((id, state) -> {
            double[] others = other.states.get(id).parameters();
            double close = SENSITIVE.contains(id) ? 1e-8 : CLOSE;
            for (int i = 0; i < others.length; i++) {
                assertThat(others[i]).as("%s %d", id, i).isCloseTo(state.parameters()[i],
                        within(close * Math.max(1, Math.abs(state.parameters()[i]))));
            }
        });
        for (int i = 0; i < one.result.contenders().size(); i++) {
            double validated = one.result.contenders().get(i).validationLoss();
            assertThat(other.result.contenders().get(i).validationLoss()).isCloseTo(validated, within(CLOSE * Math.max(1, validated)));
        }
    }

    private static ContenderSpec contender(String rule) {
        return ContenderSpec.of(rule, rule, rule, Map.of(), 0);
    }

    @Test
    void fourWorkersDoWhatOneDoesWithEveryRuleThatAsksForOneGradient() {
        List<ContenderSpec> all = new ArrayList<>();
        for (Rule rule : RuleLibrary.complete().all()) {
            if (!rule.isFormula() || !rule.evaluates()) {
                all.add(contender(rule.id()));
            }
        }
        Experiment experiment = experiment(new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY), 32, all, 6);
        try (DataParallel rows = DataParallel.inBox(iris, ((Problem.Learning) experiment.problem()).model(), Precision.DOUBLE, 4)) {
            same(here(experiment, iris), spread(experiment, rows));
        }
    }

    @Test
    void everyFamilyLearnsTheSameFromSpreadRows() {
        all("iris", new ModelSpec(new Architecture.Mlp(List.of(6, 5), List.of(Activation.TANH, Activation.RELU)), Loss.CROSS_ENTROPY)
                .withDropout(0.3), 37);
        all("digits",
                new ModelSpec(new Architecture.Cnn(List.of(new Convolution(3, 3)), 2, List.of(4)), Loss.CROSS_ENTROPY).withDropout(0.2),
                20);
        all("air-passengers", new ModelSpec(new Architecture.Recurrent(Cell.GRU, 4, 1), Loss.MSE).withDropout(0.2), 15);
        all("air-passengers", new ModelSpec(new Architecture.Transformer(4, 2, 6, 1), Loss.HUBER).withDropout(0.2), 15);
        all("diabetes", new ModelSpec(new Architecture.Linear(), Loss.MSE), 0);
    }

    private static void all(String sample, ModelSpec model, int batch) {
        Prepared read = DataSources.prepare(SampleData.of(sample).spec(), Path.of(""), Progress.NONE);
        Prepared rows = read.withRows(read.training().slice(0, Math.min(70, read.training().count())),
                read.validation().slice(0, Math.min(30, read.validation().count())));
        Experiment experiment = new Experiment("Box", new Problem.Learning(SampleData.of(sample).spec(), model), TrainingSpec.of(5, batch),
                List.of(contender("sgd"), contender("adam").withSeeds(2), contender("lbfgs")), 5, Precision.DOUBLE);
        try (DataParallel spread = DataParallel.inBox(rows, model, Precision.DOUBLE, 4)) {
            same(here(experiment, rows), spread(experiment, spread));
        }
    }

    @Test
    void rowsAndClassesThatCountDifferentlyDoSoWhereverTheyAre() {
        ModelSpec plain = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        ModelSpec model = plain.withLossOptions(new LossOptions(1, 0.1, new ClassWeights.Balanced()));
        Prepared rows = iris.withRows(weighted(iris.training()), weighted(iris.validation()));
        Experiment experiment = experiment(model, 17, List.of(contender("sgd"), contender("adam")), 12);
        try (DataParallel spread = DataParallel.inBox(rows, model, Precision.DOUBLE, 3)) {
            same(here(experiment, rows), spread(experiment, spread));
        }
    }

    private static Examples weighted(Examples plain) {
        double[] weights = IntStream.range(0, plain.count()).mapToDouble(i -> 1 + i * i % 90).toArray();
        return new Examples(plain.count(), plain.inputShape(), plain.values(), plain.targets(), plain.sourceRows(), plain.levels(),
                weights);
    }

    @Test
    void whatEachWorkerSaysAndTheirMeanAreShown() {
        Experiment experiment = experiment(new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY), 30, List.of(contender("sgd")), 8);
        List<Long> steps = new ArrayList<>();
        try (DataParallel rows = DataParallel.inBox(iris, ((Problem.Learning) experiment.problem()).model(), Precision.DOUBLE, 4)) {
            rows.watch((step, workers, all) -> {
                steps.add(step);
                double weight = workers.stream().mapToDouble(each -> each.get(0).weight()).sum();
                double first = workers.stream().filter(each -> each.get(0).weight() > 0)
                        .mapToDouble(each -> each.get(0).weight() * each.get(0).gradient()[0]).sum();
                assertThat(weight).isEqualTo(30);
                assertThat(all.get(0).gradient()[0]).isCloseTo(first / weight, within(CLOSE));
            });
            same(here(experiment, iris), spread(experiment, rows));
        }
        assertThat(steps).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void lateAndLostGradientsChangeTheCourseAndAlwaysInTheSameWay() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        Experiment experiment = experiment(model, 30, List.of(contender("sgd")), 20);
        End well = here(experiment, iris);
        for (Faults faults : List.of(new Faults(3, 0, 1), new Faults(0, 0.5, 1), new Faults(0, 1, 1))) {
            double[] once = first(experiment, model, faults);
            assertThat(first(experiment, model, faults)).isEqualTo(once).doesNotContain(Double.NaN)
                    .isNotEqualTo(well.states.get("sgd").parameters());
        }
    }

    private static double[] first(Experiment experiment, ModelSpec model, Faults faults) {
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 4)) {
            rows.faults(faults);
            return spread(experiment, rows).states.get("sgd").parameters();
        }
    }

    @Test
    void averagedAtEachStepTheyDoTheStepOfAll() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        Experiment experiment = experiment(model, 30, List.of(contender("sgd"), contender("adam")), 12);
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 4)) {
            rows.averagingEvery(1);
            same(here(experiment, iris), spread(experiment, rows));
        }
    }

    @Test
    void oneWorkerThatIsAveragedSeldomDoesTheStepsOfOneMachine() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(4), List.of(Activation.TANH)), Loss.CROSS_ENTROPY).withDropout(0.2);
        End whole = here(experiment(model, 17, List.of(contender("sgd")), 30), iris);
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 1)) {
            rows.averagingEvery(5);
            same(whole, spread(experiment(model, 17, List.of(contender("sgd")), 6), rows));
        }
    }

    @Test
    void averagedEveryFourStepsTheyComeToTheMeanOfWhatEachDoesAlone() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        int half = iris.training().count() / 2;
        List<Prepared> own = List.of(iris.withRows(iris.training().slice(0, half), iris.validation()),
                iris.withRows(iris.training().slice(half, iris.training().count() - half), iris.validation()));
        double[] mean = new double[15];
        for (Prepared part : own) {
            double[] alone = here(experiment(model, 0, List.of(contender("sgd")), 4), part).states.get("sgd").parameters();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += alone[i] * part.training().count() / iris.training().count();
            }
        }
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 2)) {
            rows.averagingEvery(4);
            double[] averaged = spread(experiment(model, 0, List.of(contender("sgd")), 1), rows).states.get("sgd").parameters();
            assertThat(averaged).hasSameSizeAs(mean);
            for (int i = 0; i < mean.length; i++) {
                assertThat(averaged[i]).isCloseTo(mean[i], within(CLOSE));
            }
            assertThat(averaged).isNotEqualTo(here(experiment(model, 0, List.of(contender("sgd")), 4), iris)
                    .states.get("sgd").parameters());
        }
    }

    @Test
    void aRuleWithoutALearningRateIsRefusedWhereWorkersStepOnTheirOwn() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 2)) {
            rows.averagingEvery(2);
            Rule own = RuleParser.parse("id: drift\nname: Drift\nsource: a test\n\nupdate:\n  θ ← θ − 0.01·g\n");
            RuleLibrary library = RuleLibrary.complete().with(own);
            try (Race race = Race.elsewhere(experiment(model, 30, List.of(contender("drift")), 3), rows, library, RaceOptions.alone())) {
                assertThatThrownBy(() -> RaceRunner.run(race, Progress.NONE)).isInstanceOf(RefusedException.class)
                        .hasMessageContaining("drift").hasMessageContaining("learning rate");
            }
        }
    }

    @Test
    void aRuleThatAsksTheModelAgainIsRefusedInASentence() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        try (DataParallel rows = DataParallel.inBox(iris, model, Precision.DOUBLE, 2)) {
            assertThatThrownBy(() -> spread(experiment(model, 30, List.of(contender("sam")), 3), rows))
                    .isInstanceOf(RefusedException.class).hasMessageContaining("sam").hasMessageContaining("more than once");
        }
    }
}
