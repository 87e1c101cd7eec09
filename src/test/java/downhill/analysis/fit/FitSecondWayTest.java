package downhill.analysis.fit;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.predict.ModelView;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.Examples;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pictures of a fit show, beside a plainer way to the same. */
class FitSecondWayTest {
    private static final ModelSpec LINE = new ModelSpec(new Architecture.Linear(), Loss.MSE);
    private static final int ROWS = 60;
    private static final double[] SERIES = IntStream.range(0, ROWS).mapToDouble(i -> 20 + i * i % 13 + 0.3 * i).toArray();

    private static Prepared weighted() {
        double[] x = new Random(5).doubles(ROWS, -4, 4).toArray();
        double[] y = IntStream.range(0, ROWS).mapToDouble(i -> 3 * x[i] + i % 5).toArray();
        double[] w = IntStream.range(0, ROWS).mapToDouble(i -> 1 + i % 4).toArray();
        return Preparation.prepare(table(numbers("x", x), numbers("y", y), numbers("w", w)), spec().withTarget("y")
                .withTask(TaskKind.REGRESSION).withScaling(Scaling.STANDARD)
                .withColumns(List.of(new ColumnSpec("w", ColumnType.NUMBER, Role.WEIGHT))));
    }

    @Test
    void residualsOfWeightedRowsAreMeasuredByTheirWeights() {
        Prepared prepared = weighted();
        Examples rows = prepared.training();
        try (FitViews views = new FitViews(prepared, LINE, Precision.DOUBLE)) {
            Residuals residuals = views.residuals(new double[] {0.7, 0.2}, rows);
            double squares = 0;
            double weights = 0;
            for (int i = 0; i < rows.count(); i++) {
                double off = residuals.residuals()[i];
                double said = prepared.preprocessing().decode(0.7 * rows.inputs()[i] + 0.2);
                assertThat(off).isCloseTo(residuals.actual()[i] - said, within(1e-12));
                assertThat(residuals.weights()[i]).isEqualTo(1 + residuals.sourceRows()[i] % 4);
                squares += residuals.weights()[i] * off * off;
                weights += residuals.weights()[i];
            }
            assertThat(residuals.metrics().mse()).isCloseTo(squares / weights, within(1e-9));
            assertThat(views.metrics(new double[] {0.7, 0.2}, rows)).isEqualTo(residuals.metrics());
        }
    }

    /** A value of the series is known some rows later; the season before it has to be known as a whole. */
    @ParameterizedTest
    @CsvSource({"1, 7, 7", "3, 2, 4", "3, 3, 3", "5, 4, 8", "4, 12, 12"})
    void forecastsStandBesideWhatWasKnownWhenTheyWereMade(int horizon, int season, int lag) {
        Prepared prepared = Preparation.prepare(table(numbers("t", range(ROWS)), numbers("v", SERIES)),
                spec().withSequence(new SequenceSpec(4, horizon, 1)));
        int first = prepared.preprocessing().reach();
        try (FitViews views = new FitViews(prepared, LINE, Precision.DOUBLE)) {
            Forecast forecast = views.forecast(new double[5], prepared.training(), season);
            double distance = 0;
            int told = 0;
            for (int i = 0; i < forecast.rows().length; i++) {
                int row = forecast.rows()[i];
                assertThat(forecast.actual()[i]).isCloseTo(SERIES[row], within(1e-9));
                assertThat(forecast.lastValue()[i]).isCloseTo(row - horizon < first ? Double.NaN : SERIES[row - horizon], within(1e-9));
                assertThat(forecast.seasonalNaive()[i]).isCloseTo(row - lag < first ? Double.NaN : SERIES[row - lag], within(1e-9));
                told += row - lag < first ? 0 : 1;
                distance += row - lag < first ? 0 : Math.abs(SERIES[row] - SERIES[row - lag]);
            }
            assertThat(forecast.seasonalNaiveMetrics().rows()).isEqualTo(told).isPositive().isLessThan(forecast.rows().length);
            assertThat(forecast.seasonalNaiveMetrics().mae()).isCloseTo(distance / told, within(1e-9));
            assertThat(forecast.metrics().rows()).isEqualTo(forecast.rows().length);
        }
    }

