package downhill.model;

import downhill.data.Room;
import java.util.ArrayList;
import java.util.List;

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
            return new ModelSummary(String.join(" – ", sizes(spec.architecture(), shape, outputs)), parameters);
        } catch (ArithmeticException overflow) {
            throw new ModelException("this model has more than two thousand million parameters; take smaller layers", overflow);
        }
    }

    private static List<String> sizes(Architecture architecture, InputShape shape, int outputs) {
        List<String> sizes = new ArrayList<>();
        sizes.add(architecture instanceof Architecture.Mlp ? String.valueOf(shape.size()) : shape.toString());
        if (architecture instanceof Architecture.Polynomial polynomial) {
            sizes.add(String.valueOf(Monomials.of(shape.size(), polynomial.degree()).exponents().size()));
        } else if (architecture instanceof Architecture.Mlp mlp) {
            mlp.hidden().forEach(width -> sizes.add(String.valueOf(width)));
        } else if (architecture instanceof Architecture.Cnn cnn) {
            addImages(sizes, cnn, shape);
        } else if (architecture instanceof Architecture.Recurrent recurrent) {
            for (int layer = 0; layer < recurrent.layers(); layer++) {
                sizes.add(recurrent.cell() + " " + recurrent.hidden());
            }
        } else if (architecture instanceof Architecture.Transformer transformer) {
            String heads = transformer.heads() == 1 ? " (1 head, " : " (" + transformer.heads() + " heads, ";
            for (int block = 0; block < transformer.blocks(); block++) {
                sizes.add(transformer.width() + heads + transformer.feedforward() + ")");
            }
        }
        sizes.add(String.valueOf(outputs));
        return sizes;
    }

    private static void addImages(List<String> sizes, Architecture.Cnn cnn, InputShape shape) {
        int channels = shape.length(0);
        int height = shape.length(1);
        int width = shape.length(2);
        for (Convolution convolution : cnn.convolutions()) {
            channels = convolution.filters();
            height -= convolution.kernel() - 1;
            width -= convolution.kernel() - 1;
            sizes.add(channels + "@" + height + "×" + width);
            if (cnn.pool() > 1) {
                height /= cnn.pool();
                width /= cnn.pool();
                sizes.add(channels + "@" + height + "×" + width);
            }
        }
        sizes.add(String.valueOf(Math.multiplyExact(channels, height * width)));
        cnn.dense().forEach(size -> sizes.add(String.valueOf(size)));
    }
}
