package downhill.engine.opencl;

import downhill.engine.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.Pointer;

/** Numbers outside the Java heap on their way to or from a device. Different threads may put different numbers. */
public final class HostNumbers {
    private final Precision precision;
    private final ByteBuffer bytes;

    /** So many zeros. */
    public HostNumbers(Precision precision, int count) {
        this.precision = precision;
        bytes = ByteBuffer.allocateDirect(Math.multiplyExact(Math.max(1, count), width(precision))).order(ByteOrder.nativeOrder());
    }

    /** Bytes of a number. */
    static int width(Precision precision) {
        return precision == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
    }

    /** Rounds a number into the i-th place. */
    public void put(int i, double value) {
        if (precision == Precision.DOUBLE) {
            bytes.putDouble(i * Double.BYTES, value);
        } else {
            bytes.putFloat(i * Float.BYTES, (float) value);
        }
    }

    /** Rounds numbers into the places from {@code at} on. */
    public void put(int at, double[] values) {
        for (int i = 0; i < values.length; i++) {
            put(at + i, values[i]);
        }
    }

    /** The i-th number. */
    public double get(int i) {
        return precision == Precision.DOUBLE ? bytes.getDouble(i * Double.BYTES) : bytes.getFloat(i * Float.BYTES);
    }

    /** So many numbers from the i-th on. */
    public double[] get(int i, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = get(i + k);
        }
        return values;
    }

    /** Puts a whole number of 32 bits; only where nothing else is put. */
    public void putWhole(int i, int value) {
        bytes.putInt(i * Integer.BYTES, value);
    }

    Pointer pointer() {
        return new Pointer(bytes);
    }

    /** Room in bytes. */
    long size() {
        return bytes.capacity();
    }
}
