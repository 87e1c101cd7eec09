package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import downhill.expr.UnaryOp;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/**
 * An ONNX file that Downhill wrote, asked for answers. Numbers go in float where the file says so, and are not rounded again on their
 * way.
 */
public final class OnnxRun {
    private static final Map<String, UnaryOp> UNARY = Map.ofEntries(Map.entry("Neg", UnaryOp.NEGATE), Map.entry("Abs", UnaryOp.ABS),
            Map.entry("Sign", UnaryOp.SIGN), Map.entry("Round", UnaryOp.ROUND),
            Map.entry("Sqrt", UnaryOp.SQRT), Map.entry("Exp", UnaryOp.EXP), Map.entry("Log", UnaryOp.LOG),
            Map.entry("Sin", UnaryOp.SIN), Map.entry("Cos", UnaryOp.COS), Map.entry("Tanh", UnaryOp.TANH),
            Map.entry("Sigmoid", UnaryOp.SIGMOID), Map.entry("Relu", UnaryOp.RELU), Map.entry("Softplus", UnaryOp.SOFTPLUS),
            Map.entry("Erf", UnaryOp.ERF));
    private static final Map<String,
            DoubleBinaryOperator> BINARY = Map.of("Add", Double::sum, "Sub", (a, b) -> a - b, "Mul", (a, b) -> a * b,
            "Div", (a, b) -> a / b, "Pow", Math::pow, "Min", Math::min, "Max", Math::max, "Equal", (a, b) -> a == b ? 1 : 0, "Greater",
            (a, b) -> a > b ? 1 : 0);

    private final GraphProto graph;
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, Tensor> constants = new HashMap<>();

