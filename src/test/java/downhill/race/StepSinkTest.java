package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepSinkTest {
    /** Collects what it is told, and what is void. */
    private static final class Collector implements StepSink {
        final Map<String, List<Double>> losses = new TreeMap<>();
        final Map<String, List<Long>> validations = new TreeMap<>();

        @Override
        public void steps(String id, long firstStep, double[] loss, double[] rate, int count) {
            List<Double> known = losses.computeIfAbsent(id, unused -> new ArrayList<>());
            assertThat(firstStep).isEqualTo(known.size());
            for (int i = 0; i < count; i++) {
                known.add(loss[i]);
            }
        }

        @Override
        public void validation(String id, long step, double loss, double metric) {
            validations.computeIfAbsent(id, unused -> new ArrayList<>()).add(step);
        }

        @Override
        public void forgotten(String id, long step) {
            List<Double> known = losses.get(id);
            known.subList((int) step, known.size()).clear();
        }
    }

    private static final Experiment EXPERIMENT = Races.experiment(Races.iris(), TrainingSpec.of(500, 16),
            Races.contender("a", "adam", 0.02), Races.contender("b", "momentum", 0.05).withSeeds(2));

    private static void assertTold(Collector told, Race race) {
        for (String id : List.of("a", "b")) {
            double[] recorded = race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y();
            assertThat(told.losses.get(id).stream().mapToDouble(Double::doubleValue).toArray()).isEqualTo(recorded);
        }
    }

    @Test
    void everyStepIsToldOnceAndInOrder() {
        Collector told = new Collector();
        try (Race race = Races.open(EXPERIMENT, RaceOptions.alone().withSink(told))) {
            RaceRunner.run(race, Progress.NONE);
            assertTold(told, race);
            assertThat(told.losses.get("a")).hasSize(500);
            assertThat(told.validations.get("a")).isSorted().doesNotHaveDuplicates().contains(0L, 500L);
        }
    }

    @Test
    void whatIsRepeatedAfterGoingBackIsNotToldAgainAndAChangeMakesTheRestVoid() {
        Collector told = new Collector();
        try (Race race = Races.open(EXPERIMENT, RaceOptions.alone().withSink(told))) {
            RaceRunner.run(race, Progress.NONE);
            race.seek(123);
            race.changeHyperparameter("a", "learningRate", 0.001);
            Races.settle(race);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertTold(told, race);
        }
    }
}
