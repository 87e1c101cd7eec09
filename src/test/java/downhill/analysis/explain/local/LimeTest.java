package downhill.analysis.explain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import downhill.words.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against scikit-learn, src/test/resources/reference/lime.py, and functions whose slopes are known. */
class LimeTest {
    private static final Offset<Double> CLOSE = within(1e-10);
    private static final List<RawField> FIELDS = List.of(RawField.number("area"), RawField.labels("town", "a", "b", "c"),
            RawField.number("still"));

    private static Cells background() {
        double[] values = new double[200 * 3];
        for (int row = 0; row < 200; row++) {
            values[row * 3] = 100 + 20 * CounterRandom.gaussian(1, 1400, row);
            values[row * 3 + 1] = CounterRandom.index(1, 1401, row, 3);
            values[row * 3 + 2] = 7;
        }
        return new Cells(FIELDS, 200, values);
    }

    private static RawAnswers asked(ToDoubleFunction<double[]> truth) {
        return cells -> IntStream.range(0, cells.length / 3)
                .mapToDouble(row -> truth.applyAsDouble(new double[] {cells[row * 3], cells[row * 3 + 1], cells[row * 3 + 2]})).toArray();
    }

    private static Lime lime(ToDoubleFunction<double[]> truth, boolean bins) {
        return Lime.of(asked(truth), 1, background(), new double[] {110, 1, 7}, bins, 2000, 5, 1, Progress.NONE);
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void theRegressionAndItsKernelAreThoseOfTheReference() throws IOException {
        JsonNode wanted;
        try (InputStream in = LimeTest.class.getResourceAsStream("/reference/lime.json")) {
            wanted = JsonMapper.builder().build().readTree(in);
        }
        double[] x = numbers(wanted.get("x"));
        Ridge found = Ridge.of(x, numbers(wanted.get("y")), numbers(wanted.get("kernel")), 3, 2, 1);
        assertThat(found.weights()).containsExactly(numbers(wanted.get("weights")), CLOSE);
        assertThat(found.intercept()).containsExactly(numbers(wanted.get("intercept")), CLOSE);
        assertThat(found.fit()).containsExactly(numbers(wanted.get("fit")), CLOSE);
        Cells numbers = new Cells(List.of(RawField.number("a"), RawField.number("b"), RawField.number("c")), 40, x);
        double[] kernel = new Neighbours(numbers, new double[3], false).kernel(x, wanted.get("width").asDouble());
        assertThat(kernel).containsExactly(numbers(wanted.get("kernel")), CLOSE);
    }

    @Test
    void aLinearModelIsToldByItsSlopes() {
        Lime lime = lime(row -> 3 * row[0] + (row[1] == 1 ? 50 : 0), false);
        assertThat(lime.weight(0, 0) / lime.unit()[0]).isCloseTo(3, within(0.02));
        assertThat(lime.weight(0, 1)).isCloseTo(50, within(0.5));
        assertThat(lime.weight(0, 2)).isZero();
        assertThat(lime.intercept()[0]).isCloseTo(330, within(0.5));
        assertThat(lime.fidelity()[0]).isGreaterThan(0.999);
        assertThat(lime.isStable(0)).isTrue();
        assertThat(lime.isPoor(0)).isFalse();
    }

    @Test
    void ofACurveItIsTheSlopeNearby() {
        Lime lime = lime(row -> row[0] > 110 ? 2 * (row[0] - 110) : 0, false);
        assertThat(lime.weight(0, 0) / lime.unit()[0]).isBetween(0.8, 1.2);
        assertThat(lime.fidelity()[0]).isLessThan(0.9);
    }

    @Test
    void whatIsNoLineNearbyIsCalledSo() {
        Lime lime = lime(row -> Math.sin(40 * row[0]), false);
        assertThat(lime.isPoor(0)).isTrue();
        assertThat(lime.isStable(0)).isFalse();
        assertThat(lime(row -> 5, false).fidelity()[0]).isNaN();
    }

    @Test
    void binsAreQuartilesOfTheBackground() {
        double[] sorted = IntStream.range(0, 200).mapToDouble(row -> background().of(row, 0)).sorted().toArray();
        Lime lime = lime(row -> row[0] >= sorted[100] ? 1 : 0, true);
        assertThat(lime.bins()[0][0]).isBetween(sorted[98], sorted[101]);
        assertThat(lime.bins()[0][1]).isBetween(sorted[148], sorted[151]);
        assertThat(lime.bins()[1]).isNull();
        assertThat(lime.weight(0, 0)).isCloseTo(2 / 3.0, within(0.05));
        assertThat(Math.abs(lime.weight(0, 1))).isLessThan(0.05);
    }

    @Test
    void oneSeedGivesOneExplanation() {
        ToDoubleFunction<double[]> truth = row -> row[0] * row[0];
        assertThat(lime(truth, false).weights()).containsExactly(lime(truth, false).weights());
        assertThat(lime(truth, false).spread(0, 0)).isPositive();
    }

    @Test
    void itEndsWhenItIsNotWantedAndRefusesWhatIsNotFinite() {
        double[] row = {110, 1, 7};
        assertThatThrownBy(() -> Lime.of(asked(each -> 1), 1, background(), row, false, 100, 3, 1, Progress.asking(() -> false)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Lime.of(asked(each -> each[0] / 0), 1, background(), row, false, 100, 3, 1, Progress.NONE))
                .isInstanceOf(RefusedException.class).hasMessageContaining("not finite");
    }
}
