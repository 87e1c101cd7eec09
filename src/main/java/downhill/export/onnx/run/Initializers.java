package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Values that a graph holds. */
final class Initializers {
    private Initializers() {
    }

    /** @throws IllegalArgumentException for a type that is not known, values in another file, or more or fewer than its shape needs */
    static Tensor read(TensorProto tensor) {
        int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        if (tensor.getExternalDataCount() > 0) {
            throw new IllegalArgumentException("values of " + tensor.getName() + " in another file");
        }
        double[] values = new double[Tensor.size(shape)];
        boolean raw = tensor.hasRawData() && !tensor.getRawData().isEmpty() || values.length == 0;
        Arrays.setAll(values, raw ? raw(tensor, values.length) : listed(tensor, values.length));
        return Tensor.of(values, shape);
    }

    private static IntToDoubleFunction raw(TensorProto tensor, int count) {
        ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int width = switch (tensor.getDataType()) {
            case TensorProto.DataType.INT8_VALUE, TensorProto.DataType.UINT8_VALUE, TensorProto.DataType.BOOL_VALUE -> Byte.BYTES;
            case TensorProto.DataType.FLOAT_VALUE, TensorProto.DataType.INT32_VALUE -> Float.BYTES;
            case TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT64_VALUE -> Double.BYTES;
            default -> throw unknown(tensor);
        };
        require(tensor, bytes.remaining(), (long) width * count);
        return i -> next(bytes, tensor.getDataType());
    }

    private static double next(ByteBuffer bytes, int type) {
        return switch (type) {
            case TensorProto.DataType.INT8_VALUE, TensorProto.DataType.BOOL_VALUE -> bytes.get();
            case TensorProto.DataType.UINT8_VALUE -> Byte.toUnsignedInt(bytes.get());
            case TensorProto.DataType.FLOAT_VALUE -> bytes.getFloat();
            case TensorProto.DataType.INT32_VALUE -> bytes.getInt();
            case TensorProto.DataType.INT64_VALUE -> bytes.getLong();
            default -> bytes.getDouble();
        };
    }

    private static IntToDoubleFunction listed(TensorProto tensor, int count) {
        List<? extends Number> values = switch (tensor.getDataType()) {
            case TensorProto.DataType.FLOAT_VALUE -> tensor.getFloatDataList();
            case TensorProto.DataType.DOUBLE_VALUE -> tensor.getDoubleDataList();
            case TensorProto.DataType.INT64_VALUE -> tensor.getInt64DataList();
            case TensorProto.DataType.INT32_VALUE, TensorProto.DataType.INT8_VALUE, TensorProto.DataType.UINT8_VALUE,
                    TensorProto.DataType.BOOL_VALUE -> tensor.getInt32DataList();
            default -> throw unknown(tensor);
        };
        require(tensor, values.size(), count);
        return i -> values.get(i).doubleValue();
    }

    private static void require(TensorProto tensor, long found, long wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException(tensor.getName() + " has " + found + " where its shape needs " + wanted);
        }
    }

    private static IllegalArgumentException unknown(TensorProto tensor) {
        return new IllegalArgumentException("values of type " + tensor.getDataType());
    }
}
