package downhill.store;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Convolution;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The models of conformance cases as models of ours, with the sizes that the case declares. */
final class ConformanceModels {
    /**
     * @param spec    the model
     * @param lengths shape of one example as declared
     * @param outputs numbers for each row
     */
    record Declared(ModelSpec spec, List<Integer> lengths, int outputs) {
    }

    private final CaseFields model;
    private final Loss loss;

    private ConformanceModels(CaseFields model, Loss loss) {
        this.model = model;
        this.loss = loss;
    }

    static Declared read(CaseFields model, String loss) {
        Declared declared = new ConformanceModels(model, constant(Loss.class, loss, "case.loss")).declared();
        model.finish();
        return declared;
    }

    private Declared declared() {
        String name = model.text("name");
        return switch (name) {
            case "linear", "logistic", "softmax", "mlp" -> dense(name);
            case "cnn" -> cnn();
            case "rnn", "lstm", "gru" -> recurrent(constant(Cell.class, name, "case.model"));
            case "transformer" -> transformer();
            default -> throw UnsupportedCaseException.unknown("case.model", name);
        };
    }

    private Declared dense(String name) {
        List<Integer> layers = model.sizes("layers");
        if (layers.size() < 2) {
            throw new UnsupportedCaseException(Said.of("case.layers"));
        }
        List<Activation> activations = new ArrayList<>();
        if (model.has("activations")) {
            model.texts("activations").forEach(text -> activations.add(constant(Activation.class, text, "case.activation")));
        }
        int outputs = layers.get(layers.size() - 1);
        return new Declared(new ModelSpec(dense(name, layers, activations), loss, Initializer.DEFAULT, 0),
                List.of(layers.get(0)), outputs);
    }

    /** The plain families where the case is one of them, else the perceptron that has all of them as special cases. */
    private Architecture dense(String name, List<Integer> layers, List<Activation> activations) {
        boolean plain = layers.size() == 2 && activations.stream().allMatch(each -> each == Activation.IDENTITY);
        if (plain && name.equals("linear")) {
            return new Architecture.Linear();
        }
        if (plain && name.equals("logistic") && loss == Loss.BINARY_CROSS_ENTROPY) {
            return new Architecture.Logistic();
        }
        if (plain && name.equals("softmax") && loss == Loss.CROSS_ENTROPY) {
            return new Architecture.Softmax();
        }
        while (activations.size() < layers.size() - 2) {
            activations.add(Activation.IDENTITY);
        }
        return new Architecture.Mlp(layers.subList(1, layers.size() - 1), activations);
    }

    private Declared cnn() {
        List<Convolution> convolutions = new ArrayList<>();
        for (JsonNode each : model.get("convolutions")) {
            CaseFields fields = new CaseFields(each, "convolutions");
            convolutions.add(new Convolution(fields.whole("filters"), fields.whole("kernel")));
            fields.finish();
        }
        List<Integer> shape = model.sizes("inputShape");
        int outputs = model.whole(model.has("classes") ? "classes" : "outputs");
        return new Declared(spec(new Architecture.Cnn(convolutions, model.whole("pool"), List.of())), shape, outputs);
    }

    private Declared recurrent(Cell cell) {
        return new Declared(spec(new Architecture.Recurrent(cell, model.whole("hiddenSize"))), series(), seriesOutputs());
    }

    private Declared transformer() {
        return new Declared(spec(new Architecture.Transformer(model.whole("width"), model.whole("heads"), model.whole("feedforward"))),
                series(), seriesOutputs());
    }

    private List<Integer> series() {
        return List.of(model.whole("timeSteps"), model.whole("inputSize"));
    }

    private int seriesOutputs() {
        return model.whole(model.has("classes") ? "classes" : "outputs");
    }

    private ModelSpec spec(Architecture architecture) {
        return new ModelSpec(architecture, loss);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String what) {
        for (E constant : type.getEnumConstants()) {
            if (WrittenNames.of(constant).equals(name.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw UnsupportedCaseException.unknown(what, name);
    }
}
