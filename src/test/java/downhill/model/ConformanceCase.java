package downhill.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded training of a model by PyTorch in float64, read for tests. */
record ConformanceCase(JsonNode json) {

    static ConformanceCase read(String name) throws IOException {
        try (InputStream in = ConformanceCase.class.getResourceAsStream("/conformance/" + name + ".json")) {
            return new ConformanceCase(JsonMapper.builder().build().readTree(in));
        }
    }

    ModelSpec spec() {
        return new ModelSpec(architecture(), loss());
    }

    private Loss loss() {
        return Loss.valueOf(json.get("loss").asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Architecture architecture() {
        JsonNode model = json.get("model");
        String name = model.get("name").asString();
        return switch (name) {
            case "linear" -> new Architecture.Linear();
            case "logistic" -> new Architecture.Logistic();
            case "softmax" -> new Architecture.Softmax();
            case "mlp" -> mlp(model);
            case "cnn" -> cnn(model);
            case "transformer" -> new Architecture.Transformer(model.get("width").asInt(), model.get("heads").asInt(),
                    model.get("feedforward").asInt());
            default -> new Architecture.Recurrent(Cell.valueOf(name.toUpperCase(Locale.ROOT)), model.get("hiddenSize").asInt());
        };
    }

    private static Architecture mlp(JsonNode model) {
        List<Integer> layers = new ArrayList<>();
        model.get("layers").forEach(size -> layers.add(size.asInt()));
        List<Activation> activations = new ArrayList<>();
        model.get("activations").forEach(name -> activations.add(Activation.valueOf(name.asString().toUpperCase(Locale.ROOT))));
        return new Architecture.Mlp(layers.subList(1, layers.size() - 1), activations);
    }

    private static Architecture cnn(JsonNode model) {
        List<Convolution> convolutions = new ArrayList<>();
        model.get("convolutions").forEach(c -> convolutions.add(new Convolution(c.get("filters").asInt(), c.get("kernel").asInt())));
        return new Architecture.Cnn(convolutions, model.get("pool").asInt(), List.of());
    }

    InputShape inputShape() {
        List<Integer> lengths = new ArrayList<>();
        for (JsonNode at = json.get("x").get(0); at.isArray(); at = at.get(0)) {
            lengths.add(at.size());
        }
        return new InputShape(lengths);
    }

    int rows() {
        return json.get("x").size();
    }

    int outputs() {
        return json.get("expect").get("output").get(0).size();
    }

    /** Rows of the data, classes one-hot: [input or target][row][value]. */
    double[][][] data() {
        double[][][] data = new double[2][rows()][];
        for (int row = 0; row < rows(); row++) {
            data[0][row] = numbers(json.get("x").get(row));
            JsonNode target = json.get("y").get(row);
            data[1][row] = target.isArray() ? numbers(target) : oneHot(target.asInt());
        }
        return data;
    }

    private double[] oneHot(int index) {
        double[] values = new double[outputs()];
        values[index] = 1;
        return values;
    }

    /** Row indexes of a step's batch. */
    int[] batch(int step) {
        JsonNode batches = json.get("batches");
        int[] rows = new int[batches.isArray() ? batches.get(step).size() : rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = batches.isArray() ? batches.get(step).get(i).asInt() : i;
        }
        return rows;
    }

    /** All numbers of nested arrays in row-major order. */
    static double[] numbers(JsonNode nested) {
        if (!nested.isArray()) {
            return new double[] {nested.asDouble()};
        }
        List<double[]> parts = new ArrayList<>();
        nested.forEach(part -> parts.add(numbers(part)));
        return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
