package downhill.analysis.explain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Made;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Raw values of windows are those of the rows before; dates, labels and gaps are told as a person writes them. */
class WindowAndDateFieldsTest {
    private static final RawField SOLD = new RawField("sold", 0, ColumnType.DATE, List.of(), null);

    private static Table series() {
        return Made.table(IntStream.range(0, 40).mapToObj(i -> i * i % 17 + "," + (100 + 7 * i) + "\n")
                .collect(Collectors.joining("", "load,v\n", "")));
    }

    private static double cell(String column, int row) {
        return column.equals("load") ? row * row % 17 : 100 + 7 * row;
    }

    @Test
    void aFieldOfAWindowIsTheCellSoManyRowsBack() {
        for (int horizon : new int[] {1, 3}) {
            Table table = series();
            Preprocessing steps = Preparation.prepare(table, Made.spec("v").withSequence(new SequenceSpec(3, horizon, 1))).preprocessing();
            try (Explained explained = Explained.of(Made.model(Made.NET, steps, 1, 1))) {
                RawFields fields = RawFields.of(explained);
                ExplainedRows rows = explained.rows(table);
                Cells cells = fields.cells(rows);
                assertThat(fields.list()).hasSize(3 * explained.columns().size());
                assertThat(rows.count()).isPositive();
                for (int row = 0; row < rows.count(); row++) {
                    for (int i = 0; i < fields.list().size(); i++) {
                        RawField field = fields.list().get(i);
                        double wanted = cell(field.column(), rows.sourceRows()[row] - horizon - field.back());
                        assertThat(cells.of(row, i)).as("%s of row %s", field.name(), row).isCloseTo(wanted, within(1e-9));
                    }
                }
            }
        }
    }

    @Test
    void aFieldThatIsWrittenIsReadAndOthersStay() {
        Table houses = Made.table(Made.houses(40));
        try (Explained explained = Explained.of(Made.model(Made.NET, Made.prepared(houses, "price").preprocessing(), 1, 1))) {
            RawFields fields = RawFields.of(explained);
            ExplainedRows rows = explained.rows(houses);
            double[] row = rows.row(5);
            double[] others = {77, -1, Dates.days("2031-05-06"), 0};
            assertThat(fields.list()).hasSize(4);
            for (int field = 0; field < 4; field++) {
                double[] cells = fields.cells(rows.pick(new int[] {5})).row(0);
                cells[field] = others[field];
                double[] written = fields.rows(cells, row);
                ExplainedRows made = new ExplainedRows(1, row.length, written, new int[] {0}, new double[1], new double[0], null,
                        List.of());
                assertThat(fields.cells(made).row(0)).containsExactly(cells, within(1e-9));
            }
        }
    }

    /** Several rows at once are answered as each by itself. */
    @Test
    void answersDoNotDependOnWhatIsAskedBesides() {
        Table houses = Made.table(Made.houses(40));
        try (Explained explained = Explained.of(Made.model(Made.NET, Made.prepared(houses, "price").preprocessing(), 1, 1))) {
            RawFields fields = RawFields.of(explained);
            ExplainedRows rows = explained.rows(houses);
            Cells cells = fields.cells(rows);
            RawAnswers answers = fields.answers(explained, rows.row(9));
            double[] before = cells.values().clone();
            double[] all = answers.of(cells.values());
            assertThat(cells.values()).as("not written to").containsExactly(before);
            for (int row = 0; row < rows.count(); row++) {
                assertThat(answers.of(cells.row(row))).containsExactly(new double[] {all[row]}, within(1e-9 * Math.abs(all[row])));
            }
        }
    }

    @Test
    void valuesAreWrittenAsAPersonWritesThem() {
        assertThat(SOLD.text(Dates.days("2008-02-29"))).isEqualTo("2008-02-29");
        assertThat(SOLD.text(Dates.days("1969-12-31"))).isEqualTo("1969-12-31");
        assertThat(SOLD.text(Dates.days("2008-02-29") + 0.75)).isEqualTo("2008-02-29T18:00:00");
        assertThat(SOLD.text(1e12)).as("no year that there is").isEqualTo("1000000000000");
        assertThat(RawField.number("a").text(3)).isEqualTo("3");
        assertThat(RawField.number("a").text(-0.25)).isEqualTo("-0.25");
        RawField town = RawField.labels("town", "Ulm", "Bonn");
        assertThat(town.text(1)).isEqualTo("Bonn");
        assertThat(town.text(-1)).isNull();
        assertThat(new RawField("load", 12, ColumnType.NUMBER, List.of(), null).name()).isEqualTo("load[-12]");
        assertThat(SOLD.name()).isEqualTo("sold");
        assertThat(SOLD.isDate()).isTrue();
        assertThat(town.isDate() || SOLD.isLabels()).isFalse();
    }

    @Test
    void cellsArePickedInAnyOrderAndMoreThanOnce() {
        Cells cells = new Cells(List.of(SOLD, RawField.number("a")), 3, new double[] {0, 1, 10, 11, 20, 21});
        assertThat(cells.pick(new int[] {2, 0, 2}).values()).containsExactly(20, 21, 0, 1, 20, 21);
        assertThat(cells.pick(new int[0]).count()).isZero();
        double[] row = cells.row(1);
        row[0] = 99;
        assertThat(cells.of(1, 0)).as("a row is a copy").isEqualTo(10);
        assertThatThrownBy(() -> new Cells(List.of(SOLD), 2, new double[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
