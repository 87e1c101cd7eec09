package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingStack;
import downhill.expr.Evaluator;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every rule on every surface, each with the best of a few learning rates: it reaches a known minimum, or here is why not. */
class RuleSurfaceTableTest {
    private static final double[] RATES = {1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 1e-4};
    private static final int STEPS = 12_000;
    private static final double NEAR = 0.01;
    /** Of the pairs of rule and surface one in so many is walked quickly, so that each rule has some surfaces and each surface many rules. */
    private static final int SHARE = 8;
    private static final List<Rule> RULES =
            Stream.concat(RuleLibrary.builtIn().all().stream(), RuleLibrary.methods().stream()).toList();

    /** Loss of the minimum in whose basin the start lies, where that is not the lowest: descent has no reason to leave it. */
    private static final Map<String, Double> BASIN = Map.of("three-hump-camel", 0.2986, "rastrigin", 17.9092, "ackley", 9.0009);

    /** Not bounded below: all rules go down for ever. */
    private static final String UNBOUNDED = "saddle";

    /** Its learning rate shrinks by a tenth at each step, so the whole way it can go is bounded. */
    private static final String COMES_TO_REST = "dgd";

    /** It divides by the gradient's square, not by its size: the steeper the slope, the shorter its steps. It comes down, slowly. */
    private static final String SHORT_WHERE_STEEP = "natural-gradient";

    /** They step by how far the loss is above the lowest that there can be, 0: below it they have nowhere to go. */
    private static final Set<String> REST_AT_ZERO = Set.of("polyak", "ali-g");

    /**
     * In a bent valley these are on their way still, and this is how far at most. All gradients that DoG ever met stand under its rate, the
     * steep ones at the beginning too; SAM asks for the gradient a twentieth aside, where the walls of the valley are a thousand times as
     * steep as its floor.
     */
    private static final Map<String, Double> ON_ITS_WAY = Map.of("dog", 0.02, "sam", 0.1);

    @TestFactory
    Stream<DynamicContainer> everyRuleOnSomeSurfaces() {
        List<Surface> surfaces = Surfaces.all();
        return IntStream.range(0, surfaces.size()).mapToObj(at -> walked(surfaces.get(at),
                IntStream.range(0, RULES.size()).filter(i -> (i + at) % SHARE == 0).mapToObj(RULES::get).toList()));
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicContainer> everyRuleOnEverySurface() {
        return Surfaces.all().stream().map(surface -> walked(surface, RULES));
    }

    private static DynamicContainer walked(Surface surface, List<Rule> rules) {
        double[][] finals = finalLosses(surface, rules);
        return DynamicContainer.dynamicContainer(surface.name(), IntStream.range(0, rules.size()).mapToObj(i ->
                DynamicTest.dynamicTest(rules.get(i).id(), () -> check(surface, rules.get(i), finals[i]))));
    }

    private static void check(Surface surface, Rule rule, double[] losses) {
        double best = Stream.of(box(losses)).filter(loss -> !Double.isNaN(loss)).min(Double::compare).orElse(Double.NaN);
        if (surface.name().equals(UNBOUNDED) && REST_AT_ZERO.contains(rule.id())) {
            assertThat(best).as("below the lowest that it counts on").isBetween(-1.0, 0.0);
        } else if (surface.name().equals(UNBOUNDED)) {
            assertThat(best).as("goes down without end").isLessThan(-500);
        } else if (rule.id().equals(SHORT_WHERE_STEEP)) {
            assertThat(best).as("comes down").isLessThan(startLoss(surface));
        } else if (BASIN.containsKey(surface.name())) {
            assertThat(best).as("the minimum of its basin, or a lower one").isLessThan(BASIN.get(surface.name()) + NEAR);
        } else if (rule.id().equals(COMES_TO_REST)) {
            assertThat(best).as("comes to rest on the way").isLessThan(startLoss(surface) / 2).isGreaterThan(NEAR);
        } else {
            assertThat(best).as("the known minimum, 0").isBetween(0.0, ON_ITS_WAY.getOrDefault(rule.id(), NEAR));
        }
    }

    private static Double[] box(double[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Double[]::new);
    }

    private static double startLoss(Surface surface) {
        return Evaluator.evaluate(surface.expression(), Map.of("x", surface.start().x(), "y", surface.start().y()));
    }

    /** One row of a stack for each rule and learning rate. */
    private static double[][] finalLosses(Surface surface, List<Rule> rules) {
        List<RunSpec> runs = rules.stream().flatMap(rule -> IntStream.range(0, RATES.length).mapToObj(i -> {
            double[] values = rule.defaults();
            values[rule.learningRateIndex()] = RATES[i];
            return RunSpec.plain(rule, values, 1);
        })).toList();
        double[] start = {surface.start().x(), surface.start().y()};
        double[][] losses = new double[rules.size()][RATES.length];
        try (TrainingStack stack = new TrainingStack(SurfaceModel.build(surface.expression()).training(), TrainingData.NONE, runs,
                Precision.DOUBLE, 2)) {
            stack.restore(Collections.nCopies(runs.size(), RunState.initial(start)));
            StepLog log = new StepLog(runs.size(), STEPS, 0);
            stack.advance(STEPS, log);
            for (int run = 0; run < runs.size(); run++) {
                losses[run / RATES.length][run % RATES.length] = log.loss(run, STEPS - 1);
            }
        }
        return losses;
    }
}