    private OnnxRun(ModelProto model) {
        graph = model.getGraph();
        if (graph.getOutputCount() == 0) {
            throw new IllegalArgumentException("nothing comes out");
        }
        for (StringStringEntryProto note : model.getMetadataPropsList()) {
            notes.put(note.getKey(), note.getValue());
        }
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), Initializers.read(tensor)));
    }

    /**
     * Reads a file's content.
     *
     * @throws RefusedException where it is no ONNX file, or none of Downhill's
     */
    public static OnnxRun read(byte[] content) {
        try {
            ModelProto model = ModelProto.parseFrom(content);
            if (!model.getProducerName().equals("downhill")) {
                throw new RefusedException(Said.of("export.onnx.foreign"));
            }
            return new OnnxRun(model);
        } catch (InvalidProtocolBufferException | IllegalArgumentException broken) {
            throw broken instanceof RefusedException refused ? refused : new RefusedException(Said.of("export.onnx.broken"), broken);
        }
    }

    /** What is noted in the file under {@code downhill.KEY}; empty where nothing is. */
    public String note(String key) {
        return notes.getOrDefault("downhill." + key, "");
    }

    /** Names of the columns, in order. */
    public List<String> columns() {
        return graph.getInputList().stream().map(input -> input.getName()).toList();
    }

    /**
     * The last of what comes out: probabilities of the classes, or one number.
     *
     * @param rows of the same columns, each as {@link downhill.export.StoredRow} has them
     * @return [rows][classes], or [rows][1]
     */
    public double[][] answers(List<List<List<Object>>> rows) {
        Map<String, Tensor> values = new HashMap<>(constants);
        List<String> columns = columns();
        for (int c = 0; c < columns.size(); c++) {
            values.put(columns.get(c), input(rows, c));
        }
        graph.getNodeList().forEach(node -> values.put(node.getOutput(0), value(node, values)));
        Tensor answer = values.get(graph.getOutput(graph.getOutputCount() - 1).getName());
        int width = answer.size() / rows.size();
        double[][] answers = new double[rows.size()][];
        Arrays.setAll(answers, row -> Arrays.copyOfRange(answer.numbers(), row * width, (row + 1) * width));
        return answers;
    }

    private Tensor input(List<List<List<Object>>> rows, int column) {
        int[] shape = {rows.size(), rows.get(0).size()};
        List<Object> cells = rows.stream().flatMap(row -> row.stream().map(each -> each.get(column)))
                .collect(Collectors.toList());
        boolean texts = graph.getInput(column).getType().getTensorType().getElemType() == TensorProto.DataType.STRING_VALUE;
        if (texts) {
            return Tensor.of(cells.stream().map(cell -> cell == null ? "" : (String) cell).toArray(String[]::new), shape);
        }
        return Tensor.of(cells.stream().mapToDouble(cell -> cell == null ? Double.NaN : (Double) cell).toArray(), shape);
    }

    private static Tensor value(NodeProto node, Map<String, Tensor> values) {
        List<Tensor> in = node.getInputList().stream().map(values::get).toList();
        Attributes attributes = new Attributes(node);
        Tensor a = in.get(0);
        String op = node.getOpType();
        if (UNARY.containsKey(op)) {
            return a.map(UNARY.get(op)::apply);
        }
        if (BINARY.containsKey(op)) {
            return a.with(in.get(1), BINARY.get(op));
        }
        return switch (op) {
            case "Identity" -> a;
            case "Cast" -> cast(a, (int) attributes.whole("to", 0));
            case "IsNaN" -> a.map(x -> Double.isNaN(x) ? 1 : 0);
            case "Floor" -> a.map(Math::floor);
            case "Less" -> a.with(in.get(1), (x, y) -> x < y ? 1 : 0);
            case "Or" -> a.with(in.get(1), (x, y) -> x != 0 || y != 0 ? 1 : 0);
            case "Where" -> Shaping.where(a, in.get(1), in.get(2));
            case "Reshape" -> Shaping.reshape(a, in.get(1));
            case "Unsqueeze" -> Shaping.unsqueeze(a, in.get(1));
            case "Transpose" -> Shaping.transpose(a, attributes.wholes("perm"));
            case "Slice" -> Shaping.slice(a, in.get(1), in.get(2), in.get(3));
            case "Concat" -> Shaping.concat(in, attributes.whole("axis", 0));
            case "Expand" -> Shaping.expand(a, in.get(1));
            case "Clip" -> a.map(x -> Math.max(in.get(1).numbers()[0], Math.min(in.get(2).numbers()[0], x)));
            case "QuantizeLinear" -> Computing.quantised(a, in.get(1).numbers()[0], in.get(2).numbers()[0]);
            case "DequantizeLinear" -> Computing.real(a, in.get(1), in.get(2), a.axis(attributes.whole("axis", 1)));
            case "MatMul" -> Computing.matMul(a, in.get(1));
            case "Softmax" -> Computing.softmax(a);
            case "ArgMax" -> Computing.argMax(a);
            case "MaxPool" -> Computing.maxPool(a, (int) attributes.wholes("strides")[0]);
            case "LabelEncoder" -> Computing.labelEncoder(a, attributes);
            case "ReduceSum" -> a.reduced(Shaping.whole(in.get(1)), attributes.whole("keepdims", 1) == 1, 0, Double::sum);
            case "ReduceMax" -> a.reduced(axes(attributes), true, Double.NEGATIVE_INFINITY, Math::max);
            case "ReduceMean" -> mean(a, axes(attributes));
            default -> throw new IllegalArgumentException("operator " + op);
        };
    }

    private static int[] axes(Attributes attributes) {
        return Arrays.stream(attributes.wholes("axes")).mapToInt(Math::toIntExact).toArray();
    }

    private static Tensor mean(Tensor a, int... axes) {
        int count = Arrays.stream(axes).map(axis -> a.shape()[axis]).reduce(1, (x, y) -> x * y);
        return a.reduced(axes, true, 0, Double::sum).map(sum -> sum / count);
    }

    private static Tensor cast(Tensor a, int type) {
        return type == TensorProto.DataType.FLOAT_VALUE ? a.map(x -> (float) x) : a;
    }
}
