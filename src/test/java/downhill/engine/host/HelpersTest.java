package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads that help change no bit, and cut products are products. */
class HelpersTest {
    private static final int THREADS = 3;
    /** Where arrays differ that do not. */
    private static final int NOWHERE = -1;

    @Test
    void everyPartIsDoneOnceAndNoWorkerDoesTwoAtATime() {
        try (Helpers helpers = new Helpers(THREADS - 1)) {
            AtomicIntegerArray done = new AtomicIntegerArray(100);
            AtomicIntegerArray busy = new AtomicIntegerArray(THREADS);
            for (int round = 1; round <= 500; round++) {
                helpers.run(1 + round % done.length(), true, (part, worker) -> {
                    assertThat(busy.incrementAndGet(worker)).isEqualTo(1);
                    done.incrementAndGet(part);
                    busy.decrementAndGet(worker);
                });
            }
            for (int part = 0; part < done.length(); part++) {
                assertThat(done.get(part)).as("part %d", part).isEqualTo(5 * (done.length() - part));
            }
        }
    }

    /** All parts have to be under way at once, or none comes to its end. */
    @Test
    void sleepersAreWokenForWhatIsLarge() {
        try (Helpers helpers = new Helpers(THREADS - 1)) {
            for (int round = 0; round < 20; round++) {
                CountDownLatch all = new CountDownLatch(THREADS);
                helpers.run(THREADS, true, (part, worker) -> meet(all));
                assertThat(all.getCount()).isZero();
            }
        }
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatGoesWrongOnAHelperIsToldWhenAllPartsAreDone() {
        try (Helpers helpers = new Helpers(THREADS - 1)) {
            AtomicIntegerArray done = new AtomicIntegerArray(1);
            assertThatThrownBy(() -> helpers.run(20, true, (part, worker) -> {
                done.incrementAndGet(0);
                if (part == 19) {
                    throw new IllegalArgumentException("nineteen");
                }
            })).hasMessageContaining("nineteen");
            assertThat(done.get(0)).isEqualTo(20);
            helpers.run(3, true, (part, worker) -> done.incrementAndGet(0));
            assertThat(done.get(0)).isEqualTo(23);
        }
    }

    /** Cut by rows, by columns, by terms, and dealt out whole. */
    @ParameterizedTest
    @CsvSource({"520, 40, 30, ROWS", "40, 520, 30, COLUMNS", "16, 20, 1700, TERMS", "30, 30, 30,"})
    void aProductThatIsCutIsThatOfTheMatricesAndTheSameForOneThread(int m, int n, int k, GemmCut.Axis axis) {
        int runs = axis == null ? 50 : 2;
        for (Precision precision : Precision.values()) {
            for (int turned = 0; turned < 4; turned++) {
                double[] a = numbers(runs * m * k);
                double[] b = numbers(runs * k * n);
                boolean turnA = turned % 2 != 0;
                boolean turnB = turned > 1;
                double[] alone = product(precision, 1, runs, a, view(turnA, m, k), b, view(turnB, k, n), axis);
                double[] together = product(precision, THREADS, runs, a, view(turnA, m, k), b, view(turnB, k, n), axis);
                assertThat(Arrays.mismatch(together, alone)).isEqualTo(NOWHERE);
                double farthest = 0;
                for (int at = 0; at < alone.length; at++) {
                    farthest = Math.max(farthest, Math.abs(alone[at] - dot(a, b, at, turnA, turnB, m, n, k)));
                }
                assertThat(farthest).isLessThan(precision == Precision.FLOAT ? 1e-4 * Math.sqrt(k) : 1e-11);
            }
        }
    }

    private static ArrayView view(boolean turned, int rows, int columns) {
        return new ArrayView(null, 0, rows * columns, new int[] {rows, columns},
                turned ? new int[] {1, rows} : new int[] {columns, 1});
    }

    private static ArrayView in(Memory memory, ArrayView view) {
        return new ArrayView(memory, 0, view.runStride(), view.shape(), view.strides());
    }

    private static double[] product(Precision precision, int threads, int runs, double[] a, ArrayView left, double[] b, ArrayView right,
            GemmCut.Axis axis) {
        try (Machine machine = Host.machine(precision)) {
            int m = left.shape()[0];
            int n = right.shape()[1];
            ArrayView first = in(machine.allocate(a.length), left);
            ArrayView second = in(machine.allocate(b.length), right);
            ArrayView third = ArrayView.rows(machine.allocate(runs * m * n), 0, m * n, m, n);
            first.memory().write(0, a, 0, a.length);
            second.memory().write(0, b, 0, b.length);
            GemmCut cut = GemmCut.of(new GemmShape(runs, first, second, third), false);
            assertThat(cut.axis()).isEqualTo(axis);
            assertThat(cut.shares()).isGreaterThan(1);
            machine.helped(threads).matmul(runs, first, second, third).run();
            double[] c = new double[runs * m * n];
            third.memory().read(0, c, 0, c.length);
            return c;
        }
    }

    private static double dot(double[] a, double[] b, int at, boolean turnA, boolean turnB, int m, int n, int k) {
        int run = at / (m * n);
        int i = at / n % m;
        int j = at % n;
        double sum = 0;
        for (int l = 0; l < k; l++) {
            sum += a[run * m * k + (turnA ? l * m + i : i * k + l)] * b[run * k * n + (turnB ? j * k + l : l * n + j)];
        }
        return sum;
    }

    /** Numbers that both formats hold exactly. */
    private static double[] numbers(int count) {
        return new Random(count).doubles(count).map(value -> Math.rint(value * 64 - 32) / 8).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1600, 60", "190, 500", "82, 1100", "1, 90000", "90000, 1"})
    void sumsAndLargestValuesHaveTheBitsOfOneThread(int rows, int columns) {
        for (Precision precision : Precision.values()) {
            double[] alone = kernels(precision, rows, columns, 1);
            assertThat(Arrays.mismatch(kernels(precision, rows, columns, THREADS), alone)).isEqualTo(NOWHERE);
        }
    }

    private static double[] kernels(Precision precision, int rows, int columns, int threads) {
        try (Machine machine = Host.machine(precision)) {
            Graph graph = new Graph();
            Node x = graph.input("x", true, rows, columns);
            Node y = x.apply(UnaryOp.TANH).times(x);
            List<Node> wanted = List.of(y, x.sum(0), x.sum(1), x.sum(0, 1), y.sum(0), y.sum(1), graph.detachedMax(x, 1));
            Plan plan = Planner.plan(2, machine.helped(threads), wanted, Map.of(), Map.of());
            Random random = new Random(rows);
            plan.view(x).write(0, random.doubles((long) rows * columns, -2, 2).toArray());
            plan.view(x).write(1, random.doubles((long) rows * columns, -2, 2).toArray());
            plan.run();
            return wanted.stream().map(plan::view).flatMapToDouble(HelpersTest::both).toArray();
        }
    }

    /** Number by number over the first axis, beside a row's own sum and sums over all rows: what a normalisation's gradient is made of. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void sumsOverTheFirstAxisHaveTheBitsOfOneThread(Precision precision) {
        assertThat(Arrays.mismatch(firstAxis(precision, THREADS), firstAxis(precision, 1))).isEqualTo(NOWHERE);
    }

    private static double[] firstAxis(Precision precision, int threads) {
        try (Machine machine = Host.machine(precision)) {
            Graph graph = new Graph();
            Node x = graph.input("x", true, 24, 64, 32);
            Node y = x.over(x.apply(UnaryOp.SQUARE).sum(-1)).apply(UnaryOp.TANH);
            List<Node> wanted = List.of(y, y.sum(0), y.sum(0, 1), x.sum(0), y.total());
            Plan plan = Planner.plan(2, machine.helped(threads), wanted, Map.of(), Map.of());
            double[] numbers = new Random(5).doubles(x.size(), -2, 2).toArray();
            plan.view(x).write(0, numbers);
            plan.view(x).write(1, numbers);
            plan.run();
            return wanted.stream().map(plan::view).flatMapToDouble(HelpersTest::both).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void imagesHaveTheBitsOfOneThread(Precision precision) {
        assertThat(Arrays.mismatch(images(precision, THREADS), images(precision, 1))).isEqualTo(NOWHERE);
    }

    private static double[] images(Precision precision, int threads) {
        int runs = 2;
        int batch = 40;
        try (Machine machine = Host.machine(precision)) {
            Machine helped = machine.helped(threads);
            ArrayView images = rows(machine, runs, batch, 14, 14, 3);
            ArrayView back = rows(machine, runs, batch, 14, 14, 3);
            ArrayView patches = rows(machine, runs, batch, 10, 10, 75);
            ArrayView pooled = rows(machine, runs, batch, 7, 7, 3);
            ArrayView gradient = rows(machine, runs, batch, 14, 14, 3);
            double[] values = numbers(images.memory().length());
            images.memory().write(0, values, 0, values.length);
            helped.unfold(runs, images, patches, 5).run();
            helped.fold(runs, patches, back, 5).run();
            helped.maxPool(runs, images, pooled, 2).run();
            helped.maxPoolGradient(runs, images, pooled, gradient, 2).run();
            return Stream.of(patches, back, pooled, gradient).flatMapToDouble(HelpersTest::both).toArray();
        }
    }

    private static DoubleStream both(ArrayView view) {
        return DoubleStream.concat(Arrays.stream(view.read(0)), Arrays.stream(view.read(1)));
    }

    private static ArrayView rows(Machine machine, int runs, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return ArrayView.rows(machine.allocate(runs * size), 0, size, shape);
    }
}
