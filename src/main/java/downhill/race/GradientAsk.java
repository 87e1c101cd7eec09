package downhill.race;

import java.io.Serializable;
import java.util.List;

/**
 * What those who have rows are asked for a step. A value; its arrays are not written to.
 *
 * @param step       updates done
 * @param size       rows in the batch
 * @param batches    one for each seed; several such lists where each worker descends on its own from one to the next
 * @param parameters [runs][P]
 * @param rates      at which they do so, by run
 */
public record GradientAsk(long step, int size, List<List<SeedBatch>> batches, double[][] parameters, double[] rates)
        implements Serializable {
    public GradientAsk {
        batches = batches.stream().map(List::copyOf).toList();
    }

    /**
     * A batch of one seed.
     *
     * @param seed of dropout
     * @param runs that see it: indexes of parameters
     * @param rows indexes among all training rows, in the order of the batch; null for all of them in their order
     */
    public record SeedBatch(long seed, int[] runs, int[] rows) implements Serializable {
    }
}
