package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows are the same numbers in whatever form they are kept. */
class RowValuesTest {
    private static final int ROWS = 40;

    private static double[] laid(RowValues rows) {
        double[] all = new double[rows.count() * rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = rows.value(i / rows.size(), i % rows.size());
        }
        return all;
    }

    /** Every way to ask for numbers gives the same ones, of all rows and of picked ones. */
    private static void holdsTogether(RowValues rows, Random random) {
        double[] all = rows.all();
        assertThat(laid(rows)).isEqualTo(all);
        int[] some = random.ints(7, 0, rows.count()).toArray();
        RowValues picked = rows.pick(some);
        for (int i = 0; i < some.length; i++) {
            double[] row = Arrays.copyOfRange(all, some[i] * rows.size(), (some[i] + 1) * rows.size());
            assertThat(rows.row(some[i])).isEqualTo(row);
            assertThat(picked.row(i)).isEqualTo(row);
        }
        double[] three = new double[3 * rows.size()];
        rows.copy(5, 3, three);
        assertThat(three).isEqualTo(Arrays.copyOfRange(all, 5 * rows.size(), 8 * rows.size()));
    }

    private static CodedRows coded(Random random) {
        List<CodedRows.Part> parts = List.of(new CodedRows.Part(2, false), new CodedRows.Part(30, true), new CodedRows.Part(1, false),
                new CodedRows.Part(17, true));
        int[] codes = new int[2 * ROWS];
        Arrays.setAll(codes, i -> random.nextInt(i % 2 == 0 ? 31 : 18) - 1);
        return new CodedRows(parts, ROWS, random.doubles(3 * ROWS).toArray(), codes);
    }

    @Test
    void plainCodedAndCutRowsAreTheirNumbers() {
        Random random = new Random(3);
        RowValues plain = RowValues.of(random.doubles(ROWS * 5).toArray(), 5);
        CodedRows coded = coded(random);
        int[] starts = random.ints(20, 0, ROWS - 6).toArray();
        holdsTogether(plain, random);
        holdsTogether(coded, random);
        holdsTogether(new WindowRows(plain, starts, 6, null), random);
        holdsTogether(new WindowRows(coded, starts, 6, null), random);
        holdsTogether(new WindowRows(plain, starts, 6, (values, at) -> values[at + 7] -= values[at]), random);
    }

    @Test
    void aCodeIsAOneAtItsPlaceAndNoneIsAllZeros() {
        CodedRows coded = coded(new Random(4));
        for (int row = 0; row < ROWS; row++) {
            double[] values = coded.row(row);
            for (int place = 0; place < 30; place++) {
                assertThat(values[2 + place]).isEqualTo(place == coded.codes()[2 * row] ? 1 : 0);
            }
            assertThat(values[32]).isEqualTo(coded.numbers()[3 * row + 2]);
        }
        assertThat(CodedRows.of(new int[] {2, -1, 0}, 3).all()).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void windowsAreStretchesOfTheSeries() {
        RowValues series = RowValues.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2);
        assertThat(new WindowRows(series, new int[] {0, 2}, 2, null).all()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(RowValues.NONE.all()).isEmpty();
    }
}
