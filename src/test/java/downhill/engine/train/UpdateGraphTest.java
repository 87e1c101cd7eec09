package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.graph.Op;
import downhill.engine.plan.CompiledEvaluator;
import downhill.optim.Clipping;
import downhill.optim.CompiledRule;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.optim.RuleTensor;
import downhill.optim.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a rule sees as its gradient: penalty on weights, clipping, coupled decay, in this order, each run by its own numbers. */
class UpdateGraphTest {
    private static final int SIZE = 7;
    private static final int DRAWN = 60;
    private static final double[] MASK = {1, 1, 0, 1, 0, 1, 1};
    /** θ becomes what it was less the gradient, and m is the gradient that was seen. */
    private static final Rule RULE = RuleParser.parse("id: seen\nname: Seen\nstates:\nm = 0\nupdate:\nm = g\nθ = θ - m\n");

    /** What Newton and Schulz's turns do between their products goes with them; what is no number times a product does not. */
    @Test
    void aSumBesideAProductIsOneNode() {
        String turns = "x ← g / norm(g)\n repeat 5:\n a ← x @ transpose(x)\n x ← 3·x + (2·a @ a − 4·a) @ x\n end\n θ ← θ − x";
        assertThat(sums(turns)).isEqualTo(10);
        assertThat(sums("θ ← θ − 0.1·(−2·g) @ transpose(g) @ g")).isEqualTo(1);
        assertThat(sums("θ ← g @ transpose(g) @ g·2 − θ")).isEqualTo(1);
        assertThat(sums("θ ← θ − (g @ transpose(g) @ g) / 3")).isZero();
        assertThat(sums("θ ← √θ + g @ transpose(g) @ g")).isZero();
        assertThat(sums("θ ← θ − g·(g @ transpose(g) @ g)")).isZero();
        assertThat(sums("θ ← row_sum(θ) + g @ transpose(g) @ g")).isZero();
    }

