package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.landscape.Region;
import downhill.data.Progress;
import downhill.engine.train.RunState;
import downhill.expr.Evaluator;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.session.Demo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lab starts with, says and draws; without a window. */
class LabTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();

    static Stream<Surface> surfaces() {
        return Stream.concat(Surfaces.all().stream(), Stream.of(Surface.of("x^2 + 3*y^2 + sin(3*x)"), Surface.of("log(1 + x^2 + 5*y^2)")));
    }

    private static double height(Surface surface, double x, double y) {
        return Evaluator.evaluate(surface.expression(), Map.of("x", x, "y", y));
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void theDemosContendersComeDownEverySurface(Surface surface) {
        Experiment walk = SurfaceWalk.of(Demo.experiment(""), surface, "", one -> RULES.byId(one.ruleId()));
        RaceResult result = RaceRunner.run(walk, null, RULES, RaceOptions.alone(), Progress.NONE);
        double start = height(surface, surface.start().x(), surface.start().y());
        boolean bottomless = surface.name().equals("saddle");
        assertThat(result.contenders()).hasSize(4).allSatisfy(one -> {
            assertThat(one.outcome()).as(one.name()).isEqualTo(Outcome.FINISHED);
            assertThat(one.finalLoss()).as(one.name()).isLessThan(bottomless ? start : start * 0.9);
        });
    }

    @Test
    void everyRuleHasARateThatItsRangeAllows() {
        for (Surface surface : Surfaces.all()) {
            SurfaceRates rates = new SurfaceRates(surface);
            for (Rule rule : RULES.all()) {
                double rate = rates.of(rule, Map.of());
                assertThat(Double.isNaN(rate) || rate > 1e-6 && rate <= 1).as(rule.id() + " on " + surface.name() + ": " + rate).isTrue();
            }
        }
    }

    @Test
    void rulesThatFollowTheGradientGetSmallerRatesOnSteepSurfaces() {
        Rule descent = RULES.byId("gradient-descent").orElseThrow();
        Rule adam = RULES.byId("adam").orElseThrow();
        SurfaceRates steep = new SurfaceRates(Surfaces.named("rosenbrock").orElseThrow());
        SurfaceRates gentle = new SurfaceRates(Surfaces.named("booth").orElseThrow());
        assertThat(steep.of(descent, Map.of())).isLessThan(gentle.of(descent, Map.of()) / 10);
        assertThat(steep.of(adam, Map.of())).isGreaterThan(gentle.of(adam, Map.of()) / 10);
    }

    @ParameterizedTest
    @CsvSource({"x^2 + z, 7, 8", "x^2 + * y, 7, 8", "sin(x, 4, 6"})
    void aWrongFormulaIsShownWhereItIsWrong(String text, int from, int to) {
        FormulaCheck check = FormulaCheck.of(text);
        assertThat(check.isGood()).isFalse();
        assertThat(check.problem()).startsWith("line 1, column ");
        assertThat(check.from()).isBetween(from - 1, to);
    }

    @ParameterizedTest
    @CsvSource({"x^2 + y^2", "3", "x*y - abs(x)"})
    void formulasOfXAndYAreGood(String text) {
        assertThat(FormulaCheck.of(text).isGood()).isTrue();
    }

    /** The arrow of the next step is the step that the race then does, in double precision. */
    @Test
    void theStepArrowIsTheStepThatFollows() throws Exception {
        Surface surface = Surfaces.named("booth").orElseThrow();
        List<ContenderSpec> everybody = RULES.all().stream().map(rule -> ContenderSpec.of(rule.id(), rule.id(), rule.id(), Map.of(), 0))
                .toList();
        Experiment walk = SurfaceWalk.of(Demo.experiment("").withContenders(everybody), surface, "", one -> RULES.byId(one.ruleId()));
        try (Race race = Race.open(walk, null, RULES, RaceOptions.alone())) {
            race.ready().get();
            race.step(7);
            race.await(now -> now.step() == 7, 30, java.util.concurrent.TimeUnit.SECONDS);
            for (Rule rule : RULES.all()) {
                RunState before = race.stateAt(rule.id(), 6).get();
                RunState after = race.stateAt(rule.id(), 7).get();
                Arrows.Pushes pushes = new Arrows(surface.expression(), 20, walk.seed()).pushes(rule, before,
                        race.hyperparametersAt(rule.id(), 6));
                for (int axis = 0; axis < 2 && pushes.step() != null && !rule.id().equals("dgd"); axis++) {
                    double step = after.parameters()[axis] - before.parameters()[axis];
                    assertThat(pushes.step()[axis]).as(rule.id()).isEqualTo(step, within(1e-9 + 1e-6 * Math.abs(step)));
                }
            }
        }
    }

    @Test
    void momentumPushesWhereItComesFrom() {
        Rule momentum = RULES.byId("momentum").orElseThrow();
        RunState rolling = new RunState(5, new double[] {1, 1}, new double[][] {{-2, 3}}, new double[0], new double[0]);
        Arrows.Pushes pushes = new Arrows(Surfaces.named("quadratic").orElseThrow().expression(), 8, 1).pushes(momentum, rolling, Map.of());
        assertThat(pushes.momentum()).containsExactly(2, -3);
        assertThat(pushes.downhill()).containsExactly(-2, -20);
        Rule rmsprop = RULES.byId("rmsprop").orElseThrow();
        assertThat(new Arrows(Surfaces.named("quadratic").orElseThrow().expression(), 8, 1)
                .pushes(rmsprop, new RunState(5, new double[] {1, 1}, new double[][] {{2, 3}}, new double[0], new double[0]), Map.of())
                        .momentum()).isNull();
    }

    @Test
    void aZoomIsMeasuredWhenItLeavesWhatIsKnownOrIsMuchSmaller() {
        NearView near = new NearView();
        Region ground = Region.square(4);
        assertThat(near.look(View.ALL, ground)).isEmpty();
        assertThat(near.look(new View(new Range(-1, 1), new Range(-1, 1)), ground).orElseThrow().region())
                .isEqualTo(new Region(-1.5, 1.5, -1.5, 1.5));
        assertThat(near.look(new View(new Range(-0.8, 1.2), new Range(-1, 1)), ground)).as("a little further").isEmpty();
        assertThat(near.look(new View(new Range(0, 2), new Range(-1, 1)), ground)).as("beyond").isPresent();
        assertThat(near.look(new View(new Range(0.5, 0.6), new Range(0, 0.1)), ground)).as("much nearer").isPresent();
        assertThat(near.look(View.ALL, ground).orElseThrow().region()).isNull();
        assertThat(near.look(View.ALL, ground)).isEmpty();
    }
}
