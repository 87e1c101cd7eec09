package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Op;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are walked together come to what each comes to by itself, to the bit. */
class FloatRowsTest {
    private static double alone(float[] values, int from, int length) {
        double[] lanes = new double[4];
        int i = 0;
        for (; i + 3 < length; i += 4) {
            for (int lane = 0; lane < 4; lane++) {
                lanes[lane] += values[from + i + lane];
            }
        }
        for (; i < length; i++) {
            lanes[0] += values[from + i];
        }
        return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
    }

    @Test
    void fourRowsAreFourTimesOne() {
        Random random = new Random(2);
        double[] found = new double[4];
        for (int length = 1; length < 40; length++) {
            float[] values = new float[4 * length + 3];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
            }
            FloatRows.sums(values, 3, length, found);
            for (int row = 0; row < 4; row++) {
                assertThat(found[row]).isEqualTo(alone(values, 3 + row * length, length));
            }
            FloatRows.largest(values, 3, length, found);
            for (int row = 0; row < 4; row++) {
                float most = values[3 + row * length];
                for (int i = 1; i < length; i++) {
                    most = Math.max(most, values[3 + row * length + i]);
                }
                assertThat(found[row]).isEqualTo(most);
            }
        }
    }

    @Test
    void notANumberIsTheLargest() {
        double[] found = new double[4];
        FloatRows.largest(new float[] {1, Float.NaN, 2, 3, 4, 5, Float.NaN, 7}, 0, 2, found);
        assertThat(found).containsExactly(Double.NaN, 3, 5, Double.NaN);
    }

    /** Rows of every length, also those of which the largest is found by halves, and also where fewer than four are left. */
    @Test
    void aKernelsRowsAreWhatEachIsAlone() {
        Random random = new Random(3);
        for (int length : new int[] {2, 3, 16, 63, 64, 65}) {
            for (int rows = 1; rows <= 512 / length && rows < 10; rows++) {
                float[] values = new float[512];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextInt(200) == 0 ? Float.NaN : (float) random.nextGaussian();
                }
                float[] found = new float[512];
                FloatRowSteps.bind(new Op.Sum(List.of(1)), found, values, length).run(rows * length);
                for (int row = 0; row < rows; row++) {
                    assertThat(found[row]).as("sum of row %d of %d", row, length).isEqualTo((float) alone(values, row * length, length));
                }
                FloatRowSteps.bind(new Op.DetachedMax(List.of(1)), found, values, length).run(rows * length);
                for (int row = 0; row < rows; row++) {
                    assertThat(found[row]).as("largest of row %d of %d", row, length)
                            .isEqualTo(FloatReduction.largest(values, row * length, length));
                }
            }
        }
    }
}
