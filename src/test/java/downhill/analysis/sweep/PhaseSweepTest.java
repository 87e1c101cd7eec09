package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.optim.ReferenceOptimizer;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseSweepTest {
    private static final Rule LBFGS = RuleLibrary.builtIn().byId("lbfgs").orElseThrow();
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final double[] RATES = {0.003, 0.1, 0.9, 3};
    private static final double[] CURVATURES = {0.2, 1, 5};

    /** The reading that pixels are compared with has no model to ask; what is asked is held by {@code AskedRulesTest}. */
    static Stream<Rule> rules() {
        return RULES.all().stream().filter(rule -> rule.learningRateIndex() >= 0).filter(rule -> !rule.asksMore());
    }

    private static double[] log(double low, double high, int count) {
        return new SweepAxis("", low, high, Scale.LOG, count).values();
    }

    @Test
    void gradientDescentHasTheBordersOfTheTextbook() {
        Rule rule = RULES.byId("gradient-descent").orElseThrow();
        PhasePlot plot = PhaseSweep.draw(rule, rule.defaults(), log(0.01, 10, 37), log(0.1, 10, 29), 2, Progress.NONE, p -> { });
        for (int row = 0; row < 29; row++) {
            for (int column = 0; column < 37; column++) {
                double product = plot.learningRates()[column] * plot.curvatures()[row];
                Phase phase = plot.phases()[row][column];
                if (product < 0.005) {
                    assertThat(phase).isEqualTo(Phase.SLOW);
                } else if (product > 0.01 && product < 0.99) {
                    assertThat(phase).as("ηλ = " + product).isEqualTo(Phase.CONVERGES);
                } else if (product > 1.1 && product < 1.99) {
                    assertThat(phase).as("ηλ = " + product).isEqualTo(Phase.OSCILLATES);
                } else if (product > 2.01) {
                    assertThat(phase).as("ηλ = " + product).isEqualTo(Phase.DIVERGES);
                }
            }
        }
    }

    /** Every rule at some of the places, dealt out in turn. */
    @TestFactory
    Stream<DynamicTest> everyPixelIsARunOfTheRule() {
        List<Rule> rules = rules().toList();
        return IntStream.range(0, rules.size()).mapToObj(i -> DynamicTest.dynamicTest(rules.get(i).id(), () ->
                requireRuns(rules.get(i), new double[] {RATES[i % 2], RATES[2 + i / 2 % 2]}, new double[] {CURVATURES[i % 3]})));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("rules")
    void everyPixelOfEveryRuleIsARunOfIt(Rule rule) {
        requireRuns(rule, RATES, CURVATURES);
    }

    private static void requireRuns(Rule rule, double[] rates, double[] curvatures) {
        PhasePlot plot = PhaseSweep.draw(rule, rule.defaults(), rates, curvatures, 2, Progress.NONE, p -> { });
        for (int row = 0; row < curvatures.length; row++) {
            for (int column = 0; column < rates.length; column++) {
                Motion motion = reference(rule, rates[column], curvatures[row]);
                assertThat(plot.phases()[row][column]).as(rates[column] + " " + curvatures[row]).isEqualTo(motion.phase());
                if (motion.amplitude() < 1e6) {
                    assertThat(plot.amplitudes()[row][column]).isEqualTo(motion.amplitude(), within(1e-6 * (1 + motion.amplitude())));
                }
            }
        }
    }

    private static Motion reference(Rule rule, double rate, double curvature) {
        double[] values = rule.defaults();
        values[rule.learningRateIndex()] = rate;
        ReferenceOptimizer optimizer = new ReferenceOptimizer(rule, values, new double[] {1});
        Motion motion = new Motion(PhaseSweep.STEPS);
        for (int step = 0; step < PhaseSweep.STEPS; step++) {
            double x = optimizer.parameters()[0];
            motion.at(step, x);
            optimizer.step(new double[] {curvature * x});
        }
        return motion;
    }

    @Test
    void picturesBecomeFinerAndTheLastIsWhole() {
        Rule rule = RULES.byId("momentum").orElseThrow();
        List<PhasePlot> plots = new ArrayList<>();
        PhasePlot last = PhaseSweep.draw(rule, rule.defaults(), log(0.01, 10, 33), log(0.1, 10, 20), 1, Progress.NONE, plots::add);
        assertThat(plots).extracting(PhasePlot::complete).containsExactly(false, false, true);
        assertThat(plots.get(2)).isSameAs(last);
        for (PhasePlot plot : plots) {
            for (Phase[] row : plot.phases()) {
                assertThat(row).doesNotContainNull();
            }
        }
        assertThat(plots.get(0).phases()[4][8]).isEqualTo(last.phases()[4][8]);
        assertThat(plots.get(0).phases()[5][9]).isEqualTo(last.phases()[4][8]);
    }

    @Test
    void aPlotIsGivenUpWhenAsked() {
        Rule rule = RULES.byId("adam").orElseThrow();
        Progress impatient = new Progress() {
            @Override
            public void done(double fraction) {
                assertThat(fraction).isLessThanOrEqualTo(1);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> PhaseSweep.draw(rule, rule.defaults(), log(0.01, 10, 9), log(0.1, 10, 9), 1, impatient, p -> { }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void lbfgsHasAPlotToo() {
        PhasePlot plot = PhaseSweep.draw(LBFGS, LBFGS.defaults(), new double[] {0.1, 1},
                new double[] {1, 4}, 1, Progress.NONE, p -> { });
        assertThat(plot.phases()[1][1]).isEqualTo(Phase.CONVERGES);
    }
}
