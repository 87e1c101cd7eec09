package downhill.model;

import java.util.List;

/** Whether a model fits its data, said before anything is built. */
final class ModelCheck {
    private static final int MAX_DEGREE = 12;
    /** Layers, blocks, convolutions: more are a slip of the hand, and each costs time before the first step. */
    private static final int MAX_LAYERS = 1_000;
    /** Cells that are unrolled over time: each is a part of the program of a step. */
    private static final int MAX_CELLS = 100_000;

    private ModelCheck() {
    }

    static void check(ModelSpec spec, InputShape shape, int outputs) {
        require(outputs >= 1, "a model needs at least one output, not " + outputs);
        require(spec.loss() != Loss.CROSS_ENTROPY || outputs >= 2, "cross-entropy needs two classes or more; with one output take "
                + "binary cross-entropy");
        Architecture architecture = spec.architecture();
        if (architecture instanceof Architecture.Logistic) {
            require(spec.loss() == Loss.BINARY_CROSS_ENTROPY, "logistic regression is trained with binary cross-entropy, not "
                    + spec.loss());
        } else if (architecture instanceof Architecture.Softmax) {
            require(spec.loss() == Loss.CROSS_ENTROPY, "softmax regression is trained with cross-entropy, not " + spec.loss());
        } else if (architecture instanceof Architecture.Polynomial polynomial) {
            require(polynomial.degree() >= 1 && polynomial.degree() <= MAX_DEGREE,
                    "the degree must be from 1 to " + MAX_DEGREE + ", not " + polynomial.degree());
        } else if (architecture instanceof Architecture.Mlp mlp) {
            mlp(mlp);
        } else if (architecture instanceof Architecture.Cnn cnn) {
            cnn(cnn, shape);
        } else if (architecture instanceof Architecture.Recurrent recurrent) {
            series(shape);
            positive("the hidden size", recurrent.hidden());
            layers("the number of layers", recurrent.layers());
            long cells = (long) recurrent.layers() * shape.length(0);
            require(cells <= MAX_CELLS, "a recurrent network over " + shape.length(0) + " time steps has " + cells + " cells; at most "
                    + MAX_CELLS + " can be trained. Take a shorter window or fewer layers.");
        } else if (architecture instanceof Architecture.Transformer transformer) {
            transformer(transformer, shape);
        }
    }

    private static void mlp(Architecture.Mlp mlp) {
        widths("hidden layer", mlp.hidden());
        int depth = mlp.hidden().size();
        atMost("the number of hidden layers", depth);
        require(mlp.activations().size() == depth || mlp.activations().size() == depth + 1, depth + " hidden layers need " + depth
                + " activations (or one more, for the output), not " + mlp.activations().size());
    }

    private static void cnn(Architecture.Cnn cnn, InputShape shape) {
        require(shape.rank() == 3, "a convolutional network needs images [channels × height × width]; an example here is "
                + shape + ". Declare the image's shape for these columns.");
        require(!cnn.convolutions().isEmpty(), "a convolutional network needs at least one convolution");
        atMost("the number of convolutions", cnn.convolutions().size());
        atMost("the number of hidden layers", cnn.dense().size());
        positive("the pool", cnn.pool());
        widths("dense layer", cnn.dense());
        int height = shape.length(1);
        int width = shape.length(2);
        for (int i = 0; i < cnn.convolutions().size(); i++) {
            Convolution convolution = cnn.convolutions().get(i);
            positive("the number of filters", convolution.filters());
            positive("the kernel", convolution.kernel());
            String layer = "convolution " + (i + 1);
            String picture = "images of " + height + "×" + width + " pixels";
            require(convolution.kernel() <= Math.min(height, width), layer + " has a kernel of " + convolution.kernel() + "×"
                    + convolution.kernel() + " but gets " + picture + "; take a smaller kernel or fewer layers");
            height = (height - convolution.kernel() + 1) / cnn.pool();
            width = (width - convolution.kernel() + 1) / cnn.pool();
            require(height > 0 && width > 0, "the pool of " + cnn.pool() + " after " + layer + " leaves nothing of " + picture
                    + "; take a smaller pool or kernel");
        }
    }

    private static void transformer(Architecture.Transformer transformer, InputShape shape) {
        series(shape);
        positive("the width", transformer.width());
        positive("the number of heads", transformer.heads());
        positive("the feedforward width", transformer.feedforward());
        layers("the number of blocks", transformer.blocks());
        require(transformer.width() % transformer.heads() == 0, "the width " + transformer.width() + " is not divided evenly by "
                + transformer.heads() + " heads");
    }

    private static void series(InputShape shape) {
        require(shape.rank() == 2, "this model needs windows of a series [time × channels]; an example here is " + shape
                + ". Cut the columns into windows.");
    }

    private static void widths(String what, List<Integer> widths) {
        widths.forEach(width -> positive("the width of a " + what, width));
    }

    private static void layers(String what, int number) {
        positive(what, number);
        atMost(what, number);
    }

    private static void atMost(String what, int number) {
        require(number <= MAX_LAYERS, what + " must be at most " + MAX_LAYERS + ", not " + number);
    }

    private static void positive(String what, int number) {
        require(number >= 1, what + " must be at least 1, not " + number);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ModelException(message);
        }
    }
}
