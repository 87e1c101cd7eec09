package downhill.cluster;

import downhill.data.CounterRandom;

/**
 * What goes wrong between workers and whoever adds their gradients up, to see what it does to learning. A value.
 *
 * @param delay steps that the gradients of all workers but the first come late, 0 for none: they are of the parameters and the batch of
 *              so many steps before, or of the first step
 * @param loss  how likely a worker's gradient is lost, from 0 to 1: the step goes on with the mean of the others, with the first
 *              worker's where all are lost
 * @param seed  of what is lost
 */
public record Faults(int delay, double loss, long seed) {
    /** All come, in time. */
    public static final Faults NONE = new Faults(0, 0, 0);
    private static final int MANY = 1 << 20;

    public Faults {
        if (delay < 0 || !(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("delay " + delay + ", loss " + loss);
        }
    }

    /** Whether a worker's gradient of a step is lost; always the same of the same step. */
    boolean loses(long step, int worker) {
        return loss > 0 && CounterRandom.uniform(seed, CounterRandom.SAMPLING, step * MANY + worker) < loss;
    }
}
