package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.TensorProto;
import downhill.expr.UnaryOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The kinds of nodes that are known, as opsets 13 to 21 and {@code ai.onnx.ml} 3 describe them: those that Downhill writes, and those that
 * others write for networks of layers.
 */
final class Operators {
    private static final Map<String, Operator> KNOWN = new HashMap<>();

    static {
        Map.ofEntries(Map.entry("Neg", UnaryOp.NEGATE), Map.entry("Abs", UnaryOp.ABS), Map.entry("Sign", UnaryOp.SIGN),
                Map.entry("Round", UnaryOp.ROUND), Map.entry("Sqrt", UnaryOp.SQRT), Map.entry("Exp", UnaryOp.EXP),
                Map.entry("Log", UnaryOp.LOG), Map.entry("Sin", UnaryOp.SIN), Map.entry("Cos", UnaryOp.COS),
                Map.entry("Tanh", UnaryOp.TANH), Map.entry("Sigmoid", UnaryOp.SIGMOID), Map.entry("Relu", UnaryOp.RELU),
                Map.entry("Softplus", UnaryOp.SOFTPLUS), Map.entry("Erf", UnaryOp.ERF)).forEach((name, op) -> each(name, op::apply));
        each("IsNaN", x -> truth(Double.isNaN(x)));
        each("Not", x -> truth(x == 0));
        each("Floor", Math::floor);
        each("Ceil", Math::ceil);
        both("Add", Double::sum);
        both("Sub", (a, b) -> a - b);
        both("Mul", (a, b) -> a * b);
        both("Div", (a, b) -> a / b);
        both("Pow", Math::pow);
        both("Min", Math::min);
        both("Max", Math::max);
        both("Equal", (a, b) -> truth(a == b));
        both("Greater", (a, b) -> truth(a > b));
        both("Less", (a, b) -> truth(a < b));
        both("GreaterOrEqual", (a, b) -> truth(a >= b));
        both("LessOrEqual", (a, b) -> truth(a <= b));
        both("Or", (a, b) -> truth(a != 0 || b != 0));
        both("And", (a, b) -> truth(a != 0 && b != 0));
        shaping();
        computing();
    }

    private Operators() {
    }

    private static void shaping() {
        KNOWN.put("Identity", (in, at) -> in.get(0));
        KNOWN.put("Constant", (in, at) -> at.value());
        KNOWN.put("Dropout", (in, at) -> in.get(0));
        KNOWN.put("Where", (in, at) -> Shaping.where(in.get(0), in.get(1), in.get(2)));
        KNOWN.put("Reshape", (in, at) -> Shaping.reshape(in.get(0), in.get(1), at));
        KNOWN.put("Flatten", (in, at) -> Shaping.flatten(in.get(0), at.whole("axis", 1)));
        KNOWN.put("Unsqueeze", (in, at) -> Shaping.unsqueeze(in.get(0), in.get(1)));
        KNOWN.put("Squeeze", (in, at) -> Shaping.squeeze(in.get(0), axes(in, at)));
        KNOWN.put("Transpose", (in, at) -> Shaping.transpose(in.get(0), at.wholes("perm")));
        KNOWN.put("Slice", (in, at) -> Shaping.slice(in));
        KNOWN.put("Concat", (in, at) -> Shaping.concat(in, at.whole("axis", 0)));
        KNOWN.put("Expand", (in, at) -> Shaping.expand(in.get(0), in.get(1)));
    }

