package downhill.engine.train;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Memory;
import java.util.Arrays;

/** Reads each step's numbers at once: memory is near. */
final class LocalLossLog implements LossLog {
    /** Reading is cheap by the stretch: so many numbers in one go cost no more than one by itself. */
    private static final int STRETCH = 24;

    private final int firstRun;
    private final ArrayView parameters;
    private final Memory losses;
    private final double[] lossValues;
    private final double[] one = new double[1];
    private double[] row = {};
    private int lowest;
    private int[] watched = {};

    /** @param firstRun number within the stack of the first run logged here */
    LocalLossLog(int firstRun, int runs, ArrayView parameters, Memory losses) {
        this.firstRun = firstRun;
        this.parameters = parameters;
        this.losses = losses;
        this.lossValues = new double[runs];
    }

    @Override
    public void watch(int[] wanted) {
        watched = wanted;
        lowest = Arrays.stream(wanted).min().orElse(0);
        int span = Arrays.stream(wanted).max().orElse(-1) - lowest + 1;
        row = new double[span <= STRETCH * wanted.length ? span : 0];
    }

    @Override
    public void parameters(int i, StepLog log) {
        for (int run = 0; run < lossValues.length && watched.length > 0; run++) {
            int start = run * parameters.runStride();
            if (row.length > 0) {
                together(run, start, i, log);
            } else {
                oneByOne(run, start, i, log);
            }
        }
    }

    private void together(int run, int start, int i, StepLog log) {
        parameters.memory().read(start + lowest, row, 0, row.length);
        for (int k = 0; k < watched.length; k++) {
            log.watch(firstRun + run, i, k, row[watched[k] - lowest]);
        }
    }

    private void oneByOne(int run, int start, int i, StepLog log) {
        for (int k = 0; k < watched.length; k++) {
            parameters.memory().read(start + watched[k], one, 0, 1);
            log.watch(firstRun + run, i, k, one[0]);
        }
    }

    @Override
    public void losses(int i, StepLog log) {
        losses.read(0, lossValues, 0, lossValues.length);
        for (int run = 0; run < lossValues.length; run++) {
            log.loss(firstRun + run, i, lossValues[run]);
        }
    }

    @Override
    public void end(StepLog log) {
    }
}
