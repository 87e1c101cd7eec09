package downhill.analysis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Graph;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of a step's gradient, of its sizes and of the spread of its numbers, whatever they are. */
class StepLawsTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final Rule SGD = RULES.byId("gradient-descent").orElseThrow();
    private static final RuleMemory NOTHING = new RuleMemory(Map.of(), Map.of());

    private static ParameterLayout layout() {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 3, 2);
        graph.parameter("dense1.bias", 2);
        return graph.layout();
    }

    private static RunSpec run(Penalty penalty, Clipping clipping, double decay) {
        return new RunSpec(SGD, new double[] {0.5}, Schedule.CONSTANT, penalty, clipping, decay, 1, 7);
    }

    private static double[] any(Random random, int size) {
        return random.doubles(size).map(x -> 4 * x - 2).toArray();
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    }

    private static StepRecord record(RunSpec run, double[] before, double[] gradient, double[] after) {
        return new StepRecord(11, run, new double[] {0.5}, 0.5, 1, before,
                GradientParts.of(run, layout().penaltyMask(), before, gradient), NOTHING, after, NOTHING, layout());
    }

    /** Clipping by norm keeps the direction and never lengthens; by value it keeps every sign and the limit. */
    @Test
    void clippingShortensAndTurnsNothingRound() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] data = any(random, 6);
            double limit = 0.25 + 8 * random.nextDouble();
            GradientParts byNorm = GradientParts.of(run(Penalty.NONE, new Clipping.ByNorm(limit), 0), new double[6], new double[6], data);
            assertThat(norm(byNorm.total())).isCloseTo(Math.min(limit, norm(data)), within(1e-5));
            assertThat(norm(byNorm.total())).isLessThanOrEqualTo(limit);
            assertThat(byNorm.factor()).containsOnly(byNorm.factor()[0]);
            double most = limit / 5;
            GradientParts byValue = GradientParts.of(run(Penalty.NONE, new Clipping.ByValue(most), 0), new double[6], new double[6], data);
            for (int i = 0; i < 6; i++) {
                assertThat(byNorm.total()[i] * data[i]).isPositive();
                assertThat(byValue.total()[i]).isCloseTo(Math.signum(data[i]) * Math.min(most, Math.abs(data[i])), within(1e-12));
            }
        }
    }

    /** What the engine does in place to a gradient is what is told of it part by part. */
    @Test
    void thePartsAddUpToWhatClippingInPlaceGives() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] theta = any(random, 8);
            double[] data = any(random, 8);
            double[] mask = layout().penaltyMask();
            Clipping clipping = seed % 2 == 0 ? new Clipping.ByNorm(1.5) : new Clipping.ByValue(0.75);
            GradientParts parts = GradientParts.of(run(new Penalty(0.2, 0.4), clipping, 0.05), mask, theta, data);
            double[] whole = new double[8];
            Arrays.setAll(whole, i -> data[i] + (i < 6 ? 0.2 * Math.signum(theta[i]) + 0.4 * theta[i] : 0));
            assertThat(parts.norm()).isCloseTo(norm(whole), within(1e-12));
            clipping.apply(whole);
            Arrays.setAll(whole, i -> whole[i] + 0.05 * theta[i]);
            assertThat(parts.total()).containsExactly(whole, within(1e-12));
        }
    }

    /** Squares of the arrays' norms add up to that of all; of plain descent every rate is the learning rate. */
    @Test
    void sizesOfArraysAddUpAndDescentHasItsOwnRateEverywhere() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] before = any(random, 8);
            double[] gradient = any(random, 8);
            gradient[seed % 8] = 0;
            double[] after = new double[8];
            Arrays.setAll(after, i -> before[i] - 0.5 * gradient[i]);
            StepRecord record = record(run(Penalty.NONE, new Clipping.None(), 0), before, gradient, after);
            StepStatistics found = StepStatistics.of(record);
            StepStatistics.Part weight = found.arrays().get(0);
            StepStatistics.Part bias = found.arrays().get(1);
            assertThat(found.all().updateNorm()).isCloseTo(Math.hypot(weight.updateNorm(), bias.updateNorm()), within(1e-12));
            assertThat(found.all().parameterNorm()).isCloseTo(Math.hypot(weight.parameterNorm(), bias.parameterNorm()), within(1e-12));
            assertThat(found.all().updateNorm()).isCloseTo(0.5 * found.all().gradientNorm(), within(1e-12));
            assertThat(new double[] {found.all().medianRate(), weight.medianRate(), bias.medianRate()})
                    .containsExactly(new double[] {0.5, 0.5, 0.5}, within(1e-12));
            assertThat(weight.zeroGradients() * 6 + bias.zeroGradients() * 2).isCloseTo(1, within(1e-12));
            assertThat(record.effectiveRates()[seed % 8]).isNaN();
            assertThat(record.ruleStep()).as("the rule took over at step 7").isEqualTo(5);
        }
    }

    /** Rates 1 to 6 of the weights, and none of a bias without a gradient: an even number has a middle between two. */
    @Test
    void theMedianRateIsOfThoseThatHaveAGradient() {
        double[] gradient = {1, -1, 2, -2, 4, 0.5, 0, 0};
        double[] after = {3, 1, 12, -10, 4, 2.5, 9, 9};
        StepStatistics found = StepStatistics.of(record(run(Penalty.NONE, new Clipping.None(), 0), new double[8], gradient, after));
        assertThat(found.arrays().get(0).medianRate()).as("of 1, 1, 3, 5, 5, 6").isEqualTo(4);
        assertThat(found.arrays().get(1).medianRate()).isNaN();
        assertThat(found.all().medianRate()).isEqualTo(4);
        assertThat(found.all().ratio()).as("from 0 every step is infinitely long").isNaN();
    }

    /** All steps of one array stand in the same bars, each number in one of them; those that are none in no bar. */
    @Test
    void sharesOfASpreadAddUpToWhatIsFinite() {
        Random random = new Random(3);
        double[][] weights = {any(random, 8), any(random, 8), any(random, 8)};
        double[][] gradients = {any(random, 8), any(random, 8), any(random, 8)};
        gradients[1][0] = Double.NaN;
        gradients[1][7] = Double.NEGATIVE_INFINITY;
        SpreadHistory found = SpreadHistory.of(layout(), new double[] {0, 5, 9}, weights, gradients);
        assertThat(found.names()).containsExactly("", "dense1.weight", "dense1.bias");
        double[] all = Arrays.stream(weights).flatMapToDouble(Arrays::stream).sorted().toArray();
        assertThat(new double[] {found.weights().get(0).low(), found.weights().get(0).high()}).containsExactly(all[0], all[23]);
        double[] numbers = Arrays.stream(gradients).flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
        assertThat(new double[] {found.gradients().get(0).low(), found.gradients().get(0).high()}).containsExactly(numbers[0], numbers[21]);
        double[][] finite = {{1, 1, 1}, {6 / 8.0, 5 / 6.0, 0.5}};
        for (int array = 0; array < 3; array++) {
            assertThat(found.weights().get(array).shares()[2]).hasSize(SpreadHistory.BARS);
            assertThat(Arrays.stream(found.weights().get(array).shares()[1]).sum()).isCloseTo(finite[0][array], within(1e-12));
            assertThat(Arrays.stream(found.gradients().get(array).shares()[1]).sum()).isCloseTo(finite[1][array], within(1e-12));
            assertThat(Arrays.stream(found.gradients().get(array).shares()[2]).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aSpreadOfEqualNumbersIsOneBarInTheMiddleAndOfNoneEmpty() {
        double[][] ones = {{2, 2, 2, 2, 2, 2, Double.NaN, Double.NaN}};
        SpreadHistory found = SpreadHistory.of(layout(), new double[] {0}, ones, ones);
        double[] bars = found.weights().get(1).shares()[0];
        assertThat(bars[SpreadHistory.BARS / 2]).isEqualTo(1);
        assertThat(new double[] {found.weights().get(1).low(), found.weights().get(1).high()}).containsExactly(1.5, 2.5);
        assertThat(found.weights().get(2).shares()[0]).containsOnly(0);
        assertThat(found.weights().get(2).low()).isLessThan(found.weights().get(2).high());
    }

    @Test
    void memoryHasItsStartValuesBeforeTheFirstStepAndIsReadAfterIt() {
        Rule rule = RULES.byId("momentum").orElseThrow();
        RuleMemory fresh = RuleMemory.of(rule, RunState.initial(new double[] {1, 2, 3}), rule.defaults());
        assertThat(fresh.elements()).hasSize(1);
        assertThat(fresh.elements().values().iterator().next()).containsExactly(0, 0, 0);
        double[][] kept = {{0.5, -1, 4}};
        RuleMemory later = RuleMemory.of(rule, new RunState(3, new double[] {1, 2, 3}, kept, new double[8], new double[0]),
                rule.defaults());
        assertThat(later.elements().keySet()).isEqualTo(fresh.elements().keySet());
        assertThat(later.elements().values().iterator().next()).containsExactly(0.5, -1, 4);
        Rule lbfgs = RULES.byId("lbfgs").orElseThrow();
        assertThat(RuleMemory.of(lbfgs, RunState.initial(new double[2]), lbfgs.defaults())).as("no formula").isEqualTo(NOTHING);
    }
}
