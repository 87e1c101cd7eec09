package downhill.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import downhill.data.Column;
import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.NumberColumn;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorsTest {
    private static Table table(Generator generator, int rows, double noise, long seed) {
        return DataSources.load(DataSpec.of(new DataSource.Generated(generator, rows, noise, seed)), null, Progress.NONE).table();
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void theSameSeedGivesTheSameRowsAndNoiseMovesThem(Generator generator) {
        assertArrayEquals(values(table(generator, 100, 0.1, 7), 1), values(table(generator, 100, 0.1, 7), 1));
        assertEquals(100, table(generator, 100, 0.1, 7).rows());
        double[] still = values(table(generator, 100, 0, 7), 1);
        double[] moved = values(table(generator, 100, 0.1, 7), 1);
        double sum = 0;
        for (int i = 0; i < still.length; i++) {
            sum += Math.pow(moved[i] - still[i], 2) / still.length;
        }
        assertEquals(0.1, Math.sqrt(sum), 0.03);
    }

    private static double[] values(Table table, int column) {
        return ((NumberColumn) table.columns().get(column)).values();
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void classesAreBalancedAndReadyToTrain(Generator generator) {
        Prepared prepared = DataSources.prepare(DataSpec.of(new DataSource.Generated(generator, 120, 0.05, 1)), null, Progress.NONE);
        assertEquals(generator.isRegression(), prepared.task() == TaskKind.REGRESSION);
        for (int c = 0; c < prepared.classNames().size(); c++) {
            int wanted = c;
            long count = java.util.Arrays.stream(prepared.training().targets()).filter(t -> t == wanted).count();
            assertEquals(96.0 / prepared.classNames().size(), count, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void twoRowsAreEnough(Generator generator) {
        assertEquals(2, table(generator, 2, 0, 1).rows());
    }

    @Test
    void withoutNoiseTheLineIsALineAndXorTheSignOfTheProduct() {
        Table line = table(Generator.LINE, 50, 0, 3);
        Table xor = table(Generator.XOR, 50, 0, 3);
        for (int row = 0; row < 50; row++) {
            assertEquals(2 * line.columns().get(0).number(row) + 1, line.columns().get(1).number(row), 1e-15);
            Column x = xor.columns().get(0);
            boolean positive = x.number(row) * xor.columns().get(1).number(row) > 0;
            assertEquals(positive ? "a" : "b", xor.columns().get(2).text(row));
        }
    }

    @Test
    void sizesAndNoiseOutOfRangeAreRefused() {
        assertThrows(DataException.class, () -> new DataSource.Generated(Generator.LINE, 1, 0, 0));
        assertThrows(DataException.class, () -> new DataSource.Generated(Generator.LINE, 10, Double.NaN, 0));
        assertThrows(DataException.class, () -> new DataSource.Generated(Generator.LINE, 10, -1, 0));
    }
}
