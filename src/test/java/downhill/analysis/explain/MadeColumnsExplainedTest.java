package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.MadeColumn;
import downhill.data.Making;
import downhill.data.Progress;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns made of others follow from them: what is told is told of the columns of the file. */
class MadeColumnsExplainedTest {
    private final Table table = Made.table(Made.houses(40));
    private final DataSpec spec = Made.spec("price").withColumns(List.of(new ColumnSpec("built", ColumnType.DATE, Role.IGNORED)))
            .withMade(List.of(MadeColumn.of(Making.PRODUCT, 0, "area", "area"), MadeColumn.of(Making.LOG, 0, "area"),
                    MadeColumn.of(Making.COSINE, MadeColumn.YEAR, "built"), MadeColumn.of(Making.WEEKEND, 0, "built")));

    private TrainedModel model(ModelSpec of) {
        Prepared prepared = Preparation.prepare(table, spec);
        return Made.model(of, prepared.preprocessing(), 1, 5);
    }

    @Test
    void answersAreThoseOfThePrediction() {
        TrainedModel net = model(Made.NET);
        try (Explained explained = Explained.of(net); EnsembleScorer scorer = new EnsembleScorer(TrainedEnsemble.of(net))) {
            assertThat(explained.columns()).extracting(ExplainedColumn::name).containsExactly("area", "town", "garden", "built");
            assertThat(explained.answers(explained.rows(table).values())).containsExactly(scorer.score(table, 0, true).values(), within(1e-8));
        }
    }

    /** Numbers that are made belong to no column, and every other to one alone. */
    @Test
    void aRowMadeOfAnothersColumnsIsThatRow() {
        try (Explained explained = Explained.of(model(Made.NET))) {
            ExplainedRows rows = explained.rows(table);
            double[] now = rows.row(3);
            explained.columns().forEach(column -> column.copy(rows.values(), 7 * rows.size(), now, 0));
            assertThat(explained.answers(now)).isEqualTo(explained.answers(rows.row(7)));
            double[] written = rows.row(3);
            explained.columns().forEach(column -> column.write(column.value(rows.values(), 7 * rows.size()), written, 0));
            assertThat(explained.answers(written)[0]).isCloseTo(explained.answers(rows.row(7))[0], within(1e-9));
        }
    }

    @Test
    void shapleyValuesAreThoseOfTheColumnsOfTheFile() {
        for (ModelSpec of : List.of(Made.NET, Made.LINEAR)) {
            try (Explained explained = Explained.of(model(of))) {
                ExplainedRows rows = explained.rows(table);
                ExplainedRows background = rows.pick(new int[] {1, 4, 9});
                ShapValues shap = new Shap(explained, background, 1).of(rows.pick(new int[] {12}), Progress.NONE);
                int[][] players = explained.columns().stream().map(ExplainedColumn::numbers).toArray(int[][]::new);
                double[] plain = new PlainShapley(players, IntStream.range(0, 3).mapToObj(background::row).toArray(double[][]::new),
                        row -> explained.answers(row)[0]).values(rows.row(12));
                for (int column = 0; column < plain.length; column++) {
                    assertThat(shap.values()[0][column][0]).isCloseTo(plain[column], within(1e-7 * Math.abs(shap.predictions()[0][0])));
                }
                assertThat(shap.way()).isEqualTo(of == Made.LINEAR ? ShapValues.Way.ADDITIVE : ShapValues.Way.EXACT);
            }
        }
    }

    @Test
    void aProductOfTwoColumnsIsNotAdditive() {
        Prepared prepared = Preparation.prepare(Made.table("a,b,y\n1,2,3\n2,5,4\n4,3,1\n3,1,2\n"),
                Made.spec("y").withMade(List.of(MadeColumn.of(Making.PRODUCT, 0, "a", "b"))));
        try (Explained explained = Explained.of(Made.model(Made.LINEAR, prepared.preprocessing(), 1, 2))) {
            assertThat(AdditiveShap.suits(explained)).isFalse();
        }
    }

    @Test
    void slopesGoThroughWhatIsMade() {
        try (Explained explained = Explained.of(model(Made.NET)); Slopes slopes = new Slopes(explained)) {
            double[] row = explained.rows(table).row(5);
            row[row.length - 1] += 0.5; // noon, away from where a weekend begins
            double[] found = slopes.of(row, 0);
            for (int i = 0; i < row.length; i++) {
                double step = 1e-6 * Math.max(1, Math.abs(row[i]));
                double[] up = row.clone();
                double[] down = row.clone();
                up[i] += step;
                down[i] -= step;
                double difference = (explained.answers(up)[0] - explained.answers(down)[0]) / (2 * step);
                assertThat(found[i]).as("number %d", i).isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
            }
        }
    }
}
