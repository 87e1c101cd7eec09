package downhill.data;

import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Squares;
import downhill.data.prepare.StepFitter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of any size are standardised as the same column of an ordinary size is; what only rounding tells apart is one value. */
class SizesOfNumbersTest {
    private static final int ROWS = 60;

    private static double[] values(double size, double middle) {
        Random random = new Random(5);
        return random.doubles(ROWS).map(value -> size * (middle + value)).toArray();
    }

    private static Prepared prepared(DataSpec spec, double[] x, double[] y) {
        DataSpec whole = spec.withTarget("y").withTask(TaskKind.REGRESSION).withSplit(new SplitSpec(0, 1, false));
        return Preparation.prepare(table(numbers("x", x), numbers("z", values(1, -0.5)), numbers("y", y)), whole);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5e-308, 1e-200, 1e-170, 1e-160, 1e-100, 1, 1e100, 1e154, 1e160, 1e250, 8e307})
    void aSpreadOfAnySizeIsOne(double size) {
        for (Scaling scaling : new Scaling[] {Scaling.STANDARD, Scaling.MIN_MAX}) {
            DataSpec spec = spec().withScaling(scaling);
            double[] usual = prepared(spec, values(1, -0.5), values(1, -0.5)).training().inputs();
            Prepared other = prepared(spec, values(size, -0.5), values(size, -0.5));
            assertThat(other.training().inputs()).as("%s %s", size, scaling).usingComparatorWithPrecision(1e-9).containsExactly(usual);
            double[] targets = other.training().targets();
            assertThat(Arrays.stream(targets).map(value -> value * value).average().orElseThrow()).isCloseTo(1, within(1e-9));
            double[] restored = other.preprocessing().decode(targets, other.training());
            assertThat(restored[3] / size).isCloseTo(values(1, -0.5)[3], within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Scaling.class, names = {"STANDARD", "MIN_MAX"})
    void whatVariesByRoundingAloneIsNotBlownUp(Scaling scaling) {
        for (double size : new double[] {0.3, 1e-200, 1e9, 1e200}) {
            double[] sums = IntStream.range(0, ROWS).mapToDouble(i -> i % 2 == 0 ? size : Math.nextUp(size) + Math.ulp(size) * (i % 7))
                    .toArray();
            assertThat(largest(inputs(scaling, Edition.SECOND, sums))).as("%s", size).isLessThanOrEqualTo(size * 1e-13);
        }
        double[] fine = IntStream.range(0, ROWS).mapToDouble(i -> 1e9 + 0.001 * (i % 3)).toArray();
        assertThat(Arrays.stream(inputs(scaling, Edition.SECOND, fine)).max().orElseThrow()).as("a thousandth in a billion is no rounding")
                .isGreaterThan(0.5);
    }

    @Test
    void anOlderDocumentsConstantsStayWhatTheyWere() {
        double[] sums = IntStream.range(0, ROWS).mapToDouble(i -> i % 2 == 0 ? 0.3 : 0.1 + 0.2).toArray();
        assertThat(largest(inputs(Scaling.STANDARD, Edition.FIRST, sums))).isGreaterThan(0.5);
        assertThat(largest(inputs(Scaling.STANDARD, Edition.FIRST, values(1e-170, 0)))).isLessThan(1e-160);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** The column alone, as a person asked for it, so that nothing is left out. */
    private static double[] inputs(Scaling scaling, Edition edition, double[] x) {
        StepFitter fitter = new StepFitter(IntStream.range(0, x.length).toArray(), spec().withScaling(scaling).withEdition(edition), null);
        FeatureStep step = fitter.fit(numbers("x", x));
        double[] inputs = new double[x.length];
        IntStream.range(0, x.length).forEach(row -> step.write(numbers("x", x), row, inputs, row));
        return inputs;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, -1.797e308, 1e308})
    void numbersThatCannotBeComputedWithAreRefusedByName(double sentinel) {
        double[] spoiled = values(1, 0);
        spoiled[7] = sentinel;
        assertThatThrownBy(() -> prepared(spec(), spoiled, range(ROWS))).isInstanceOf(DataException.class)
                .hasMessageContaining("column \"x\"")
                .hasMessageContaining("missing value").hasMessageContaining(Columns.text(sentinel));
        assertThatThrownBy(() -> prepared(spec(), values(1, 0), spoiled)).isInstanceOf(DataException.class)
                .hasMessageContaining("column \"y\"");
    }

    @Test
    void sumsOfSquaresAreThePlainOnesWhereTheseAreOrdinary() {
        double[] values = values(3, -0.5);
        double plain = 0;
        for (double value : values) {
            plain += value * value;
        }
        assertThat(Squares.of(values)).isEqualTo(new Squares(1, plain));
        assertThat(Squares.of(values(1e200, -0.5)).over(Squares.of(values(1e200, -0.5)))).isEqualTo(1);
        assertThat(Squares.of(values(1e-200, -0.5)).root(ROWS) / Squares.of(values(1, -0.5)).root(ROWS)).isCloseTo(1e-200, within(1e-209));
        assertThat(Squares.of(3e-200, 4e-200).over(Squares.of(3e-150, 4e-150))).isCloseTo(1e-100, within(1e-109));
        assertThat(Squares.of(1, Double.POSITIVE_INFINITY).root(2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Squares.of(1, Double.NaN).root(2)).isNaN();
        assertThat(Squares.of(0, 0).root(2)).isZero();
    }
}
