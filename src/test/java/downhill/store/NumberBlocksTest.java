package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberBlocksTest {
    private static final long PLENTY = 1L << 30;

    @Test
    void numbersOfEveryKindComeBackBitForBit() throws IOException {
        double[] mixed = {1, -0.0, 0, Double.NaN, Double.longBitsToDouble(0x7ff8000000000123L), 0.1, (float) 0.1, 1e300, Double.MIN_VALUE};
        for (double[] row : new double[][] {{}, {0.1}, mixed, {0, -0.0}, constant(9000, 0.3), constant(5000, (float) 0.3), ramp(10_000, 1),
                ramp(10_000, 0.1)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new NumberBlocks.Writer(new DataOutputStream(bytes)).all(row);
            double[] back = new NumberBlocks.Reader(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), PLENTY).all();
            assertThat(Arrays.stream(back).mapToLong(Double::doubleToRawLongBits).toArray())
                    .isEqualTo(Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray());
        }
    }

    private static double[] constant(int count, double value) {
        return DoubleStream.generate(() -> value).limit(count).toArray();
    }

    private static double[] ramp(int count, double step) {
        return IntStream.range(0, count).mapToDouble(i -> i * step).toArray();
    }
}
