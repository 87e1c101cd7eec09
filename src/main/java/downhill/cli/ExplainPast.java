package downhill.cli;

import java.util.List;

/**
 * Moments of a training, the earliest first.
 *
 * @param steps      updates done at each
 * @param parameters [P] at each
 */
record ExplainPast(List<Long> steps, List<double[]> parameters) {
    /** Of a model that holds one moment. */
    static final ExplainPast NONE = new ExplainPast(List.of(), List.of());

    ExplainPast {
        steps = List.copyOf(steps);
        parameters = List.copyOf(parameters);
    }
}
