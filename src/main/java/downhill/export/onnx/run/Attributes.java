package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;

/** What is written at a node. */
record Attributes(NodeProto node) {
    private AttributeProto find(String name) {
        return node.getAttributeList().stream().filter(each -> each.getName().equals(name)).findFirst().orElse(null);
    }

    long whole(String name, long usual) {
        AttributeProto found = find(name);
        return found == null ? usual : found.getI();
    }

    double real(String name, double usual) {
        AttributeProto found = find(name);
        return found == null ? usual : found.getF();
    }

    /** The side of a square. */
    int square(String name) {
        long[] sides = wholes(name);
        if (sides.length != 2 || sides[0] != sides[1] || sides[0] < 1) {
            throw new IllegalArgumentException(name + " of another form than a square");
        }
        return Math.toIntExact(sides[0]);
    }

    /** Another value than the one that is known would be computed otherwise. */
    void refuse(String name, long known) {
        if (whole(name, known) != known) {
            throw new IllegalArgumentException(name + " = " + whole(name, known));
        }
    }

    /** A value that stands at the node itself. */
    Tensor value() {
        AttributeProto tensor = find("value");
        if (tensor != null) {
            return Initializers.read(tensor.getT());
        }
        if (find("value_ints") != null) {
            double[] values = Arrays.stream(wholes("value_ints")).mapToDouble(value -> value).toArray();
            return Tensor.of(values, values.length);
        }
        if (find("value_int") == null && find("value_float") == null) {
            throw new IllegalArgumentException("a constant of another kind");
        }
        return Tensor.of(new double[] {find("value_int") != null ? whole("value_int", 0) : real("value_float", 0)});
    }

    long[] wholes(String name) {
        AttributeProto found = find(name);
        return found == null ? new long[0] : found.getIntsList().stream().mapToLong(Long::longValue).toArray();
    }

    List<String> texts(String name) {
        AttributeProto found = find(name);
        return found == null ? List.of() : found.getStringsList().stream().map(ByteString::toStringUtf8).toList();
    }

    String text(String name) {
        AttributeProto found = find(name);
        return found == null ? "" : found.getS().toStringUtf8();
    }
}
