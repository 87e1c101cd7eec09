package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.nio.FloatBuffer;

/** Writes one block of a register to where it belongs. */
final class FloatStore {
    private final FloatBuffer buffer;
    private final float[] register;
    private final OperandWalk walk;
    private final int runStride;
    private final boolean rows;

    FloatStore(KernelCode.Access access, OperandWalk walk, float[] register) {
        this.buffer = ((FloatMemory) access.memory()).buffer();
        this.register = register;
        this.walk = walk;
        this.runStride = access.runStride();
        this.rows = access.rows();
    }

    void block(int run, int start, int count) {
        int base = run * runStride;
        if (rows) {
            rows(base, start / walk.inner(), count / walk.inner());
        } else if (walk.contiguous()) {
            buffer.put(base + walk.offset() + start, register, 0, count);
        } else {
            pieces(base, start, count);
        }
    }

    /** One number for each row. */
    private void rows(int base, int first, int count) {
        if (walk.rowsAdjoin()) {
            buffer.put(base + walk.offset() + first, register, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            buffer.put(base + walk.rowOffset(first + i), register[i]);
        }
    }

    private void pieces(int base, int start, int count) {
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

    private void piece(int to, int stride, int at, int length) {
        if (stride == 1 && length > 3) {
            buffer.put(to, register, at, length);
        } else {
            for (int i = 0; i < length; i++) {
                buffer.put(to + i * stride, register[at + i]);
            }
        }
    }
}
