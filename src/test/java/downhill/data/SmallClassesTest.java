package downhill.data;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.Preparation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classes of one or two rows, and splits that hold out nothing, are told with what cannot be measured then. */
class SmallClassesTest {

    private static List<String> told(DataSpec spec, String... classes) {
        Table table = table(numbers("x", range(classes.length)), labels("y", classes));
        return Preparation.prepare(table, spec.withTarget("y")).notices().stream().map(Notice::message).toList();
    }

    /** Name and number of rows of each class. */
    private static String[] classes(Object... parts) {
        return IntStream.range(0, parts.length / 2).boxed()
                .flatMap(i -> IntStream.range(0, (int) parts[2 * i + 1]).mapToObj(row -> (String) parts[2 * i])).toArray(String[]::new);
    }

    private static String[] pairs(int count) {
        return IntStream.range(0, 2 * count).mapToObj(row -> "k" + row / 2).toArray(String[]::new);
    }

    @Test
    void whereNoRowIsHeldOutTheReasonAndTheWayOutAreTold() {
        String sentence = "No row is held out, because a share of 20% of each class is less than one row (the largest class has 2). There is no "
                + "validation loss and no accuracy. Hold out 25% or more, or do not split evenly over the classes.";
        assertThat(told(spec(), pairs(30))).contains(sentence);
        assertThat(told(spec().withSplit(SplitSpec.DEFAULT.withRatio(0.25)), pairs(30))).noneMatch(line -> line.startsWith("No row"));
        assertThat(told(spec().withSplit(SplitSpec.DEFAULT.withStratified(false)), pairs(30))).noneMatch(line -> line.startsWith("No row"));
        assertThat(told(spec().withSplit(SplitSpec.DEFAULT.withRatio(0)), pairs(30))).noneMatch(line -> line.startsWith("No row"));
    }

    @Test
    void aNumberThatIsNotHeldOutIsTold() {
        Table two = table(numbers("x", 1, 2), numbers("y", 3.5, 4.25));
        assertThat(Preparation.prepare(two, spec()).notices().stream().map(Notice::message))
                .contains("No row is held out, because a share of 20% of 2 "
                + "rows is less than one. There is no validation loss and no R². Hold out a larger share.");
    }

    @Test
    void classesWithoutAHeldOutRowAreNamed() {
        assertThat(told(spec(), classes("a", 20, "b", 10, "c", 2, "d", 1))).anyMatch(line -> line.startsWith(
                "2 of 4 classes have too few rows for one to be held out (c, d). Validation loss, accuracy and confusion matrix say nothing about such a class"));
        assertThat(told(spec(), classes("a", 20, "b", 10, "c", 2))).anyMatch(line -> line.startsWith("1 of 3 classes has too few rows"));
        assertThat(told(spec(), classes("a", 20, "b", 10))).noneMatch(line -> line.contains("classes"));
    }

    /** The case of 26 classes of which one is measured: accuracy is 1 for a model that always names it. */
    @Test
    void oneMeasuredClassOfManyIsNoMeasure() {
        Object[] parts = IntStream.range(0, 26).boxed().flatMap(i -> java.util.stream.Stream.of("k" + i, i == 3 ? 30 : 2)).toArray();
        assertThat(told(spec(), classes(parts)))
                .anyMatch(line -> line.startsWith("All 6 rows held out are of one class of 26, \"k3\". Naming it always would "
                + "be right each time"));
    }

    @Test
    void classesMeasuredOnASingleRowAreNamed() {
        assertThat(told(spec().withSplit(SplitSpec.DEFAULT.withRatio(0.5)), classes("a", 20, "b", 2, "c", 2)))
                .anyMatch(line -> line.startsWith(
                "2 of 3 classes are measured on one row (b, c). Recall there is 0 or 1"));
    }

    @Test
    void aClassThatOccursInHeldOutRowsOnlyIsNamed() {
        DataSpec random = spec().withSplit(SplitSpec.DEFAULT.withStratified(false).withRatio(0.5));
        assertThat(IntStream.range(0, 20)
                .mapToObj(seed -> told(random.withSplit(random.split().withSeed(seed)), classes("a", 20, "b", 10, "c", 1))))
                .anyMatch(lines -> lines.stream().anyMatch(line -> line.startsWith("1 of 3 classes occurs in held out rows only (c). No model can learn such a class")));
    }
}
