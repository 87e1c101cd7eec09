package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values that a graph holds. */
final class Initializers {
    private Initializers() {
    }

    /** @throws IllegalArgumentException for a type that Downhill does not write, or fewer bytes than its shape needs */
    static Tensor read(TensorProto tensor) {
        int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[Tensor.size(shape)];
        int width = switch (tensor.getDataType()) {
            case TensorProto.DataType.INT8_VALUE, TensorProto.DataType.UINT8_VALUE -> Byte.BYTES;
            case TensorProto.DataType.FLOAT_VALUE -> Float.BYTES;
            case TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT64_VALUE -> Double.BYTES;
            default -> throw new IllegalArgumentException("values of type " + tensor.getDataType());
        };
        if (bytes.remaining() != (long) width * values.length) {
            throw new IllegalArgumentException(tensor.getName() + " has " + bytes.remaining() + " bytes");
        }
        Arrays.setAll(values, i -> next(bytes, tensor.getDataType()));
        return Tensor.of(values, shape);
    }

    private static double next(ByteBuffer bytes, int type) {
        return switch (type) {
            case TensorProto.DataType.INT8_VALUE -> bytes.get();
            case TensorProto.DataType.UINT8_VALUE -> Byte.toUnsignedInt(bytes.get());
            case TensorProto.DataType.FLOAT_VALUE -> bytes.getFloat();
            case TensorProto.DataType.INT64_VALUE -> bytes.getLong();
            default -> bytes.getDouble();
        };
    }
}