    /** In whatever order the rows come, a forecast is in the order of time and each row keeps what is its own. */
    @Test
    void aForecastIsInTheOrderOfTime() {
        Prepared prepared = Preparation.prepare(table(numbers("t", range(ROWS)), numbers("v", SERIES)),
                spec().withSequence(new SequenceSpec(4, 1, 1)));
        Examples rows = prepared.validation();
        int count = rows.count();
        double[] inputs = new double[rows.inputs().length];
        Arrays.setAll(inputs, i -> rows.inputs()[(count - 1 - i / 4) * 4 + i % 4]);
        Examples backwards = new Examples(count, rows.inputShape(), inputs, reversed(rows.targets()),
                IntStream.range(0, count).map(i -> rows.sourceRows()[count - 1 - i]).toArray(), rows.levels(), range(count));
        double[] parameters = {0.1, -0.4, 0.2, 0.6, 0.05};
        try (FitViews views = new FitViews(prepared, LINE, Precision.DOUBLE)) {
            Forecast there = views.forecast(parameters, rows, 7);
            Forecast back = views.forecast(parameters, backwards, 7);
            assertThat(back.rows()).isEqualTo(there.rows()).isSorted();
            assertThat(back.predicted()).containsExactly(there.predicted(), within(1e-12));
            assertThat(back.actual()).containsExactly(there.actual());
            assertThat(back.weights()).as("with its weights").containsExactly(reversed(range(count)));
        }
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[values.length - 1 - i]).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 31})
    void aSeasonDependsNeitherOnUnitNorLevelNorTrend(int season) {
        double[] shape = new Random(season).doubles(season).toArray();
        double[] plain = IntStream.range(0, 12 * season).mapToDouble(i -> shape[i % season]).toArray();
        assertThat(Season.of(plain)).isEqualTo(season);
        double[] other = IntStream.range(0, plain.length).mapToDouble(i -> -250 * plain[i] + 1e4 - 90.0 * i).toArray();
        assertThat(Season.of(other)).isEqualTo(season);
        assertThat(Season.of(reversed(plain))).as("backwards").isEqualTo(season);
        assertThat(Season.of(Arrays.copyOf(plain, 2 * season))).as("seen twice only").isNotEqualTo(season);
    }

    /** The picture of a kernel, by walking over all weights in the order of their axes. */
    @ParameterizedTest
    @CsvSource({"1, 1, 3, 3", "4, 1, 2, 5", "3, 2, 5, 2"})
    void kernelsAreTheWeightsOfTheFirstChannel(int filters, int channels, int height, int width) {
        int[] strides = {channels * height * width, height * width, width, 1};
        int offset = 11;
        ParameterSlot slot = new ParameterSlot("conv1.weight", new int[] {filters, channels, height, width}, offset, strides);
        double[] parameters = new Random(1).doubles(offset + (long) filters * strides[0]).toArray();
        double[][][] pictures = Kernels.of(slot, parameters);
        assertThat(pictures.length).isEqualTo(filters);
        for (int at = 0; at < filters * strides[0]; at++) {
            int filter = at / strides[0];
            int inside = at % strides[0];
            if (inside < height * width) {
                assertThat(pictures[filter][inside / width][inside % width]).isEqualTo(parameters[offset + at]);
            }
        }
        assertThat(pictures[0][0]).hasSize(width);
        assertThat(pictures[0].length).isEqualTo(height);
    }

    @Test
    void sharesOverTwoFeaturesAddUpAndTheLargestIsTheRegion() {
        Prepared iris = Samples.iris();
        List<FeatureAxis> axes = FeatureAxis.of(iris);
        double[] held = HeldInputs.mean(iris.training());
        double[] parameters = Samples.irisStart(3);
        try (FitViews views = new FitViews(iris, Samples.IRIS_MODEL, Precision.DOUBLE)) {
            double[][][] shares = views.shares(parameters, axes.get(0), axes.get(3), held, 9);
            FitGrid grid = views.grid(parameters, axes.get(0), axes.get(3), held, 9);
            for (int cell = 0; cell < 81; cell++) {
                int row = cell / 9;
                int column = cell % 9;
                assertThat(shares[0][row][column] + shares[1][row][column] + shares[2][row][column]).isCloseTo(1, within(1e-12));
                double largest = Math.max(shares[0][row][column], Math.max(shares[1][row][column], shares[2][row][column]));
                assertThat(shares[(int) grid.values()[row][column]][row][column]).isEqualTo(largest).isEqualTo(grid.sure()[row][column]);
            }
        }
    }

    /** A plane over two features, the first across and the second up. */
    @Test
    void aGridOfNumbersHasAFeatureForEachDirection() {
        double[] a = new Random(6).doubles(ROWS, 0, 10).toArray();
        double[] b = new Random(7).doubles(ROWS, -5, 5).toArray();
        Prepared prepared = Preparation.prepare(table(numbers("a", a), numbers("b", b), numbers("y", SERIES)),
                spec().withTarget("y").withTask(TaskKind.REGRESSION).withScaling(Scaling.NONE).withScaleTarget(false));
        List<FeatureAxis> axes = FeatureAxis.of(prepared);
        try (FitViews views = new FitViews(prepared, LINE, Precision.DOUBLE)) {
            FitGrid grid = views.grid(new double[] {2, -7, 1}, axes.get(0), axes.get(1), HeldInputs.mean(prepared.training()), 5);
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 5; column++) {
                    double expected = 2 * axes.get(0).value(column, 5) - 7 * axes.get(1).value(row, 5) + 1;
                    assertThat(grid.values()[row][column]).isCloseTo(expected, within(1e-9));
                    assertThat(grid.sure()[row][column]).isNaN();
                }
            }
            FitGrid lost = views.grid(new double[] {2, Double.NaN, 1}, axes.get(0), axes.get(1), new double[2], 2);
            assertThat(lost.values()[1]).containsOnly(Double.NaN);
        }
    }

    /** Of a category the mean of its inputs is its share; an axis is there for numbers alone and knows its input beside it. */
    @Test
    void categoriesAreHeldAtTheirSharesAndNumbersHaveAxes() {
        String[] kinds = IntStream.range(0, ROWS).mapToObj(i -> i % 3 == 0 ? "p" : "q").toArray(String[]::new);
        Prepared prepared = Preparation.prepare(table(labels("kind", kinds), numbers("v", SERIES), numbers("y", SERIES)),
                spec().withTarget("y").withTask(TaskKind.REGRESSION).withScaling(Scaling.STANDARD));
        Examples rows = prepared.training();
        double[] mean = HeldInputs.mean(rows);
        double share = (double) IntStream.of(rows.sourceRows()).filter(row -> row % 3 == 0).count() / rows.count();
        assertThat(Arrays.copyOf(mean, 2)).containsExactly(new double[] {share, 1 - share}, within(1e-12));
        List<FeatureAxis> axes = FeatureAxis.of(prepared);
        assertThat(axes).extracting(FeatureAxis::column).containsExactly("v");
        assertThat(axes.get(0).input()).isEqualTo(2);
        assertThat(axes.get(0).low()).isCloseTo(Arrays.stream(SERIES).min().orElseThrow(), within(1e-9));
        assertThat(axes.get(0).high()).isCloseTo(Arrays.stream(SERIES).max().orElseThrow(), within(1e-9));
        assertThat(axes.get(0).values(rows)[5]).isCloseTo(SERIES[rows.sourceRows()[5]], within(1e-9));
    }

    /** What a model has inside for one example is what it has for it among others. */
    @Test
    void insideOneExampleIsAsInsideMany() {
        Examples rows = Samples.iris().training();
        double[] parameters = Samples.irisStart(9);
        for (String name : InnerView.names(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3)) {
            ModelView all = ModelView.of(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, Precision.DOUBLE, parameters, rows.inputs(), name);
            try (InnerView one = new InnerView(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, Precision.DOUBLE, name)) {
                assertThat(one.shape()[0]).isEqualTo(1);
                for (int row = 0; row < 4; row++) {
                    assertThat(one.of(parameters, HeldInputs.row(rows, row))).containsExactly(all.row(row), within(1e-12));
                }
            }
        }
        assertThat(ModelView.names(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3)).isNotEmpty()
                .isEqualTo(InnerView.names(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3));
        assertThatThrownBy(() -> new InnerView(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, Precision.DOUBLE, "attention"))
                .hasMessageContaining("attention");
    }

    /** Two of three units never say more than 0. */
    @Test
    void unitsThatAreSilentEverywhereAreDead() {
        ModelView view = new ModelView("a", new int[] {2, 3}, new double[] {0, -1, 0, 0, -2, 0.1});
        assertThat(view.deadShare()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(view.row(1)).containsExactly(0, -2, 0.1);
        ModelView lost = new ModelView("a", new int[] {1, 1, 2}, new double[] {Double.NaN, 0});
        assertThat(lost.deadShare()).as("no number is no zero").isEqualTo(0.5);
    }
}
