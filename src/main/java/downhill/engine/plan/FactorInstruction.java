package downhill.engine.plan;

import downhill.expr.MatrixFunction;
import downhill.optim.Factoring;

/**
 * A {@link Factoring} of the matrix of each run, in float64 whatever the memory holds, by this thread whatever the machine is. Runs for
 * which it is not due are left out; what stands in their place is then of no meaning.
 */
final class FactorInstruction implements Instruction {
    private final int runs;
    private final ArrayView from;
    private final ArrayView to;
    private final ArrayView due;
    private final Factoring factoring;
    private final double[] matrix;
    private final double[] result;
    private final double[] flag = new double[1];

    /**
     * @param from columns of the matrix one after the other, contiguous
     * @param to   likewise
     * @param due  one number for each run; null where it always is
     */
    FactorInstruction(int runs, ArrayView from, ArrayView to, ArrayView due, MatrixFunction function, double power) {
        this.runs = runs;
        this.from = from;
        this.to = to;
        this.due = due;
        factoring = new Factoring(function, from.shape()[1], from.shape()[0], power);
        matrix = new double[from.size()];
        result = new double[to.size()];
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            if (isDue(run)) {
                from.read(run, matrix);
                factoring.apply(matrix, result);
                to.write(run, result);
            }
        }
    }

    private boolean isDue(int run) {
        if (due == null) {
            return true;
        }
        due.read(run, flag);
        return flag[0] != 0;
    }
}
