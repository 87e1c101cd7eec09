package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.optim.Average;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.race.document.TrainingSpec;
import downhill.race.document.WeightsSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contenders that start from a model, whole or with a new head, with frozen layers and averages. */
class StartTest {
    private static final Experiment PLAIN = Races.experiment(Races.iris(), TrainingSpec.of(20, 16),
            Races.contender("a", "adam", 0.02));
    private static final Prepared IRIS = Races.data(PLAIN);
    private static final LearningTask TASK = (LearningTask) StepSetup.task(PLAIN, IRIS);

    /** A model of the shape of {@link Races#iris} with numbers of no seed. */
    private static StartPoint start(boolean newHead) {
        double[] row = new double[TASK.layout().count()];
        Arrays.setAll(row, i -> 0.3 * Math.sin(i + 1.0));
        return StartPoint.of(model(((Problem.Learning) Races.iris()).model(), IRIS, row), "file", newHead);
    }

    private static TrainedModel model(ModelSpec spec, Prepared data, double[] row) {
        return new TrainedModel("Taken", spec, data.preprocessing(), Targets.outputs(data, spec), row,
                new TrainedModel.Origin("adam", Map.of(), 7, 1, "float", "FINISHED", Double.NaN, Double.NaN));
    }

    private static ContenderSpec from(String id, StartPoint start, Map<String, Double> paces, Average average) {
        return Races.contender(id, "adam", 0.02).withWeights(new WeightsSpec(start, paces, average));
    }

    private static double[] array(double[] row, String name) {
        ParameterSlot slot = TASK.layout().slot(name).orElseThrow();
        return IntStream.range(0, slot.size()).mapToDouble(i -> row[slot.position(i)]).toArray();
    }

    private static Race run(ContenderSpec... contenders) {
        Race race = Races.open(PLAIN.withContenders(List.of(contenders)));
        race.start();
        Races.await(race, RaceState.ENDED);
        return race;
    }

    @Test
    void aWholeModelIsTheStartOfEachSeedAndAPlainContenderIsNotTouched() {
        StartPoint start = start(false);
        try (Race race = run(from("s", start, Map.of(), null).withSeeds(2), Races.contender("a", "adam", 0.02));
             Race alone = run(Races.contender("a", "adam", 0.02))) {
            assertThat(race.parametersAt("s", 0).join()).containsExactly(floats(start.row()));
            assertThat(TASK.initial(from("s", start, Map.of(), null), 43)).containsExactly(start.row());
            assertThat(race.parametersAt("s", 20).join()).isNotEqualTo(start.row());
            assertThat(race.parametersAt("a", 20).join()).containsExactly(alone.parametersAt("a", 20).join());
        }
    }

    @Test
    void aNewHeadIsThatOfTheSeedAndTheBodyThatOfTheModel() {
        StartPoint start = start(true);
        double[] row = TASK.initial(from("s", start, Map.of(), null), 5);
        for (String body : List.of("dense1.weight", "dense1.bias")) {
            assertThat(array(row, body)).containsExactly(array(start.row(), body));
        }
        for (String head : List.of("dense2.weight", "dense2.bias")) {
            assertThat(array(row, head)).containsExactly(array(TASK.initial(5), head));
        }
    }

    @Test
    void whatIsFrozenStaysAndAnAverageTrainsNobodyOtherwise() {
        Map<String, Double> paces = Map.of("dense1", 0.0, "dense2.bias", 0.5);
        try (Race race = run(from("s", start(false), paces, null), from("m", start(false), paces, new Average.Exponential(0.9)))) {
            double[] end = race.parametersAt("s", 20).join();
            assertThat(array(end, "dense1.weight")).containsExactly(floats(array(start(false).row(), "dense1.weight")));
            assertThat(array(end, "dense2.weight")).isNotEqualTo(floats(array(start(false).row(), "dense2.weight")));
            assertThat(race.parametersAt("m", 20).join()).containsExactly(end);
            assertThat(race.answerAt("m", 20).join()).isNotEqualTo(end).containsExactly(mean(race, 0.9), within(1e-6));
        }
    }

