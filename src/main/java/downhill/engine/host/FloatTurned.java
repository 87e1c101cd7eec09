package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A second factor that lies column by column, laid out row by row before each product. For short sums or many rows OpenBLAS's kernels
 * for small products take it only so; otherwise each product asks for memory, which is given out under one lock for all threads. Where the
 * product is then one call, its sums are the same, term by term, and so are the bits.
 */
final class FloatTurned {
    /** From so many terms on those kernels take the factor as it lies. */
    private static final int SHORT = 32;
    /** With more numbers, laying them out takes longer than the product gains. */
    private static final int MOST = 1024;
    private static final int AT_ONCE = 4;
    private static final int NONE = -1;

    private final GemmShape shape;
    private final FloatBuffer from;
    private final FloatMemory laid;
    private final float[] columns;
    private final float[] rows;
    private int last;

    FloatTurned(GemmShape shape, ArrayView factor, FloatMachine machine) {
        this.shape = shape;
        from = ((FloatMemory) factor.memory()).buffer();
        laid = machine.room(shape.k * shape.n);
        columns = new float[shape.k * shape.n];
        rows = new float[columns.length];
    }

    static boolean pays(GemmShape shape) {
        return shape.transposeB && !shape.transposeA && shape.k < SHORT && shape.k * shape.n <= MOST;
    }

    /** Of its own, at the first number. */
    FloatPointer pointer() {
        return laid.pointer();
    }

    /** From now on the factors may be others than those laid out before. */
    void begin() {
        last = NONE;
    }

    /** Lays the factor of the product with this number out, unless it was the last one that was. */
    void lay(int product) {
        if (last == product) {
            return;
        }
        last = product;
        int k = shape.k;
        int n = shape.n;
        int begin = shape.offsetsB[product];
        for (int column = 0; column < n; column++) {
            from.get(begin + column * shape.strideB, columns, column * k, k);
        }
        int column = 0;
        for (; column + AT_ONCE <= n; column += AT_ONCE) {
            four(column * k, column);
        }
        for (; column < n; column++) {
            for (int row = 0; row < k; row++) {
                rows[row * n + column] = columns[column * k + row];
            }
        }
        laid.buffer().put(0, rows, 0, rows.length);
    }

    /** Four columns at a time: what is written of a row lies side by side. */
    private void four(int from, int column) {
        int k = shape.k;
        int second = from + k;
        int third = second + k;
        int fourth = third + k;
        for (int row = 0; row < k; row++) {
            int at = row * shape.n + column;
            rows[at] = columns[from + row];
            rows[at + 1] = columns[second + row];
            rows[at + 2] = columns[third + row];
            rows[at + 3] = columns[fourth + row];
        }
    }
}
