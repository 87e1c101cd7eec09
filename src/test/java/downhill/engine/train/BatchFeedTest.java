package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.BatchSchedule;
import downhill.data.CounterRandom;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, weights and masks of a step are those that (seed, step) say, in whatever order steps are asked for. */
class BatchFeedTest {
    private static final int ROWS = 11;
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;
    private static final int WIDTH = 5;
    private static final List<Long> SEEDS = List.of(4L, 9L);
    private static final double[] RATES = {0.25, 0.6};

    private static double[] counted(int count, double from) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> from + i);
        return values;
    }

    private static final class Fed implements AutoCloseable {
        private final Machine machine = Host.machine(Precision.DOUBLE);
        private final int batch;
        private final Node x;
        private final Node y;
        private final Node weights;
        private final List<TrainingGraph.Mask> masks;
        private final Plan plan;
        private final BatchFeed feed;

        Fed(int batch, TrainingData.Augmentation augment, TrainingData.BatchOrder order) {
            this.batch = batch;
            Graph graph = new Graph();
            x = graph.input("x", true, batch, INPUTS);
            y = graph.input("y", true, batch, OUTPUTS);
            weights = graph.input("w", true, batch, 1);
            masks = List.of(new TrainingGraph.Mask(graph.input("m0", true, batch, WIDTH), RATES[0]),
                    new TrainingGraph.Mask(graph.input("m1", true, batch, 1), RATES[1]));
            Node loss = x.total().plus(y.total()).plus(weights.total());
            for (TrainingGraph.Mask mask : masks) {
                loss = loss.plus(mask.input().total());
            }
            plan = Planner.plan(SEEDS.size(), machine, List.of(loss), Map.of(), Map.of());
            TrainingData data = new TrainingData(ROWS, counted(ROWS * INPUTS, 0), counted(ROWS * OUTPUTS, 1000), counted(ROWS, 1),
                    augment, order);
            feed = new BatchFeed(new TrainingGraph(loss, x, y, weights, masks, null), data, plan, SEEDS);
        }

        double[] read(Node node, int set) {
            return plan.view(node).read(set);
        }

        /** What one seed sees, against a loop over its rows. */
        void check(int[] rows, int set, long step) {
            double[] inputs = read(x, set);
            double[] targets = read(y, set);
            double[] counts = read(weights, set);
            for (int i = 0; i < batch; i++) {
                for (int k = 0; k < INPUTS; k++) {
                    assertThat(inputs[i * INPUTS + k]).as("step %d, x[%d, %d]", step, i, k).isEqualTo(rows[i] * INPUTS + k);
                }
                for (int k = 0; k < OUTPUTS; k++) {
                    assertThat(targets[i * OUTPUTS + k]).as("step %d, y[%d, %d]", step, i, k).isEqualTo(1000 + rows[i] * OUTPUTS + k);
                }
                assertThat(counts[i]).as("weight of row %d", rows[i]).isEqualTo(rows[i] + 1);
            }
        }

        @Override
        public void close() {
            machine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, ROWS})
    void eachSeedSeesTheRowsOfItsSchedule(int batch) {
        try (Fed fed = new Fed(batch, null, null)) {
            for (long step : new long[] {0, 1, 2, 3, 17, 3, 0}) {
                fed.feed.fill(step);
                for (int set = 0; set < SEEDS.size(); set++) {
                    int[] rows = new BatchSchedule(ROWS, batch == ROWS ? 0 : batch, SEEDS.get(set)).rows(step, new int[batch]);
                    fed.check(rows, set, step);
                }
            }
        }
    }

    @Test
    void aGivenOrderIsFollowedByAllSeeds() {
        TrainingData.BatchOrder order = (step, rows) -> Arrays.setAll(rows, i -> (int) ((3 * step + i) % ROWS));
        try (Fed fed = new Fed(4, null, order)) {
            for (long step : new long[] {5, 0, 2}) {
                fed.feed.fill(step);
                int[] rows = new int[4];
                order.rows(step, rows);
                fed.check(rows, 0, step);
                fed.check(rows, 1, step);
            }
        }
    }

    /** Also where all rows are in the batch, which would need to be written only once if nothing changed them. */
    @ParameterizedTest
    @ValueSource(ints = {4, ROWS})
    void inputsAreChangedAnewAtEachStep(int batch) {
        TrainingData.Augmentation augment = (x, rows, seed, step) -> Arrays.setAll(x, i -> x[i] + 10_000 * step + 0.25 * seed);
        try (Fed fed = new Fed(batch, augment, null)) {
            for (long step : new long[] {0, 3, 1}) {
                fed.feed.fill(step);
                for (int set = 0; set < SEEDS.size(); set++) {
                    long seed = SEEDS.get(set);
                    int[] rows = new BatchSchedule(ROWS, batch == ROWS ? 0 : batch, seed).rows(step, new int[batch]);
                    double[] x = fed.read(fed.x, set);
                    for (int i = 0; i < x.length; i++) {
                        double wanted = rows[i / INPUTS] * INPUTS + i % INPUTS + 10_000 * step + 0.25 * seed;
                        assertThat(x[i]).as("step %d, seed %d", step, seed).isEqualTo(wanted);
                    }
                }
            }
        }
    }

    @Test
    void masksAreOneSequenceOfDrawsOfTheSeed() {
        try (Fed fed = new Fed(4, null, null)) {
            int first = 4 * WIDTH;
            int all = first + 4;
            for (long step : new long[] {0, 1, 6, 2}) {
                fed.feed.fill(step);
                for (int set = 0; set < SEEDS.size(); set++) {
                    for (int i = 0; i < all; i++) {
                        int which = i < first ? 0 : 1;
                        double draw = CounterRandom.uniform(SEEDS.get(set), CounterRandom.DROPOUT, step * all + i);
                        double value = fed.read(fed.masks.get(which).input(), set)[i - which * first];
                        assertThat(value).as("step %d, draw %d", step, i).isEqualTo(draw < RATES[which] ? 0 : 1 / (1 - RATES[which]));
                    }
                }
            }
        }
    }

    /** Inverted dropout: the mean of a mask is 1 whatever its rate; the deviation of the mean of these draws is below 0.013. */
    @Test
    void aMaskChangesNothingInTheMean() {
        try (Fed fed = new Fed(10, null, null)) {
            double sum = 0;
            int count = 0;
            for (int step = 0; step < 100; step++) {
                fed.feed.fill(step);
                sum += Arrays.stream(fed.read(fed.masks.get(0).input(), 0)).sum();
                count += 10 * WIDTH;
            }
            assertThat(sum / count).isCloseTo(1, within(0.05));
        }
    }
}
