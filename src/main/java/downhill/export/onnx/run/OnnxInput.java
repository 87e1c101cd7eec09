package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/**
 * A value that a graph asks for.
 *
 * @param type  of its elements, a constant of {@link TensorProto.DataType}
 * @param rank  1 for [N], 2 for [N, width]
 * @param width values of a row; −1 where the file leaves it open
 */
public record OnnxInput(String name, int type, int rank, int width) {

    static OnnxInput of(ValueInfoProto value) {
        TensorShapeProto shape = value.getType().getTensorType().getShape();
        int rank = shape.getDimCount();
        return new OnnxInput(value.getName(), value.getType().getTensorType().getElemType(), rank, rank < 2 ? 1 : width(shape.getDim(1)));
    }

    private static int width(TensorShapeProto.Dimension length) {
        return length.getDimValue() < 1 ? -1 : Math.toIntExact(length.getDimValue());
    }

    /** Whether it holds texts. */
    public boolean texts() {
        return type == TensorProto.DataType.STRING_VALUE;
    }

    /** Whether it holds numbers of a type that is known. */
    public boolean numbers() {
        return switch (type) {
            case TensorProto.DataType.FLOAT_VALUE, TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT32_VALUE,
                    TensorProto.DataType.INT64_VALUE -> true;
            default -> false;
        };
    }
}
