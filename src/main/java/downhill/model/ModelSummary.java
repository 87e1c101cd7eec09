package downhill.model;

import downhill.data.Room;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/**
 * A model in one line.
 *
 * @param sizes      of input, layers and output, such as {@code 4 – 8 – 3}
 * @param parameters P, the number of parameters
 */
public record ModelSummary(Said sizes, int parameters) {

    /** Throws {@link ModelException} where the model does not fit the data or has more parameters than there is memory for. */
    public static ModelSummary of(ModelSpec spec, InputShape shape, int outputs) {
        ModelSize.require(spec, shape, outputs, Room.here());
        try {
            int parameters = ModelBuilder.oneRow(spec, shape, outputs).graph().layout().count();
            return new ModelSummary(sizes(spec.architecture(), shape, outputs), parameters);
        } catch (ArithmeticException overflow) {
            throw new ModelException(Said.of("model.huge"), overflow);
        }
    }

    private static Said sizes(Architecture architecture, InputShape shape, int outputs) {
        List<Object> layers = new ArrayList<>(Family.of(architecture).outline(architecture, shape));
        layers.add(outputs);
        return joined(layers);
    }

    /** By halves, since a thousand layers one in the other could not be said. */
    private static Said joined(List<Object> layers) {
        int half = layers.size() / 2;
        if (half == 0) {
            return layers.get(0) instanceof Said said ? said : Said.plain(layers.get(0).toString());
        }
        return Said.of("outline.then", joined(layers.subList(0, half)), joined(layers.subList(half, layers.size())));
    }
}
