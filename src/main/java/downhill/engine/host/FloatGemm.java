package downhill.engine.host;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import downhill.engine.OpenBlas;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products of all runs and batches: one BLAS call each, or some where a product is large. A run's result depends neither on how many
 * runs there are nor on how many threads.
 */
final class FloatGemm implements Instruction, Helpers.Work {
    private final GemmShape shape;
    private final GemmTiles tiles;
    private final GemmCut cut;
    private final Helpers helpers;
    /** Of each worker, since a pointer is moved to what it points at. */
    private final FloatPointer[] a;
    private final FloatPointer[] b;
    private final FloatPointer[] c;
    /** Null where no sums are cut. */
    private final FloatSums sums;
    /** Of each worker; none where the second factor is read as it lies. */
    private final FloatTurned[] turned;
    private final int transposedA;
    private final int transposedB;
    private final int strideB;
    /** Null for products alone. */
    private final FloatAddend addend;

    FloatGemm(int runs, ArrayView a, ArrayView b, ArrayView c, FloatMachine machine) {
        this(runs, a, b, c, machine, OpenBlas.hasSmallProducts(), null);
    }

    /**
     * @param small  whether BLAS has kernels for small products, which others are cut for and a second factor is turned for
     * @param addend what the product is added to; null for a product alone
     */
    FloatGemm(int runs, ArrayView a, ArrayView b, ArrayView c, FloatMachine machine, boolean small, FloatAddend addend) {
        this.addend = addend;
        this.shape = new GemmShape(runs, a, b, c);
        boolean turns = small && GemmTiles.turns(shape);
        tiles = small ? GemmTiles.of(shape, turns) : GemmTiles.WHOLE;
        this.cut = GemmCut.of(shape, !tiles.whole());
        this.helpers = machine.helpers();
        this.a = pointers(a);
        turned = new FloatTurned[turns ? this.a.length : 0];
        Arrays.setAll(turned, worker -> new FloatTurned(shape, b, machine));
        this.b = turns ? Stream.of(turned).map(FloatTurned::pointer).toArray(FloatPointer[]::new) : pointers(b);
        transposedA = shape.transposeA ? CblasTrans : CblasNoTrans;
        transposedB = shape.transposeB && !turns ? CblasTrans : CblasNoTrans;
        strideB = turns ? shape.n : shape.strideB;
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
        for (FloatTurned each : turned) {
            each.begin();
        }
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
            if (addend == null) {
                multiply(worker, shape.offsetsA[i], beginOfB(worker, i), shape.offsetsC[i], shape.m, shape.n, shape.k, shape.strideC);
            } else {
                sum(worker, i);
            }
        }
    }

    private void sum(int worker, int run) {
        float alpha = addend.product(run);
        float beta = addend.addend(run);
        int beginB = beginOfB(worker, run);
        if (alpha == 0 || beta == 0) {
            multiply(worker, shape.offsetsA[run], beginB, shape.offsetsC[run], shape.m, shape.n, shape.k, shape.strideC);
            addend.add(run);
            return;
        }
        addend.lay(run);
        cblas_sgemm(CblasRowMajor, transposedA, transposedB, shape.m, shape.n, shape.k, alpha, a[worker].position(shape.offsetsA[run]),
                shape.strideA, b[worker].position(beginB), strideB, beta, c[worker].position(shape.offsetsC[run]), shape.strideC);
    }

    private void cut(int i, int which, int part, int worker) {
        int from = cut.begin(shape, which);
        int length = cut.begin(shape, which + 1) - from;
        int atA = shape.offsetsA[i];
        int atB = beginOfB(worker, i);
        int atC = shape.offsetsC[i];
        switch (cut.axis()) {
            case ROWS -> multiply(worker, atA + inA(from, 0), atB, atC + from * shape.strideC, length, shape.n, shape.k, shape.strideC);
            case COLUMNS -> multiply(worker, atA, atB + inB(0, from), atC + from, shape.m, length, shape.k, shape.strideC);
            default -> multiply(worker, atA + inA(0, from), atB + inB(from, 0), sums.begin(part), shape.m, shape.n, length, shape.n);
        }
    }

    private int beginOfB(int worker, int i) {
        if (turned.length == 0) {
            return shape.offsetsB[i];
        }
        turned[worker].lay(i);
        return 0;
    }

    private int inA(int row, int term) {
        return shape.transposeA ? term * shape.strideA + row : row * shape.strideA + term;
    }

    private int inB(int term, int column) {
        return transposedB == CblasTrans ? column * strideB + term : term * strideB + column;
    }

    /** Piece by piece; where both factors lie term by term, terms are met in their order, once each. */
    private void multiply(int worker, int atA, int atB, int atC, int m, int n, int k, int strideC) {
        if (tiles.whole()) {
            piece(worker, atA, atB, atC, m, n, k, strideC, 0);
        } else if (shape.transposeA) {
            for (int term = 0; term < k; term += tiles.terms()) {
                for (int row = 0; row < m; row += tiles.rows()) {
                    columns(worker, atA, atB, atC, m, n, k, strideC, row, term);
                }
            }
        } else {
            for (int row = 0; row < m; row += tiles.rows()) {
                for (int term = 0; term < k; term += tiles.terms()) {
                    columns(worker, atA, atB, atC, m, n, k, strideC, row, term);
                }
            }
        }
    }

    private void columns(int worker, int atA, int atB, int atC, int m, int n, int k, int strideC, int row, int term) {
        int rows = Math.min(tiles.rows(), m - row);
        int terms = Math.min(tiles.terms(), k - term);
        for (int column = 0; column < n; column += tiles.columns()) {
            piece(worker, atA + inA(row, term), atB + inB(term, column), atC + row * strideC + column, rows,
                    Math.min(tiles.columns(), n - column), terms, strideC, term == 0 ? 0 : 1);
        }
    }

    private void piece(int worker, int atA, int atB, int atC, int m, int n, int k, int strideC, int keep) {
        cblas_sgemm(CblasRowMajor, transposedA, transposedB, m, n, k, 1, a[worker].position(atA), shape.strideA, b[worker].position(atB),
                strideB, keep, c[worker].position(atC), strideC);
    }
}
