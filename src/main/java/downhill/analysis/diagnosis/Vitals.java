package downhill.analysis.diagnosis;

import java.util.List;

/**
 * What was measured inside a model at one step.
 *
 * @param step        updates done before
 * @param layers      of hidden units, from the input to the output
 * @param first       name of the first weights
 * @param ratio       root mean square of their gradient by that of the last weights'; NaN where there are no others
 * @param sensitivity ‖g‖·‖θ‖ / loss: by how many times its share the loss changes with all parameters, to first order
 * @param noise       of the gradients of several batches, variance by squared length of their mean; NaN where there is one batch only
 * @param batch       rows of a batch
 */
public record Vitals(long step, List<Layer> layers, String first, double ratio, double sensitivity, double noise, int batch) {
    public Vitals {
        layers = List.copyOf(layers);
    }

    /**
     * A layer of hidden units.
     *
     * @param dead      share of relu units that are 0 on all rows looked at; 0 for others
     * @param saturated share of values of bounded units that are within a hundredth of their bounds; 0 for others
     */
    public record Layer(String name, double dead, double saturated) {
    }
}