    private static void computing() {
        KNOWN.put("Cast", (in, at) -> cast(in.get(0), (int) at.whole("to", 0)));
        KNOWN.put("Clip", (in, at) -> in.get(0).map(x -> Math.max(bound(in, 1, Double.NEGATIVE_INFINITY),
                Math.min(bound(in, 2, Double.POSITIVE_INFINITY), x))));
        KNOWN.put("LeakyRelu", (in, at) -> in.get(0).map(leaky(at.real("alpha", 0.01f))));
        KNOWN.put("Elu", (in, at) -> in.get(0).map(elu(at.real("alpha", 1))));
        KNOWN.put("QuantizeLinear", (in, at) -> Computing.quantised(in.get(0), only(in.get(1)), only(in.get(2))));
        KNOWN.put("DequantizeLinear", (in, at) -> Computing.real(in.get(0), in.get(1), in.get(2), in.get(0).axis(at.whole("axis", 1))));
        KNOWN.put("MatMul", (in, at) -> Computing.matMul(in.get(0), in.get(1)));
        KNOWN.put("Gemm", Computing::gemm);
        KNOWN.put("Softmax", (in, at) -> Computing.softmax(in.get(0), at.whole("axis", -1)));
        KNOWN.put("ArgMax", (in, at) -> Computing.argMax(in.get(0), at));
        KNOWN.put("MaxPool", (in, at) -> Computing.maxPool(in.get(0), at));
        KNOWN.put("LabelEncoder", (in, at) -> Computing.labelEncoder(in.get(0), at));
        KNOWN.put("ReduceSum", (in, at) -> in.get(0).reduced(axes(in, at), stay(at), 0, Double::sum));
        KNOWN.put("ReduceMax", (in, at) -> in.get(0).reduced(axes(in, at), stay(at), Double.NEGATIVE_INFINITY, Math::max));
        KNOWN.put("ReduceMean", (in, at) -> Computing.mean(in.get(0), axes(in, at), stay(at)));
    }

    private static void each(String name, DoubleUnaryOperator function) {
        KNOWN.put(name, (in, at) -> in.get(0).map(function));
    }

    private static void both(String name, DoubleBinaryOperator function) {
        KNOWN.put(name, (in, at) -> {
            if (in.size() != 2) {
                throw new IllegalArgumentException(in.size() + " values instead of two");
            }
            return in.get(0).with(in.get(1), function);
        });
    }

    static boolean areKnown(String op) {
        return KNOWN.containsKey(op);
    }

    static Operator of(String op) {
        return KNOWN.get(op);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static DoubleUnaryOperator leaky(double alpha) {
        return x -> x < 0 ? alpha * x : x;
    }

    private static DoubleUnaryOperator elu(double alpha) {
        return x -> x < 0 ? alpha * Math.expm1(x) : x;
    }

    private static double only(Tensor value) {
        if (value.size() != 1) {
            throw new IllegalArgumentException("several steps where one is known");
        }
        return value.numbers()[0];
    }

    private static double bound(List<Tensor> in, int place, double none) {
        return in.size() <= place || in.get(place) == null ? none : in.get(place).numbers()[0];
    }

    private static boolean stay(Attributes attributes) {
        return attributes.whole("keepdims", 1) == 1;
    }

    /** As a second value or, in earlier opsets of some, at the node. */
    private static int[] axes(List<Tensor> in, Attributes attributes) {
        attributes.refuse("noop_with_empty_axes", 0);
        long[] told = attributes.wholes("axes");
        int[] axes = new int[told.length];
        for (int i = 0; i < told.length; i++) {
            axes[i] = Math.toIntExact(told[i]);
        }
        return in.size() > 1 && in.get(1) != null ? Shaping.whole(in.get(1)) : axes;
    }

    private static Tensor cast(Tensor a, int type) {
        return switch (type) {
            case TensorProto.DataType.FLOAT_VALUE -> a.map(x -> (float) x);
            case TensorProto.DataType.DOUBLE_VALUE -> a.map(x -> x);
            case TensorProto.DataType.BOOL_VALUE -> a.map(x -> truth(x != 0));
            case TensorProto.DataType.INT32_VALUE, TensorProto.DataType.INT64_VALUE -> a.map(x -> x < 0 ? Math.ceil(x) : Math.floor(x));
            default -> throw new IllegalArgumentException("to type " + type);
        };
    }
}
