package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Graph;
import downhill.engine.graph.ReferenceInterpreter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Label smoothing of classes that count differently, against the formula of PyTorch's CrossEntropyLoss. Slopes are among
 * {@link ModelCases}.
 */
class WeightedSmoothingTest {
    private static final int ROWS = 5;

    private static double value(Loss loss, double[] outputs, double[] targets, double[] weights, List<Double> byClass, double smoothing) {
        Graph graph = new Graph();
        int columns = outputs.length / weights.length;
        var node = loss.of(graph.input("x", false, weights.length, columns), graph.input("y", false, weights.length, columns),
                graph.input("w", false, weights.length, 1), byClass, new LossOptions(1, smoothing));
        return new ReferenceInterpreter().evaluate(List.of(node), 1, Map.of("x", outputs, "y", targets, "w", weights),
                new double[0])[0][0][0];
    }

    /** Σ r·[(1−ε)·w_y·(−log p_y) + (ε/K)·Σ_c w_c·(−log p_c)] / Σ r·w_y. */
    static double formula(double[][] logits, int[] classes, double[] rows, double[] byClass, double smoothing) {
        double sum = 0;
        double counted = 0;
        for (int i = 0; i < logits.length; i++) {
            double[] z = logits[i];
            double total = Arrays.stream(z).map(Math::exp).sum();
            double spread = IntStream.range(0, z.length).mapToDouble(c -> -byClass[c] * Math.log(Math.exp(z[c]) / total)).sum();
            double own = -byClass[classes[i]] * Math.log(Math.exp(z[classes[i]]) / total);
            sum += rows[i] * ((1 - smoothing) * own + smoothing / z.length * spread);
            counted += rows[i] * byClass[classes[i]];
        }
        return sum / counted;
    }

    /** By hand: two rows of even logits, so −log p = log 2: of weights 3 and 1 and ε = 0.5 (0.5·3 + 0.25·4 + 0.5·1 + 0.25·4)·log 2 / 4. */
    @Test
    void evenLogitsByHand() {
        double[] weights = {3, 1};
        assertThat(value(Loss.CROSS_ENTROPY, new double[4], new double[] {1, 0, 0, 1}, weights, List.of(3.0, 1.0), 0.5))
                .isCloseTo(Math.log(2), within(1e-15));
        assertThat(value(Loss.CROSS_ENTROPY, new double[2], new double[] {1, 0}, new double[] {3}, List.of(3.0, 1.0), 0.5))
                .isCloseTo((0.5 * 3 + 0.25 * 4) * Math.log(2) / 3, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.3, 0.9})
    void eachClassIsWeightedWhereItStandsInTheTarget(double smoothing) {
        Random random = new Random(3);
        for (int classes = 2; classes < 7; classes++) {
            int count = classes;
            double[][] logits = IntStream.range(0, ROWS).mapToObj(i -> random.doubles(count, -4, 4).toArray()).toArray(double[][]::new);
            int[] hot = random.ints(ROWS, 0, classes).toArray();
            double[] rows = random.doubles(ROWS, 0.1, 9).toArray();
            double[] byClass = random.doubles(classes, -3, 3).map(power -> Math.pow(10, power)).toArray();
            double[] targets = new double[ROWS * classes];
            IntStream.range(0, ROWS).forEach(i -> targets[i * count + hot[i]] = 1);
            double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> rows[i] * byClass[hot[i]]).toArray();
            double[] flat = Arrays.stream(logits).flatMapToDouble(DoubleStream::of).toArray();
            double wanted = formula(logits, hot, rows, byClass, smoothing);
            assertThat(value(Loss.CROSS_ENTROPY, flat, targets, weights, Arrays.stream(byClass).boxed().toList(), smoothing))
                    .isCloseTo(wanted, within(1e-12 * wanted));
        }
    }

    /** One output is the same as two of which the first is 0, also where its weights are far apart. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.7})
    void oneOutputIsTwoOfWhichTheFirstIsZero(double smoothing) {
        double[] outputs = {0.3, -1.2, 2.5, 4, -30};
        int[] hot = {1, 0, 0, 1, 1};
        double[] rows = {1, 2, 0.5, 3, 1};
        double[][] logits = Arrays.stream(outputs).mapToObj(z -> new double[] {0, z}).toArray(double[][]::new);
        for (double[] byClass : new double[][] {{1, 4}, {0.2, 0.1}, {1e9, 1e-9}, {1e-9, 1e9}}) {
            double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> rows[i] * byClass[hot[i]]).toArray();
            double wanted = formula(logits, hot, rows, byClass, smoothing);
            double[] targets = Arrays.stream(hot).asDoubleStream().toArray();
            assertThat(value(Loss.BINARY_CROSS_ENTROPY, outputs, targets, weights, List.of(byClass[0], byClass[1]), smoothing))
                    .isCloseTo(wanted, within(1e-12 * wanted));
        }
    }
}
