package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are kept with a model to prove it: what they hold, and that the model says of them alone what is kept. */
class StoredRowsTest {
    @Test
    void theFirstTwentyAreKept() {
        Table table = SmallModels.table(SmallModels.values("a", 50, row -> row / 8.0), SmallModels.values("b", 50, row -> -row));
        List<StoredRow> rows = StoredRows.of(SmallModels.number(SmallModels.column("a", null), SmallModels.column("b", null)), table);
        assertThat(rows).hasSize(StoredRows.COUNT);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).rows()).containsExactly(List.of(i / 8.0, (double) -i));
        }
    }

    @Test
    void columnsStandInTheOrderOfTheModelNotOfTheTable() {
        Table table = SmallModels.table(SmallModels.values("b", 1, row -> 2), SmallModels.values("unused", 1, row -> 3),
                SmallModels.values("a", 1, row -> 1));
        List<StoredRow> rows = StoredRows.of(SmallModels.number(SmallModels.column("a", null), SmallModels.column("b", null)), table);
        assertThat(rows.get(0).rows()).containsExactly(List.of(1.0, 2.0));
    }

    @Test
    void aGapThatIsFilledIsKeptAsAGapAndOneThatIsNotIsLeftOut() {
        Table table = SmallModels.table(SmallModels.values("a", 6, row -> row % 2 == 0 ? Double.NaN : row),
                SmallModels.values("b", 6, row -> row == 3 ? Double.NaN : row));
        List<StoredRow> rows = StoredRows.of(SmallModels.number(SmallModels.column("a", 1.5), SmallModels.column("b", null)), table);
        assertThat(rows).extracting(row -> row.rows().get(0)).containsExactly(Arrays.asList(null, 0.0), Arrays.asList(1.0, 1.0),
                Arrays.asList(null, 2.0), Arrays.asList(null, 4.0), Arrays.asList(5.0, 5.0));
    }

    @Test
    void withoutARowThatCanBeAnsweredThereIsNoProof() {
        TrainedEnsemble model = SmallModels.number(SmallModels.column("a", null));
        Table gaps = SmallModels.table(SmallModels.values("a", 4, row -> Double.NaN));
        assertThatThrownBy(() -> StoredRows.of(model, gaps)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aWindowIsKeptWithAllItsRowsTheOldestFirst() {
        Table table = SmallModels.table(SmallModels.values("a", 9, row -> 10 + row));
        List<StoredRow> rows = StoredRows.of(SmallModels.series(3, 2, SmallModels.column("a", null)), table);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).rows()).containsExactly(List.of(10.0 + i), List.of(11.0 + i), List.of(12.0 + i));
        }
    }

    @Test
    void aCategoryThatTrainingDidNotHaveIsKeptAsItIs() {
        LabelColumn labels = new LabelColumn("c", ColumnType.CATEGORY, new int[] {0, 1, -1}, List.of("red", "none of those"));
        List<StoredRow> rows = StoredRows.of(SmallModels.classes(SmallModels.label("c", "red", "red", "blue")), SmallModels.table(labels));
        assertThat(rows).extracting(row -> row.rows().get(0).get(0)).containsExactly("red", "none of those", null);
        assertThat(rows.get(2).answer()).isEqualTo(rows.get(0).answer()).isNotEqualTo(rows.get(1).answer());
    }

    @Test
    void probabilitiesAreThoseOfAllClasses() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            int classes = model.preprocessing().classNames().size();
            for (StoredRow row : StoredRows.of(model, MadeRows.of(model.preprocessing()))) {
                assertThat(row.answer()).as(model.name()).hasSize(Math.max(1, classes)).allMatch(Double::isFinite);
                if (classes > 0) {
                    assertThat(Math.abs(row.answer().stream().mapToDouble(each -> each).sum() - 1)).isLessThan(1e-6);
                }
            }
        }
    }

    @Test
    void ofTheKeptCellsAloneTheModelSaysTheSame() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            List<FeatureStep> steps = model.preprocessing().asked();
            List<StoredRow> rows = StoredRows.of(model, MadeRows.of(model.preprocessing()));
            try (EnsembleScorer scorer = new EnsembleScorer(model)) {
                for (StoredRow row : rows.subList(rows.size() - 3, rows.size())) {
                    assertAlike(row, scorer.score(alone(steps, row.rows()), 0, true), model.name());
                }
            }
        }
    }

    private static void assertAlike(StoredRow row, Scores said, String name) {
        assertThat(said.count()).as(name).isEqualTo(1);
        double[] answer = said.probabilities() == null ? said.values() : said.probabilities().values();
        assertThat(answer).as(name).hasSize(row.answer().size());
        for (int i = 0; i < answer.length; i++) {
            assertThat(Math.abs(answer[i] - row.answer().get(i))).as(name).isLessThan(1e-12 * Math.max(1, Math.abs(answer[i])));
        }
    }

    private static Table alone(List<FeatureStep> steps, List<List<Object>> cells) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < steps.size(); c++) {
            int column = c;
            List<Object> values = cells.stream().map(row -> row.get(column)).collect(ArrayList::new, List::add, List::addAll);
            columns.add(column(steps.get(c), values));
        }
        return new Table(columns);
    }

    private static Column column(FeatureStep step, List<Object> values) {
        if (step instanceof FeatureStep.OneHot labels) {
            int[] codes = values.stream().mapToInt(each -> each == null ? -1 : labels.categories().indexOf(each)).toArray();
            return new LabelColumn(step.column(), step.type(), codes, labels.categories());
        }
        return new NumberColumn(step.column(),
                values.stream().mapToDouble(value -> value == null ? Double.NaN : (Double) value).toArray());
    }
}
