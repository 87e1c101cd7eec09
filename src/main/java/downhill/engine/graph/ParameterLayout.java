package downhill.engine.graph;

import java.util.List;
import java.util.Optional;

/**
 * Which named array lies where in the parameter row.
 *
 * @param slots in the order of construction
 * @param count P, the length of the row
 * @param blocks the arrays of products, in the order of the row
 */
public record ParameterLayout(List<ParameterSlot> slots, int count, List<ParameterBlock> blocks) {
    /** Each slot as an array of its own. */
    public ParameterLayout(List<ParameterSlot> slots, int count) {
        this(slots, count, slots.stream().map(slot -> new ParameterBlock(slot.name(), slot.shape(), slot.offset())).toList());
    }


    public Optional<ParameterSlot> slot(String name) {
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /** [P]: 1 where a penalty holds, else 0. */
    public double[] penaltyMask() {
        double[] mask = new double[count];
        for (ParameterSlot slot : slots) {
            if (slot.penalised()) {
                for (int i = 0; i < slot.size(); i++) {
                    mask[slot.position(i)] = 1;
                }
            }
        }
        return mask;
    }
}
