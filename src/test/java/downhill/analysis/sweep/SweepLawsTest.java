package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Phase plots against their closed form, and what holds of pictures that become finer, of axes, motions and rate curves. */
class SweepLawsTest {
    private static PhasePlot plot(String id, double momentum, double[] rates, double[] curvatures) {
        Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
        double[] values = rule.defaults();
        if (rule.indexOf("momentum") >= 0) {
            values[rule.indexOf("momentum")] = momentum;
        }
        return PhaseSweep.draw(rule, values, rates, curvatures, 1, Progress.NONE, each -> { });
    }

    /** Descent multiplies x by 1 − ηλ in each step: what is largest in the last quarter is its first power there, or its last. */
    @Test
    void descentOnAQuadraticIsAPowerOfOneMinusTheProduct() {
        double[] rates = {0.01, 0.5, 0.9, 1.1, 1.5};
        double[] curvatures = {0.5, 1, 1.75};
        PhasePlot found = plot("gradient-descent", 0, rates, curvatures);
        assertThat(found.steps()).isEqualTo(120);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 5; column++) {
                double factor = Math.abs(1 - rates[column] * curvatures[row]);
                double largest = Math.pow(factor, factor > 1 ? 119 : 90);
                assertThat(found.amplitudes()[row][column]).as("η %s, λ %s", rates[column], curvatures[row])
                        .isCloseTo(largest, within(1e-9 * largest + 1e-300));
            }
        }
    }

    /** Heavy ball is stable below ηλ = 2·(1 + β): farther than plain descent. */
    @Test
    void momentumIsStableUpToTwiceOnePlusItself() {
        for (double momentum : new double[] {0, 0.3, 0.6}) {
            double border = 2 * (1 + momentum);
            double[] rates = {0.9 * border, 1.1 * border, 0.9 * border / 4, 1.1 * border / 4};
            PhasePlot found = plot("momentum", momentum, rates, new double[] {1, 4});
            assertThat(found.phases()[0][0]).as("β = %s", momentum).isNotEqualTo(Phase.DIVERGES);
            assertThat(found.phases()[0][1]).isEqualTo(Phase.DIVERGES);
            assertThat(found.phases()[1][2]).as("only the product counts").isEqualTo(found.phases()[0][0]);
            assertThat(found.phases()[1][3]).isEqualTo(Phase.DIVERGES);
            assertThat(found.amplitudes()[1][2]).isCloseTo(found.amplitudes()[0][0], within(1e-9));
        }
    }

    /** What is known keeps its value in every picture, no cell looks like one after it, and the last picture is the truth. */
    @Test
    void picturesShowWhatIsKnownAndEndWithTheTruth() {
        int rows = 21;
        int columns = 37;
        double[][] values = new double[rows][columns];
        boolean[][] known = new boolean[rows][columns];
        double[][] picture = null;
        double before = Double.POSITIVE_INFINITY;
        List<Refinement.Level> levels = Refinement.levels(rows, columns);
        for (int i = 0; i < levels.size(); i++) {
            Refinement.Level level = levels.get(i);
            assertThat(i == 0 || 2 * level.stride() == levels.get(i - 1).stride()).as("twice as fine").isTrue();
            for (Refinement.Pixel pixel : level.pixels()) {
                values[pixel.row()][pixel.column()] = height(pixel.row(), pixel.column());
                known[pixel.row()][pixel.column()] = true;
            }
            picture = Refinement.filled(values, level.stride());
            double wrong = 0;
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double off = height(row, column) - picture[row][column];
                    assertThat(off).as("it rises, so a cell shows one before it").isGreaterThanOrEqualTo(0);
                    assertThat(known[row][column] && off != 0).isFalse();
                    wrong += off;
                }
            }
            assertThat(wrong).isLessThan(before);
            before = wrong;
        }
        assertThat(before).isZero();
        assertThat(Refinement.filled(picture, 1)).isEqualTo(values);
    }

    private static double height(int row, int column) {
        return 1 + row * row + 3 * column;
    }

    @Test
    void whatIsKnownBetweenTheGridKeepsItsOwnAndNothingElseIsChanged() {
        double[][] values = {{1, 9, 2}, {8, 7, 6}, {3, 5, 4}};
        boolean[][] known = new boolean[3][3];
        known[1][1] = true;
        assertThat(Refinement.filled(values, known, 2)).isEqualTo(new double[][] {{1, 1, 2}, {1, 7, 2}, {3, 3, 4}});
        assertThat(values[0][1]).as("the original is not written to").isEqualTo(9);
    }

    @Test
    void aLogarithmicAxisIsTheSameReadBackwardsInReciprocals() {
        for (int count = 2; count < 20; count++) {
            double[] up = new SweepAxis("a", 0.002, 5, Scale.LOG, count).values();
            double[] down = new SweepAxis("a", 0.2, 500, Scale.LOG, count).values();
            for (int i = 0; i < count; i++) {
                assertThat(up[i] * down[count - 1 - i]).isCloseTo(1, within(1e-12));
            }
            assertThat(up).isSorted();
        }
        assertThat(new SweepAxis("a", 0.01, 100, Scale.LOG, 3).value(1)).as("the geometric mean").isCloseTo(1, within(1e-15));
        assertThat(new SweepAxis("a", 0, 100, Scale.LINEAR, 3).value(1)).isEqualTo(50);
    }

    private static Motion motion(double... way) {
        Motion motion = new Motion(way.length);
        for (int step = 0; step < way.length; step++) {
            motion.at(step, way[step]);
        }
        return motion;
    }

    /** Judged is where it is in the end; crossings are counted from one side to the other, and a stop on the minimum hides none. */
    @Test
    void aMotionIsJudgedByItsEndAndItsCrossings() {
        assertThat(motion(1, 90, 50, 5, 1, 0.4, 0.3, 0.2).phase()).as("it came back").isEqualTo(Phase.CONVERGES);
        assertThat(motion(1, 90, 50, 5, 1, 0.4, 0.3, 0.2).amplitude()).isEqualTo(0.3);
        assertThat(motion(1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 1.5).phase()).isEqualTo(Phase.DIVERGES);
        assertThat(motion(1, -0.5, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1).phase()).as("two crossings are few").isEqualTo(Phase.CONVERGES);
        assertThat(motion(1, -0.5, 0.4, -0.3, -0.2, -0.1, -0.1, -0.1).phase()).isEqualTo(Phase.OSCILLATES);
        assertThat(motion(1, 0, -0.5, 0, 0.4, 0, -0.3, -0.1).phase()).as("by way of 0").isEqualTo(Phase.OSCILLATES);
        assertThat(motion(1, 0, 0.5, 0, 0.4, 0, 0.3, 0.1).phase()).as("it only touched it").isEqualTo(Phase.CONVERGES);
        assertThat(motion(1, Double.NaN, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).phase()).as("nothing comes back from there")
                .isEqualTo(Phase.DIVERGES);
    }

    /** Rates in another unit move the suggestion with them; a loss that stands higher by a constant falls at the same places. */
    @Test
    void theSuggestionMovesWithTheRatesAndNotWithTheHeight() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] rates = new SweepAxis("η", 1e-6, 1, Scale.LOG, 80).values();
            double middle = 25 + 20 * random.nextDouble();
            double[] losses = new double[80];
            Arrays.setAll(losses, i -> 2 / (1 + Math.exp((i - middle) / 4)) + 0.002 * random.nextDouble());
            RateCurve found = RateCurve.of(rates, losses, false);
            RateCurve faster = RateCurve.of(Arrays.stream(rates).map(rate -> 16 * rate).toArray(), losses, false);
            RateCurve higher = RateCurve.of(rates, Arrays.stream(losses).map(loss -> loss + 1).toArray(), false);
            assertThat(found.reason()).isEqualTo(RateCurve.Reason.STEEPEST);
            assertThat(found.steepest()).isCloseTo((int) Math.round(middle), within(2));
            assertThat(faster.suggested()).isEqualTo(16 * found.suggested());
            assertThat(new int[] {higher.steepest(), higher.least()}).containsExactly(found.steepest(), found.least());
            assertThat(Arrays.stream(found.smoothed()).max().orElseThrow()).isLessThanOrEqualTo(Arrays.stream(losses).max().orElseThrow());
        }
    }
}
