package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Reading;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.TrainedEnsemble;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows made up for a model: what training could have held, and the same each time. */
class MadeRowsTest {
    private static Preprocessing read(FeatureStep step, double least, double greatest) {
        ColumnReading column = new ColumnReading(step.column(), 1, step.type(), null, false, least, greatest);
        Reading reading = new Reading(true, ".", null, List.of(), false, Map.of(step.column(), column), null);
        return new Preprocessing(List.of(step), new TargetStep.NumberTarget("y", 0, 1), TaskKind.REGRESSION, null, null, reading);
    }

    private static List<Double> numbers(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::number).toList();
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, -3, 4", "NUMBER, 1e9, 1.000001e9", "DATE, 19000, 20000", "DATE, 19000.75, 19000.9", "DATE, 10.5, 12",
        "NUMBER, 7, 7"})
    void numbersLieBetweenTheLeastAndTheGreatestOfTraining(ColumnType type, double least, double greatest) {
        FeatureStep step = new FeatureStep.Numeric("a", type, null, Scaling.STANDARD, 1e6, 1e6);
        assertThat(numbers(MadeRows.of(read(step, least, greatest)).column("a"))).hasSize(StoredRows.COUNT)
                .allMatch(value -> value >= least && value <= greatest);
    }

    @Test
    void numbersAreSpreadOverWhatTrainingHad() {
        List<Double> made = numbers(MadeRows.of(read(SmallModels.column("a", null), 0, 100)).column("a"));
        assertThat(made).doesNotHaveDuplicates().anyMatch(value -> value < 30).anyMatch(value -> value > 70);
    }

    @Test
    void datesAreWholeDays() {
        FeatureStep step = new FeatureStep.Numeric("a", ColumnType.DATE, null, Scaling.STANDARD, 0, 1);
        assertThat(numbers(MadeRows.of(read(step, 19000, 20000)).column("a"))).allMatch(value -> value == Math.rint(value));
    }

    @Test
    void whereNobodyLookedTheyLieAroundTheCentre() {
        Preprocessing steps = SmallModels.number(SmallModels.column("a", null)).preprocessing();
        assertThat(numbers(MadeRows.of(steps).column("a"))).allMatch(value -> value >= -1 && value <= 5);
    }

    @Test
    void aColumnOfOneValueKeepsIt() {
        FeatureStep step = new FeatureStep.Numeric("a", ColumnType.NUMBER, null, Scaling.STANDARD, 2.5, FeatureStep.Numeric.CONSTANT);
        assertThat(numbers(MadeRows.of(SmallModels.number(step).preprocessing()).column("a"))).containsOnly(2.5);
    }

    @Test
    void columnsDifferFromOneAnother() {
        Table made = MadeRows.of(SmallModels.number(SmallModels.column("a", null), SmallModels.column("b", null)).preprocessing());
        assertThat(numbers(made.column("a"))).isNotEqualTo(numbers(made.column("b")));
    }

    @Test
    void everyCategoryOccursAndNoOther() {
        for (String fill : new String[] {null, "b"}) {
            FeatureStep step = SmallModels.label("c", fill, "a", "b", "绿", "");
            Column made = MadeRows.of(SmallModels.number(step).preprocessing()).column("c");
            List<String> texts = IntStream.range(0, made.size()).filter(row -> !made.isMissing(row)).mapToObj(made::text).toList();
            assertThat(texts).containsOnly("a", "b", "绿", "");
        }
    }

    @Test
    void gapsAreWhereTheModelKnowsWhatToDoWithOneAndOnlyThere() {
        Table made = MadeRows.of(SmallModels.number(SmallModels.column("a", 1.0), SmallModels.column("b", null),
                SmallModels.label("c", "x", "x", "y"), SmallModels.label("d", null, "x", "y")).preprocessing());
        assertThat(made.column("a").missing()).isBetween(1, StoredRows.COUNT / 2);
        assertThat(made.column("c").missing()).isBetween(1, StoredRows.COUNT / 2);
        assertThat(made.column("b").missing()).isZero();
        assertThat(made.column("d").missing()).isZero();
    }

    @Test
    void aSeriesHasTheRowsThatItsFirstWindowNeedsBeside() {
        Preprocessing steps = SmallModels.series(4, 3, SmallModels.column("a", null)).preprocessing();
        assertThat(MadeRows.of(steps).rows()).isEqualTo(StoredRows.COUNT + 4 - 1 + 3);
    }

    @Test
    void theyAreTheSameEachTimeAndEnoughForEveryModel() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            Table one = MadeRows.of(model.preprocessing());
            Table other = MadeRows.of(model.preprocessing());
            assertThat(one.names()).containsExactlyElementsOf(model.preprocessing().asked().stream().map(FeatureStep::column).toList());
            for (String name : one.names()) {
                assertThat(numbers(one.column(name))).isEqualTo(numbers(other.column(name)));
            }
            assertThat(StoredRows.of(model, one)).as(model.name()).isEqualTo(StoredRows.of(model, other));
        }
    }
}
