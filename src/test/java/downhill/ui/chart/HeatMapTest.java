package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    /** Of +1 and −1 in turns the mean of two is 0 and that of one is not: a column paler than its neighbours would be a stripe. */
    @Test
    void cellsAreMeansOfEquallyManyNumbers() {
        for (int columns : new int[] {8, 64, 72, 100, 144, 1000}) {
            double[][] matrix = new double[3][columns];
            for (double[] row : matrix) {
                Arrays.setAll(row, i -> i % 2 == 0 ? 1 : -1);
            }
            double[][] cells = HeatMap.coarse(matrix);
            assertThat(cells).hasSize(3);
            assertThat(cells[0].length).isLessThanOrEqualTo(72);
            double[] whole = Arrays.stream(cells[0], 0, cells[0].length - 1).map(Math::abs).toArray();
            assertThat(whole).as("%d columns", columns).containsOnly(whole[0]);
        }
        assertThat(HeatMap.coarse(new double[2][64])[0]).as("the digits' pixels one by one").hasSize(64);
    }
}
