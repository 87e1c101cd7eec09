package downhill.analysis.predict;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Progress;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.DataSources;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a table go through a model and come out in the target's units, in their places, at once or piece by piece. */
class ScorerTest {
    private static final double NONE = Double.NaN;
    private static final int ROWS = 70;
    private static final ModelSpec LINE = new ModelSpec(new Architecture.Linear(), Loss.MSE);
    private static final ModelSpec KINDS = new ModelSpec(new Architecture.Linear(), Loss.CROSS_ENTROPY);

    /** Every seventh row has no a, every fifth no target, every third counts nothing. */
    private static Table rows() {
        Random random = new Random(4);
        double[] a = random.doubles(ROWS, -3, 3).toArray();
        double[] b = random.doubles(ROWS, 10, 30).toArray();
        double[] y = random.doubles(ROWS, 100, 200).toArray();
        double[] w = IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray();
        for (int i = 0; i < ROWS; i++) {
            a[i] = i % 7 == 6 ? NONE : a[i];
            y[i] = i % 5 == 4 ? NONE : y[i];
        }
        return table(numbers("a", a), numbers("b", b), numbers("w", w), numbers("y", y));
    }

    private static DataSpec lines(Scaling scaling) {
        return spec().withTarget("y").withTask(TaskKind.REGRESSION).withMissing(MissingStrategy.DROP_ROW).withScaling(scaling)
                .withScaleTarget(scaling != Scaling.NONE).withColumns(List.of(new ColumnSpec("w", ColumnType.NUMBER, Role.WEIGHT)));
    }

    private static Preprocessing steps(Scaling scaling) {
        return Preparation.prepare(rows(), lines(scaling)).preprocessing();
    }

    private static Table piece(Table table, int from, int to) {
        return table(table.columns().stream().map(column -> numbers(column.name(), IntStream.range(from, to)
                .mapToDouble(column::number).toArray())).toArray(Column[]::new));
    }

    private static double number(Table table, String column, int row) {
        return table.column(column).number(row);
    }

    @Test
    void aLineIsTheLineOfEachRowThatCanBeScored() {
        Table table = rows();
        try (Scorer scorer = new Scorer(LINE, steps(Scaling.NONE), 1, new double[] {2, -1, 0.5})) {
            Scores scores = scorer.score(table);
            assertThat(IntStream.range(0, scores.count()).map(scores::row)).containsExactlyElementsOf(
                    IntStream.range(0, ROWS).filter(row -> row % 7 != 6).boxed().toList());
            for (int i = 0; i < scores.count(); i++) {
                int row = scores.row(i);
                assertThat(scores.values()[i]).isCloseTo(2 * number(table, "a", row) - number(table, "b", row) + 0.5, within(1e-12));
                assertThat(Double.parseDouble(scores.prediction(i))).isEqualTo(scores.values()[i]);
                assertThat(scores.actual()[i]).isEqualTo(number(table, "y", row));
            }
            assertThat(scores.isComplete()).isTrue();
            assertThat(scores.rows().unscored()).extracting(Applied.Unscored::row).containsExactly(6, 13, 20, 27, 34, 41, 48, 55, 62, 69);
            assertThat(scores.rows().unscored().get(0).reason().toString()).contains("a");
        }
    }

