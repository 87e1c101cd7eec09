package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Adds up (or takes the largest of) a register over one run's walk. Sums are carried in float64 and rounded once. */
final class FloatReduction {
    private final boolean maximum;
    private final FloatBuffer buffer;
    private final float[] register;
    private final Walk walk;
    private final int offset;
    private final int runStride;
    private final double[] totals;

    FloatReduction(KernelCode.Reduction reduction, int[] space, float[] register) {
        KernelCode.Access access = reduction.target();
        this.maximum = reduction.maximum();
        this.buffer = ((FloatMemory) access.memory()).buffer();
        this.register = register;
        this.offset = access.offset();
        this.walk = new Walk(space, access.strides(), 0);
        this.runStride = access.runStride();
        this.totals = new double[reduction.span()];
    }

    void begin() {
        Arrays.fill(totals, maximum ? Double.NEGATIVE_INFINITY : 0);
    }

    void block(int start, int count) {
        int inner = walk.inner();
        int done = 0;
        int column = start % inner;
        int row = start / inner;
        while (done < count) {
            int length = Math.min(inner - column, count - done);
            int at = walk.rowOffset(row) + column * walk.innerStride();
            if (maximum) {
                largest(at, done, length);
            } else if (walk.innerStride() == 0) {
                totals[at] += sum(done, length);
            } else {
                spread(at, done, length);
            }
            done += length;
            column = 0;
            row++;
        }
    }

    private double sum(int from, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += register[from + i];
        }
        return sum;
    }

    private void spread(int at, int from, int length) {
        int stride = walk.innerStride();
        for (int i = 0; i < length; i++) {
            totals[at + i * stride] += register[from + i];
        }
    }

    /** Not-a-number wins: it must not vanish in a comparison. */
    private void largest(int at, int from, int length) {
        int stride = walk.innerStride();
        for (int i = 0; i < length; i++) {
            totals[at + i * stride] = Math.max(totals[at + i * stride], register[from + i]);
        }
    }

    void end(int run) {
        int base = offset + run * runStride;
        for (int i = 0; i < totals.length; i++) {
            buffer.put(base + i, (float) totals[i]);
        }
    }
}
