package downhill.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Every family in several sizes, with every loss that it can be trained with. */
public final class ModelCases {
    private static final InputShape FEATURES = InputShape.of(3);
    private static final InputShape SERIES = InputShape.of(4, 2);

    private ModelCases() {
    }

    /** A model on data of a shape. */
    public record Case(String name, ModelSpec spec, InputShape shape, int outputs, Weighting weighting) {
        Case(String name, ModelSpec spec, InputShape shape, int outputs) {
            this(name, spec, shape, outputs, Weighting.NONE);
        }

        @Override
        public String toString() {
            return name + ", " + spec.loss() + (weighting.rows() ? ", weighted" : "");
        }

        /** Targets of one run: one-hot rows, zeros and ones, or numbers, as the loss wants them. */
        public double[] targets(Random random, int rows) {
            double[] targets = new double[rows * outputs];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = spec.loss() == Loss.BINARY_CROSS_ENTROPY ? random.nextInt(2) : random.nextGaussian();
            }
            if (spec.loss() == Loss.CROSS_ENTROPY) {
                for (int row = 0; row < rows; row++) {
                    int hot = row * outputs + random.nextInt(outputs);
                    for (int i = row * outputs; i < (row + 1) * outputs; i++) {
                        targets[i] = i == hot ? 1 : 0;
                    }
                }
            }
            return targets;
        }
    }

    private record Sized(String name, Architecture architecture, InputShape shape, double dropout) {
        Sized(String name, Architecture architecture, InputShape shape) {
            this(name, architecture, shape, 0);
        }

        Stream<Case> cases() {
            return Stream.of(Loss.values()).filter(architecture.family()::trains).map(loss -> new Case(name,
                    new ModelSpec(architecture, loss, Initializer.DEFAULT, dropout), shape, loss == Loss.CROSS_ENTROPY ? 3 : 2));
        }
    }

    public static Stream<Case> all() {
        return Stream.of(families().stream().flatMap(Sized::cases), withOptions(), weighted(), weightedByClass()).flatMap(cases -> cases);
    }

    /** Losses that are given something. */
    private static Stream<Case> withOptions() {
        Architecture linear = new Architecture.Linear();
        return Stream.of(
                new Case("δ of 0.3", new ModelSpec(linear, Loss.HUBER, Initializer.DEFAULT, 0, new LossOptions(0.3, 0)), FEATURES, 2),
                new Case("smoothed", new ModelSpec(linear, Loss.BINARY_CROSS_ENTROPY, Initializer.DEFAULT, 0, new LossOptions(1, 0.2)),
                        FEATURES, 2),
                new Case("smoothed", new ModelSpec(linear, Loss.CROSS_ENTROPY, Initializer.DEFAULT, 0, new LossOptions(1, 0.2)),
                        FEATURES, 3));
    }

    /** Rows that count differently, with every loss and with dropout. */
    private static Stream<Case> weighted() {
        Stream<Case> linear = new Sized("linear", new Architecture.Linear(), FEATURES).cases();
        Stream<Case> mlp = new Sized("mlp, dropout", new Architecture.Mlp(List.of(4), Activation.TANH), FEATURES, 0.3).cases();
        return Stream.of(linear, mlp, withOptions()).flatMap(cases -> cases)
                .map(plain -> new Case(plain.name, plain.spec, plain.shape, plain.outputs, Weighting.ROWS));
    }

    /** Smoothed targets of classes that count differently, two of them the same. */
    private static Stream<Case> weightedByClass() {
        LossOptions smoothed = new LossOptions(1, 0.3);
        return Stream.of(new Architecture.Linear(), new Architecture.Mlp(List.of(4), Activation.TANH)).flatMap(architecture -> Stream.of(
                new Case("smoothed by class", new ModelSpec(architecture, Loss.BINARY_CROSS_ENTROPY, Initializer.DEFAULT, 0, smoothed),
                        FEATURES, 1,
                        new Weighting(true, List.of(0.25, 3.0))),
                new Case("smoothed by class", new ModelSpec(architecture, Loss.CROSS_ENTROPY, Initializer.DEFAULT, 0.3, smoothed),
                        FEATURES, 4,
                        new Weighting(true, List.of(2.5, 0.5, 2.5, 1.0)))));
    }

    private static List<Sized> families() {
        List<Sized> families = new ArrayList<>();
        families.add(new Sized("linear", new Architecture.Linear(), FEATURES));
        families.add(new Sized("linear on series", new Architecture.Linear(), SERIES));
        families.add(new Sized("polynomial", new Architecture.Polynomial(3), InputShape.of(2)));
        families.add(new Sized("logistic", new Architecture.Logistic(), FEATURES));
        families.add(new Sized("softmax", new Architecture.Softmax(), FEATURES));
        for (Activation activation : Activation.values()) {
            families.add(new Sized("mlp " + activation, new Architecture.Mlp(List.of(4), activation), FEATURES));
        }
        families.add(new Sized("mlp, two hidden layers, active output", new Architecture.Mlp(List.of(3, 4),
                List.of(Activation.TANH, Activation.GELU, Activation.SIGMOID)), FEATURES));
        families.add(new Sized("mlp, no hidden layer", new Architecture.Mlp(List.of(), Collections.emptyList()), FEATURES));
        families.add(new Sized("mlp, dropout", new Architecture.Mlp(List.of(4, 3), Activation.TANH), FEATURES, 0.3));
        addImages(families);
        addSeries(families);
        return families;
    }

    private static void addImages(List<Sized> families) {
        families.add(new Sized("cnn", new Architecture.Cnn(List.of(new Convolution(2, 3)), 2, List.of()), InputShape.of(1, 6, 5)));
        families.add(new Sized("cnn, two convolutions, two channels", new Architecture.Cnn(
                List.of(new Convolution(2, 2), new Convolution(3, 2)), 2, List.of(3)), InputShape.of(2, 7, 7)));
        families.add(new Sized("cnn without a pool, dropout", new Architecture.Cnn(
                List.of(new Convolution(2, 2)), 1, List.of(3)), InputShape.of(1, 3, 3), 0.4));
    }

    private static void addSeries(List<Sized> families) {
        for (Cell cell : Cell.values()) {
            families.add(new Sized(cell.prefix(), new Architecture.Recurrent(cell, 3), SERIES));
        }
        families.add(new Sized("lstm, two layers, dropout", new Architecture.Recurrent(Cell.LSTM, 2, 2), InputShape.of(3, 2), 0.3));
        families.add(new Sized("gru over one step", new Architecture.Recurrent(Cell.GRU, 2), InputShape.of(1, 2)));
        families.add(new Sized("transformer", new Architecture.Transformer(4, 1, 3), InputShape.of(3, 2)));
        families.add(new Sized("transformer, two heads", new Architecture.Transformer(4, 2, 3), InputShape.of(3, 2)));
        families.add(new Sized("transformer, two blocks, dropout", new Architecture.Transformer(4, 1, 2, 2), InputShape.of(2, 1), 0.2));
    }
}
