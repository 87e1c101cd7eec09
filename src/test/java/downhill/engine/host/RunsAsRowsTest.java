package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Op;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Memory;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small runs that a kernel walks together have the bits that each has alone. */
class RunsAsRowsTest {
    private final Random random = new Random(11);
    private FloatMachine machine;
    private Memory whole;
    private Memory byRow;
    private Memory byRun;
    private Memory shared;

    @Test
    void eachRunIsAsIfAlone() {
        Host.load();
        for (int trial = 0; trial < 60; trial++) {
            int rows = 1 + random.nextInt(40);
            int columns = 1 + random.nextInt(256 / rows + 3);
            int runs = 2 + random.nextInt(4);
            machine = new FloatMachine(false);
            whole = drawn(runs * rows * columns);
            byRow = drawn(runs * rows);
            byRun = drawn(runs);
            shared = drawn(columns);
            double[][] together = results(rows, columns, 0, runs);
            for (int run = 0; run < runs; run++) {
                double[][] alone = results(rows, columns, run, 1);
                for (int i = 0; i < alone.length; i++) {
                    int each = alone[i].length;
                    double[] part = new double[each];
                    System.arraycopy(together[i], run * each, part, 0, each);
                    assertThat(part).as("result %d of run %d of %d, %d by %d", i, run, runs, rows, columns).isEqualTo(alone[i]);
                }
            }
            machine.close();
        }
    }

    @Test
    void sumsAcrossRowsAndLargeRunsStayApart() {
        machine = new FloatMachine(false);
        whole = drawn(2 * 16 * 16);
        Memory sums = machine.allocate(32);
        KernelCode.Access load = new KernelCode.Access(0, whole, 0, 256, new int[] {16, 1});
        KernelCode.Access acrossRows = new KernelCode.Access(0, sums, 0, 16, new int[] {0, 1});
        KernelCode.Access ofRows = new KernelCode.Access(0, sums, 0, 16, new int[] {1, 0});
        assertThat(RunsAsRows.of(kernel(new int[] {16, 16}, load, acrossRows)).runs()).isEqualTo(2);
        assertThat(RunsAsRows.of(kernel(new int[] {17, 16}, load, ofRows)).runs()).isEqualTo(2);
        assertThat(RunsAsRows.of(kernel(new int[] {16, 16}, load, ofRows)).runs()).isEqualTo(1);
        machine.close();
    }

    private static KernelCode kernel(int[] space, KernelCode.Access load, KernelCode.Access target) {
        List<KernelCode.Reduction> sums = List.of(new KernelCode.Reduction(false, target, 16));
        return new KernelCode(2, space, 1, List.of(), List.of(load), List.of(), List.of(), sums);
    }

    private Memory drawn(int length) {
        Memory memory = machine.allocate(length);
        double[] values = random.doubles(length, -2, 2).toArray();
        memory.write(0, values, 0, length);
        return memory;
    }

    /** What is stored, the largest and the sum of each row, and the sum of all rows. */
    private double[][] results(int rows, int columns, int first, int runs) {
        int size = rows * columns;
        Memory[] to = {machine.allocate(runs * size), machine.allocate(runs * rows), machine.allocate(runs * rows), machine.allocate(runs)};
        int[] all = {columns, 1};
        int[] ofRow = {1, 0};
        int[] one = {0, 0};
        List<KernelCode.Access> loads = List.of(new KernelCode.Access(0, whole, first * size, size, all),
                new KernelCode.Access(1, byRow, first * rows, rows, ofRow), new KernelCode.Access(2, byRun, first, 1, one),
                new KernelCode.Access(3, shared, 0, 0, new int[] {0, 1}));
        List<KernelCode.Step> steps = List.of(new KernelCode.Step(new Op.Binary(BinaryOp.SUBTRACT), 4, 0, 1, -1),
                new KernelCode.Step(new Op.Unary(UnaryOp.EXP), 4, 4, -1, -1),
                new KernelCode.Step(new Op.Binary(BinaryOp.MULTIPLY), 4, 4, 2, -1),
                new KernelCode.Step(new Op.Binary(BinaryOp.ADD), 4, 4, 3, -1));
        List<KernelCode.Reduction> sums = List.of(
                new KernelCode.Reduction(true, new KernelCode.Access(4, to[1], 0, rows, ofRow), rows),
                new KernelCode.Reduction(false, new KernelCode.Access(4, to[2], 0, rows, ofRow), rows),
                new KernelCode.Reduction(false, new KernelCode.Access(4, to[3], 0, 1, one), 1));
        new FloatKernel(new KernelCode(runs, new int[] {rows, columns}, 5, List.of(), loads, steps,
                List.of(new KernelCode.Access(4, to[0], 0, size, all)), sums), false, Helpers.NONE).run();
        double[][] read = new double[to.length][];
        for (int i = 0; i < to.length; i++) {
            read[i] = new double[to[i].length()];
            to[i].read(0, read[i], 0, read[i].length);
        }
        return read;
    }
}
