package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.DataSource;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/rules.md tells of the associative memory: which facts are learned when, by whom, and what turning its keys does. */
class MemorySampleTest {
    private static final int FACTS = 8;
    private static final SampleData SAMPLE = SampleData.of("memory");

    /** The keys by their values, as the sample has them. */
    private static Map<String, double[]> keys() {
        Table table = DataSources.load(SAMPLE.spec(), null, Progress.NONE).table();
        Map<String, double[]> keys = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            keys.put(table.column("value").text(row),
                    IntStream.range(0, FACTS).mapToDouble(i -> table.columns().get(i).number(at)).toArray());
        }
        return keys;
    }

    /** The same facts, equally often, with each key along an axis of its own. */
    private static DataSource alongTheAxes() {
        Table table = DataSources.load(SAMPLE.spec(), null, Progress.NONE).table();
        String rows = IntStream.range(0, table.rows()).mapToObj(row -> table.column("value").text(row)).map(value -> {
            int fact = value.charAt(0) - 'a';
            return IntStream.range(0, FACTS).mapToObj(i -> i == fact ? Double.toString(Math.sqrt(FACTS)) : "0")
                    .collect(Collectors.joining(",")) + "," + value;
        }).collect(Collectors.joining("\n"));
        return new DataSource.Written("axes", "k1,k2,k3,k4,k5,k6,k7,k8,value\n" + rows + "\n", null);
    }

    private static Race raced(DataSource source, int steps) {
        Problem problem = new Problem.Learning(SAMPLE.spec().withSource(source),
                new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY, Initializer.of(Initializer.Scheme.ZEROS), 0));
        Experiment experiment = Races.experiment(problem, TrainingSpec.of(steps, 0), Races.contender("sgd", "sgd", 0.5),
                Races.contender("adam", "adam", 0.01), Races.contender("muon", "muon", 0.02)).withPrecision(Precision.DOUBLE);
        Race race = Races.open(experiment);
        race.ready().join();
        race.start();
        Races.await(race, RaceState.ENDED);
        return race;
    }

    /** How many of the facts are more likely than not. */
    private static long known(Race race, String id, long step) {
        return known(race, id, step, keys().values().toArray(double[][]::new));
    }

    private static long known(Race race, String id, long step, double[][] keys) {
        ParameterLayout layout = WholeLoss.of(race.experiment(), race.prepared().orElseThrow()).layout();
        ParameterSlot weights = layout.slots().stream().filter(slot -> slot.shape().length == 2).findFirst().orElseThrow();
        ParameterSlot biases = layout.slots().stream().filter(slot -> slot.shape().length == 1).findFirst().orElseThrow();
        double[] row = race.parametersAt(id, step).join();
        return IntStream.range(0, FACTS).filter(fact -> likelihood(row, weights, biases, keys[fact], fact) > 0.5).count();
    }

    private static double likelihood(double[] row, ParameterSlot weights, ParameterSlot biases, double[] key, int fact) {
        double sum = 0;
        double own = 0;
        for (int value = 0; value < FACTS; value++) {
            double logit = row[biases.position(value)];
            for (int i = 0; i < FACTS; i++) {
                logit += key[i] * row[weights.position(i * FACTS + value)];
            }
            sum += Math.exp(logit);
            own = value == fact ? Math.exp(logit) : own;
        }
        return own / sum;
    }

    @Test
    void muonLearnsRareFactsNearlyAsSoonAsFrequentOnes() {
        assertThat(keys()).hasSize(FACTS);
        try (Race race = raced(SAMPLE.spec().source(), 130)) {
            assertThat(List.of(known(race, "sgd", 2), known(race, "sgd", 60), known(race, "sgd", 72))).as("1 to 66")
                    .containsExactly(1L, 7L, 8L);
            assertThat(List.of(known(race, "adam", 11), known(race, "adam", 16), known(race, "adam", 115), known(race, "adam", 130)))
                    .as("13 to 124").containsExactly(0L, 1L, 7L, 8L);
            assertThat(List.of(known(race, "muon", 32), known(race, "muon", 66))).as("35 to 63").containsExactly(0L, 8L);
        }
    }

    /** Descent and Muon go the same way in turned coordinates; Adam, which looks at each weight by itself, does not. */
    @Test
    void turningTheKeysChangesNothingButForAdam() {
        try (Race turned = raced(SAMPLE.spec().source(), 60); Race axes = raced(alongTheAxes(), 60)) {
            for (String id : new String[] {"sgd", "muon"}) {
                assertThat(last(axes, id)).as(id).isCloseTo(last(turned, id), within(1e-6));
            }
            double[][] own = new double[FACTS][FACTS];
            IntStream.range(0, FACTS).forEach(i -> own[i][i] = Math.sqrt(FACTS));
            assertThat(List.of(known(axes, "adam", 26, own), known(axes, "adam", 45, own))).as("28 to 42").containsExactly(0L, 8L);
            assertThat(last(axes, "adam")).isNotCloseTo(last(turned, "adam"), within(0.01));
        }
    }

    private static double last(Race race, String id) {
        return race.curve(id, downhill.race.history.Series.TRAIN_LOSS, 59, 60, 10).y()[0];
    }
}
