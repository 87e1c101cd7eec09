package downhill.engine.host;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import org.bytedeco.javacpp.FloatPointer;

/** Matrix products of all runs and batches, one BLAS call each. A run's result does not depend on how many runs there are. */
final class FloatGemm implements Instruction {
    private final GemmShape shape;
    private final FloatPointer a;
    private final FloatPointer b;
    private final FloatPointer c;

    FloatGemm(int runs, ArrayView a, ArrayView b, ArrayView c) {
        this.shape = new GemmShape(runs, a, b, c);
        this.a = ((FloatMemory) a.memory()).pointer();
        this.b = ((FloatMemory) b.memory()).pointer();
        this.c = ((FloatMemory) c.memory()).pointer();
    }

    @Override
    public void run() {
        int transA = shape.transposeA ? CblasTrans : CblasNoTrans;
        int transB = shape.transposeB ? CblasTrans : CblasNoTrans;
        for (int i = 0; i < shape.count; i++) {
            a.position(shape.offsetsA[i]);
            b.position(shape.offsetsB[i]);
            c.position(shape.offsetsC[i]);
            cblas_sgemm(CblasRowMajor, transA, transB, shape.m, shape.n, shape.k, 1, a, shape.strideA, b, shape.strideB,
                    0, c, shape.strideC);
        }
    }
}
