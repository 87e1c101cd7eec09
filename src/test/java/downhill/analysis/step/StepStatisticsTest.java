package downhill.analysis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Graph;
import downhill.engine.train.RunSpec;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepStatisticsTest {
    private static final Rule SGD = RuleLibrary.builtIn().byId("gradient-descent").orElseThrow();
    private static final RuleMemory NOTHING = new RuleMemory(Map.of(), Map.of());

    private static StepRecord record(double[] before, double[] gradient, double[] after) {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 2, 1);
        graph.parameter("dense1.bias", 1);
        RunSpec run = RunSpec.plain(SGD, new double[] {0.5}, 1);
        return new StepRecord(4, run, new double[] {0.5}, 0.5, 1, before,
                GradientParts.of(run, graph.layout().penaltyMask(), before, gradient), NOTHING, after, NOTHING, graph.layout());
    }

    private static GlassBox box(double theta, double gradient, double after) {
        return GlassBox.of(record(new double[] {theta, 0, 0}, new double[] {gradient, 0, 0}, new double[] {after, 0, 0}), 0);
    }

    @Test
    void normsAndRatiosAreThoseComputedByHand() {
        StepStatistics statistics = StepStatistics.of(record(new double[] {3, 4, 0}, new double[] {1, 0, 2},
                new double[] {2.7, 4.4, 1}));
        assertThat(statistics.all().parameterNorm()).isEqualTo(5);
        assertThat(statistics.all().gradientNorm()).isEqualTo(Math.sqrt(5));
        assertThat(statistics.all().zeroGradients()).isEqualTo(1.0 / 3);
        StepStatistics.Part weight = statistics.arrays().get(0);
        assertThat(weight.name()).isEqualTo("dense1.weight");
        assertThat(weight.updateNorm()).isEqualTo(0.5, within(1e-12));
        assertThat(weight.ratio()).isEqualTo(0.1, within(1e-12));
        assertThat(weight.medianRate()).isEqualTo(0.3, within(1e-12));
        assertThat(statistics.arrays().get(1).ratio()).isNaN();
        assertThat(statistics.arrays().get(1).medianRate()).isEqualTo(0.5);
    }

    @Test
    void penaltyClippingAndDecayAreTakenApart() {
        RunSpec run = new RunSpec(SGD, new double[] {0.5}, Schedule.CONSTANT, new Penalty(0.5, 2), new Clipping.ByNorm(1), 0.1, 1);
        GradientParts parts = GradientParts.of(run, new double[] {1, 0}, new double[] {-1, 7}, new double[] {5.5, 4});
        assertThat(parts.penalty()).containsExactly(-2.5, 0);
        assertThat(parts.norm()).isEqualTo(5);
        assertThat(parts.factor()).containsExactly(1 / (5 + 1e-6), 1 / (5 + 1e-6));
        assertThat(parts.decay()).containsExactly(new double[] {-0.1, 0.7}, within(1e-15));
        assertThat(parts.total()).containsExactly(new double[] {3 / (5 + 1e-6) - 0.1, 4 / (5 + 1e-6) + 0.7}, within(1e-12));
    }

    @Test
    void clippingByValueHoldsForEachComponent() {
        RunSpec run = new RunSpec(SGD, new double[] {0.5}, Schedule.CONSTANT, Penalty.NONE, new Clipping.ByValue(2), 0, 1);
        GradientParts parts = GradientParts.of(run, new double[3], new double[3], new double[] {-8, 1, 0});
        assertThat(parts.total()).containsExactly(-2, 1, 0);
        assertThat(parts.factor()).containsExactly(0.25, 1, 1);
    }

    @Test
    void whatIsWorthSayingIsFound() {
        assertThat(box(1, 1, 0.5).findings()).containsExactly(GlassBox.Finding.AS_DESCENT);
        assertThat(box(1, 1, 1.2).findings()).containsExactly(GlassBox.Finding.AGAINST_THE_GRADIENT);
        assertThat(box(1, 1, -1).findings())
                .containsExactlyInAnyOrder(GlassBox.Finding.FARTHER_THAN_DESCENT, GlassBox.Finding.CROSSED_ZERO);
        assertThat(box(1, 1, 0.9).findings()).containsExactly(GlassBox.Finding.SHORTER_THAN_DESCENT);
        assertThat(box(1, 1, 0.6).findings()).isEmpty();
        assertThat(box(1, 0, 0.9).findings())
                .containsExactlyInAnyOrder(GlassBox.Finding.NO_GRADIENT, GlassBox.Finding.MOVED_BY_MEMORY);
        assertThat(box(1, 0, 1).findings()).containsExactly(GlassBox.Finding.NO_GRADIENT);
        assertThat(box(1, 0, 1).effectiveRate()).isNaN();
        assertThat(box(1, Double.NaN, Double.NaN).findings()).containsExactly(GlassBox.Finding.NOT_FINITE);
    }

    @Test
    void barsHoldEveryFiniteNumber() {
        ValueHistogram histogram = ValueHistogram.of(new double[] {0, 1, 2, 3, 4, Double.NaN, Double.NEGATIVE_INFINITY}, 4);
        assertThat(histogram.counts()).containsExactly(1, 1, 1, 2);
        assertThat(histogram.notFinite()).isEqualTo(2);
        ValueHistogram same = ValueHistogram.of(new double[] {5, 5}, 4);
        assertThat(same.low()).isEqualTo(4.5);
        assertThat(same.counts()).containsExactly(0, 0, 2, 0);
        assertThat(ValueHistogram.of(new double[0], 3).counts()).containsExactly(0, 0, 0);
        assertThat(ValueHistogram.of(new double[] {-9, 9}, 2, -1, 1).counts()).containsExactly(1, 1);
    }
}
