package downhill.store;

import downhill.words.Said;
import java.nio.ByteBuffer;
import java.util.Locale;

/** How wide the numbers of an array are in a file. */
enum NumberWidth {
    FLOAT64(64),
    FLOAT32(32),
    /** Two's complement. */
    INT8(8),
    /** Two's complement, two in a byte, the first in its lower half. */
    INT4(4),
    /** −1 or 1, which has its bit set; eight in a byte, the first in its lowest bit. */
    INT1(1);

    private final int bits;

    NumberWidth(int bits) {
        this.bits = bits;
    }

    /** As files call it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of whole numbers. */
    static NumberWidth whole(int bits) {
        return switch (bits) {
            case 8 -> INT8;
            case 4 -> INT4;
            default -> INT1;
        };
    }

    /** Bytes that so many numbers take: the last one is filled up. */
    int bytes(int count) {
        return Math.toIntExact(((long) count * bits + 7) / 8);
    }

    /** @throws StoreException where a number is none of this width */
    void put(ByteBuffer buffer, double... numbers) {
        switch (this) {
            case FLOAT64 -> {
                for (double number : numbers) {
                    buffer.putDouble(number);
                }
            }
            case FLOAT32 -> {
                for (double number : numbers) {
                    buffer.putFloat((float) exact(number, (float) number));
                }
            }
            default -> putWhole(buffer, numbers);
        }
    }

    private void putWhole(ByteBuffer buffer, double... numbers) {
        byte[] packed = new byte[bytes(numbers.length)];
        for (int i = 0; i < numbers.length; i++) {
            int at = i * bits;
            packed[at / 8] |= (byte) ((code(numbers[i]) & (1 << bits) - 1) << at % 8);
        }
        buffer.put(packed);
    }

    private int code(double number) {
        int code = bits == 1 ? (int) (number + 1) / 2 : (int) number;
        exact(number, value(code));
        return code;
    }

    private static double exact(double number, double held) {
        if (number != held && !Double.isNaN(number)) {
            throw new StoreException(Said.of("model.width", number));
        }
        return number;
    }

    private double value(int code) {
        if (bits == 1) {
            return 2 * (code & 1) - 1;
        }
        return code << 32 - bits >> 32 - bits;
    }

    double[] take(ByteBuffer buffer, int count) {
        double[] numbers = new double[count];
        if (bits >= 32) {
            for (int i = 0; i < count; i++) {
                numbers[i] = this == FLOAT64 ? buffer.getDouble() : buffer.getFloat();
            }
            return numbers;
        }
        byte[] packed = new byte[bytes(count)];
        buffer.get(packed);
        for (int i = 0; i < count; i++) {
            numbers[i] = value(packed[i * bits / 8] >> i * bits % 8);
        }
        return numbers;
    }
}