    private static double[] floats(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    /** The definition, in the numbers of the race. */
    private static double[] mean(Race race, double decay) {
        double[] mean = race.parametersAt("m", 1).join();
        for (int step = 2; step <= 20; step++) {
            double[] now = race.parametersAt("m", step).join();
            for (int i = 0; i < mean.length; i++) {
                mean[i] = decay * mean[i] + (1 - decay) * now[i];
            }
        }
        return mean;
    }

    @Test
    void aForkOfOneThatStartedGoesOnAndItsFirstStepIsKnown() {
        ContenderSpec parent = from("s", start(false), Map.of("dense1", 0.0), null);
        ContenderSpec branch = parent.copy("b", "b", 1, new ContenderSpec.Fork("s", 8, Map.of()));
        Experiment both = PLAIN.withContenders(List.of(parent, branch));
        try (Race race = run(parent, branch)) {
            assertThat(race.parametersAt("b", 20).join()).containsExactly(race.parametersAt("s", 20).join());
        }
        assertThat(StepSetup.of(both, IRIS, "b", 9, 0, Races.RULES).start()).containsExactly(start(false).row());
        assertThat(Starts.differing(both)).as("both come from the same").isEmpty();
    }

    @Test
    void foldsStartFromTheModelToo() {
        Experiment two = PLAIN.withContenders(List.of(from("s", start(false), Map.of("dense1", 0.0), null)));
        try (FoldRace folds = new FoldRace(two, List.of(IRIS, IRIS), new long[] {3, 4}, Races.RULES, 1)) {
            folds.advance(5, Progress.NONE);
            folds.runs().forEach(each -> assertThat(array(folds.answer(each), "dense1.weight"))
                    .containsExactly(floats(array(start(false).row(), "dense1.weight"))));
        }
    }

    @Test
    void whoStartsElsewhereIsNamed() {
        ContenderSpec seeded = Races.contender("Seeded", "adam", 0.02);
        ContenderSpec started = from("Started", start(false), Map.of(), null);
        ContenderSpec headed = from("Headed", start(true), Map.of(), null);
        assertThat(Starts.differing(PLAIN.withContenders(List.of(seeded, seeded)))).isEmpty();
        assertThat(Starts.differing(PLAIN.withContenders(List.of(started, from("Other", start(false), Map.of(), null))))).isEmpty();
        assertThat(Starts.differing(PLAIN.withContenders(List.of(seeded, started, headed))).orElseThrow().toString())
                .startsWith("Not the same start: Started from \"Taken\", Headed from \"Taken\" with a new head, Seeded from the seed.");
    }

    @Test
    void whatDiffersIsNamedInOneSentence() {
        ModelSpec own = ((Problem.Learning) Races.iris()).model();
        assertThat(refusal(start(false), new ModelSpec(new Architecture.Mlp(List.of(9), Activation.TANH), Loss.CROSS_ENTROPY)))
                .isEqualTo("The model \"Taken\" cannot be a start here: Hidden layers: 8 there and 9 here.");
        assertThat(refusal(start(false), new ModelSpec(new Architecture.Mlp(List.of(8), Activation.RELU), Loss.CROSS_ENTROPY)))
                .contains("tanh there and relu here");
        assertThat(refusal(start(false), new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY))).contains("family");
        assertThat(refusal(start(false), own)).isEmpty();
        StartPoint broken = new StartPoint("Taken", "", 0, own, IRIS.preprocessing(), 3, "AAAA", false);
        assertThat(refusal(broken, own)).contains("damaged");
        ModelSpec affine = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        ParameterLayout layout = StepSetup.task(PLAIN.withProblem(new Problem.Learning(((Problem.Learning) PLAIN.problem()).data(),
                affine)), IRIS).layout();
        StartPoint flat = StartPoint.of(model(affine, IRIS, new double[layout.count()]), "", true);
        assertThat(refusal(flat, affine)).contains("one layer only");
    }

    private static String refusal(StartPoint start, ModelSpec here) {
        return new StartFit(start, here, IRIS).refusal().map(Object::toString).orElse("");
    }

    @Test
    void aContenderWhoseStartDoesNotFitFailsAloneAndSaysWhy() {
        StartPoint broken = new StartPoint("Taken", "", 0, ((Problem.Learning) Races.iris()).model(), IRIS.preprocessing(), 3, "AAAA", false);
        try (Race race = run(from("s", broken, Map.of(), null), from("l", null, Map.of("dense7", 0.0), null),
                Races.contender("a", "adam", 0.02))) {
            assertThat(Races.standing(race.snapshot(), "s").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(Races.standing(race.snapshot(), "l").outcomeWhat().toString()).contains("no layer or array \"dense7\"");
            assertThat(Races.standing(race.snapshot(), "a").outcome()).isEqualTo(Outcome.FINISHED);
        }
    }
}
