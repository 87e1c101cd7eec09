package downhill.model;

import downhill.data.Room;

/**
 * How large a model is, counted without making any of it: for sizes that cannot be as well.
 *
 * @param parameters P
 * @param perRow     numbers that have to be kept of one row between the forward and the backward pass, at least
 */
public record ModelSize(double parameters, double perRow) {
    /** Parameters and their gradients, or the parameters of now and of the start. */
    private static final int COPIES = 2;

    /**
     * @param outputs numbers per row
     * @throws ModelException where the model does not fit the data
     */
    public static ModelSize of(ModelSpec spec, InputShape shape, int outputs) {
        ModelCheck.check(spec, shape, outputs);
        return new Count(outputs).of(spec.architecture(), shape);
    }

    /**
     * Refuses a model of which not even one has room.
     *
     * @throws ModelException where the model does not fit the data or the memory
     */
    static ModelSize require(ModelSpec spec, InputShape shape, int outputs, Room room) {
        ModelSize size = of(spec, shape, outputs);
        if (!room.hasArray(size.parameters) || !room.has(size.bytes())) {
            throw new ModelException("this model has " + count(size.parameters) + " parameters, which would take about " + Room.text(size.bytes())
                    + " of memory, but the program may use " + room.text() + "; take smaller layers. " + Room.MORE);
        }
        return size;
    }

    private double bytes() {
        return COPIES * Double.BYTES * parameters;
    }

    /** A number of things in words that have room. */
    public static String count(double things) {
        return things < 1e15 ? String.valueOf((long) things) : "more than a thousand million million";
    }

    /** Layer by layer, as the families build them. */
    private static final class Count {
        private final int outputs;
        private double parameters;
        private double perRow;

        Count(int outputs) {
            this.outputs = outputs;
        }

        ModelSize of(Architecture architecture, InputShape shape) {
            double inputs = shape.size();
            if (architecture instanceof Architecture.Polynomial polynomial) {
                dense(Monomials.terms(shape.size(), polynomial.degree()), outputs, 1);
            } else if (architecture instanceof Architecture.Mlp mlp) {
                dense(layers(inputs, mlp.hidden()), outputs, 1);
            } else if (architecture instanceof Architecture.Cnn cnn) {
                dense(layers(images(cnn, shape), cnn.dense()), outputs, 1);
            } else if (architecture instanceof Architecture.Recurrent recurrent) {
                recurrent(recurrent, shape.length(0), shape.length(1));
            } else if (architecture instanceof Architecture.Transformer transformer) {
                transformer(transformer, shape.length(0), shape.length(1));
            } else {
                dense(inputs, outputs, 1);
            }
            return new ModelSize(parameters, perRow);
        }

        private void dense(double from, double to, double times) {
            parameters += (from + 1) * to;
            perRow += to * times;
        }

        /** The width behind the last of these hidden layers. */
        private double layers(double inputs, Iterable<Integer> widths) {
            double from = inputs;
            for (int width : widths) {
                dense(from, width, 1);
                from = width;
            }
            return from;
        }

        private double images(Architecture.Cnn cnn, InputShape shape) {
            double channels = shape.length(0);
            double height = shape.length(1);
            double width = shape.length(2);
            for (Convolution convolution : cnn.convolutions()) {
                double patch = channels * convolution.kernel() * convolution.kernel();
                height -= convolution.kernel() - 1;
                width -= convolution.kernel() - 1;
                parameters += convolution.filters() * (patch + 1);
                perRow += height * width * (patch + convolution.filters());
                channels = convolution.filters();
                height = Math.floor(height / cnn.pool());
                width = Math.floor(width / cnn.pool());
            }
            return channels * height * width;
        }

        private void recurrent(Architecture.Recurrent recurrent, double time, double channels) {
            double hidden = recurrent.hidden();
            double gates = recurrent.cell().gates().size() * hidden;
            for (int layer = 0; layer < recurrent.layers(); layer++) {
                parameters += ((layer == 0 ? channels : hidden) + hidden + 1) * gates + (recurrent.cell() == Cell.GRU ? hidden : 0);
                perRow += time * gates;
            }
            dense(hidden, outputs, 1);
        }

        private void transformer(Architecture.Transformer transformer, double time, double channels) {
            double width = transformer.width();
            dense(channels, width, time);
            parameters += time * width + 2 * width;
            for (int block = 0; block < transformer.blocks(); block++) {
                parameters += 4 * width;
                dense(width, 3 * width, time);
                dense(width, width, time);
                dense(width, transformer.feedforward(), time);
                dense(transformer.feedforward(), width, time);
                perRow += transformer.heads() * time * time;
            }
            dense(width, outputs, 1);
        }
    }
}
