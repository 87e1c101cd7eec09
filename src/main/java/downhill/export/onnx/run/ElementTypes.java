package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the type of a value changes what a node computes: whole numbers are divided without a rest, and what a value is rounded to follows
 * the type of its zero. All values are held as doubles here, so that such nodes are refused.
 */
final class ElementTypes {
    private static final Set<String> OTHERWISE_IF_WHOLE = Set.of("Div", "Pow", "ReduceMean");
    private static final Set<Integer> WHOLE = Set.of(TensorProto.DataType.INT32_VALUE, TensorProto.DataType.INT64_VALUE);
    /** Comparisons: truth values. */
    private static final Set<String> TRUTH = Set.of("Equal", "Greater", "Less", "GreaterOrEqual", "LessOrEqual", "And", "Or", "Not",
            "IsNaN");

    private ElementTypes() {
    }

    /** @throws IllegalArgumentException where there is such a node */
    static void check(GraphProto graph) {
        Map<String, Integer> types = new HashMap<>();
        graph.getInputList().forEach(input -> types.put(input.getName(), input.getType().getTensorType().getElemType()));
        graph.getInitializerList().forEach(value -> types.put(value.getName(), value.getDataType()));
        for (NodeProto node : graph.getNodeList()) {
            if (OTHERWISE_IF_WHOLE.contains(node.getOpType()) && WHOLE.contains(type(types, node, 0))
                    || node.getOpType().equals("QuantizeLinear") && type(types, node, 2) != TensorProto.DataType.UINT8_VALUE) {
                throw new IllegalArgumentException(node.getOpType() + " of another type");
            }
            types.put(node.getOutput(0), made(node, types));
        }
    }

    private static int type(Map<String, Integer> types, NodeProto node, int input) {
        return node.getInputCount() <= input ? 0 : types.getOrDefault(node.getInput(input), 0);
    }

    private static int made(NodeProto node, Map<String, Integer> types) {
        String op = node.getOpType();
        if (TRUTH.contains(op)) {
            return TensorProto.DataType.BOOL_VALUE;
        }
        return switch (op) {
            case "Cast" -> (int) new Attributes(node).whole("to", 0);
            case "ArgMax" -> TensorProto.DataType.INT64_VALUE;
            case "QuantizeLinear" -> type(types, node, 2);
            case "DequantizeLinear" -> type(types, node, 1);
            case "LabelEncoder" -> encoded(node);
            case "Constant" -> constant(node.getAttributeList());
            case "Where" -> type(types, node, 1);
            default -> type(types, node, 0);
        };
    }

    private static int encoded(NodeProto node) {
        return new Attributes(node).texts("keys_strings").isEmpty() ? TensorProto.DataType.STRING_VALUE : TensorProto.DataType.INT64_VALUE;
    }

    private static int constant(List<AttributeProto> attributes) {
        return attributes.stream().findFirst().map(ElementTypes::constant).orElse(0);
    }

    private static int constant(AttributeProto value) {
        if (value.hasT()) {
            return value.getT().getDataType();
        }
        return value.getName().startsWith("value_int") ? TensorProto.DataType.INT64_VALUE : TensorProto.DataType.FLOAT_VALUE;
    }
}
