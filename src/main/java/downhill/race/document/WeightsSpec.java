package downhill.race.document;

import downhill.optim.Average;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is special about the weights of a contender. A value; as usual, everything is as its rule and its seed have it.
 *
 * @param start   numbers it starts from in place of those of its seed; null for none
 * @param paces   by the name of an array, such as {@code dense1.weight}, or of a layer, such as {@code dense1}: what each of its steps is
 *                multiplied by; 0 freezes it. An array's own goes before its layer's
 * @param average which mean of its weights answers; null where they answer themselves
 */
public record WeightsSpec(StartPoint start, Map<String, Double> paces, Average average) {
    /** Nothing special. */
    public static final WeightsSpec PLAIN = new WeightsSpec(null, Map.of(), null);

    /** Copies the map, in the order of its keys. */
    public WeightsSpec {
        paces = paces == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(paces));
    }

    public WeightsSpec withStart(StartPoint other) {
        return new WeightsSpec(other, paces, average);
    }

    public WeightsSpec withPaces(Map<String, Double> others) {
        return new WeightsSpec(start, others, average);
    }

    public WeightsSpec withAverage(Average other) {
        return new WeightsSpec(start, paces, other);
    }
}
