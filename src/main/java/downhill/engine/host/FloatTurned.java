package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A small second factor that lies column by column, laid out row by row before each product. For short sums OpenBLAS's kernels for small
 * products take it only so; otherwise each product asks for memory, which is given out under one lock for all threads. The sums are
 * the same, term by term, and so are the bits.
 */
final class FloatTurned {
    /** From so many terms on those kernels take the factor as it lies. */
    private static final int SHORT = 32;
    /** With more numbers, laying them out takes longer than the product gains. */
    private static final int MOST = 256;

    private final GemmShape shape;
    private final FloatBuffer from;
    private final FloatMemory laid;
    private final float[] columns;
    private final float[] rows;

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

    /** Lays the factor out that begins at a place; where it lies then. */
    int lay(int begin) {
        int k = shape.k;
        int n = shape.n;
        for (int column = 0; column < n; column++) {
            from.get(begin + column * shape.strideB, columns, column * k, k);
        }
        for (int row = 0; row < k; row++) {
            for (int column = 0; column < n; column++) {
                rows[row * n + column] = columns[column * k + row];
            }
        }
        laid.buffer().put(0, rows, 0, rows.length);
        return 0;
    }
}
