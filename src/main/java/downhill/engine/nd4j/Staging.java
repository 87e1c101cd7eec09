package downhill.engine.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;

/** Carries one stretch of memory between Java and the device. */
final class Staging {
    private final INDArray staged;
    private final Assign in;
    private final Assign out;
    private final float[] floats;
    private final double[] doubles;

    Staging(INDArray stretch) {
        boolean single = stretch.dataType() == DataType.FLOAT;
        int count = (int) stretch.length();
        staged = Nd4j.create(stretch.dataType(), count);
        in = new Assign(staged, stretch);
        out = new Assign(stretch, staged);
        floats = single ? new float[count] : null;
        doubles = single ? null : new double[count];
    }

    void write(double[] source, int at) {
        if (floats != null) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) source[at + i];
            }
            staged.data().setData(floats);
        } else {
            System.arraycopy(source, at, doubles, 0, doubles.length);
            staged.data().setData(doubles);
        }
        Nd4j.getExecutioner().exec(in);
    }

    void read(double[] target, int at) {
        Nd4j.getExecutioner().exec(out);
        double[] values = staged.data().asDouble();
        System.arraycopy(values, 0, target, at, values.length);
    }

    void close() {
        staged.close();
    }
}
