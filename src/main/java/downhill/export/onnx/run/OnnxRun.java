package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An ONNX file asked for answers: of Downhill's, or of any program's as long as its operators are known. Numbers go in float where the file
 * says so, and are not rounded again on their way. Rows are asked some at a time, so that a large network needs little memory.
 */
public final class OnnxRun {
    private static final int AT_ONCE = 32;
    /** Elements of all values of one round together, so that no file takes all the memory there is. */
    private static final long MOST = 1L << 26;
    private static final int SHOWN = 8;
    private static final int OLDEST = 13;
    private static final int NEWEST = 21;

    private final GraphProto graph;
    private final List<OnnxInput> inputs;
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, Tensor> constants = new HashMap<>();

    private OnnxRun(ModelProto model) {
        graph = model.getGraph();
        if (graph.getOutputCount() == 0 || graph.getNodeCount() == 0) {
            throw new IllegalArgumentException("nothing comes out");
        }
        requireKnown(model);
        for (StringStringEntryProto note : model.getMetadataPropsList()) {
            notes.put(note.getKey(), note.getValue());
        }
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), Initializers.read(tensor)));
        inputs = graph.getInputList().stream().filter(input -> !constants.containsKey(input.getName())).map(OnnxInput::of).toList();
        ElementTypes.check(graph);
    }

    private static void requireKnown(ModelProto model) {
        List<String> unknown = model.getGraph().getNodeList().stream().map(NodeProto::getOpType).filter(op -> !Operators.areKnown(op))
                .distinct().sorted().toList();
        if (!unknown.isEmpty()) {
            String names = unknown.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (unknown.size() > SHOWN ? ", …" : "");
            throw new RefusedException(Said.of(unknown.size() == 1 ? "export.onnx.operator" : "export.onnx.operators", names));
        }
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            if (set.getDomain().isEmpty() && (set.getVersion() < OLDEST || set.getVersion() > NEWEST)) {
                throw new RefusedException(Said.of("export.onnx.opset", set.getVersion(), OLDEST, NEWEST));
            }
        }
    }

    /**
     * Reads a file's content.
     *
     * @throws RefusedException where it is no ONNX file, damaged, or uses operators that are not known
     */
    public static OnnxRun read(byte[] content) {
        try {
            return new OnnxRun(ModelProto.parseFrom(content));
        } catch (RefusedException refused) {
            throw refused;
        } catch (InvalidProtocolBufferException | RuntimeException broken) {
            throw new RefusedException(Said.of("export.onnx.broken"), broken);
        }
    }

    /** What is noted in the file under {@code downhill.KEY}; empty where nothing is. */
    public String note(String key) {
        return notes.getOrDefault("downhill." + key, "");
    }

    /** What is asked for, in order. */
    public List<OnnxInput> inputs() {
        return inputs;
    }

    /** Names of the columns, in order. */
    public List<String> columns() {
        return inputs.stream().map(OnnxInput::name).toList();
    }

    /** Whether one value takes all columns of a row, side by side. */
    public boolean isTable() {
        return inputs.size() == 1 && inputs.get(0).rank() == 2 && inputs.get(0).width() != 1 && inputs.get(0).numbers();
    }

    /**
     * The last of what comes out that are numbers: probabilities of the classes, or one number.
     *
     * @param rows of the same columns, each as {@link downhill.export.StoredRow} has them
     * @return [rows][classes], or [rows][1]
     * @throws RefusedException where the file's nodes do not go together
     */
    public double[][] answers(List<List<List<Object>>> rows) {
        double[][] answers = new double[rows.size()][];
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            double[][] some = some(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
            System.arraycopy(some, 0, answers, from, some.length);
        }
        return answers;
    }

    private double[][] some(List<List<List<Object>>> rows) {
        Map<String, Tensor> values = new HashMap<>(constants);
        for (int i = 0; i < inputs.size(); i++) {
            boolean together = rows.get(0).get(0).size() > inputs.size();
            values.put(inputs.get(i).name(), together ? table(rows) : column(rows, i));
        }
        long room = MOST;
        for (NodeProto node : graph.getNodeList()) {
            Tensor value = value(node, values);
            room -= value.size();
            if (room < 0) {
                throw new RefusedException(Said.of("export.onnx.large"));
            }
            values.put(node.getOutput(0), value);
        }
        return split(values.get(answer().getName()), rows.size());
    }

    private static double[][] split(Tensor answer, int rows) {
        if (answer == null || answer.numbers() == null || answer.size() == 0 || answer.rank() > 0 && answer.shape()[0] != rows) {
            throw new RefusedException(Said.of("export.onnx.rows"));
        }
        int width = answer.size() / rows;
        double[][] answers = new double[rows][];
        Arrays.setAll(answers, row -> Arrays.copyOfRange(answer.numbers(), row * width, (row + 1) * width));
        return answers;
    }

    private ValueInfoProto answer() {
        return graph.getOutputList().stream().filter(output -> isReal(output.getType().getTensorType().getElemType()))
                .reduce((first, second) -> second).orElseThrow(() -> new RefusedException(Said.of("export.onnx.rows")));
    }

    private static boolean isReal(int type) {
        return type == TensorProto.DataType.FLOAT_VALUE || type == TensorProto.DataType.DOUBLE_VALUE;
    }

    private Tensor table(List<List<List<Object>>> rows) {
        int width = rows.get(0).get(0).size();
        double[] cells = rows.stream().flatMap(row -> row.get(0).stream()).mapToDouble(OnnxRun::number).toArray();
        return typed(Tensor.of(cells, rows.size(), width), inputs.get(0));
    }

    private Tensor column(List<List<List<Object>>> rows, int column) {
        int[] shape = inputs.get(column).rank() == 1 ? new int[] {rows.size()} : new int[] {rows.size(), rows.get(0).size()};
        List<Object> cells = rows.stream().flatMap(row -> row.stream().map(each -> each.get(column)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (inputs.get(column).texts()) {
            return Tensor.of(cells.stream().map(cell -> cell == null ? "" : (String) cell).toArray(String[]::new), shape);
        }
        return typed(Tensor.of(cells.stream().mapToDouble(OnnxRun::number).toArray(), shape), inputs.get(column));
    }

    private static double number(Object cell) {
        return cell == null ? Double.NaN : (Double) cell;
    }

    private static Tensor typed(Tensor values, OnnxInput input) {
        return input.type() == TensorProto.DataType.FLOAT_VALUE ? values.map(x -> (float) x) : values;
    }

    private static Tensor value(NodeProto node, Map<String, Tensor> values) {
        List<Tensor> in = new ArrayList<>();
        for (String name : node.getInputList()) {
            if (!name.isEmpty() && !values.containsKey(name)) {
                throw unfit(node, Said.of("export.onnx.absent", name), null);
            }
            in.add(values.get(name));
        }
        try {
            return Operators.of(node.getOpType()).of(in, new Attributes(node));
        } catch (RuntimeException unfit) {
            throw unfit(node, Said.of("export.onnx.unfit"), unfit);
        }
    }

    private static RefusedException unfit(NodeProto node, Said why, RuntimeException cause) {
        return new RefusedException(Said.of("export.onnx.node", node.getOpType(), node.getName(), why), cause);
    }
}
