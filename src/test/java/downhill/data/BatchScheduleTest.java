package downhill.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchScheduleTest {
    @ParameterizedTest
    @CsvSource({"10,3", "10,10", "7,1", "5,12", "1,1", "1,4", "128,32", "101,32"})
    void inEachEpochsDrawsEveryRowOccursOnce(int rows, int batch) {
        BatchSchedule schedule = new BatchSchedule(rows, batch, 3);
        int[] draws = IntStream.range(0, 3 * rows).flatMap(step -> Arrays.stream(schedule.rows(step, new int[batch]))).toArray();
        for (int epoch = 0; epoch < 3 * batch; epoch++) {
            int[] seen = Arrays.copyOfRange(draws, epoch * rows, (epoch + 1) * rows);
            assertArrayEquals(Tables.range(rows), Arrays.stream(seen).sorted().asDoubleStream().toArray());
        }
    }

    @Test
    void anyStepCanBeAskedForInAnyOrder() {
        BatchSchedule forward = new BatchSchedule(50, 8, 11);
        int[][] expected = IntStream.range(0, 100).mapToObj(step -> forward.rows(step, new int[8])).toArray(int[][]::new);
        BatchSchedule jumping = new BatchSchedule(50, 8, 11);
        for (int i = 0; i < 100; i++) {
            int step = i * 37 % 100;
            assertArrayEquals(expected[step], jumping.rows(step, new int[8]));
        }
    }

    @Test
    void theFullBatchIsInFileOrder() {
        assertArrayEquals(new int[] {0, 1, 2, 3}, new BatchSchedule(4, 0, 1).rows(17, new int[4]));
    }

    @Test
    void epochsAreCountedInDraws() {
        assertEquals(1.5, new BatchSchedule(100, 25, 0).epoch(6));
    }

    @Test
    void anotherSeedShowsTheRowsInAnotherOrder() {
        int[] first = new BatchSchedule(100, 100, 1).rows(0, new int[100]);
        int[] second = new BatchSchedule(100, 100, 2).rows(0, new int[100]);
        assertTrue(!Arrays.equals(first, second));
    }
}
