package downhill.analysis.explain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that prototypes do not stand for, held against the definition. */
class CriticismsTest {
    private static Cells heap(int near, int far) {
        double[] values = IntStream.range(0, near + far).mapToDouble(i -> i < near ? i * 0.01 : 10 + i * 0.01).toArray();
        return new Cells(List.of(RawField.number("x")), near + far, values);
    }

    @Test
    void theDiscrepancyIsThatOfTheDefinition() {
        Cells cells = heap(9, 4);
        int[] prototypes = {2, 11};
        Criticisms found = Criticisms.of(cells, prototypes, 3, 0, Progress.NONE);
        Nearness nearness = new Nearness(cells);
        double[][] far = IntStream.range(0, 13).mapToObj(i -> IntStream.range(0, 13).mapToDouble(j -> nearness.of(cells.row(i), j))
                .toArray()).toArray(double[][]::new);
        double[] sorted = Arrays.stream(far).flatMapToDouble(Arrays::stream).filter(each -> each > 0).sorted().toArray();
        double width = sorted[sorted.length / 2];
        double all = 0;
        double between = 0;
        double own = 0;
        for (int i = 0; i < 13; i++) {
            for (int j = 0; j < 13; j++) {
                double kernel = Math.exp(-far[i][j] / width);
                boolean one = i == 2 || i == 11;
                boolean other = j == 2 || j == 11;
                all += kernel / 169;
                between += other ? kernel / 26 : 0;
                own += one && other ? kernel / 4 : 0;
            }
        }
        assertThat(found.squared()).isCloseTo(all - 2 * between + own, within(1e-12));
        assertThat(found.rows()).doesNotContain(2, 11).hasSize(3);
    }

    @Test
    void aHeapWithoutAPrototypeIsTold() {
        Cells cells = heap(30, 7);
        Criticisms found = Criticisms.of(cells, new int[] {3, 8, 20}, 1, 0, Progress.NONE);
        assertThat(found.rows()[0]).isGreaterThanOrEqualTo(30);
        assertThat(found.witness()[0]).isPositive();
    }

    @Test
    void whereAllRowsArePrototypesNothingIsLeft() {
        Criticisms found = Criticisms.of(heap(3, 2), new int[] {0, 1, 2, 3, 4}, 5, 0, Progress.NONE);
        assertThat(found.rows()).isEmpty();
        assertThat(found.squared()).isCloseTo(0, within(1e-12));
    }
}
