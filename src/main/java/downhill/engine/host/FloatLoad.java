package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Fills a register with one block of an operand, whatever its strides. */
final class FloatLoad {
    private final FloatBuffer buffer;
    private final float[] register;
    private final OperandWalk walk;
    private final int runStride;
    private final boolean rows;
    private int base;

    FloatLoad(KernelCode.Access access, OperandWalk walk, float[] register) {
        this.buffer = ((FloatMemory) access.memory()).buffer();
        this.register = register;
        this.walk = walk;
        this.runStride = access.runStride();
        this.rows = access.rows();
    }

    void begin(int run) {
        base = run * runStride;
        if (walk.scalar()) {
            Arrays.fill(register, buffer.get(base + walk.offset()));
        }
    }

    void block(int start, int count) {
        if (walk.scalar()) {
            return;
        }
        if (rows) {
            rows(start / walk.inner(), count / walk.inner());
        } else if (walk.contiguous()) {
            buffer.get(base + walk.offset() + start, register, 0, count);
        } else if (walk.innerStride() == 1 && walk.again() > 1 && start % walk.inner() == 0) {
            repeat(start / walk.inner(), count);
        } else {
            pieces(start, count);
        }
    }

    /** One number for each row. */
    private void rows(int first, int count) {
        if (walk.rowsAdjoin()) {
            buffer.get(base + walk.offset() + first, register, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            register[i] = buffer.get(base + walk.rowOffset(first + i));
        }
    }

    /** One row again and again, then the next one, as the offsets of several runs are met. */
    private void repeat(int first, int count) {
        int row = first;
        for (int done = 0; done < count; ) {
            int rows = walk.again() - row % walk.again();
            int length = (int) Math.min(count - done, (long) rows * walk.inner());
            repeat(base + walk.rowOffset(row), done, length);
            done += length;
            row += rows;
        }
    }

    /** Read once, then doubled in place. */
    private void repeat(int from, int at, int length) {
        int done = Math.min(walk.inner(), length);
        buffer.get(from, register, at, done);
        while (done < length) {
            int more = Math.min(done, length - done);
            System.arraycopy(register, at, register, at + done, more);
            done += more;
        }
    }

    private void pieces(int start, int count) {
        int inner = walk.inner();
        int stride = walk.innerStride();
        int done = 0;
        int column = start % inner;
        int row = start / inner;
        while (done < count) {
            int length = Math.min(inner - column, count - done);
            piece(base + walk.rowOffset(row) + column * stride, stride, done, length);
            done += length;
            column = 0;
            row++;
        }
    }

    private void piece(int from, int stride, int at, int length) {
        if (stride == 1 && length > 3) {
            buffer.get(from, register, at, length);
        } else if (stride == 0) {
            Arrays.fill(register, at, at + length, buffer.get(from));
        } else {
            for (int i = 0; i < length; i++) {
                register[at + i] = buffer.get(from + i * stride);
            }
        }
    }
}
