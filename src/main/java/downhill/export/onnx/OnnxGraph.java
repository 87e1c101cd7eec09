package downhill.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A graph being written. A value is known by its name; those made here begin with a slash, and make way for columns. */
final class OnnxGraph {
    static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
    static final int DOUBLE = TensorProto.DataType.DOUBLE_VALUE;
    static final int UINT8 = TensorProto.DataType.UINT8_VALUE;
    static final int INT8 = TensorProto.DataType.INT8_VALUE;
    static final int INT64 = TensorProto.DataType.INT64_VALUE;
    static final int STRING = TensorProto.DataType.STRING_VALUE;
    static final int BOOL = TensorProto.DataType.BOOL_VALUE;
    /** Of classical machine learning: labels. */
    private static final String ML = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("downhill");
    private final Set<String> columns = new HashSet<>();
    private int count;

    GraphProto build() {
        return graph.build();
    }

    private String name(String what) {
        String name = "/" + what + "_" + count++;
        return columns.contains(name) ? name(what) : name;
    }

    // ---- what goes in, what comes out, what is there

    /** Values for N rows, and of each {@code length}; none where there is one for each row and no second axis. */
    void input(String name, int type, long... length) {
        columns.add(name);
        graph.addInput(value(name, type, length));
    }

    void output(String name, int type, long... length) {
        graph.addOutput(value(name, type, length));
    }

    private static ValueInfoProto value(String name, int type, long... length) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        Arrays.stream(length).forEach(each -> shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(each)));
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }

    String floats(double[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putFloat((float) value));
        return raw(FLOAT, bytes, shape);
    }

    String signedBytes(double[] values, int... shape) {
        return bytes(INT8, values, shape);
    }

    /** Unsigned. */
    String bytes(double[] values, int... shape) {
        return bytes(UINT8, values, shape);
    }

    private String bytes(int type, double[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) (int) value));
        return raw(type, bytes, shape);
    }

    String doubles(double[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return raw(DOUBLE, bytes, shape);
    }

    /** One after another on one axis. */
    String integers(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return raw(INT64, bytes, values.length);
    }

    private String raw(int type, ByteBuffer bytes, int... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name("value")).setDataType(type)
                .setRawData(ByteString.copyFrom(bytes.array()));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    // ---- nodes

    String node(String op, List<String> inputs, AttributeProto... attributes) {
        String out = name(op);
        add("", op, inputs, out, attributes);
        return out;
    }

    String node(String op, String a, AttributeProto... attributes) {
        return node(op, List.of(a), attributes);
    }

    String node(String op, String a, String b, AttributeProto... attributes) {
        return node(op, List.of(a, b), attributes);
    }

    String labels(String op, String a, AttributeProto... attributes) {
        String out = name(op);
        add(ML, op, List.of(a), out, attributes);
        return out;
    }

    /** Gives a value the name under which it comes out. */
    void named(String value, String out) {
        add("", "Identity", List.of(value), out);
    }

    private void add(String domain, String op, List<String> inputs, String out, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder().setDomain(domain).setOpType(op).setName(name("node")).addAllInput(inputs).addOutput(out)
                .addAllAttribute(List.of(attributes)));
    }

    String cast(String a, int type) {
        return node("Cast", a, whole("to", type));
    }

    /** The second where the first is true, else the third. */
    String where(String condition, String then, String otherwise) {
        return node("Where", List.of(condition, then, otherwise));
    }

    String concat(List<String> parts, int axis) {
        return parts.size() == 1 ? parts.get(0) : node("Concat", parts, whole("axis", axis));
    }

    String reshape(String a, long... shape) {
        return node("Reshape", a, integers(shape));
    }

    String transpose(String a, long... order) {
        return node("Transpose", a, wholes("perm", order));
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto wholes(String name, long... values) {
        AttributeProto.Builder all = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(all::addInts);
        return all.build();
    }

    static AttributeProto texts(String name, List<String> values) {
        AttributeProto.Builder all = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
        values.forEach(value -> all.addStrings(ByteString.copyFromUtf8(value)));
        return all.build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value))
                .build();
    }
}
