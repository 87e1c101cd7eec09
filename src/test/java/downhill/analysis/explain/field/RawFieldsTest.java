package downhill.analysis.explain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Made;
import downhill.data.Dates;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** There and back between what the file has and what the model is given. */
class RawFieldsTest {
    @Test
    void aRowOfTheFileIsOneOfRawValues() {
        Table table = Made.table("area,town,sold,price\n2190,Ulm,2010-03-01,1\n1420.5,Bonn,2011-01-01,2\n,Ulm,2012-01-01,3\n99,Jena,,4\n"
                + "1,Ulm,2010-01-02,5\n");
        try (Explained explained = Explained.of(Made.model(Made.NET, Made.prepared(table, "price").preprocessing(), 1, 1))) {
            RawFields fields = RawFields.of(explained);
            ExplainedRows rows = explained.rows(table);
            Cells cells = fields.cells(rows);
            assertThat(fields.list()).extracting(RawField::name).containsExactly("area", "town", "sold");
            assertThat(cells.of(0, 0)).isEqualTo(2190);
            assertThat(fields.list().get(1).text(cells.of(1, 1))).isEqualTo("Bonn");
            assertThat(cells.of(0, 2)).isEqualTo(Dates.days("2010-03-01"));
            assertThat(cells.of(2, 0)).as("filled").isCloseTo(fields.list().get(0).fill(), within(1e-9));
            for (int row = 0; row < rows.count(); row++) {
                assertThat(fields.rows(cells.row(row), rows.row(row))).containsExactly(rows.row(row), within(1e-12));
            }
            assertThat(fields.answers(explained, rows.row(0)).of(cells.values())).containsExactly(explained.answers(rows.values()),
                    within(1e-9));
        }
    }

    @Test
    void aWindowHasAValueForEachOfItsRows() {
        ModelSpec gru = new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE);
        Table air = DataSources.load(SampleData.of("air-passengers").spec(), null, Progress.NONE).table();
        try (Explained explained = Explained.of(Made.model(gru, Samples.prepared("air-passengers").preprocessing(), 1, 1))) {
            RawFields fields = RawFields.of(explained);
            ExplainedRows rows = explained.rows(air);
            int times = explained.columns().get(0).times();
            assertThat(fields.list()).hasSize(times * explained.columns().size());
            assertThat(fields.list().get(0).name()).endsWith("[-" + (times - 1) + "]");
            double[] row = rows.row(3);
            Cells cells = fields.cells(rows.pick(new int[] {3}));
            assertThat(fields.rows(cells.values(), row)).containsExactly(row, within(1e-12));
            double[] moved = cells.row(0);
            moved[0] += 1;
            double[] changed = fields.rows(moved, row);
            assertThat(IntStream.range(0, row.length).filter(i -> Math.abs(changed[i] - row[i]) > 1e-9)).hasSize(1);
        }
    }
}
