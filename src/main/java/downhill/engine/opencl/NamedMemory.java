package downhill.engine.opencl;

import downhill.engine.plan.Memory;
import java.util.Arrays;

/** A stretch of one run's numbers that exists as a name in a text. What is written to it is what it holds from the beginning. */
public final class NamedMemory implements Memory {
    private final String name;
    private final int length;
    private double[] contents;

    NamedMemory(String name, int length) {
        this.name = name;
        this.length = length;
    }

    String name() {
        return name;
    }

    /** Null where nothing was written. */
    double[] contents() {
        return contents;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void read(int from, double[] target, int at, int count) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void write(int to, double[] source, int at, int count) {
        System.arraycopy(source, at, written(), to, count);
    }

    @Override
    public void fill(int to, int count, double value) {
        Arrays.fill(written(), to, to + count, value);
    }

    private double[] written() {
        if (contents == null) {
            contents = new double[length];
        }
        return contents;
    }
}
