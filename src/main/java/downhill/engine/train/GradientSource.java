package downhill.engine.train;

import java.util.List;

/** Gives the gradients of steps whose rows are elsewhere. Belongs to one thread. */
@FunctionalInterface
public interface GradientSource {
    /**
     * Loss and gradient of a step's batch, before penalties and clipping, for each of some runs.
     *
     * @param step       updates done
     * @param seeds      of batch order and dropout, by run
     * @param parameters [runs][P]
     * @param rates      learning rates of the step, by run; NaN where the rule has none
     * @return one for each run
     */
    List<SummedGradient> at(long step, long[] seeds, double[][] parameters, double[] rates);
}
