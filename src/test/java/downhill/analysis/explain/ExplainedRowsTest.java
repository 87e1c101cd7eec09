package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.MissingStrategy;
import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows of a file can be explained, which not, and what is told of them. */
class ExplainedRowsTest {
    private final String csv = Made.houses(12);

    private TrainedModel net(MissingStrategy missing) {
        Preprocessing steps = Preparation.prepare(Made.table(Made.houses(40)), Made.spec("price").withMissing(missing)).preprocessing();
        return Made.model(Made.NET, steps, 1, 1);
    }

    /** Without the area in rows 3 and 8, and the price in row 5. */
    private Table gaps() {
        String[] lines = csv.split("\n");
        for (int row : new int[] {3, 8}) {
            lines[row + 1] = lines[row + 1].substring(lines[row + 1].indexOf(','));
        }
        lines[6] = lines[6].substring(0, lines[6].lastIndexOf(',') + 1);
        return Made.table(String.join("\n", lines) + "\n");
    }

    @Test
    void rowsThatLackWhatIsNeededAreNamedAndTheOthersExplained() {
        try (Explained model = Explained.of(net(MissingStrategy.DROP_ROW))) {
            ExplainedRows rows = model.rows(gaps());
            assertThat(rows.unscored()).extracting(Applied.Unscored::row).containsExactly(3, 8);
            assertThat(rows.unscored()).extracting(Applied.Unscored::line).as("below the header").containsExactly(5, 10);
            assertThat(rows.unscored().get(0).reason().toString()).contains("area");
            assertThat(rows.sourceRows()).containsExactly(0, 1, 2, 4, 5, 6, 7, 9, 10, 11);
            assertThat(rows.of(3)).isEqualTo(-1);
            assertThat(rows.of(4)).isEqualTo(3);
            assertThat(rows.targets()[rows.of(5)]).as("a row without its target can be explained").isNaN();
            ExplainedRows whole = model.rows(Made.table(csv));
            double[] answers = model.answers(rows.values());
            double[] all = model.answers(whole.values());
            for (int row = 0; row < rows.count(); row++) {
                assertThat(answers[row]).isCloseTo(all[rows.sourceRows()[row]], within(1e-6));
            }
        }
    }

    @Test
    void whatIsFilledInIsExplainedAsItWasFilledIn() {
        TrainedModel net = net(MissingStrategy.MEAN);
        try (Explained model = Explained.of(net)) {
            ExplainedRows rows = model.rows(gaps());
            assertThat(rows.unscored()).isEmpty();
            assertThat(rows.count()).isEqualTo(12);
            ExplainedColumn area = model.columns().get(0);
            double filled = area.value(rows.values(), 3 * rows.size());
            assertThat(filled).isCloseTo(area.value(rows.values(), 8 * rows.size()), within(1e-9)).isBetween(40.0, 140.0);
            assertThat(filled).isNotCloseTo(Made.table(csv).column("area").number(3), within(1e-3));
        }
    }

    @Test
    void somePickedAreTheSameRowsInThatOrder() {
        try (Explained model = Explained.of(net(MissingStrategy.DROP_ROW))) {
            ExplainedRows rows = model.rows(gaps());
            ExplainedRows some = rows.pick(new int[] {9, 0, 0, 3});
            assertThat(some.count()).isEqualTo(4);
            assertThat(some.sourceRows()).containsExactly(11, 0, 0, 4);
            assertThat(some.row(1)).isEqualTo(some.row(2)).isEqualTo(rows.row(0)).isNotEqualTo(some.row(0));
            assertThat(some.targets()[3]).isEqualTo(rows.targets()[3]);
            assertThat(some.text(3, model.columns().get(1))).isEqualTo(csv.split("\n")[5].split(",")[1]);
            double[] own = some.row(0);
            Arrays.fill(own, 99);
            assertThat(some.row(0)).as("a row is a copy").isEqualTo(rows.row(9));
            assertThat(rows.pick(new int[0]).count()).isZero();
            assertThat(rows.pick(new int[0]).of(0)).isEqualTo(-1);
        }
    }

    /** What counts differently stays with its row. */
    @Test
    void weightsGoWithTheirRows() {
        double[] values = IntStream.range(0, 6).asDoubleStream().toArray();
        ExplainedRows rows = new ExplainedRows(3, 2, values, new int[] {4, 5, 6}, new double[] {7, 8, 9}, new double[] {1, 0.5, 2}, null,
                List.of());
        ExplainedRows some = rows.pick(new int[] {2, 1});
        assertThat(some.weights()).containsExactly(2, 0.5);
        assertThat(some.targets()).containsExactly(9, 8);
        assertThat(some.values()).containsExactly(4, 5, 2, 3);
    }

    /** The first row of a series that can be explained is the first with a whole window before it; the last lies past the end. */
    @Test
    void aSeriesHasNoRowsBeforeItsFirstWindowAndOnePastItsEnd() {
        Preprocessing air = Samples.prepared("air-passengers").preprocessing();
        Table months = Made.table("Month," + air.target().column() + "\n" + IntStream.range(0, 40)
                .mapToObj(i -> (2000 + i / 12) + "-" + String.format("%02d", i % 12 + 1) + "-01," + (100 + i))
                .collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Made.model(Made.LINEAR, air, 1, 1))) {
            ExplainedRows rows = model.rows(months);
            int reach = air.sequence().reach();
            assertThat(rows.sourceRows()).isEqualTo(IntStream.range(reach, 40 + air.sequence().horizon()).toArray());
            assertThat(rows.of(reach - 1)).isEqualTo(-1);
            assertThat(rows.targets()[0]).isCloseTo(100 + reach, within(1e-9));
            assertThat(rows.targets()[rows.count() - 1]).as("not known yet").isNaN();
        }
    }
}
