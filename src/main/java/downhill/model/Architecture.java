package downhill.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/** The shape of a model, apart from the data it is used on. Sizes of input and output come from the data. */
public sealed interface Architecture extends Serializable {

    /** What the program knows of models of this kind. */
    Family<?> family();

    /** ŷ = x·W + b. */
    record Linear() implements Architecture {
        @Override
        public Family<?> family() {
            return Families.LINEAR;
        }
    }

    /**
     * A linear model of monomials of the features; see {@link Monomials}.
     *
     * @param degree largest total degree, 1 to 12
     */
    record Polynomial(int degree) implements Architecture {
        @Override
        public Family<?> family() {
            return Families.POLYNOMIAL;
        }
    }

    /** P(second class) = σ(x·W + b), one output. */
    record Logistic() implements Architecture {
        @Override
        public Family<?> family() {
            return Families.LOGISTIC;
        }
    }

    /** P(class) = softmax(x·W + b), one output for each class. */
    record Softmax() implements Architecture {
        @Override
        public Family<?> family() {
            return Families.SOFTMAX;
        }
    }

    /**
     * Multilayer perceptron.
     *
     * @param hidden      widths of the hidden layers; none makes a linear model
     * @param activations one for each hidden layer, and perhaps one more for the output, which is else the identity
     */
    record Mlp(List<Integer> hidden, List<Activation> activations) implements Architecture {
        public Mlp {
            hidden = List.copyOf(hidden);
            activations = List.copyOf(activations);
        }

        /** The same activation in every hidden layer. */
        public Mlp(List<Integer> hidden, Activation activation) {
            this(hidden, Collections.nCopies(hidden.size(), activation));
        }

        /** What follows layer {@code i} from 0; the identity after the last where nothing else is said. */
        public Activation activation(int i) {
            return i < activations.size() ? activations.get(i) : Activation.IDENTITY;
        }

        @Override
        public Family<?> family() {
            return Families.MLP;
        }
    }

    /**
     * Convolutional network (LeCun et al. 1998): each convolution is followed by relu and a max pool, then dense layers with relu.
     *
     * @param convolutions at least one
     * @param pool         side and stride of the pools; 1 pools nothing
     * @param dense        widths of hidden dense layers after flattening; may be empty
     */
    record Cnn(List<Convolution> convolutions, int pool, List<Integer> dense) implements Architecture {
        private static final int ARTICLE_SIDE = 16;

        public Cnn {
            convolutions = List.copyOf(convolutions);
            dense = List.copyOf(dense);
        }

        /** Conv 10@5×5 → pool 2 → conv 20@5×5 → pool 2 → 500 → outputs, for images of 16×16 (28×28: 320 flattened) and up. */
        public static Cnn article() {
            return new Cnn(List.of(new Convolution(10, 5), new Convolution(20, 5)), 2, List.of(500));
        }

        /** What suits images of this size: the article's network from 16×16 on, the small one below. */
        public static Cnn suiting(int height, int width) {
            return Math.min(height, width) >= ARTICLE_SIDE ? article() : digits();
        }

        /** Conv 16@3×3 → pool 2 → 32 → outputs, for the bundled digits of 8×8 (144 flattened). */
        public static Cnn digits() {
            return new Cnn(List.of(new Convolution(16, 3)), 2, List.of(32));
        }

        @Override
        public Family<?> family() {
            return Families.CNN;
        }
    }

    /**
     * Recurrent network over a window of time; the last hidden state goes through one dense layer.
     *
     * @param hidden size of the state
     * @param layers cells stacked on one another, each fed by the states of the one below
     */
    record Recurrent(Cell cell, int hidden, int layers) implements Architecture {
        public Recurrent(Cell cell, int hidden) {
            this(cell, hidden, 1);
        }

        @Override
        public Family<?> family() {
            return Families.of(cell);
        }
    }

    /**
     * Transformer encoder (Vaswani et al. 2017) with normalisation before each part (Xiong et al. 2020), learned positions,
     * and the mean over time at the end.
     *
     * @param width       length of the vector of each time step
     * @param heads       number of attention heads, a divisor of the width
     * @param feedforward width of the hidden layer (gelu) of the part after attention
     * @param blocks      encoder blocks on one another
     */
    record Transformer(int width, int heads, int feedforward, int blocks) implements Architecture {
        public Transformer(int width, int heads, int feedforward) {
            this(width, heads, feedforward, 1);
        }

        @Override
        public Family<?> family() {
            return Families.TRANSFORMER;
        }
    }
}
