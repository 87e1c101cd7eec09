package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Adds up (or takes the largest of) a register over one run's walk. Blocks are summed pairwise or in
 * float64, block totals are carried in float64 and rounded once. */
final class FloatReduction {
    private final boolean maximum;
    private final FloatBuffer buffer;
    private final float[] register;
    private final OperandWalk walk;
    private final int offset;
    private final int runStride;
    private double[] totals;
    /** Null where blocks are added as they come. */
    private FloatKeptSums kept;
    private final double[] some = new double[FloatRows.AT_ONCE];
    private final float[] folded;
    /** The rows that are added to others, from its start: only then the compiler makes vector instructions of the sum. */
    private final float[] back;

    /**
     * @param folded of the register's length, for all reductions of a thread in turn
     * @param back   likewise
     */
    FloatReduction(KernelCode.Reduction reduction, OperandWalk walk, float[] register, float[] folded, float[] back) {
        KernelCode.Access access = reduction.target();
        this.maximum = reduction.maximum();
        this.buffer = ((FloatMemory) access.memory()).buffer();
        this.register = register;
        this.offset = access.offset();
        this.walk = walk;
        this.runStride = access.runStride();
        this.totals = new double[reduction.span()];
        this.folded = folded;
        this.back = back;
    }

    /** @param numbers what is kept until all blocks are there, or the totals of all threads */
    void keep(SumForm form, double[] numbers, int block) {
        if (form.apart()) {
            kept = new FloatKeptSums(form, walk, maximum, numbers, block);
        } else {
            totals = numbers;
        }
    }

    void begin() {
        Arrays.fill(totals, maximum ? Double.NEGATIVE_INFINITY : 0);
    }

    void block(int start, int count) {
        boolean whole = start % walk.inner() == 0 && count % walk.inner() == 0;
        if (whole && !maximum && walk.periodic()) {
            foldRows(start, count / walk.inner());
        } else if (whole && walk.innerStride() == 0) {
            rows(start / walk.inner(), count / walk.inner());
        } else {
            pieces(start, count);
        }
    }

    /** One number for each row. */
    private void rows(int first, int rows) {
        int inner = walk.inner();
        int row = 0;
        for (; row + FloatRows.AT_ONCE <= rows; row += FloatRows.AT_ONCE) {
            if (maximum) {
                FloatRows.largest(register, row * inner, inner, some);
            } else {
                FloatRows.sums(register, row * inner, inner, some);
            }
            for (int i = 0; i < FloatRows.AT_ONCE; i++) {
                row(first + row + i, some[i]);
            }
        }
        for (; row < rows; row++) {
            row(first + row, maximum ? largest(register, row * inner, inner) : sum(register, row * inner, (row + 1) * inner));
        }
    }

    private void row(int row, double value) {
        if (kept != null) {
            kept.row(row, value);
        } else {
            add(totals, walk.rowOffset(row), value, maximum);
        }
    }

    static void add(double[] totals, int at, double value, boolean maximum) {
        totals[at] = maximum ? Math.max(totals[at], value) : totals[at] + value;
    }

    /** Adds all rows of a block by halves: long loops, and less rounding than adding one row after the other. */
    private void foldRows(int start, int rows) {
        int inner = walk.inner();
        float[] from = register;
        int left = rows;
        while (left > 1) {
            int half = left / 2;
            int kept = left - half;
            System.arraycopy(from, kept * inner, back, 0, half * inner);
            if (kept > half && from != folded) {
                System.arraycopy(from, half * inner, folded, half * inner, inner);
            }
            FloatLoops.add(folded, from, back, half * inner);
            from = folded;
            left = kept;
        }
        if (kept != null) {
            kept.folded(start, from);
            return;
        }
        for (int i = 0; i < inner; i++) {
            totals[i] += from[i];
        }
    }

    private void pieces(int start, int count) {
        int inner = walk.inner();
        int done = 0;
        int column = start % inner;
        int row = start / inner;
        while (done < count) {
            int length = Math.min(inner - column, count - done);
            if (walk.innerStride() != 0) {
                spread(walk.rowOffset(row) + column * walk.innerStride(), done, length);
            } else {
                double value = maximum ? largest(register, done, length) : sum(register, done, done + length);
                if (kept != null) {
                    kept.piece(start, done > 0, value);
                } else {
                    add(totals, walk.rowOffset(row), value, maximum);
                }
            }
            done += length;
            column = 0;
            row++;
        }
    }

    /** Four sums side by side, since each addition waits for the one before it. */
    static double sum(float[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < to; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }

    private void spread(int at, int from, int length) {
        int stride = walk.innerStride();
        for (int i = 0; i < length && !maximum; i++) {
            totals[at + i * stride] += register[from + i];
        }
        for (int i = 0; i < length && maximum; i++) {
            totals[at + i * stride] = Math.max(totals[at + i * stride], register[from + i]);
        }
    }

    /** Not-a-number wins: it must not vanish in a comparison. */
    static float largest(float[] values, int from, int length) {
        float most = values[from];
        for (int i = 1; i < length; i++) {
            most = Math.max(most, values[from + i]);
        }
        return most;
    }

    /** @param blocks of the walk */
    void end(int run, int blocks) {
        if (kept != null) {
            kept.addTo(totals, blocks);
        }
        int base = offset + run * runStride;
        for (int i = 0; i < totals.length; i++) {
            buffer.put(base + i, (float) totals[i]);
        }
    }
}
