package downhill.engine.host;

import downhill.engine.plan.Memory;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** float numbers in one ND4J array, seen as a buffer by kernels and as a pointer by BLAS. */
final class FloatMemory implements Memory {
    /**
     * Numbers behind the last one, two lines of the cache: what one thread writes at each step then never lies on a line that
     * another one reads.
     */
    private static final int APART = 128 / Float.BYTES;

    private final int length;
    private final INDArray array;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    FloatMemory(int length) {
        this.length = length;
        array = Nd4j.create(DataType.FLOAT, Math.addExact(length, APART));
        pointer = new FloatPointer(array.data().pointer());
        pointer.capacity(length);
        buffer = pointer.asBuffer();
    }

    FloatBuffer buffer() {
        return buffer;
    }

    /** A pointer of its own, which the caller may move. */
    FloatPointer pointer() {
        return new FloatPointer(pointer);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void read(int from, double[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = buffer.get(from + i);
        }
    }

    @Override
    public void write(int to, double[] source, int at, int count) {
        for (int i = 0; i < count; i++) {
            buffer.put(to + i, (float) source[at + i]);
        }
    }

    @Override
    public void fill(int to, int count, double value) {
        for (int i = 0; i < count; i++) {
            buffer.put(to + i, (float) value);
        }
    }

    void close() {
        array.close();
    }
}
