package downhill.engine.nd4j;

import downhill.engine.plan.Memory;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One flat ND4J array, on the device if there is one. What goes in and out passes through staging arrays that are kept. */
final class Nd4jMemory implements Memory {
    /** Distinct stretches for which a staging array is kept; a training loop uses a handful. */
    private static final int MOST_STRETCHES = 64;

    private record Stretch(int from, int count) {
    }

    private final INDArray array;
    private final Map<Stretch, Staging> stagings = new HashMap<>();

    Nd4jMemory(DataType type, int length) {
        array = Nd4j.create(type, length);
    }

    /** A look at part of the memory; lengths and strides of the axes in elements. */
    INDArray view(long[] shape, long[] strides, long offset) {
        return Nd4j.create(array.data(), shape, strides, offset, 'c');
    }

    private Staging staging(int from, int count) {
        if (stagings.size() >= MOST_STRETCHES) {
            closeStagings();
        }
        return stagings.computeIfAbsent(new Stretch(from, count),
                stretch -> new Staging(view(new long[] {count}, new long[] {1}, from)));
    }

    @Override
    public int length() {
        return (int) array.length();
    }

    @Override
    public void read(int from, double[] target, int at, int count) {
        if (count > 0) {
            staging(from, count).read(target, at);
        }
    }

    @Override
    public void write(int to, double[] source, int at, int count) {
        if (count > 0) {
            staging(to, count).write(source, at);
        }
    }

    @Override
    public void fill(int to, int count, double value) {
        if (count > 0) {
            view(new long[] {count}, new long[] {1}, to).assign(value);
        }
    }

    private void closeStagings() {
        stagings.values().forEach(Staging::close);
        stagings.clear();
    }

    void close() {
        closeStagings();
        array.close();
    }
}
