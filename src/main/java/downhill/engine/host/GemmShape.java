package downhill.engine.host;

import downhill.engine.plan.ArrayView;

/** The numbers BLAS wants for c[m, n] ← a[m, k]·b[k, n], and where each of the products begins. */
final class GemmShape {
    final int m;
    final int n;
    final int k;
    final int count;
    final boolean transposeA;
    final boolean transposeB;
    final int strideA;
    final int strideB;
    final int strideC;
    final int[] offsetsA;
    final int[] offsetsB;
    final int[] offsetsC;

    GemmShape(int runs, ArrayView a, ArrayView b, ArrayView c) {
        int rank = c.shape().length;
        m = c.shape()[rank - 2];
        n = c.shape()[rank - 1];
        k = a.shape()[rank - 1];
        transposeA = transposed(a, m, k);
        transposeB = transposed(b, k, n);
        strideA = leading(a, transposeA, m, k);
        strideB = leading(b, transposeB, k, n);
        if (transposed(c, m, n)) {
            throw new IllegalArgumentException("a product is written row by row");
        }
        strideC = leading(c, false, m, n);
        int batches = 1;
        for (int axis = 0; axis < rank - 2; axis++) {
            batches *= c.shape()[axis];
        }
        count = runs * batches;
        offsetsA = offsets(runs, batches, a);
        offsetsB = offsets(runs, batches, b);
        offsetsC = offsets(runs, batches, c);
    }

    /** True where the rows of a matrix are neighbours in memory rather than its columns. */
    private static boolean transposed(ArrayView view, int rows, int columns) {
        int rank = view.shape().length;
        boolean columnsAdjoin = view.strides()[rank - 1] == 1 || columns == 1;
        if (!columnsAdjoin && view.strides()[rank - 2] != 1 && rows != 1) {
            throw new IllegalArgumentException("neither axis of the matrix is contiguous");
        }
        return !columnsAdjoin;
    }

    private static int leading(ArrayView view, boolean transposed, int rows, int columns) {
        int rank = view.shape().length;
        int along = transposed ? columns : rows;
        int across = transposed ? rows : columns;
        int stride = view.strides()[transposed ? rank - 1 : rank - 2];
        return along == 1 ? Math.max(across, 1) : stride;
    }

    private static int[] offsets(int runs, int batches, ArrayView view) {
        int[] offsets = new int[runs * batches];
        for (int run = 0; run < runs; run++) {
            for (int batch = 0; batch < batches; batch++) {
                offsets[run * batches + batch] = view.offset() + run * view.runStride() + batchOffset(view, batch);
            }
        }
        return offsets;
    }

    private static int batchOffset(ArrayView view, int batch) {
        int offset = 0;
        int rest = batch;
        for (int axis = view.shape().length - 3; axis >= 0; axis--) {
            offset += rest % view.shape()[axis] * view.strides()[axis];
            rest /= view.shape()[axis];
        }
        return offset;
    }
}
