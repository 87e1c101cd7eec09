package downhill.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Column;
import downhill.data.DataSource;
import downhill.data.Generator;
import downhill.data.Table;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without noise every point lies on the curve that the documentation names; noise has the deviation that was asked for. */
class GeneratedShapesTest {
    private static final int ROWS = 300;
    private static final double EXACT = 1e-12;

    private static Table table(Generator generator, double noise) {
        return Generators.make(new DataSource.Generated(generator, ROWS, noise, 11));
    }

    private static double[] numbers(Table table, int column) {
        Column found = table.columns().get(column);
        return IntStream.range(0, table.rows()).mapToDouble(found::number).toArray();
    }

    private static boolean isFirst(Table table, int row) {
        return table.columns().get(2).text(row).equals("a");
    }

    @Test
    void thePolynomialIsThatOfItsFormula() {
        Table table = table(Generator.POLYNOMIAL, 0);
        double[] x = numbers(table, 0);
        double[] y = numbers(table, 1);
        for (int i = 0; i < ROWS; i++) {
            assertThat(x[i]).isBetween(-1.0, 1.0);
            assertThat(y[i]).isCloseTo(1 - 2 * x[i] - 3 * x[i] * x[i] + 4 * Math.pow(x[i], 3), within(EXACT));
        }
    }

    @Test
    void circlesHaveTheirRadii() {
        Table table = table(Generator.CIRCLES, 0);
        for (int i = 0; i < ROWS; i++) {
            double radius = Math.hypot(numbers(table, 0)[i], numbers(table, 1)[i]);
            assertThat(radius).isCloseTo(isFirst(table, i) ? 1 : 0.5, within(EXACT));
        }
    }

    @Test
    void moonsAreTwoHalvesOfCircles() {
        Table table = table(Generator.MOONS, 0);
        double[] x = numbers(table, 0);
        double[] y = numbers(table, 1);
        for (int i = 0; i < ROWS; i++) {
            boolean upper = isFirst(table, i);
            assertThat(Math.hypot(x[i] - (upper ? 0 : 1), y[i] - (upper ? 0 : 0.5))).isCloseTo(1, within(EXACT));
            assertThat(upper ? y[i] >= -EXACT : y[i] <= 0.5 + EXACT).as("the right half, row %d", i).isTrue();
        }
    }

    @Test
    void theArmsOfTheSpiralAreOppositeEachOther() {
        Table table = table(Generator.SPIRAL, 0);
        double[] x = numbers(table, 0);
        double[] y = numbers(table, 1);
        for (int i = 0; i < ROWS; i++) {
            double radius = Math.hypot(x[i], y[i]);
            double angle = 1.75 * 2 * Math.PI * radius + (isFirst(table, i) ? 0 : Math.PI);
            assertThat(radius).isBetween(0.05 - EXACT, 1 + EXACT);
            assertThat(x[i]).isCloseTo(radius * Math.cos(angle), within(1e-9));
            assertThat(y[i]).isCloseTo(radius * Math.sin(angle), within(1e-9));
        }
    }

    @Test
    void blobsLieAroundTheirCorners() {
        Table table = table(Generator.BLOBS, 0);
        double[][] corners = {{-1, -0.6}, {1, -0.6}, {0, 1.1}};
        double[][] sums = new double[3][3];
        for (int i = 0; i < ROWS; i++) {
            int group = "abc".indexOf(table.columns().get(2).text(i));
            sums[group][0] += numbers(table, 0)[i];
            sums[group][1] += numbers(table, 1)[i];
            sums[group][2]++;
        }
        for (int group = 0; group < 3; group++) {
            assertThat(sums[group][2]).isEqualTo(ROWS / 3.0);
            assertThat(sums[group][0] / sums[group][2]).as("five deviations of the mean").isCloseTo(corners[group][0], within(0.1));
            assertThat(sums[group][1] / sums[group][2]).isCloseTo(corners[group][1], within(0.1));
        }
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void noiseIsAddedWithItsDeviation(Generator generator) {
        double[] still = numbers(table(generator, 0), 1);
        double[] moved = numbers(table(generator, 0.3), 1);
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            squares += (moved[i] - still[i]) * (moved[i] - still[i]);
        }
        assertThat(Math.sqrt(squares / ROWS)).as("five deviations").isCloseTo(0.3, within(0.07));
        boolean inputsStay = java.util.Arrays.equals(numbers(table(generator, 0), 0), numbers(table(generator, 0.3), 0));
        assertThat(inputsStay).as("the inputs of a regression have no noise").isEqualTo(generator.isRegression());
    }
}
