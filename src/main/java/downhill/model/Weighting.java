package downhill.model;

import java.util.List;

/**
 * What a loss must know of rows that count differently.
 *
 * @param rows    whether each row has a weight, which is a further input of the graph: its own times that of its
 *                class; true where classes have some
 * @param byClass weights of the classes in their order, each from {@link ClassWeights#LEAST} on; empty where they all count the same
 */
public record Weighting(boolean rows, List<Double> byClass) {
    /** All rows count the same. */
    public static final Weighting NONE = new Weighting(false, List.of());
    /** Rows have weights, and their classes none. */
    public static final Weighting ROWS = new Weighting(true, List.of());

    public Weighting {
        byClass = List.copyOf(byClass);
        rows |= !byClass.isEmpty();
    }
}
