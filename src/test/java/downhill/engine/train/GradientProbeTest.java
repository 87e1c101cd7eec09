package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.BatchSchedule;
import downhill.data.CounterRandom;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe's loss and gradient against the same loss as a loop over the batch's rows, and its differences. */
class GradientProbeTest {
    private static final int ROWS = 23;
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int COUNT = INPUTS * HIDDEN + HIDDEN;
    private static final double RATE = 0.5;
    private static final long SEED = 6;
    private static final double[] X = new Random(1).doubles(ROWS * INPUTS, -2, 2).toArray();
    private static final double[] Y = new Random(2).doubles(ROWS, -1, 1).toArray();

    /** Σ (tanh(x·W)·mask·v − y)² / B. */
    private static TrainingGraph graph(int batch) {
        Graph graph = new Graph();
        Node x = graph.input("x", false, batch, INPUTS);
        Node y = graph.input("y", false, batch, 1);
        Node mask = graph.input("mask", false, batch, HIDDEN);
        Node hidden = x.matmul(graph.parameter("a.weight", INPUTS, HIDDEN)).apply(UnaryOp.TANH).times(mask);
        Node error = hidden.matmul(graph.parameter("b.weight", HIDDEN, 1)).minus(y).apply(UnaryOp.SQUARE);
        return new TrainingGraph(error.mean(0, 1).reshape(), x, y, List.of(new TrainingGraph.Mask(mask, RATE)));
    }

    private static double loss(double[] w, long step, int batch) {
        int[] rows = new BatchSchedule(ROWS, batch == ROWS ? 0 : batch, SEED).rows(step, new int[batch]);
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            double answer = 0;
            for (int h = 0; h < HIDDEN; h++) {
                double z = 0;
                for (int k = 0; k < INPUTS; k++) {
                    z += X[rows[i] * INPUTS + k] * w[k * HIDDEN + h];
                }
                long draw = (step * batch + i) * HIDDEN + h;
                boolean dropped = CounterRandom.uniform(SEED, CounterRandom.DROPOUT, draw) < RATE;
                answer += dropped ? 0 : Math.tanh(z) / (1 - RATE) * w[INPUTS * HIDDEN + h];
            }
            sum += (answer - Y[rows[i]]) * (answer - Y[rows[i]]);
        }
        return sum / batch;
    }

    private static double slope(double[] w, int i, long step, int batch) {
        double h = 1e-5;
        double[] up = w.clone();
        double[] down = w.clone();
        up[i] += h;
        down[i] -= h;
        return (loss(up, step, batch) - loss(down, step, batch)) / (up[i] - down[i]);
    }

    @ParameterizedTest
    @CsvSource({"1, DOUBLE", "5, DOUBLE", "23, DOUBLE", "5, FLOAT"})
    void lossAndGradientAreThoseOfTheStepsBatch(int batch, Precision precision) {
        double tolerance = precision == Precision.DOUBLE ? 1e-8 : 2e-5;
        TrainingData data = new TrainingData(ROWS, X, Y, null);
        try (GradientProbe probe = new GradientProbe(graph(batch), data, SEED, precision)) {
            for (long step : new long[] {0, 1, 2, 40, 2}) {
                double[] w = new Random(step).doubles(COUNT, -1, 1).toArray();
                double[] gradient = probe.gradient(w, step);
                assertThat(probe.loss()).as("step %d", step).isCloseTo(loss(w, step, batch), within(tolerance * 5));
                for (int i = 0; i < COUNT; i++) {
                    double wanted = slope(w, i, step, batch);
                    assertThat(gradient[i]).as("step %d, parameter %d", step, i)
                            .isCloseTo(wanted, within(tolerance * (1 + Math.abs(wanted))));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, ROWS})
    void askingForOtherStepsInBetweenChangesNoBit(int batch) {
        TrainingData data = new TrainingData(ROWS, X, Y, null);
        double[] w = new Random(7).doubles(COUNT, -1, 1).toArray();
        double[] kept = w.clone();
        try (GradientProbe probe = new GradientProbe(graph(batch), data, SEED, Precision.DOUBLE)) {
            double[] first = probe.gradient(w, 3).clone();
            probe.gradient(Arrays.stream(w).map(value -> -value).toArray(), 8);
            assertThat(probe.gradient(w, 3)).isEqualTo(first);
            assertThat(w).as("the row is only read").isEqualTo(kept);
        }
    }
}
