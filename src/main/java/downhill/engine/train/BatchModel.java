package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Plan;

/**
 * A shard's model as the gradient of its step was taken: rules that ask it once more do so with the same rows and masks.
 *
 * @param graph  of the model; null where it is elsewhere and nobody can ask
 * @param losses of the shard's runs, one number each
 * @param plan   that computes them
 */
record BatchModel(TrainingGraph graph, ArrayView losses, Plan plan) {
    /** Where an input of the model lies for the runs from {@code first} on. */
    ArrayView input(Node input, int first) {
        return plan.view(input).fromRun(first);
    }
}
