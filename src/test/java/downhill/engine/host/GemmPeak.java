package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.Memory;

/** How many multiplications and additions a second a large product reaches on one thread. */
public final class GemmPeak {
    private GemmPeak() {
    }

    /** GFLOP/s of products of n × n, the fastest of twenty. */
    public static double measure(int n) {
        Host.load();
        FloatMachine machine = new FloatMachine(false);
        ArrayView[] views = new ArrayView[3];
        for (int i = 0; i < views.length; i++) {
            Memory memory = machine.allocate(n * n);
            memory.fill(0, n * n, 0.5);
            views[i] = ArrayView.rows(memory, 0, n * n, n, n);
        }
        Instruction product = machine.matmul(1, views[0], views[1], views[2]);
        double best = 0;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            product.run();
            best = Math.max(best, 2.0 * n * n * n / (System.nanoTime() - begin));
        }
        machine.close();
        return best;
    }
}
