package downhill.engine.host;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import downhill.engine.OpenBlas;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products of all runs and batches, one BLAS call each, or some where a product is large. A run's result depends neither on how many
 * runs there are nor on how many threads.
 */
final class FloatGemm implements Instruction, Helpers.Work {
    private final GemmShape shape;
    private final GemmCut cut;
    private final Helpers helpers;
    /** Of each worker, since a pointer is moved to what it points at. */
    private final FloatPointer[] a;
    private final FloatPointer[] b;
    private final FloatPointer[] c;
    /** Null where no sums are cut. */
    private final FloatSums sums;
    /** Null where the second factor is read as it lies. */
    private final FloatTurned turned;

    FloatGemm(int runs, ArrayView a, ArrayView b, ArrayView c, FloatMachine machine) {
        this(runs, a, b, c, machine, OpenBlas.hasSmallProducts());
    }

    /** @param turning whether a small factor is turned where that spares BLAS its memory */
    FloatGemm(int runs, ArrayView a, ArrayView b, ArrayView c, FloatMachine machine, boolean turning) {
        this.shape = new GemmShape(runs, a, b, c);
        this.cut = GemmCut.of(shape);
        this.helpers = machine.helpers();
        this.a = pointers(a);
        this.turned = turning && cut.shares() == 1 && FloatTurned.pays(shape) ? new FloatTurned(shape, b, machine) : null;
        this.b = turned == null ? pointers(b) : new FloatPointer[] {turned.pointer()};
        this.sums = cut.axis() == GemmCut.Axis.TERMS ? new FloatSums(shape, cut.parts(), c, machine) : null;
        this.c = sums == null ? pointers(c) : sums.pointers(helpers.workers());
    }

    private FloatPointer[] pointers(ArrayView view) {
        FloatPointer[] pointers = new FloatPointer[cut.shares() == 1 ? 1 : helpers.workers()];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = ((FloatMemory) view.memory()).pointer();
        }
        return pointers;
    }

    @Override
    public void run() {
        if (cut.shares() == 1) {
            part(0, 0);
            return;
        }
        helpers.run(cut.shares(), cut.large(), this);
        if (sums != null) {
            sums.add();
        }
    }

    @Override
    public void part(int part, int worker) {
        if (cut.axis() != null) {
            cut(part / cut.parts(), part % cut.parts(), part, worker);
            return;
        }
        int end = Math.min(shape.count, (part + 1) * cut.group());
        for (int i = part * cut.group(); i < end; i++) {
            multiply(worker, shape.offsetsA[i], shape.offsetsB[i], shape.offsetsC[i], shape.m, shape.n, shape.k, shape.strideC);
        }
    }

    private void cut(int i, int which, int part, int worker) {
        int from = cut.begin(shape, which);
        int length = cut.begin(shape, which + 1) - from;
        int atA = shape.offsetsA[i];
        int atB = shape.offsetsB[i];
        int atC = shape.offsetsC[i];
        switch (cut.axis()) {
            case ROWS -> multiply(worker, atA + (shape.transposeA ? from : from * shape.strideA), atB, atC + from * shape.strideC, length,
                    shape.n, shape.k, shape.strideC);
            case COLUMNS -> multiply(worker, atA, atB + (shape.transposeB ? from * shape.strideB : from), atC + from, shape.m, length,
                    shape.k, shape.strideC);
            default -> multiply(worker, atA + (shape.transposeA ? from * shape.strideA : from),
                    atB + (shape.transposeB ? from : from * shape.strideB), sums.begin(part), shape.m, shape.n, length, shape.n);
        }
    }

    private void multiply(int worker, int atA, int atB, int atC, int m, int n, int k, int strideC) {
        int transA = shape.transposeA ? CblasTrans : CblasNoTrans;
        int transB = shape.transposeB && turned == null ? CblasTrans : CblasNoTrans;
        int strideB = turned == null ? shape.strideB : shape.n;
        int begin = turned == null ? atB : turned.lay(atB);
        cblas_sgemm(CblasRowMajor, transA, transB, m, n, k, 1, a[worker].position(atA), shape.strideA, b[worker].position(begin),
                strideB, 0, c[worker].position(atC), strideC);
    }
}
