package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Memory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products in pieces are those of the matrices, and their bits depend neither on threads nor on runs, whatever kernels BLAS uses here. */
class GemmTilesTest {
    private static final int NOWHERE = -1;
    private static final int TWICE = 2;

    @BeforeAll
    static void load() {
        Host.load();
    }

    /** More rows than columns, more columns, long sums that are cut, few rows; each as it lies and either factor turned. */
    @ParameterizedTest
    @CsvSource({"300, 70, 60", "70, 300, 60", "12, 25, 4100", "256, 10, 500", "520, 64, 33", "40, 100, 300"})
    void piecesGiveTheProduct(int m, int n, int k) {
        for (int turned = 0; turned < 4; turned++) {
            float[] a = numbers(1, TWICE * m * k);
            float[] b = numbers(2, TWICE * k * n);
            ArrayView left = view(turned % 2 != 0, m, k);
            ArrayView right = view(turned > 1, k, n);
            float[] two = product(TWICE, 1, a, left, b, right);
            assertThat(Arrays.mismatch(product(TWICE, 3, a, left, b, right), two)).as("threads").isEqualTo(NOWHERE);
            assertThat(Arrays.mismatch(product(1, 2, a, left, b, right), Arrays.copyOf(two, m * n))).as("runs").isEqualTo(NOWHERE);
            double farthest = 0;
            for (int at = 0; at < m * n; at++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += (double) a[at / n * left.strides()[0] + l * left.strides()[1]]
                            * b[l * right.strides()[0] + at % n * right.strides()[1]];
                }
                farthest = Math.max(farthest, Math.abs(two[at] - sum));
            }
            assertThat(farthest).as("turned %d", turned).isLessThan(3e-7 * k);
        }
    }

    @ParameterizedTest
    @CsvSource({"2048, 192, 64, false, false", "64, 192, 2048, true, false", "2048, 64, 192, false, true", "128, 1024, 1024, false, false",
        "65536, 64, 100, false, false", "10, 25, 36864, true, false", "4096, 20, 250, false, true", "784, 256, 128, true, false"})
    void eachPieceIsSmallEnoughForTheKernelsOfSmallProducts(int m, int n, int k, boolean turnA, boolean turnB) {
        GemmShape shape = new GemmShape(1, view(turnA, m, k), view(turnB, k, n), view(false, m, n));
        GemmTiles tiles = GemmTiles.of(shape, GemmTiles.turns(shape));
        assertThat(tiles.whole()).isFalse();
        assertThat((long) Math.min(m, tiles.rows()) * Math.min(n, tiles.columns()) * Math.min(k, tiles.terms()))
                .isBetween(60_000L, 1_000_000L);
    }

    private static float[] numbers(long seed, int count) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2 * random.nextFloat() - 1;
        }
        return numbers;
    }

    private static ArrayView view(boolean turned, int rows, int columns) {
        return new ArrayView(null, 0, rows * columns, new int[] {rows, columns}, turned ? new int[] {1, rows} : new int[] {columns, 1});
    }

    private static ArrayView in(FloatMachine machine, float[] numbers, ArrayView view) {
        Memory memory = machine.allocate(numbers.length);
        ((FloatMemory) memory).buffer().put(0, numbers, 0, numbers.length);
        return new ArrayView(memory, 0, view.runStride(), view.shape(), view.strides());
    }

    private static float[] product(int runs, int threads, float[] a, ArrayView left, float[] b, ArrayView right) {
        try (FloatMachine machine = (FloatMachine) new FloatMachine(false).helped(threads)) {
            int m = left.shape()[0];
            int n = right.shape()[1];
            FloatMemory target = machine.room(runs * m * n);
            ArrayView place = ArrayView.rows(target, 0, m * n, m, n);
            new FloatGemm(runs, in(machine, a, left), in(machine, b, right), place, machine, true, null).run();
            float[] c = new float[runs * m * n];
            target.buffer().get(0, c, 0, c.length);
            return c;
        }
    }
}
