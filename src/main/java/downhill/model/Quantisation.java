package downhill.model;

import downhill.words.Said;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model has whole numbers for weights. Each output of a product has a step of its own, a number of float32, by which the whole
 * numbers of its weights are multiplied once they are summed up; biases, gains and positions stay real numbers, in float32.
 *
 * @param bits     8, 4 or 1: from −127 to 127, from −7 to 7, or −1 and 1
 * @param learning whether the weights are real numbers that are rounded at each use, so that they can be trained: the gradient goes
 *                 through the rounding as if it were not there (straight-through, Bengio et al. 2013); false: they are stored as whole
 *                 numbers
 * @param inputs   how what goes into a product becomes whole numbers as well, by the name of the product; empty where it stays as it is
 */
public record Quantisation(int bits, boolean learning, Map<String, Grid> inputs) implements Serializable {
    private static final int BYTE_LEAST = -128;
    private static final int BYTE_MOST = 127;

    /** @throws ModelException for other bits */
    public Quantisation {
        if (bits != 8 && bits != 4 && bits != 1) {
            throw new ModelException(Said.of("quantise.bits", bits));
        }
        inputs = Map.copyOf(inputs);
    }

    /** Weights alone. */
    public static Quantisation ofWeights(int bits) {
        return new Quantisation(bits, false, Map.of());
    }

    /** The same, its weights trained as real numbers or stored as whole ones. */
    public Quantisation learning(boolean other) {
        return new Quantisation(bits, other, inputs);
    }

    /** The same with these grids for what goes into products. */
    public Quantisation withInputs(Map<String, Grid> others) {
        return new Quantisation(bits, learning, new TreeMap<>(others));
    }

    /** The largest whole number of a weight. */
    public int most() {
        return bits == 1 ? 1 : (1 << bits - 1) - 1;
    }

    /**
     * Evenly spaced numbers, as ONNX has them: q stands for (q − zero)·step, q from −128 to 127.
     *
     * @param step above 0, a number of float32
     * @param zero the q that stands for 0
     */
    public record Grid(double step, int zero) {
        /** @throws ModelException for numbers that make no grid */
        public Grid {
            if (!(step > 0) || !Double.isFinite(step) || (float) step != step || zero < BYTE_LEAST || zero > BYTE_MOST) {
                throw new ModelException(Said.of("quantise.grid", step, zero));
            }
        }

        /** The finest one that reaches from {@code least} to {@code greatest} and has 0. */
        public static Grid reaching(double least, double greatest) {
            double low = Math.min(0, least);
            double high = Math.max(0, greatest);
            float step = (float) ((high - low) / (BYTE_MOST - BYTE_LEAST));
            if (step == 0) {
                return new Grid(1, 0);
            }
            long zero = Math.round(BYTE_LEAST - low / step);
            return new Grid(step, (int) Math.max(BYTE_LEAST, Math.min(BYTE_MOST, zero)));
        }

        /** The smallest q − zero. */
        public int least() {
            return BYTE_LEAST - zero;
        }

        /** The largest q − zero. */
        public int greatest() {
            return BYTE_MOST - zero;
        }
    }
}
