package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's instructions one by one, in both formats, against loops that say what they are. */
class HostOperationsTest {
    private static final int RUNS = 3;

    private final Random random = new Random(5);

    private static double tolerance(Precision precision) {
        return precision == Precision.FLOAT ? 2e-5 : 1e-12;
    }

    /** Filled with numbers that both formats hold exactly. */
    private double[] fill(Memory memory) {
        double[] values = random.doubles(memory.length()).map(value -> Math.rint(value * 64 - 32) / 8).toArray();
        memory.write(0, values, 0, values.length);
        return values;
    }

    private static double[] read(Memory memory) {
        double[] values = new double[memory.length()];
        memory.read(0, values, 0, values.length);
        return values;
    }

    private static ArrayView rows(Memory memory, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return ArrayView.rows(memory, 0, size, shape);
    }

    @ParameterizedTest
    @CsvSource({"FLOAT, false, false", "FLOAT, true, false", "FLOAT, false, true", "FLOAT, true, true", "DOUBLE, false, false",
        "DOUBLE, true, false", "DOUBLE, false, true", "DOUBLE, true, true"})
    void aProductIsThatOfTheMatrices(Precision precision, boolean turnA, boolean turnB) {
        for (int[] size : new int[][] {{1, 1, 1}, {5, 1, 3}, {1, 7, 4}, {4, 3, 1}, {6, 9, 17}, {33, 20, 41}}) {
            try (Machine machine = Host.machine(precision)) {
                product(machine, size[0], size[1], size[2], turnA, turnB, tolerance(precision));
            }
        }
    }

    /** A small factor that is laid out anew for BLAS gives the bits that it gives as it lies. */
    @Test
    void aTurnedFactorChangesNoBit() {
        Host.load();
        for (int[] size : new int[][] {{32, 16, 3}, {1, 7, 4}, {5, 1, 31}, {33, 16, 16}, {40, 8, 31}, {6, 9, 17}}) {
            int m = size[0];
            int n = size[1];
            int k = size[2];
            FloatMachine machine = new FloatMachine(false);
            Memory first = machine.allocate(RUNS * m * k);
            Memory second = machine.allocate(RUNS * n * (k + 2) + 1);
            for (Memory each : List.of(first, second)) {
                double[] values = random.doubles(each.length(), -1, 1).toArray();
                each.write(0, values, 0, values.length);
            }
            ArrayView right = new ArrayView(second, 1, n * (k + 2), new int[] {k, n}, new int[] {1, k + 2});
            double[][] both = new double[2][];
            for (int turning = 0; turning < 2; turning++) {
                Memory third = machine.allocate(RUNS * m * n);
                new FloatGemm(RUNS, rows(first, m, k), right, rows(third, m, n), machine, turning == 1, null).run();
                both[turning] = read(third);
            }
            assertThat(both[1]).as("%d, %d, %d", m, n, k).isEqualTo(both[0]);
            machine.close();
        }
    }

