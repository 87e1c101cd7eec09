package downhill.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.StepSetup;
import downhill.race.document.Experiment;
import downhill.study.Recipe;
import downhill.study.Studies;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainabilityTest {
    private static final int STEPS = 50;
    private static final Experiment IRIS = Studies.iris(STEPS);
    private static final Prepared ROWS = Studies.rows(IRIS);

    /** As a recipe settles it: a batch is whole. */
    private static MapAxis axis(String text, int count) {
        Knob knob = VaryText.read(text);
        return MapAxis.of(recipe(knob).space().knob(knob.name()).orElseThrow(), count);
    }

    private static Recipe recipe(Knob... knobs) {
        return new Recipe(IRIS, InputShape.of(4), new SearchSpace(List.of(knobs)), RuleLibrary.complete(), text -> Schedule.CONSTANT);
    }

    private static Recipe recipe(MapAxis... axes) {
        return recipe(Stream.of(axes).map(MapAxis::knob).toArray(Knob[]::new));
    }

    private static Trainability map(MapAxis across, MapAxis up) {
        return new Trainability(recipe(across, up), across, up, STEPS, data -> ROWS, RuleLibrary.complete(), 2);
    }

    /** Whatever the knobs are: numbers of the rule, of the contender, the batch, the layers. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"learningRate=1e-3..1e3:log beta1=0..0.95", "learningRate=1e-3..1:log l2=1e-6..1:log",
        "batch=8..64:log clipNorm=0.1..10:log", "hidden=4,8,6-6 learningRate=1e-2..1:log",
        "optimizer=adam,sgd,momentum learningRate=1e-2..1:log",
        "dropout=0..0.5 activation=tanh,relu"})
    void aPixelIsTheRunOfItsValuesBitForBit(String first, String second) {
        MapAxis across = axis(first, 20);
        MapAxis up = axis(second, 5);
        List<TrainabilityMap> maps = new ArrayList<>();
        TrainabilityMap map = map(across, up).draw(Progress.NONE, maps::add);
        assertThat(maps.get(maps.size() - 1)).isSameAs(map);
        assertThat(map.complete()).isTrue();
        Recipe recipe = recipe(across, up);
        int width = across.values().size();
        for (int[] pixel : new int[][] {{0, 0}, {up.values().size() - 1, width / 2}, {1, width - 1}}) {
            StepLog alone = alone(recipe.at(map.values(pixel[0], pixel[1])));
            assertThat(map.startLoss()[pixel[0]][pixel[1]]).isEqualTo(alone.loss(0, 0));
            assertThat(map.finalLoss()[pixel[0]][pixel[1]]).isEqualTo(end(alone));
        }
        TrainabilityMap.Place best = map.best().orElseThrow();
        assertThat(map.end(best.row(), best.column())).isEqualTo(TrainabilityMap.End.LEARNED);
    }

    private static StepLog alone(Experiment one) {
        StepSetup setup = StepSetup.of(one, ROWS, "c1", 0, 0, RuleLibrary.complete());
        try (TrainingStack stack = new TrainingStack(setup.graph(), setup.data(), List.of(setup.run()), IRIS.precision(), 1)) {
            stack.restore(List.of(RunState.initial(setup.start())));
            StepLog log = new StepLog(1, STEPS, 0);
            stack.advance(STEPS, log);
            return log;
        }
    }

    private static double end(StepLog log) {
        double sum = 0;
        for (int i = STEPS - STEPS / 10; i < STEPS; i++) {
            sum += log.loss(0, i);
        }
        return sum / (STEPS / 10);
    }

    @Test
    void itIsRefinedCoarseToFineAndCanBeEndedAtAnyMoment() {
        MapAxis across = axis("learningRate=1e-3..1e3:log", 32);
        MapAxis up = axis("beta2=0.5..0.999", 16);
        List<TrainabilityMap> maps = new ArrayList<>();
        List<Double> done = new ArrayList<>();
        TrainabilityMap map = map(across, up).draw(done::add, maps::add);
        assertThat(maps).extracting(TrainabilityMap::complete).containsExactly(false, false, true);
        assertThat(done).isSorted().last().isEqualTo(1.0);
        assertThat(maps.get(0).finalLoss()[4][8]).isEqualTo(map.finalLoss()[4][8]).isEqualTo(maps.get(0).finalLoss()[5][9]);
        Progress halfway = new Progress() {
            private double part;

            @Override
            public void done(double fraction) {
                part = fraction;
            }

            @Override
            public boolean cancelled() {
                return part > 0.5;
            }
        };
        maps.clear();
        assertThatThrownBy(() -> map(across, up).draw(halfway, maps::add)).isInstanceOf(CancellationException.class);
        assertThat(maps).as("what was there stays").hasSize(3);
        assertThat(maps.get(2).done()).isEqualTo(maps.get(1).done()).isEqualTo(16 * 8);

    }

    /** What diverges has no loss, wherever it did, and the picture says when. */
    @Test
    void whatDivergesIsNoNumber() {
        MapAxis across = axis("learningRate=1e-3..1e200:log", 12);
        TrainabilityMap map = map(across, axis("optimizer=adam,sgd", 2)).draw(Progress.NONE, each -> { });
        assertThat(map.finalLoss()[1][11]).isNaN();
        assertThat(map.divergedAt()[1][11]).isBetween(1.0, 5.0);
        assertThat(map.end(1, 11)).isEqualTo(TrainabilityMap.End.DIVERGED);
        assertThat(map.divergedAt()[1][0]).isEqualTo(-1);
    }

    @Test
    void anAxisIsZoomedByItsValues() {
        MapAxis rates = axis("learningRate=1e-4..1:log", 5);
        assertThat(rates.values()).hasSize(5).startsWith(1e-4).endsWith(1.0);
        MapAxis nearer = rates.zoomed(3, 2, 9);
        assertThat(nearer.values()).hasSize(9).startsWith(rates.values().get(2)).endsWith(rates.values().get(3));
        assertThat(rates.zoomed(2, 2, 9).values()).startsWith(rates.values().get(1)).endsWith(rates.values().get(3));
        assertThat(rates.zoomed(0, 0, 9).values()).startsWith(1e-4).endsWith(rates.values().get(1));
        assertThat(axis("batch=8..64:int:log", 100).values()).doesNotHaveDuplicates().allMatch(Long.class::isInstance).startsWith(8L)
                .endsWith(64L);
        assertThat(axis("batch=8..64:int", 9).zoomed(1, 2, 100).values()).startsWith(15L).endsWith(22L).hasSize(8);
        assertThat(axis("optimizer=adam,sgd,lion", 100).zoomed(1, 2, 3).values()).containsExactly("sgd", "lion");
        assertThat(axis("optimizer=adam,sgd,lion", 100).values()).hasSize(3);
    }

    @Test
    void twoKnobsAreNeeded() {
        MapAxis rate = axis("learningRate=1e-4..1:log", 5);
        assertThatThrownBy(() -> new Trainability(recipe(rate), rate, rate, STEPS, data -> ROWS, RuleLibrary.complete(), 2))
                .hasMessageContaining("two different");
    }
}
