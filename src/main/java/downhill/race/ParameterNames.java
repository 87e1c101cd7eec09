package downhill.race;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.ArrayList;
import java.util.List;

/** Names of single parameters for people, such as {@code dense1.weight[petal_length, 3]}. */
public final class ParameterNames {
    private ParameterNames() {
    }

    /**
     * In the order of the row.
     *
     * @param features names of the inputs, put in place of the first weight's first index where there are as many; may be empty
     */
    public static List<String> of(ParameterLayout layout, List<String> features) {
        String[] names = new String[layout.count()];
        ParameterSlot first = layout.slots().stream().filter(slot -> slot.name().endsWith("weight")).findFirst().orElse(null);
        for (ParameterSlot slot : layout.slots()) {
            boolean takesFeatures = slot == first && slot.shape().length > 0 && slot.shape()[0] == features.size();
            List<String> taken = takesFeatures ? features : List.of();
            for (int i = 0; i < slot.size(); i++) {
                names[slot.position(i)] = slot.size() == 1 && !takesFeatures ? slot.name() : slot.name() + place(slot.shape(), i, taken);
            }
        }
        return List.of(names);
    }

    /** Where the i-th element in row-major order stands, along each axis from 0. */
    private static String place(int[] shape, int i, List<String> features) {
        List<String> place = new ArrayList<>();
        int rest = i;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            int at = rest % shape[axis];
            place.add(0, axis == 0 && !features.isEmpty() ? features.get(at) : String.valueOf(at));
            rest /= shape[axis];
        }
        return "[" + String.join(", ", place) + "]";
    }
}
