package downhill.engine.train;

import downhill.engine.plan.Memory;
import downhill.engine.plan.View;

/** Reads each step's numbers at once: memory is near. */
final class LocalLossLog implements LossLog {
    private final int firstRun;
    private final View parameters;
    private final Memory losses;
    private final double[] lossValues;
    private final double[] one = new double[1];
    private int[] watched = {};

    /** @param firstRun number within the stack of the first run logged here */
    LocalLossLog(int firstRun, int runs, View parameters, Memory losses) {
        this.firstRun = firstRun;
        this.parameters = parameters;
        this.losses = losses;
        this.lossValues = new double[runs];
    }

    @Override
    public void watch(int[] wanted) {
        watched = wanted;
    }

    @Override
    public void parameters(int i, StepLog log) {
        for (int run = 0; run < lossValues.length && watched.length > 0; run++) {
            for (int k = 0; k < watched.length; k++) {
                parameters.memory().read(run * parameters.runStride() + watched[k], one, 0, 1);
                log.watch(firstRun + run, i, k, one[0]);
            }
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