    private void product(Machine machine, int m, int n, int k, boolean turnA, boolean turnB, double tolerance) {
        Memory first = machine.allocate(RUNS * m * k);
        Memory second = machine.allocate(RUNS * k * n);
        Memory third = machine.allocate(RUNS * m * n);
        double[] a = fill(first);
        double[] b = fill(second);
        ArrayView left = turnA ? new ArrayView(first, 0, m * k, new int[] {m, k}, new int[] {1, m}) : rows(first, m, k);
        ArrayView right = turnB ? new ArrayView(second, 0, k * n, new int[] {k, n}, new int[] {1, k}) : rows(second, k, n);
        machine.matmul(RUNS, left, right, rows(third, m, n)).run();
        double[] c = read(third);
        for (int at = 0; at < c.length; at++) {
            int run = at / (m * n);
            int i = at / n % m;
            int j = at % n;
            double sum = 0;
            for (int l = 0; l < k; l++) {
                sum += a[run * m * k + (turnA ? l * m + i : i * k + l)] * b[run * k * n + (turnB ? j * k + l : l * n + j)];
            }
            assertThat(c[at]).as("run %d, [%d, %d]", run, i, j).isCloseTo(sum, within(tolerance * Math.max(1, Math.abs(sum))));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void patchesAreTakenOutAndPutBackByTheTranspose(Precision precision) {
        int height = 5;
        int width = 4;
        int channels = 3;
        int kernel = 2;
        try (Machine machine = Host.machine(precision)) {
            Memory images = machine.allocate(RUNS * 2 * height * width * channels);
            Memory patches = machine.allocate(RUNS * 2 * (height - 1) * (width - 1) * channels * kernel * kernel);
            Memory back = machine.allocate(images.length());
            double[] x = fill(images);
            ArrayView image = rows(images, 2, height, width, channels);
            ArrayView patch = rows(patches, 2, height - 1, width - 1, channels * kernel * kernel);
            machine.unfold(RUNS, image, patch, kernel).run();
            double[] taken = read(patches);
            for (int at = 0; at < taken.length; at++) {
                assertThat(taken[at]).isEqualTo(x[source(at, height, width, channels, kernel)]);
            }
            double[] w = fill(patches);
            machine.fold(RUNS, patch, rows(back, 2, height, width, channels), kernel).run();
            double[] put = new double[x.length];
            for (int at = 0; at < w.length; at++) {
                put[source(at, height, width, channels, kernel)] += w[at];
            }
            assertThat(read(back)).containsExactly(put);
        }
    }

    /** Which element of the images [.., H, W, C] stands at this place of the patches [.., OH, OW, C·k·k]. */
    private static int source(int at, int height, int width, int channels, int kernel) {
        int inside = channels * kernel * kernel;
        int i = at % inside;
        int column = at / inside % (width - kernel + 1) + i % kernel;
        int row = at / inside / (width - kernel + 1) % (height - kernel + 1) + i / kernel % kernel;
        int image = at / inside / (width - kernel + 1) / (height - kernel + 1);
        return ((image * height + row) * width + column) * channels + i / kernel / kernel;
    }

    @ParameterizedTest
    @CsvSource({"FLOAT, 2", "FLOAT, 3", "DOUBLE, 2", "DOUBLE, 3"})
    void aWindowGivesItsLargestAndHandsItsGradientBack(Precision precision, int size) {
        int height = 7;
        int width = 6;
        int channels = 2;
        try (Machine machine = Host.machine(precision)) {
            Memory images = machine.allocate(RUNS * 2 * height * width * channels);
            Memory pooled = machine.allocate(RUNS * 2 * (height / size) * (width / size) * channels);
            Memory gradient = machine.allocate(images.length());
            double[] x = fill(images);
            x[17] = Double.NaN;
            images.write(0, x, 0, x.length);
            ArrayView image = rows(images, 2, height, width, channels);
            ArrayView small = rows(pooled, 2, height / size, width / size, channels);
            machine.maxPool(RUNS, image, small, size).run();
            double[] largest = read(pooled);
            double[] incoming = fill(pooled);
            machine.maxPoolGradient(RUNS, image, small, rows(gradient, 2, height, width, channels), size).run();
            double[] expected = new double[x.length];
            for (int at = 0; at < largest.length; at++) {
                int winner = winner(x, at, height, width, channels, size);
                assertThat(largest[at]).isEqualTo(x[winner]);
                expected[winner] += incoming[at];
            }
            assertThat(read(gradient)).containsExactly(expected);
        }
    }

    /** The first of the largest of a window; where it holds not-a-number, the last of those. */
    private static int winner(double[] x, int at, int height, int width, int channels, int size) {
        int column = at / channels % (width / size) * size;
        int row = at / channels / (width / size) % (height / size) * size;
        int image = at / channels / (width / size) / (height / size);
        int found = -1;
        for (int i = 0; i < size * size; i++) {
            int place = ((image * height + row + i / size) * width + column + i % size) * channels + at % channels;
            if (found < 0 || Double.isNaN(x[place]) || x[place] > x[found]) {
                found = place;
            }
        }
        return found;
    }
}
