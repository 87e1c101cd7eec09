package downhill.export.onnx;

import downhill.export.tape.Tape;
import downhill.export.tape.TapeLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The lines of a tape as nodes in float. */
final class OnnxTape {
    private static final Map<String, String> ELEMENTWISE = Map.ofEntries(Map.entry("negate", "Neg"), Map.entry("abs", "Abs"),
            Map.entry("sign", "Sign"), Map.entry("round", "Round"),
            Map.entry("sqrt", "Sqrt"), Map.entry("exp", "Exp"), Map.entry("log", "Log"), Map.entry("sin", "Sin"),
            Map.entry("cos", "Cos"), Map.entry("tanh", "Tanh"), Map.entry("sigmoid", "Sigmoid"), Map.entry("relu", "Relu"),
            Map.entry("softplus", "Softplus"), Map.entry("erf", "Erf"), Map.entry("add", "Add"), Map.entry("subtract", "Sub"),
            Map.entry("multiply", "Mul"), Map.entry("divide", "Div"), Map.entry("power", "Pow"), Map.entry("min", "Min"),
            Map.entry("max", "Max"));

    private final OnnxGraph graph;
    private final Tape tape;
    private final double[] parameters;
    private final List<String> values = new ArrayList<>();
    private final OnnxWhole whole;

    OnnxTape(OnnxGraph graph, Tape tape, double[] parameters) {
        this.whole = new OnnxWhole(tape);
        this.graph = graph;
        this.tape = tape;
        this.parameters = parameters;
    }

    /**
     * Adds all.
     *
     * @param inputs prepared, in float, with the shape of the tape's input
     * @return raw outputs [N, outputs]
     */
    String add(String inputs) {
        Set<Integer> needed = whole.needed();
        for (int i = 0; i < tape.lines().size(); i++) {
            values.add(needed.contains(i) ? value(i, inputs) : null);
        }
        String output = values.get(values.size() - 1);
        return whole.rounds() ? orNotANumber(output, inputs) : output;
    }

    private String value(int i, String inputs) {
        TapeLine line = tape.lines().get(i);
        if (line.op().equals("input")) {
            return inputs;
        }
        if (whole.isWhole(i)) {
            return whole.weights(graph, i, parameters);
        }
        if (whole.rounded(i) != null) {
            return OnnxWhole.through(graph, values.get(whole.rounded(i).value()), whole.rounded(i));
        }
        int same = whole.unscaled(i);
        return same == i ? node(line) : values.get(same);
    }

    /** A byte cannot say that something is not a number. */
    private String orNotANumber(String output, String inputs) {
        int rank = tape.lines().stream().filter(line -> line.op().equals("input")).findFirst().orElseThrow().shape().size();
        String lost = graph.cast(graph.node("IsNaN", inputs), OnnxGraph.FLOAT);
        String any = graph.node("ReduceMax", lost, OnnxGraph.wholes("axes", LongStream.range(1, rank).toArray()));
        String each = graph.cast(graph.reshape(any, -1, 1), OnnxGraph.BOOL);
        return graph.where(each, graph.floats(new double[] {Double.NaN}), output);
    }

    private String input(TapeLine line, int i) {
        return values.get(line.inputs().get(i));
    }

    private TapeLine of(TapeLine line, int i) {
        return tape.lines().get(line.inputs().get(i));
    }

    private String node(TapeLine line) {
        return switch (line.op()) {
            case "parameter" -> parameter(line);
            case "constant" -> graph.floats(new double[] {line.value()});
            case "matmul" -> product(line);
            case "sum" -> graph.node("ReduceSum", input(line, 0), graph.integers(axes(line)));
            case "largest" -> graph.node("ReduceMax", input(line, 0), OnnxGraph.wholes("axes", axes(line)));
            case "reshape" -> graph.reshape(input(line, 0), lengths(line));
            case "expand" -> graph.node("Expand", input(line, 0), graph.integers(lengths(line)));
            case "permute" -> graph.transpose(input(line, 0), axes(line));
            case "slice" -> slice(input(line, 0), line.arguments().get(0), line.arguments().get(1), line.arguments().get(2));
            case "concat" -> graph.concat(line.inputs().stream().map(values::get).toList(), line.arguments().get(0));
            case "unfold" -> unfold(line);
            case "maxpool" -> maxPool(line);
            case "square" -> graph.node("Mul", input(line, 0), input(line, 0));
            case "select" -> graph.where(graph.cast(input(line, 0), OnnxGraph.BOOL), input(line, 1), input(line, 2));
            default -> elementwise(line);
        };
    }

    private static long[] axes(TapeLine line) {
        return line.arguments().stream().mapToLong(Integer::longValue).toArray();
    }

    /** The axis that follows the number of rows is left to whoever runs it. */
    private static long[] lengths(TapeLine line) {
        if (line.shape().stream().filter(length -> length < 0).count() > 1) {
            throw new IllegalArgumentException(line + " has two axes that follow the number of rows");
        }
        return line.shape().stream().mapToLong(length -> length < 0 ? -1 : length).toArray();
    }

    private String elementwise(TapeLine line) {
        String op = ELEMENTWISE.get(line.op());
        if (op == null) {
            throw new IllegalArgumentException(line.op() + " is in no model's answer");
        }
        return graph.node(op, line.inputs().stream().map(values::get).toList());
    }

    private String parameter(TapeLine line) {
        int from = line.arguments().get(0);
        int[] shape = line.shapeOfOne();
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return graph.floats(Arrays.copyOfRange(parameters, from, from + size), shape);
    }

    private String product(TapeLine line) {
        String left = line.arguments().get(0) == 1 ? turned(line, 0) : input(line, 0);
        String right = line.arguments().get(1) == 1 ? turned(line, 1) : input(line, 1);
        return graph.node("MatMul", left, right);
    }

    /** With its last two axes exchanged. */
    private String turned(TapeLine line, int i) {
        int rank = of(line, i).shape().size();
        long[] order = IntStream.range(0, rank).mapToLong(axis -> axis).toArray();
        order[rank - 1] = rank - 2;
        order[rank - 2] = rank - 1;
        return graph.transpose(input(line, i), order);
    }

    private String slice(String a, long axis, long from, long to) {
        return graph.node("Slice", List.of(a, graph.integers(from), graph.integers(to), graph.integers(axis)));
    }

    /** Patches of images [N, H, W, C] as rows, in each the channels one after another. */
    private String unfold(TapeLine line) {
        int kernel = line.arguments().get(0);
        List<String> parts = new ArrayList<>();
        String last = graph.integers(4);
        for (int row = 0; row < kernel; row++) {
            String rows = slice(input(line, 0), 1, row, row + line.shape().get(1));
            for (int column = 0; column < kernel; column++) {
                parts.add(graph.node("Unsqueeze", slice(rows, 2, column, column + line.shape().get(2)), last));
            }
        }
        return graph.reshape(graph.concat(parts, 4), lengths(line));
    }

    private String maxPool(TapeLine line) {
        long side = line.arguments().get(0);
        String first = graph.transpose(input(line, 0), 0, 3, 1, 2);
        String pooled = graph.node("MaxPool", first, OnnxGraph.wholes("kernel_shape", side, side), OnnxGraph.wholes("strides", side, side));
        return graph.transpose(pooled, 0, 2, 3, 1);
    }
}