    private static long sums(String lines) {
        Rule rule = RuleParser.parse("id: sums\nname: Sums\nupdate:\nfor matrices:\n" + lines + "\notherwise:\nθ ← θ − g\nend\n");
        RunSpec run = new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, new Penalty(0, 0), new Clipping.None(), 0, 1);
        return new UpdateGraph(CompiledRule.of(rule), List.of(new RuleTensor(0, 4, 3, true, false)), List.of(run)).graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.ProductSum).count();
    }

    private static RunSpec run(Penalty penalty, Clipping clipping, double decay) {
        return new RunSpec(RULE, RULE.defaults(), Schedule.CONSTANT, penalty, clipping, decay, 1);
    }

    private static RunSpec drawn(Random random) {
        Penalty penalty = new Penalty(random.nextInt(2) * random.nextDouble(), random.nextInt(2) * random.nextDouble());
        Clipping clipping = switch (random.nextInt(3)) {
            case 0 -> new Clipping.None();
            case 1 -> new Clipping.ByNorm(0.1 + 4 * random.nextDouble());
            default -> new Clipping.ByValue(0.1 + 2 * random.nextDouble());
        };
        return run(penalty, clipping, random.nextInt(2) * random.nextDouble());
    }

    /** The gradient that a run's rule is to see, from the words. */
    private static double[] seen(RunSpec run, double[] theta, double[] gradient) {
        double[] g = gradient.clone();
        for (int i = 0; i < SIZE; i++) {
            g[i] += MASK[i] * (run.penalty().l1() * Math.signum(theta[i]) + run.penalty().l2() * theta[i]);
        }
        if (run.clipping() instanceof Clipping.ByNorm byNorm) {
            double norm = Math.sqrt(Arrays.stream(g).map(value -> value * value).sum());
            double factor = Math.min(1, byNorm.limit() / (norm + 1e-6));
            g = Arrays.stream(g).map(value -> value * factor).toArray();
        } else if (run.clipping() instanceof Clipping.ByValue byValue) {
            g = Arrays.stream(g).map(value -> Math.max(-byValue.limit(), Math.min(byValue.limit(), value))).toArray();
        }
        for (int i = 0; i < SIZE; i++) {
            g[i] += run.weightDecay() * theta[i];
        }
        return g;
    }

    private static double[] joined(List<double[]> rows) {
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void theGradientIsWhatTheWordsSayForEachRunOfAGroup() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            List<RunSpec> runs = new ArrayList<>();
            List<double[]> thetas = new ArrayList<>();
            List<double[]> gradients = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                runs.add(drawn(random));
                thetas.add(random.doubles(SIZE, -2, 2).toArray());
                gradients.add(random.doubles(SIZE, -3, 3).toArray());
            }
            check("seed " + seed, runs, thetas, gradients);
        }
    }

    private static void check(String where, List<RunSpec> runs, List<double[]> thetas, List<double[]> gradients) {
        UpdateGraph update = new UpdateGraph(CompiledRule.of(RULE), List.of(RuleTensor.vector(SIZE)), runs);
        assertThat(update.slots).as("the rule has no numbers of its own").isEmpty();
        Map<String, double[]> inputs = new HashMap<>(Map.of("θ", joined(thetas), "g", joined(gradients), "mask", MASK,
                "m", new double[runs.size() * SIZE]));
        update.columns.keySet().forEach(name -> inputs.put(name, runs.stream().mapToDouble(run -> RunColumns.value(name, run)).toArray()));
        try (CompiledEvaluator engine = new CompiledEvaluator(Precision.DOUBLE)) {
            double[][][] got = engine.evaluate(List.of(update.newTheta, update.newStates.get("m")), runs.size(), inputs, new double[0]);
            for (int run = 0; run < runs.size(); run++) {
                double[] wanted = seen(runs.get(run), thetas.get(run), gradients.get(run));
                for (int i = 0; i < SIZE; i++) {
                    assertThat(got[1][run][i]).as("%s, run %d: %s", where, run, runs.get(run)).isCloseTo(wanted[i], within(1e-12));
                    assertThat(got[0][run][i]).as("%s, θ of run %d", where, run).isCloseTo(thetas.get(run)[i] - wanted[i], within(1e-12));
                }
            }
        }
    }

    @Test
    void whatNoRunOfAGroupUsesIsNotThere() {
        Clipping none = new Clipping.None();
        RunSpec plain = run(Penalty.NONE, none, 0);
        assertThat(columns(plain)).isEmpty();
        assertThat(columns(run(new Penalty(0.1, 0), none, 0), plain)).containsExactly(RunColumns.L1);
        assertThat(columns(plain, run(new Penalty(0, 0.1), none, 0))).containsExactly(RunColumns.L2);
        assertThat(columns(run(Penalty.NONE, new Clipping.ByNorm(1), 0))).containsExactly(RunColumns.NORM_LIMIT);
        assertThat(columns(run(Penalty.NONE, new Clipping.ByValue(1), 0))).containsExactly(RunColumns.VALUE_LIMIT);
        assertThat(columns(run(Penalty.NONE, none, 0.1))).containsExactly(RunColumns.WEIGHT_DECAY);
        assertThat(columns(run(new Penalty(1, 1), new Clipping.ByNorm(1), 1), run(Penalty.NONE, new Clipping.ByValue(1), 0)))
                .containsExactly(RunColumns.L1, RunColumns.L2, RunColumns.NORM_LIMIT, RunColumns.VALUE_LIMIT, RunColumns.WEIGHT_DECAY);
    }

    private static List<String> columns(RunSpec... runs) {
        return List.copyOf(new UpdateGraph(CompiledRule.of(RULE), List.of(RuleTensor.vector(SIZE)), List.of(runs)).columns.keySet());
    }

    @Test
    void statesBeginAsTheRuleSays() {
        Rule rule = RuleParser.parse("id: begun\nname: Begun\nstates:\na = 2*θ\nb = 3\nupdate:\na = a + g\nb = b\nθ = θ - a - b\n");
        UpdateGraph start = new UpdateGraph(CompiledRule.of(rule), List.of(RuleTensor.vector(3)));
        double[] theta = {1, -2, 0.5};
        try (CompiledEvaluator engine = new CompiledEvaluator(Precision.DOUBLE)) {
            double[][][] got = engine.evaluate(List.of(start.newStates.get("a"), start.newStates.get("b")), 1, Map.of("θ", theta),
                    new double[0]);
            assertThat(got[0][0]).containsExactly(2, -4, 1);
            assertThat(got[1][0]).containsExactly(3, 3, 3);
        }
    }
}
