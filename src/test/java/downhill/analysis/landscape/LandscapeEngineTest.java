package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.predict.Evaluation;
import downhill.analysis.predict.Predictor;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.expr.Parser;
import downhill.model.Loss;
import downhill.model.Surface;
import downhill.model.Surfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeEngineTest {
    private static final Prepared IRIS = Samples.iris();

    static List<Surface> surfaces() {
        return Surfaces.all();
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void aSurfacesLandscapeIsItsFormula(Surface surface) {
        Region region = new Region(surface.domain().left(), surface.domain().right(), surface.domain().bottom(),
                surface.domain().top());
        try (LandscapeEngine engine = new LandscapeEngine(new SurfaceTerrain(surface.expression()), 2)) {
            LossHeights landscape = engine.compute(ParameterPlane.whole(), region, 21, Progress.NONE, each -> { });
            for (int row = 0; row < 21; row++) {
                for (int column = 0; column < 21; column++) {
                    double height = downhill.expr.Evaluator.evaluate(surface.expression(),
                            Map.of("x", landscape.a(column), "y", landscape.b(row), "e", Math.E, "π", Math.PI));
                    assertThat(landscape.z()[row][column]).isEqualTo(height, within(1e-12 * (1 + Math.abs(height))));
                }
            }
            assertThat(landscape.scope()).isEqualTo(DataScope.NONE);
        }
    }

    @Test
    void picturesBecomeFinerAndKeepWhatIsKnown() {
        List<LossHeights> pictures = new ArrayList<>();
        try (LandscapeEngine engine = new LandscapeEngine(new SurfaceTerrain(Parser.expression("x + 10·y")), 2)) {
            engine.compute(ParameterPlane.whole(), Region.square(1), 41, Progress.NONE, pictures::add);
        }
        assertThat(pictures).extracting(LossHeights::resolution).containsExactly(11, 21, 41);
        assertThat(pictures).extracting(LossHeights::complete).containsExactly(false, false, true);
        for (LossHeights picture : pictures) {
            for (int row = 0; row < picture.resolution(); row++) {
                for (int column = 0; column < picture.resolution(); column++) {
                    assertThat(picture.z()[row][column])
                            .isEqualTo(picture.a(column) + 10 * picture.b(row), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 11, 20, 101})
    void anyResolutionIsReached(int resolution) {
        AtomicInteger last = new AtomicInteger();
        try (LandscapeEngine engine = new LandscapeEngine(new SurfaceTerrain(Parser.expression("x·y")), 1)) {
            LossHeights landscape = engine.compute(ParameterPlane.whole(), Region.square(2), resolution, Progress.NONE,
                    each -> last.set(each.resolution()));
            assertThat(last).hasValue(resolution);
            assertThat(landscape.z()[0][resolution - 1]).isEqualTo(-4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aModelsLossOnAPlaneIsItsMeanLossOnAllTrainingRows(int threads) {
        double[] reference = Samples.irisStart(3);
        RandomPlane plane = RandomPlane.of(downhill.model.ModelBuilder.evaluation(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, 1,
                false).layout(), reference, 5);
        ModelTerrain terrain = new ModelTerrain(IRIS, Samples.IRIS_MODEL, 1000, Precision.DOUBLE);
        assertThat(terrain.scope().whole()).isTrue();
        try (LandscapeEngine engine = new LandscapeEngine(terrain, threads);
             Predictor predictor = new Predictor(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, Precision.DOUBLE)) {
            LossHeights landscape = engine.compute(plane, Region.square(1), 11, Progress.NONE, each -> { });
            for (int i = 0; i < 11; i++) {
                double[] raw = predictor.outputs(plane.at(landscape.a(i), landscape.b(10 - i)), IRIS.training().inputs());
                Evaluation evaluation = Evaluation.of(raw, 3, IRIS.training(), IRIS.preprocessing(), Loss.CROSS_ENTROPY);
                assertThat(landscape.z()[10 - i][i])
                        .isEqualTo(((ClassificationMetrics) evaluation.metrics()).logLoss(), within(1e-10));
            }
        }
    }

    @Test
    void ofManyRowsAFixedSampleIsTakenAndSaid() {
        ModelTerrain terrain = new ModelTerrain(IRIS, Samples.IRIS_MODEL, 50, Precision.DOUBLE);
        assertThat(terrain.scope()).isEqualTo(new DataScope(50, IRIS.training().count()));
        List<double[]> start = List.of(Samples.irisStart(3));
        try (LandscapeEngine first = new LandscapeEngine(terrain, 1);
             LandscapeEngine second = new LandscapeEngine(new ModelTerrain(IRIS, Samples.IRIS_MODEL, 50, Precision.DOUBLE), 1)) {
            assertThat(first.losses(start, Progress.NONE)).isEqualTo(second.losses(start, Progress.NONE));
        }
    }

    @Test
    void theGapOfAPathIsTrueLossMinusThePlanes() {
        Terrain terrain = new SurfaceTerrain(Parser.expression("x² + y²"));
        ContenderPath path = new ContenderPath("one", new long[] {0, 10}, new double[][] {{3, 4}, {0, 1}});
        Plane line = new PrincipalPlane(new double[2], new double[] {1, 0}, 1, 0,
                new PlaneSpan(new double[2], new double[] {1, 0}, new double[] {0, 1}));
        try (LandscapeEngine engine = new LandscapeEngine(terrain, 1)) {
            PathOnPlane exact = engine.trace(line, path, Progress.NONE);
            assertThat(exact.trueLoss()).containsExactly(25, 1);
            assertThat(exact.largestGap()).isEqualTo(0);
        }
        ModelTerrain iris = new ModelTerrain(IRIS, Samples.IRIS_MODEL, 1000, Precision.DOUBLE);
        double[] start = Samples.irisStart(1);
        double[] end = Samples.irisStart(2);
        try (LandscapeEngine engine = new LandscapeEngine(iris, 1)) {
            PathOnPlane seen = engine.trace(ParameterPlane.of(0, 1, start),
                    new ContenderPath("two", new long[] {0, 1}, new double[][] {start, end}), Progress.NONE);
            assertThat(seen.gap(0)).isEqualTo(0, within(1e-12));
            assertThat(seen.a()).containsExactly(start[0], end[0]);
            assertThat(seen.distance()[1]).isGreaterThan(0.5);
            assertThat(seen.trueLoss()[1]).isEqualTo(engine.losses(List.of(end), Progress.NONE)[0]);
            assertThat(seen.planeLoss()[1]).isNotEqualTo(seen.trueLoss()[1]);
            assertThat(seen.largestGap()).isEqualTo(Math.abs(seen.gap(1)));
        }
    }

    @Test
    void aLandscapeIsGivenUpWhenAskedAndTheNextOneIsWhole() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void done(double fraction) {
                assertThat(fraction).isLessThan(1);
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 4;
            }
        };
        ModelTerrain terrain = ModelTerrain.of(IRIS, Samples.IRIS_MODEL);
        try (LandscapeEngine engine = new LandscapeEngine(terrain, 2)) {
            Plane plane = ParameterPlane.of(0, 1, Samples.irisStart(1));
            assertThatThrownBy(() -> engine.compute(plane, Region.square(1), 161, impatient, each -> { }))
                    .isInstanceOf(CancellationException.class);
            LossHeights next = engine.compute(plane, Region.square(1), 11, Progress.NONE, each -> { });
            assertThat(next.lowest()[2]).isGreaterThan(0);
        }
    }

    @Test
    void aFailureOnAThreadIsReportedToTheCaller() {
        try (LandscapeEngine engine = new LandscapeEngine(new SurfaceTerrain(Parser.expression("x·y")), 2)) {
            assertThatThrownBy(() -> engine.losses(List.of(new double[1]), Progress.NONE))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    @Test
    void nothingFiniteHasNoLowestPoint() {
        LossHeights nothing = new LossHeights(ParameterPlane.whole(), Region.square(1),
                new double[][] {{Double.NaN, Double.POSITIVE_INFINITY}, {Double.NaN, Double.NaN}}, DataScope.NONE, true);
        assertThat(nothing.lowest()).isNull();
    }
}
