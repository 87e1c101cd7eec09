package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums in float are as right as one rounding, however long they are and along whichever axis. */
class SumsTest {
    /** Relative to the sum of magnitudes; half a unit in the last place of a float is 6e-8. */
    private static final double ONE_ROUNDING = 1.2e-7;

    @ParameterizedTest
    @CsvSource({"1, 7", "1, 4096", "3, 1000", "1000, 3", "257, 129", "1, 100000", "5000, 8", "8, 5000"})
    void aSumInFloatIsRoundedOnce(int rows, int columns) {
        float[] values = new float[rows * columns];
        Random random = new Random(rows * 31L + columns);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(4)));
        }
        for (int[] axes : new int[][] {{0}, {1}, {0, 1}}) {
            double[] got = sums(values, rows, columns, axes);
            BigDecimal[] exact = new BigDecimal[got.length];
            double[] magnitude = new double[got.length];
            Arrays.fill(exact, BigDecimal.ZERO);
            for (int i = 0; i < values.length; i++) {
                int at = axes.length == 2 ? 0 : axes[0] == 0 ? i % columns : i / columns;
                exact[at] = exact[at].add(new BigDecimal(values[i]));
                magnitude[at] += Math.abs(values[i]);
            }
            for (int at = 0; at < got.length; at++) {
                assertThat(got[at]).isCloseTo(exact[at].doubleValue(), within(ONE_ROUNDING * magnitude[at]));
            }
        }
    }

    private static double[] sums(float[] values, int rows, int columns, int[] axes) {
        try (Machine machine = Host.machine(Precision.FLOAT)) {
            Graph graph = new Graph();
            Node x = graph.input("x", true, rows, columns);
            Node sum = x.sum(axes);
            Plan plan = Planner.plan(1, machine, List.of(sum), Map.of(), Map.of());
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            plan.view(x).write(0, wide);
            plan.run();
            return plan.view(sum).read(0);
        }
    }

    /** What a softmax takes off: not-a-number is not lost in a comparison, and minus infinity is a value. */
    @Test
    void theLargestIsTheLargestAndNotANumberIsSeen() {
        float[] values = {1, 5, -2, Float.NaN, 3, 4, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        try (Machine machine = Host.machine(Precision.FLOAT)) {
            Graph graph = new Graph();
            Node x = graph.input("x", true, 3, 3);
            Node most = graph.detachedMax(x, 1);
            Plan plan = Planner.plan(1, machine, List.of(most), Map.of(), Map.of());
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            plan.view(x).write(0, wide);
            plan.run();
            assertThat(plan.view(most).read(0)).containsExactly(5, Double.NaN, Double.NEGATIVE_INFINITY);
        }
    }
}
