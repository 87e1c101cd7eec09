package downhill.analysis.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.Progress;
import downhill.data.prepare.Forecasts;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitViewsTest {
    private static final ModelSpec LINEAR = new ModelSpec(new Architecture.Linear(), Loss.MSE);

    @Test
    void aLinesCurveIsTheLineInTheUnitsOfTheFile() {
        DataSpec spec = DataSpec.of(new DataSource.Generated(Generator.LINE, 50, 0.1, 3)).withScaling(
                downhill.data.Scaling.STANDARD).withScaleTarget(true);
        Prepared prepared = DataSources.prepare(spec, null, Progress.NONE);
        FeatureAxis axis = FeatureAxis.of(prepared).get(0).widened(0.1);
        try (FitViews views = new FitViews(prepared, LINEAR, Precision.DOUBLE)) {
            FitCurve curve = views.curve(new double[] {0.8, 0.1}, axis, HeldInputs.mean(prepared.training()), 21);
            assertThat(curve.x()[0]).isEqualTo(axis.low());
            assertThat(curve.x()[20]).isEqualTo(axis.high());
            for (int i = 0; i < 21; i++) {
                double z = (curve.x()[i] - axis.center()) / axis.scale();
                assertThat(curve.values()[0][i]).isEqualTo(prepared.preprocessing().decode(0.8 * z + 0.1), within(1e-12));
            }
            double[] values = axis.values(prepared.training());
            assertThat(Arrays.stream(values).min().orElseThrow()).isGreaterThanOrEqualTo(axis.low());
            assertThat(Arrays.stream(values).max().orElseThrow()).isLessThanOrEqualTo(axis.high());
        }
    }

    @Test
    void regionsAreTheMostProbableClassWithTheOtherFeaturesHeld() {
        Prepared iris = Samples.iris();
        List<FeatureAxis> axes = FeatureAxis.of(iris);
        assertThat(axes).hasSize(4);
        double[] parameters = Samples.irisStart(5);
        double[] held = HeldInputs.row(iris.training(), 7);
        try (FitViews views = new FitViews(iris, Samples.IRIS_MODEL, Precision.DOUBLE)) {
            FitGrid grid = views.grid(parameters, axes.get(2), axes.get(0), held, 15);
            held[0] = axes.get(0).encode(axes.get(0).value(4, 15));
            FitCurve curve = views.curve(parameters, axes.get(2), held, 15);
            assertThat(curve.values().length).isEqualTo(3);
            for (int column = 0; column < 15; column++) {
                int index = (int) grid.values()[4][column];
                for (double[] probabilities : curve.values()) {
                    assertThat(grid.sure()[4][column]).isGreaterThanOrEqualTo(probabilities[column] - 1e-12);
                }
                assertThat(grid.sure()[4][column]).isEqualTo(curve.values()[index][column], within(1e-12));
            }
        }
    }

    @Test
    void aGridAtTheDataIsThePredictionOfTheData() {
        Prepared iris = Samples.iris();
        FeatureAxis first = FeatureAxis.of(iris).get(0);
        FeatureAxis third = FeatureAxis.of(iris).get(2);
        double[] held = HeldInputs.row(iris.training(), 3);
        double x = held[0] * first.scale() + first.center();
        double y = held[2] * third.scale() + third.center();
        FeatureAxis across = new FeatureAxis(0, "x", first.center(), first.scale(), x, x + 1, false);
        FeatureAxis up = new FeatureAxis(2, "y", third.center(), third.scale(), y, y + 1, false);
        double[] parameters = Samples.irisStart(5);
        try (FitViews views = new FitViews(iris, Samples.IRIS_MODEL, Precision.DOUBLE)) {
            FitGrid grid = views.grid(parameters, across, up, held, 2);
            double[] raw = views.raw(parameters, iris.training());
            int best = 0;
            for (int i = 1; i < 3; i++) {
                best = raw[9 + i] > raw[9 + best] ? i : best;
            }
            assertThat(grid.values()[0][0]).isEqualTo(best);
            ClassificationMetrics metrics = views.classMetrics(parameters, iris.training());
            assertThat(metrics.confusion().total()).isEqualTo(iris.training().count());
        }
    }

    @Test
    void residualsAreActualMinusPredicted() {
        Prepared diabetes = Samples.prepared("diabetes");
        try (FitViews views = new FitViews(diabetes, LINEAR, Precision.DOUBLE)) {
            double[] parameters = new double[11];
            parameters[10] = 0.25;
            Residuals residuals = views.residuals(parameters, diabetes.validation());
            double predicted = diabetes.preprocessing().decode(0.25);
            assertThat(residuals.predicted()).containsOnly(predicted);
            assertThat(residuals.residuals()[3]).isEqualTo(residuals.actual()[3] - predicted);
            assertThat(residuals.actual()[3]).isEqualTo(Math.rint(residuals.actual()[3]), within(1e-9));
            assertThat(residuals.metrics()).isEqualTo(views.metrics(parameters, diabetes.validation()));
            assertThatThrownBy(() -> views.forecast(parameters, diabetes.validation(), 0)).hasMessageContaining("time series");
        }
    }

    @Test
    void aForecastIsSetBesideTheLastValueAndTheLastSeason() {
        SampleData sample = SampleData.of("air-passengers");
        Prepared prepared = Samples.prepared("air-passengers");
        var series = DataSources.load(sample.spec(), null, Progress.NONE).table().column("passengers");
        int inputs = prepared.training().inputSize();
        try (FitViews views = new FitViews(prepared, LINEAR, Precision.DOUBLE)) {
            Forecast forecast = views.forecast(new double[inputs + 1], prepared.validation(), sample.season());
            assertThat(forecast.rows()).isSorted();
            assertThat(forecast.lastValue()).containsExactly(Forecasts.lastValue(series, forecast.rows(), 1), within(1e-9));
            assertThat(forecast.seasonalNaive())
                    .containsExactly(Forecasts.seasonalNaive(series, forecast.rows(), 1, 12), within(1e-9));
            assertThat(forecast.actual()[0]).isEqualTo(series.number(forecast.rows()[0]), within(1e-9));
            RegressionMetrics naive = forecast.seasonalNaiveMetrics();
            assertThat(naive.rows()).isEqualTo(forecast.rows().length);
            assertThat(naive.rmse()).isLessThan(forecast.metrics().rmse());
            Forecast without = views.forecast(new double[inputs + 1], prepared.validation(), 0);
            assertThat(without.seasonalNaive()).containsOnly(Double.NaN);
            assertThat(without.seasonalNaiveMetrics().rows()).isEqualTo(0);
        }
    }

    @Test
    void imagesAndSeriesHaveNoFeatureAxes() {
        assertThat(FeatureAxis.of(Samples.prepared("digits"))).isEmpty();
        assertThat(FeatureAxis.of(Samples.prepared("sunspots"))).isEmpty();
    }
}
