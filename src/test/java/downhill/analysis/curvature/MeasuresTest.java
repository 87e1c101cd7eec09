package downhill.analysis.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import downhill.optim.JacobiEigen;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.WholeLoss;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.store.LessonLibrary;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each measure against what is worked out otherwise: by hand, by all eigenvalues, in closed form. */
class MeasuresTest {
    private static double[][] symmetric(int n, boolean positive) {
        Random random = new Random(n);
        double[][] root = new double[n][n];
        for (double[] row : root) {
            for (int i = 0; i < n; i++) {
                row[i] = random.nextGaussian();
            }
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (root[i][j] + root[j][i]) / 2;
                for (int k = 0; k < n && positive; k++) {
                    a[i][j] = k == 0 ? root[i][0] * root[j][0] + (i == j ? 0.1 : 0) : a[i][j] + root[i][k] * root[j][k];
                }
            }
        }
        return a;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] made = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            made[i] = Measures.dot(a[i], v);
        }
        return made;
    }

    @Test
    void theEffectiveRankCountsDirections() {
        assertThat(Measures.effectiveRank(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})).isCloseTo(3, within(1e-12));
        assertThat(Measures.effectiveRank(new double[][] {{1, 2, 3}, {2, 4, 6}})).as("one direction").isCloseTo(1, within(1e-6));
        double share = 3.0 / 4;
        double expected = Math.exp(-share * Math.log(share) - 0.25 * Math.log(0.25));
        assertThat(Measures.effectiveRank(new double[][] {{0, 3, 0}, {1, 0, 0}})).as("3 and 1").isCloseTo(expected, within(1e-12));
        assertThat(Measures.effectiveRank(new double[][] {{0, 1}, {3, 0}, {0, 0}})).as("upright").isCloseTo(expected, within(1e-12));
    }

    @Test
    void theSpectrumHasTheMomentsAndSharesOfAllEigenvalues() {
        int n = 24;
        double[][] a = symmetric(n, false);
        double[] all = JacobiEigen.of(a).values();
        SpectrumDensity found = SpectrumDensity.of(v -> times(a, v), n, 60, n, 3);
        double trace = 0;
        double squares = 0;
        double below = 0;
        for (double value : all) {
            trace += value / n;
            squares += value * value / n;
            below += value <= 0 ? 1.0 / n : 0;
        }
        assertThat(found.values()[0]).isCloseTo(all[0], within(1e-8));
        assertThat(found.moment(0)).isCloseTo(1, within(1e-9));
        assertThat(found.moment(1)).isCloseTo(trace, within(0.1 * Math.sqrt(squares)));
        assertThat(found.moment(2)).isCloseTo(squares, within(0.05 * squares));
        assertThat(found.below(0)).isCloseTo(below, within(0.05));
        double[][] density = found.density(400, 0.01);
        double integral = 0;
        for (double one : density[1]) {
            integral += one * (density[0][1] - density[0][0]);
        }
        assertThat(integral).isCloseTo(1, within(0.01));
    }

    @Test
    void aBarrierIsWhatRisesAboveTheStraightMean() {
        ToDoubleFunction<double[]> hill = p -> p[0] + 5 * Math.exp(-10 * (p[0] - 0.5) * (p[0] - 0.5)) * Math.exp(-p[1] * p[1]);
        LossLine line = LossLine.straight(hill, new double[] {0, 0}, new double[] {1, 0}, 101);
        double ends = 5 * Math.exp(-2.5);
        assertThat(line.losses()[0]).isEqualTo(ends);
        assertThat(line.barrier()).isCloseTo(5 - ends, within(1e-3));
        assertThat(LossLine.straight(p -> p[0] * p[0], new double[] {-1}, new double[] {2}, 11).barrier()).as("a valley").isZero();
        ToDoubleFunction<double[]> dome = p -> 5 * Math.exp(-4 * (p[0] - 0.5) * (p[0] - 0.5) - 10 * (p[1] + 0.05) * (p[1] + 0.05));
        UnaryOperator<double[]> slope = p -> {
            double high = dome.applyAsDouble(p);
            return new double[] {-8 * (p[0] - 0.5) * high, -20 * (p[1] + 0.05) * high};
        };
        double[] bend = LossLine.bend(slope, new double[] {0, 0}, new double[] {1, 0}, 100);
        double over = LossLine.straight(dome, new double[] {0, 0}, new double[] {1, 0}, 101).barrier();
        LossLine around = LossLine.curved(dome, new double[] {0, 0}, bend, new double[] {1, 0}, 101);
        assertThat(around.barrier()).as("round the hill").isLessThan(0.5 * over);
    }

    /** On ½(θ − c)ᵀA(θ − c) the mean over the nine places is least where a linear equation says. */
    @Test
    void theBendIsThatOfTheClosedForm() {
        double[][] a = symmetric(3, true);
        double[] centre = {0.3, -1, 0.7};
        double[] from = {1, 0, 2};
        double[] to = {-1, 1, 0};
        double[] bend = LossLine.bend(p -> times(a, new double[] {p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]}), from, to, 2000);
        double squares = 0;
        double[] right = new double[3];
        for (int node = 0; node < 9; node++) {
            double t = (node + 0.5) / 9;
            double share = 2 * t * (1 - t);
            squares += share * share;
            for (int i = 0; i < 3; i++) {
                right[i] += share * (centre[i] - (1 - t) * (1 - t) * from[i] - t * t * to[i]);
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(bend[i]).isCloseTo(right[i] / squares, within(1e-4));
        }
    }

    /** A weight and a bias under the mean of |w·x + b − y| with all y far below: gradients are (x, 1), whatever the weight. */
    @Test
    void theNoiseScaleIsThatOfTheRows() {
        Experiment rare = LessonLibrary.read("adam-fails").lesson().documents().get("rare.json");
        try (GradientNoise noise = new GradientNoise(rare, DataSources.prepare(((Problem.Learning) rare.problem()).data(), null,
                Progress.NONE))) {
            double mean = 10.0 / 101;
            double variance = (1010.0 * 1010 + 100 * 100) / 101 - mean * mean;
            assertThat(noise.scale(new double[] {0.2, 0})).isCloseTo(variance / (mean * mean + 1), within(1e-6));
        }
    }

    /** Gradients of rows that differ in their last digits alone differ by the order in which they were added. */
    @Test
    void roundingIsNoNoise() {
        assertThat(GradientNoise.scale(1e30 * (1 + 4e-16), 1e30)).isZero();
        assertThat(GradientNoise.scale(1 + 1e-9, 1)).isCloseTo(1e-9, within(1e-15));
        assertThat(GradientNoise.scale(3, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(GradientNoise.scale(0, 0)).isNaN();
    }

    private static Race raced(Problem problem, double rate, int steps) {
        Experiment experiment = new Experiment("", problem, TrainingSpec.of(steps, 0),
                List.of(ContenderSpec.of("gd", "GD", "sgd", Map.of("learningRate", rate), 0)), 7, Precision.DOUBLE);
        Prepared data = problem instanceof Problem.Learning learning ? DataSources.prepare(learning.data(), null, Progress.NONE) : null;
        Race race = Race.open(experiment, data, RuleLibrary.builtIn(), RaceOptions.alone());
        race.ready().join();
        race.start();
        try {
            race.await(snapshot -> snapshot.state() == RaceState.ENDED, 60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return race;
    }

    private static Measures at(Race race, long step) {
        try (CurvatureLook look = new CurvatureLook(race::experiment, race.prepared().orElse(null), RuleLibrary.builtIn(),
                Stability.Care.GLANCE)) {
            return look.measures("gd", race.stateAt("gd", step).join());
        }
    }

    /** Every product with the Hessian and every gradient asks first: no more than one is taken after nobody looks any longer. */
    @Test
    void whatIsGivenUpEndsBetweenTwoProducts() {
        Experiment narrow = LessonLibrary.read("ntk-drift").lesson().documents().get("w16.json");
        Race race = raced(narrow.problem(), 0.1, 3);
        try (race; CurvatureLook look = new CurvatureLook(race::experiment, race.prepared().orElse(null), RuleLibrary.builtIn(),
                Stability.Care.FULL)) {
            RunState at = race.stateAt("gd", 2).join();
            RunState start = race.stateAt("gd", 0).join();
            Map<String, Runnable> all = Map.of("gauge", () -> look.only("gd", at, EnumSet.of(CurvatureMeasure.GAUGE)),
                    "sharpness", () -> look.only("gd", at, EnumSet.of(CurvatureMeasure.SHARPNESS)),
                    "noise", () -> look.only("gd", at, EnumSet.of(CurvatureMeasure.NOISE)), "kernel", () -> look.drift("gd", at),
                    "spectrum", () -> look.spectrum("gd", at, 4, 40), "straight", () -> look.straight(start, at),
                    "curved", () -> look.curved(start, at, 100));
            all.forEach((what, measured) -> {
                AtomicInteger asked = new AtomicInteger();
                look.heed(Progress.asking(() -> asked.incrementAndGet() < 4));
                assertThatThrownBy(measured::run).as(what).isInstanceOf(CancellationException.class);
                assertThat(asked.get()).as(what).isEqualTo(4);
            });
            look.heed(Progress.NONE);
            assertThat(look.stability("gd", at).gauge()).as("it measures on afterwards").isPositive();
        }
    }

    /** Of v·tanh(w·x + b) + c the kernel is Σ h·h' + 1 + Σ v²·(1 − h²)·(1 − h'²)·(x·x' + 1). */
    private static double[][] kernel(ParameterLayout layout, double[] row, double[] x) {
        List<double[]> parts = layout.slots().stream().map(slot -> IntStream.range(0, slot.size()).mapToDouble(i -> row[slot.position(i)])
                .toArray()).toList();
        double[][] made = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                made[i][j] = 1;
                for (int unit = 0; unit < parts.get(0).length; unit++) {
                    double one = Math.tanh(parts.get(0)[unit] * x[i] + parts.get(1)[unit]);
                    double other = Math.tanh(parts.get(0)[unit] * x[j] + parts.get(1)[unit]);
                    double v = parts.get(2)[unit];
                    made[i][j] += one * other + v * v * (1 - one * one) * (1 - other * other) * (x[i] * x[j] + 1);
                }
            }
        }
        return made;
    }

    @Test
    void theTangentKernelIsThatOfTheFormula() {
        Experiment narrow = LessonLibrary.read("ntk-drift").lesson().documents().get("w16.json");
        Prepared data = DataSources.prepare(((Problem.Learning) narrow.problem()).data(), null, Progress.NONE);
        ParameterLayout layout = WholeLoss.of(narrow, data).layout();
        double[] from = new Random(1).doubles(layout.count(), -1, 1).toArray();
        double[] to = new Random(2).doubles(layout.count(), -1, 1).toArray();
        double[] x = data.training().values().all();
        double[][] first = kernel(layout, from, x);
        double[][] second = kernel(layout, to, x);
        double change = 0;
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                change += Math.pow(second[i][j] - first[i][j], 2);
                size += Math.pow(first[i][j], 2);
            }
        }
        try (KernelDrift drift = new KernelDrift(narrow, data)) {
            assertThat(drift.between(from, to)).isCloseTo(Math.sqrt(change / size), within(1e-10));
            assertThat(drift.between(from, from)).isZero();
        }
    }

    private static double[] rosenbrockSlope(double[] p) {
        double off = p[1] - p[0] * p[0];
        return new double[] {-2 * (1 - p[0]) - 400 * p[0] * off, 200 * off};
    }

    /** Gradients of two places by hand; plain descent goes along them. */
    @Test
    void alignmentAndDistanceAreThoseOfTheStepsByHand() {
        double rate = 1e-3;
        try (Race race = raced(new Problem.Surface("rosenbrock", -1.5, 2), rate, 12)) {
            double[] place = {-1.5, 2};
            for (int step = 0; step < 10; step++) {
                double[] slope = rosenbrockSlope(place);
                double[] next = {place[0] - rate * slope[0], place[1] - rate * slope[1]};
                Measures found = at(race, step);
                assertThat(found.alignment()).as("step %d", step).isCloseTo(Measures.cosine(slope, rosenbrockSlope(next)), within(1e-9));
                double way = Math.hypot(place[0] + 1.5, place[1] - 2);
                assertThat(found.distance()).isCloseTo(way, within(1e-12));
                assertThat(found.moved()).isCloseTo(way / 2.5, within(1e-12));
                place = next;
            }
        }
    }

    /** What the race itself recorded of the weights, biases left out. */
    @Test
    void theUpdateIsComparedWithTheWeightsAsTheRaceRecordsThem() {
        try (Race race = raced(new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL), 0.05, 5)) {
            double[] mask = race.layout().orElseThrow().penaltyMask();
            for (int step = 0; step < 4; step++) {
                double[] now = race.parametersAt("gd", step).join();
                double[] next = race.parametersAt("gd", step + 1).join();
                double update = 0;
                double weights = 0;
                for (int i = 0; i < now.length; i++) {
                    update += mask[i] * (next[i] - now[i]) * (next[i] - now[i]);
                    weights += mask[i] * now[i] * now[i];
                }
                assertThat(at(race, step).ratio()).as("step %d", step).isCloseTo(Math.sqrt(update / weights), within(1e-12));
            }
        }
    }
}
