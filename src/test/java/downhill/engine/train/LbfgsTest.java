package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two loops of L-BFGS against the matrix that they stand for (Nocedal &amp; Wright, formula 7.16), written out. */
class LbfgsTest {
    private static final int SIZE = 6;
    private static final double RATE = 0.3;

    /** H·g with H built up as a whole from the last pairs of steps and differences. */
    private static final class Dense {
        private final int memory;
        private final List<double[][]> pairs = new ArrayList<>();
        private double scale = 1;
        private double[] gradient;
        private double[] step;

        Dense(int memory) {
            this.memory = memory;
        }

        double[] step(double[] now, double[] followed, double rate) {
            double[] result = new double[SIZE];
            if (gradient == null) {
                double sum = Arrays.stream(followed).map(Math::abs).sum();
                Arrays.setAll(result, i -> -rate * Math.min(1, 1 / sum) * followed[i]);
            } else {
                learn(now);
                double[][] inverse = inverse();
                Arrays.setAll(result, i -> -rate * dot(inverse[i], followed));
            }
            gradient = now.clone();
            step = result;
            return result;
        }

        private void learn(double[] now) {
            double[] y = new double[SIZE];
            Arrays.setAll(y, i -> now[i] - gradient[i]);
            if (dot(y, step) > 1e-10) {
                pairs.add(new double[][] {step, y});
                scale = dot(y, step) / dot(y, y);
            }
        }

        private double[][] inverse() {
            double[][] h = new double[SIZE][SIZE];
            for (int i = 0; i < SIZE; i++) {
                h[i][i] = scale;
            }
            for (double[][] pair : pairs.subList(Math.max(0, pairs.size() - memory), pairs.size())) {
                h = updated(h, pair[0], pair[1]);
            }
            return h;
        }

        /** (1 − ρ·s·yᵀ)·H·(1 − ρ·y·sᵀ) + ρ·s·sᵀ, ρ = 1 / (y·s). */
        private static double[][] updated(double[][] h, double[] s, double[] y) {
            double rho = 1 / dot(y, s);
            double[] hy = new double[SIZE];
            Arrays.setAll(hy, i -> dot(h[i], y));
            double yhy = dot(y, hy);
            double[][] next = new double[SIZE][SIZE];
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    next[i][j] = h[i][j] - rho * (s[i] * hy[j] + hy[i] * s[j]) + rho * (rho * yhy + 1) * s[i] * s[j];
                }
            }
            return next;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The gradient of Σ cᵢ·xᵢ²/2 + xᵢ⁴/4 with a part that changes its sign, so that some steps show no curvature. */
    private static double[] slope(double[] x) {
        double[] g = new double[SIZE];
        Arrays.setAll(g, i -> (i + 1) * x[i] + x[i] * x[i] * x[i] - 2 * Math.sin(3 * x[(i + 1) % SIZE]));
        return g;
    }

    private static double[] start(long seed) {
        return new Random(seed).doubles(SIZE, -1, 1).toArray();
    }

    private static void move(double[] x, double[] step) {
        for (int i = 0; i < SIZE; i++) {
            x[i] += step[i];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void theTwoLoopsAreTheProductWithTheMatrix(int memory) {
        for (long seed = 0; seed < 30; seed++) {
            Lbfgs loops = new Lbfgs(memory);
            Dense dense = new Dense(memory);
            double[] x = start(seed);
            for (int step = 0; step < 15; step++) {
                double[] g = slope(x);
                double[] clipped = Arrays.stream(g).map(value -> Math.max(-1, Math.min(1, value))).toArray();
                double[] got = loops.step(g, clipped, RATE);
                double[] wanted = dense.step(g, clipped, RATE);
                double scale = Math.sqrt(dot(wanted, wanted));
                for (int i = 0; i < SIZE; i++) {
                    assertThat(got[i]).as("seed %d, step %d, %d", seed, step, i).isCloseTo(wanted[i], within(1e-7 * (scale + 1e-3)));
                }
                move(x, got);
                dense.step = got;
            }
        }
    }

    /** H·y = s for the latest pair: what was learned is what was seen. */
    @Test
    void theLatestDifferenceOfGradientsLeadsBackToTheLatestStep() {
        for (long seed = 0; seed < 30; seed++) {
            Lbfgs loops = new Lbfgs(3);
            double[] x = start(seed);
            for (int i = 0; i < 4; i++) {
                move(x, loops.step(steep(x), steep(x), 1));
            }
            double[][] rows = loops.rows();
            double[] before = rows[rows.length - 2];
            double[] s = rows[rows.length - 1].clone();
            double[] now = steep(x);
            double[] y = new double[SIZE];
            Arrays.setAll(y, i -> now[i] - before[i]);
            double[] back = loops.step(now, y, 1);
            for (int i = 0; i < SIZE; i++) {
                assertThat(-back[i]).as("seed %d", seed).isCloseTo(s[i], within(1e-9));
            }
        }
    }

    /** Of a bowl, along which every step shows curvature. */
    private static double[] steep(double[] x) {
        double[] g = new double[SIZE];
        Arrays.setAll(g, i -> (i + 1) * x[i] + 0.1);
        return g;
    }

    @Test
    void noMorePairsAreKeptThanWereAskedFor() {
        Lbfgs loops = new Lbfgs(4);
        assertThat(loops.rows()).isEmpty();
        double[] x = start(1);
        for (int step = 1; step <= 9; step++) {
            move(x, loops.step(steep(x), steep(x), 0.1));
            assertThat(loops.rows()).as("step %d", step).hasSize(2 + 2 * Math.min(4, step - 1));
        }
        loops.memory(2);
        loops.step(steep(x), steep(x), 0.1);
        assertThat(loops.rows()).as("fewer from now on").hasSize(2 + 2 * 2);
    }

    @Test
    void aStepWithoutCurvatureTeachesNothing() {
        Lbfgs loops = new Lbfgs(5);
        double[] g = start(2);
        loops.step(g, g, RATE);
        double[] second = loops.step(g, g, RATE);
        assertThat(loops.rows()).as("the gradient and the step alone").hasSize(2);
        for (int i = 0; i < SIZE; i++) {
            assertThat(second[i]).as("plain descent").isCloseTo(-RATE * g[i], within(1e-15));
        }
    }

    @Test
    void whoIsRestoredGoesOnToTheBit() {
        Lbfgs first = new Lbfgs(3);
        double[] x = start(3);
        for (int step = 0; step < 7; step++) {
            move(x, first.step(slope(x), slope(x), RATE));
        }
        Lbfgs second = new Lbfgs(3);
        second.step(start(9), start(9), 1);
        second.restore(first.rows(), first.scalars());
        for (int step = 0; step < 7; step++) {
            double[] wanted = first.step(slope(x), slope(x), RATE);
            assertThat(second.step(slope(x), slope(x), RATE)).as("step %d", step).isEqualTo(wanted);
            move(x, wanted);
        }
        second.restore(new double[0][], new double[0]);
        assertThat(second.rows()).isEmpty();
    }

    @Test
    void theGradientIsCopied() {
        Lbfgs loops = new Lbfgs(3);
        double[] g = start(4);
        double[] kept = g.clone();
        loops.step(g, g, RATE);
        Arrays.fill(g, 77);
        assertThat(loops.rows()[0]).isEqualTo(kept);
    }
}
