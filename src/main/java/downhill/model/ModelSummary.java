package downhill.model;

import downhill.data.Room;
import downhill.words.Said;

/**
 * A model in one line.
 *
 * @param sizes      of input, layers and output, such as {@code 4 – 8 – 3}
 * @param parameters P, the number of parameters
 */
public record ModelSummary(String sizes, int parameters) {

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

    private static String sizes(Architecture architecture, InputShape shape, int outputs) {
        return String.join(" – ", Family.of(architecture).outline(architecture, shape)) + " – " + outputs;
    }
}