    /** However features and target are scaled, a model of weight 0 says the mean it was trained about. */
    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "MIN_MAX"})
    void whatIsSaidIsInTheUnitsOfTheFile(Scaling scaling) {
        try (Scorer scorer = new Scorer(LINE, steps(scaling), 1, new double[3])) {
            Scores scores = scorer.score(rows());
            assertThat(scores.values()).containsOnly(scores.preprocessing().decode(0));
            assertThat(scores.values()[0]).isBetween(100.0, 200.0);
            assertThat(scores.actual()[0]).isCloseTo(number(rows(), "y", 0), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 33, 69})
    void pieceByPieceIsTheWhole(int length) {
        Table table = rows();
        try (Scorer scorer = new Scorer(LINE, steps(Scaling.STANDARD), 1, new double[] {2, -1, 0.5})) {
            Scores whole = scorer.score(table);
            Judgement judged = new Judgement(0);
            TreeMap<Integer, Double> said = new TreeMap<>();
            List<Integer> refused = new ArrayList<>();
            for (int from = 0; from < ROWS; from += length) {
                int start = from;
                int end = Math.min(ROWS, from + length);
                Scores some = scorer.score(piece(table, from, end), 0, end == ROWS);
                IntStream.range(0, some.count()).forEach(i -> said.put(start + some.row(i), some.values()[i]));
                some.rows().unscored().forEach(each -> refused.add(start + each.row()));
                judged.add(some, end - from);
            }
            assertThat(said.keySet()).containsExactlyElementsOf(IntStream.range(0, whole.count()).map(whole::row).boxed().toList());
            assertThat(said.values()).containsExactlyElementsOf(Arrays.stream(whole.values()).boxed().toList());
            assertThat(refused).isEqualTo(whole.rows().unscored().stream().map(Applied.Unscored::row).toList());
            judgedByHand(judged, whole);
        }
    }

    private static void judgedByHand(Judgement judged, Scores whole) {
        int[] counted = IntStream.range(0, whole.count()).filter(i -> whole.row(i) % 5 != 4 && whole.row(i) % 3 != 0).toArray();
        double sum = IntStream.of(counted).mapToDouble(i -> whole.row(i) % 3).sum();
        double distance = IntStream.of(counted).mapToDouble(i -> whole.row(i) % 3 * Math.abs(whole.values()[i] - whole.actual()[i])).sum();
        assertThat(judged.rows()).isEqualTo(counted.length);
        assertThat(judged.weight()).isEqualTo(sum);
        assertThat(judged.unlabelled()).isEqualTo(IntStream.range(0, whole.count()).filter(i -> whole.row(i) % 5 == 4).count());
        assertThat(judged.uncounted()).isEqualTo(whole.count() - judged.unlabelled() - counted.length);
        assertThat(((RegressionMetrics) judged.metrics()).mae()).isCloseTo(distance / sum, within(1e-9));
    }

    /** The rows before a piece are only looked back at; past the end of all comes what is still to come. */
    @ParameterizedTest
    @CsvSource({"4, 1, NONE", "3, 5, NONE", "5, 3, WINDOW"})
    void aSeriesInPiecesIsTheWholeAndGoesPastItsEnd(int window, int horizon, Level level) {
        double[] series = IntStream.range(0, ROWS).mapToDouble(i -> 50 + i * i % 17 + i * 0.1).toArray();
        Table table = table(numbers("t", range(ROWS)), numbers("v", series));
        Preprocessing steps = Preparation.prepare(table, spec().withSequence(new SequenceSpec(window, horizon, 1, level))).preprocessing();
        double[] parameters = new Random(2).doubles(window + 1, -1, 1).toArray();
        try (Scorer scorer = new Scorer(LINE, steps, 1, parameters)) {
            Scores whole = scorer.score(table);
            assertThat(whole.count()).isEqualTo(ROWS - steps.reach() + horizon);
            assertThat(whole.row(whole.count() - 1)).isEqualTo(ROWS - 1 + horizon);
            assertThat(Arrays.copyOfRange(whole.actual(), whole.count() - horizon, whole.count())).containsOnly(NONE);
            Judgement judged = new Judgement(0);
            judged.add(whole, ROWS);
            assertThat(judged.unlabelled()).as("what is to come is not without a label").isZero();
            assertThat(judged.rows()).isEqualTo(ROWS - steps.reach());
            assertThat(pieces(scorer, table, 11)).isEqualTo(Arrays.stream(whole.values()).boxed().toList());
        }
    }

    private static List<Double> pieces(Scorer scorer, Table table, int length) {
        List<Double> said = new ArrayList<>();
        for (int from = 0; from < ROWS; from += length) {
            int back = Math.min(from, scorer.preprocessing().reach());
            int end = Math.min(ROWS, from + length);
            Arrays.stream(scorer.score(piece(table, from - back, end), back, end == ROWS).values()).forEach(said::add);
        }
        return said;
    }

    @Test
    void othersParametersAreAskedOnceAndTheOwnAreKept() {
        double[] own = {2, -1, 0.5};
        try (Scorer scorer = new Scorer(LINE, steps(Scaling.NONE), 1, own)) {
            double[] before = scorer.score(rows()).values();
            Arrays.fill(own, 9);
            assertThat(scorer.score(new double[] {0, 0, 7}, rows(), 0, true).values()).containsOnly(7);
            assertThat(scorer.score(rows()).values()).isEqualTo(before);
        }
    }

    @Test
    void whatIsNoNumberIsNoPredictionAndSaysWhy() {
        try (Scorer scorer = new Scorer(LINE, steps(Scaling.NONE), 1, new double[] {NONE, 0, 0})) {
            Scores scores = scorer.score(rows());
            assertThat(scores.isComplete()).isFalse();
            assertThat(scores.prediction(0)).isNull();
            assertThat(scores.failing(0).key()).isEqualTo("scores.notFinite");
            Judgement judged = new Judgement(0);
            judged.add(scores, ROWS);
            assertThat(((RegressionMetrics) judged.metrics()).mae()).isNaN();
        }
    }

    /** The largest output is the class that is said; of equal ones the first, and of a class never seen there is no truth. */
    @Test
    void classesAreSaidByTheirNames() {
        Table known = table(numbers("x", range(9)), labels("kind", "p", "q", "r", "p", "q", "r", "p", "q", "r"));
        Preprocessing steps = Preparation.prepare(known, spec().withTarget("kind").withScaling(Scaling.NONE)).preprocessing();
        Table asked = table(numbers("x", -2, 0, 1, 3), labels("kind", "r", "q", "other", null));
        double[] parameters = {-1, 0, 1, 0, 0, 0};
        try (Scorer scorer = new Scorer(KINDS, steps, 3, parameters)) {
            Scores scores = scorer.score(asked);
            assertThat(IntStream.range(0, 4).mapToObj(scores::prediction)).containsExactly("p", "p", "r", "r");
            assertThat(scores.actual()).containsExactly(2, 1, NONE, NONE);
            double sum = Math.exp(-1) + 1 + Math.exp(1);
            assertThat(Arrays.copyOfRange(scores.probabilities().values(), 6, 9))
                    .containsExactly(new double[] {Math.exp(-1) / sum, 1 / sum, Math.exp(1) / sum}, within(1e-12));
            Judgement judged = new Judgement(3);
            judged.add(scores, 4);
            assertThat(judged.unlabelled()).isEqualTo(2);
            assertThat(((ClassificationMetrics) judged.metrics()).accuracy()).isZero();
            assertThat(scorer.score(new double[] {0, 0, 0, 0, NONE, 0}, asked, 0, true).prediction(0)).isNull();
        }
    }

    @Test
    void datesAreSaidAsDatesAndNoDateIsNone(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("x,due\n");
        IntStream.range(0, 20).forEach(i -> text.append(i).append(',').append(LocalDate.of(2024, 2, 20).plusDays(2L * i)).append('\n'));
        Files.writeString(folder.resolve("due.csv"), text);
        DataSpec spec = spec().withSource(new DataSource.CsvFile("due.csv")).withTarget("due").withTask(TaskKind.REGRESSION)
                .withScaling(Scaling.NONE).withScaleTarget(false);
        Preprocessing steps = DataSources.prepare(spec, folder, Progress.NONE).preprocessing();
        double first = LocalDate.of(2024, 2, 20).toEpochDay();
        try (Scorer scorer = new Scorer(LINE, steps, 1, new double[] {2, first})) {
            Scores scores = scorer.score(table(numbers("x", 0, 5, 20, 1e300)));
            assertThat(IntStream.range(0, 3).mapToObj(scores::prediction)).containsExactly("2024-02-20", "2024-03-01", "2024-03-31");
            assertThat(scores.prediction(3)).isNull();
            assertThat(scores.failing(3).key()).isEqualTo("scores.noDate");
            assertThat(scores.isComplete()).isFalse();
        }
    }
}
