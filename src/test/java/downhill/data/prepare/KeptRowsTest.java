package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.CodedRows;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Generator;
import downhill.data.LabelColumn;
import downhill.data.Level;
import downhill.data.NumberColumn;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is kept of rows, a model sees what the steps write, to the bit. */
class KeptRowsTest {
    private static final int ROWS = 400;

    private static Table table(int categories) {
        Random random = new Random(categories);
        int[] codes = new int[ROWS];
        Arrays.setAll(codes, i -> i < categories ? i : random.nextInt(categories));
        List<String> labels = IntStream.range(0, categories).mapToObj(i -> "level " + i).toList();
        double[] numbers = random.doubles(ROWS, 5, 9).toArray();
        numbers[60] = Double.NaN;
        double[] target = random.doubles(ROWS, 1, 2).toArray();
        return new Table(List.of(new NumberColumn("a", numbers), new LabelColumn("b", ColumnType.CATEGORY, codes, labels),
                new NumberColumn("c", random.doubles(ROWS).toArray()), new NumberColumn("y", target)));
    }

    private static DataSpec spec() {
        return DataSpec.of(new DataSource.Generated(Generator.LINE, ROWS, 0.3, 5)).withTarget("y");
    }

    private static double[] written(Preprocessing steps, Table table, int row) {
        double[] values = new double[steps.width()];
        int at = 0;
        for (FeatureStep step : steps.features()) {
            Column column = table.column(step.column()).as(step.type());
            assertThat(step.write(column, row, values, at)).isTrue();
            at += step.width();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 16, 60})
    void rowsAreWhatTheirStepsWrite(int categories) {
        Table table = table(categories);
        Prepared prepared = Preparation.prepare(table, spec());
        assertThat(prepared.training().values() instanceof CodedRows).isEqualTo(categories >= RowLayout.BROAD);
        for (Examples part : List.of(prepared.training(), prepared.validation())) {
            for (int i = 0; i < part.count(); i++) {
                assertThat(part.values().row(i)).isEqualTo(written(prepared.preprocessing(), table, part.sourceRows()[i]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void windowsAreWhatTheirStepsWriteRowByRow(Level level) {
        Table table = table(20);
        SequenceSpec cut = new SequenceSpec(6, 2, 3).withLevel(level);
        Prepared prepared = Preparation.prepare(table, spec().withSequence(cut));
        Preprocessing steps = prepared.preprocessing();
        int width = steps.width();
        assertThat(prepared.training().count()).isGreaterThan(50);
        for (int i = 0; i < prepared.training().count(); i++) {
            int start = prepared.training().sourceRows()[i] - cut.reach();
            double[] window = new double[6 * width];
            for (int row = 0; row < 6; row++) {
                System.arraycopy(written(steps, table, start + row), 0, window, row * width, width);
            }
            for (int step = 0; step < steps.features().size(); step++) {
                if (steps.features().get(step) instanceof FeatureStep.Relative relative) {
                    relative.relate(window, steps.offset(step), width, 6);
                }
            }
            assertThat(prepared.training().values().row(i)).isEqualTo(window);
        }
    }

    @Test
    void manyLongWindowsTakeTheirSeries() {
        int rows = 500_000;
        Table table = new Table(List.of(new NumberColumn("y", IntStream.range(0, rows).mapToDouble(Math::sin).toArray())));
        Prepared prepared = Preparation.prepare(table, spec().withSequence(SequenceSpec.of(512)));
        assertThat(prepared.training().count() + prepared.validation().count()).isEqualTo(rows - 512);
        assertThat(prepared.training().values().row(7)).hasSize(512);
    }

    /** A thousand levels on many rows would be 0.8 GB of zeros. */
    @Test
    void aThousandCategoriesTakeTheirIndexes() {
        int rows = 100_000;
        int[] codes = IntStream.range(0, rows).map(i -> i % 1000).toArray();
        Table table = new Table(List.of(new LabelColumn("b", ColumnType.CATEGORY, codes, IntStream.range(0, 1000).mapToObj(i -> "l" + i)
                .toList()), new NumberColumn("y", IntStream.range(0, rows).mapToDouble(i -> i % 7).toArray())));
        Prepared prepared = Preparation.prepare(table, spec());
        assertThat(prepared.training().inputSize()).isEqualTo(1000);
        assertThat(((CodedRows) prepared.training().values()).codes()).hasSize(prepared.training().count());
    }
}
