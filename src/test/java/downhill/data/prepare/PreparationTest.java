package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {
    private static final SplitSpec NO_SPLIT = new SplitSpec(0, 1, false);

    @Test
    void standardisedTrainingFeaturesHaveMeanZeroAndDeviationOne() {
        double[] x = IntStream.range(0, 100).mapToDouble(i -> 1e6 + 3 * Math.sin(i)).toArray();
        Prepared prepared = Preparation.prepare(table(numbers("x", x), numbers("y", range(100))), spec());
        double[] inputs = prepared.training().inputs();
        assertEquals(0, Arrays.stream(inputs).average().orElseThrow(), 1e-9);
        assertEquals(1, Arrays.stream(inputs).map(v -> v * v).average().orElseThrow(), 1e-9);
    }

    @Test
    void constantsComeFromTheTrainingRowsAlone() {
        double[] x = range(50);
        DataSpec scaled = spec().withScaling(Scaling.MIN_MAX);
        Prepared prepared = Preparation.prepare(table(numbers("x", x), numbers("y", range(50))), scaled);
        int[] rows = prepared.training().sourceRows();
        double min = Arrays.stream(rows).min().orElseThrow();
        double range = Arrays.stream(rows).max().orElseThrow() - min;
        FeatureStep.Numeric step = (FeatureStep.Numeric) prepared.preprocessing().features().get(0);
        assertEquals(min, step.center());
        assertEquals(range, step.scale());
    }

    @Test
    void aConstantFeatureBecomesZeroInsteadOfNaN() {
        Prepared prepared = Preparation.prepare(table(numbers("x", 7, 7, 7, 7), numbers("z", 1, 2, 3, 5), numbers("y", range(4))), spec());
        assertTrue(Arrays.stream(prepared.training().inputs()).allMatch(Double::isFinite));
        assertTrue(prepared.notices().stream().anyMatch(n -> n.message().contains("one value only")));
    }

    @Test
    void aRegressionTargetCanBeBroughtBackToItsUnits() {
        double[] y = {10, 20, 60, 90, 15, 33};
        Prepared prepared = Preparation.prepare(table(numbers("x", range(6)), numbers("y", y)), spec().withSplit(NO_SPLIT));
        assertArrayEquals(y, prepared.preprocessing().decode(prepared.training().targets(), prepared.training()), 1e-12);
        assertEquals(0, Arrays.stream(prepared.training().targets()).sum(), 1e-12);
    }

    @Test
    void categoriesAreOneHotEncodedInNaturalOrder() {
        Table table = table(labels("size", "s10", "s2", "s2", "s10", "s1"), numbers("y", 1, 2, 3, 4.5, 6));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(NO_SPLIT));
        assertEquals(List.of("size=s1", "size=s2", "size=s10"), prepared.featureNames());
        assertArrayEquals(new double[] {0, 0, 1, 0, 1, 0}, Arrays.copyOf(prepared.training().inputs(), 6));
    }

    @Test
    void classesAreSortedNaturallyAndTwoOfThemAreBinary() {
        Table table = table(numbers("x", range(6)), labels("y", "no", "yes", "no", "yes", "no", "yes"));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(NO_SPLIT));
        assertEquals(TaskKind.BINARY, prepared.task());
        assertEquals(List.of("no", "yes"), prepared.classNames());
        assertArrayEquals(new double[] {0, 1, 0, 1, 0, 1}, prepared.training().targets());
        assertEquals(1, prepared.outputs());
    }

    @Test
    void integerLabelsMayStartAnywhere() {
        double[] y = IntStream.range(0, 60).mapToDouble(i -> 3 + i % 4).toArray();
        Prepared prepared = Preparation.prepare(table(numbers("x", range(60)), numbers("quality", y)), spec());
        assertEquals(List.of("3", "4", "5", "6"), prepared.classNames());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void aStratifiedSplitKeepsTheSharesOfTheClasses(long seed) {
        String[] y = IntStream.range(0, 200).mapToObj(i -> i < 20 ? "rare" : "common").toArray(String[]::new);
        Table table = table(numbers("x", range(200)), labels("y", y));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(new SplitSpec(0.25, seed, true)));
        assertEquals(50, prepared.validation().count());
        assertEquals(5, Arrays.stream(prepared.validation().targets()).filter(c -> prepared.classNames().get((int) c).equals("rare"))
                .count());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 99})
    void everyRowIsInExactlyOnePart(long seed) {
        Table table = table(numbers("x", range(101)), numbers("y", range(101)));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(new SplitSpec(0.3, seed, true)));
        Set<Integer> rows = rows(prepared.training());
        assertEquals(71, rows.size());
        rows.addAll(rows(prepared.validation()));
        assertEquals(101, rows.size());
        assertEquals(101, prepared.training().count() + prepared.validation().count());
    }

    private static Set<Integer> rows(Examples examples) {
        return Arrays.stream(examples.sourceRows()).boxed().collect(Collectors.toSet());
    }

    @Test
    void missingNumbersAreFilledByTheChosenStatistic() {
        Table table = table(numbers("x", 1, 1, 4, Double.NaN, 10), numbers("y", 1, 2, 3, 4.5, 5));
        assertEquals(4, filled(table, MissingStrategy.MEAN));
        assertEquals(2.5, filled(table, MissingStrategy.MEDIAN));
        assertEquals(1, filled(table, MissingStrategy.MOST_FREQUENT));
    }

    private static double filled(Table table, MissingStrategy strategy) {
        DataSpec plain = spec().withScaling(Scaling.NONE).withMissing(strategy).withSplit(NO_SPLIT);
        return Preparation.prepare(table, plain).training().inputs()[3];
    }

    @Test
    void missingLabelsAreFilledByTheMostFrequentOne() {
        Table table = table(labels("c", "a", "b", null, "b"), numbers("y", 1, 2, 3, 4.5));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(NO_SPLIT));
        assertArrayEquals(new double[] {0, 1}, Arrays.copyOfRange(prepared.training().inputs(), 4, 6));
    }

    @Test
    void rowsAreDroppedOnlyByChoiceAndThatIsSaid() {
        Table table = table(numbers("x", 1, Double.NaN, 3, 4), numbers("y", 1, 2, 3, 4.5));
        Prepared prepared = Preparation.prepare(table, spec().withMissing(MissingStrategy.DROP_ROW).withSplit(NO_SPLIT));
        assertArrayEquals(new int[] {0, 2, 3}, prepared.training().sourceRows());
        assertTrue(prepared.notices().stream().anyMatch(n -> n.message().equals("1 row is left out because a feature is missing.")));
    }

    @Test
    void everyStepIsDescribed() {
        Table table = table(numbers("x", 1, 2, 3, 4), labels("c", "a", "b", "a", "b"), numbers("y", 1, 2.5, 3, 4));
        List<String> lines = Preparation.prepare(table, spec().withSplit(NO_SPLIT)).preprocessing().describe().stream()
                .map(Said::toString).toList();
        assertEquals("x: standardised (z-score): mean 2.500, deviation 1.118, missing filled with 2.500", lines.get(0));
        assertEquals("c: one-hot encoded, 2 categories (a, b), missing filled with \"a\"", lines.get(1));
        assertTrue(lines.get(2).startsWith("y (target): standardised"));
    }

    @Test
    void whatIsFilledIsToldOfColumnsWithGapsOnly() {
        Table table = table(numbers("x", 1, 2, 3, 4), numbers("g", 1, Double.NaN, 3, 4), labels("c", "a", "b", "a", "b"),
                numbers("y", 1, 2.5, 3, 4));
        List<String> lines = Preparation.prepare(table, spec().withSplit(NO_SPLIT)).preprocessing().describe(table).stream()
                .map(Said::toString).toList();
        assertEquals("x: standardised (z-score): mean 2.500, deviation 1.118", lines.get(0));
        assertTrue(lines.get(1).contains(", missing filled with "), lines.get(1));
        assertEquals("c: one-hot encoded, 2 categories (a, b)", lines.get(2));
    }

    @Test
    void datesAreNumbersOfDays() {
        Table table = table(labels("when", ColumnType.DATE, "1970-01-02", "1970-01-11", "1970-01-03T12:00"), numbers("y", 1, 2.5, 3));
        Prepared prepared = Preparation.prepare(table, spec().withSplit(NO_SPLIT).withScaling(Scaling.NONE));
        assertArrayEquals(new double[] {1, 10, 2.5}, prepared.training().inputs());
    }
}
