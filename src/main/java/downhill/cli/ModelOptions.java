package downhill.cli;

import downhill.data.ImageSpec;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.ClassWeightsText;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.LossOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a model is described on the command line. */
final class ModelOptions {
    private static final List<String> NAMES = List.of("linear", "polynomial", "logistic", "softmax", "mlp", "cnn", "rnn", "lstm", "gru",
            "transformer");

    @Option(names = "--model", paramLabel = "NAME", description = "linear, polynomial, logistic, softmax, mlp, cnn (for images of 16x16 and up "
            + "10@5x5, 20@5x5, 500; else 16@3x3, 32), rnn, lstm, gru or transformer (default: what suits the data).")
    String name;

    @Option(names = "--hidden", split = ",", paramLabel = "N", description = "mlp: widths of the hidden layers (default: 16,16).")
    List<Integer> hidden;

    @Option(names = "--activation", paramLabel = "NAME", description = "mlp: identity, relu, tanh, sigmoid or gelu (default: tanh).")
    String activation;

    @Option(names = "--degree", paramLabel = "N", defaultValue = "3", description = "polynomial: its degree (default: ${DEFAULT-VALUE}).")
    int degree;

    @Option(names = "--width", paramLabel = "N", defaultValue = "16", description = "rnn, lstm, gru: size of the state; transformer: width "
            + "(default: ${DEFAULT-VALUE}).")
    int width;

    @Option(names = "--loss", paramLabel = "NAME", description = "mse, mae, huber, binary-cross-entropy or cross-entropy "
            + "(default: what suits the target).")
    String loss;

    @Option(names = "--huber-delta", paramLabel = "D", description = "huber: where its square goes over into a line, in units of the scaled target; "
            + "above 0 (default: 1).")
    Double huberDelta;

    @Option(names = "--label-smoothing", paramLabel = "E", description = "cross-entropies: share of each target spread evenly over all classes, "
            + "0 to below 1, in validation losses too (default: 0).")
    Double labelSmoothing;

    @Option(names = "--class-weights", paramLabel = "balanced|CLASS=W,...", description = "cross-entropies: what rows of each class count for in losses; balanced: "
            + "n/(k n_c) of the n training rows, n_c of the class, of k classes; or given, 1 where not named (default: all the same).")
    List<String> classWeights;

    @Option(names = "--initializer", paramLabel = "NAME", description = "torch, xavier-uniform, xavier-normal, he-normal, zeros or normal "
            + "(default: torch).")
    String initializer;

    @Option(names = "--dropout", paramLabel = "P", defaultValue = "0", description = "Share of hidden values dropped in training (default: 0).")
    double dropout;

    /** @param image shape of the images, or null where there are none */
    Architecture architecture(ImageSpec image) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "linear" -> new Architecture.Linear();
            case "polynomial" -> new Architecture.Polynomial(degree);
            case "logistic" -> new Architecture.Logistic();
            case "softmax" -> new Architecture.Softmax();
            case "mlp" -> new Architecture.Mlp(hidden == null ? List.of(16, 16) : hidden, activation());
            case "cnn" -> image == null ? Architecture.Cnn.digits() : Architecture.Cnn.suiting(image.height(), image.width());
            case "rnn", "lstm", "gru" -> new Architecture.Recurrent(Cell.valueOf(name.toUpperCase(Locale.ROOT)), width);
            case "transformer" -> new Architecture.Transformer(width, width % 2 == 0 ? 2 : 1, (int) Math.min(Integer.MAX_VALUE, 2L * width));
            default -> throw new InputException("There is no model \"" + name + "\". There are: " + String.join(", ", NAMES) + ".");
        };
    }

    Activation activation() {
        return activation == null ? Activation.TANH : constant(Activation.class, activation, "activation");
    }

    Loss loss(Loss otherwise) {
        return loss == null ? otherwise : constant(Loss.class, loss, "loss");
    }

    /** What the loss is given, null where nothing. */
    LossOptions lossOptions() {
        if (huberDelta == null && labelSmoothing == null && classWeights == null) {
            return null;
        }
        return new LossOptions(huberDelta == null ? 1 : huberDelta, labelSmoothing == null ? 0 : labelSmoothing,
                classWeights == null ? null : ClassWeightsText.parse(String.join(",", classWeights)));
    }

    Initializer initializer() {
        return initializer == null ? Initializer.DEFAULT
                : Initializer.of(constant(Initializer.Scheme.class, initializer, "initializer"));
    }

    /** The constant of a name such as {@code he-normal}. */
    static <E extends Enum<E>> E constant(Class<E> type, String text, String what) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> names = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
            names.add(each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        throw new InputException("There is no " + what + " \"" + text + "\". There are: " + String.join(", ", names) + ".");
    }
}
