package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.FormulaException;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that ask the model once more within a step. */
class AskedRulesTest {
    private static final String HEAD = "id: asked\nname: Asked\nhyperparameters:\n  η learningRate 0.1 in [1e-6, 1] log\n  k every 3 in [1, 9]"
            + " linear legal [1, 9]\nstates:\n  m ← 0\nupdate:\n  m ← m + k·g\n";

    private static TrainingGraph bowl() {
        Graph graph = new Graph();
        return TrainingGraph.surface(graph.total(graph.parameter("a.weight", 2, 2).apply(UnaryOp.SQUARE)));
    }

    private static List<RunState> walk(List<RunSpec> runs, int steps, double... start) {
        try (TrainingStack stack = new TrainingStack(bowl(), TrainingData.NONE, runs, Precision.DOUBLE, 1)) {
            stack.restore(runs.stream().map(run -> RunState.initial(start)).toList());
            stack.advance(steps, new StepLog(runs.size(), steps, 0));
            List<RunState> states = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                states.add(stack.save(run));
            }
            return states;
        }
    }

    private static double[] walk(Rule rule, int steps, double... start) {
        return walk(List.of(RunSpec.plain(rule, rule.defaults(), 1)), steps, start).get(0).parameters();
    }

    @Test
    void theExampleOfTheDocumentationIsWhatItsTextSays() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        String section = page.substring(page.indexOf("## Asking the model once more"));
        int from = section.indexOf("```rule") + "```rule".length();
        Rule rule = RuleParser.parse(section.substring(from, section.indexOf("```", from)).strip());
        assertThat(walk(rule, 1, 1, 1, 1, 1)[0]).isCloseTo(0.84, within(1e-12));
        assertThat(walk(rule, 2, 1, 1, 1, 1)[0]).isCloseTo(0.7056, within(1e-12));
        assertThat(rule.gradients(rule.defaults())).isEqualTo(2);
    }

    @Test
    void theTryOfTheDocumentationIsWhatItsTextSays() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        int from = page.indexOf("id: half-if-higher");
        Rule rule = RuleParser.parse(page.substring(from, page.indexOf("```", from)).strip());
        RunSpec shorter = RunSpec.plain(rule, new double[] {0.6}, 1);
        // one number of the four stands at 1, the others in the minimum
        assertThat(walk(rule, 1, 1, 0, 0, 0)[0]).isZero();
        assertThat(walk(List.of(shorter), 1, 1, 0, 0, 0).get(0).parameters()[0]).isCloseTo(-0.2, within(1e-12));
        assertThat(rule.gradients(rule.defaults())).isCloseTo(4 / 3.0, within(1e-12));
    }

    @Test
    void theTurnsOfTheDocumentationAskAnew() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        int from = page.indexOf("id: paced-by-curvature");
        Rule rule = RuleParser.parse(page.substring(from, page.indexOf("```", from)).strip());
        assertThat(walk(rule, 1, 1, 1, 1, 1)[0]).isCloseTo(0.5, within(1e-12));
        assertThat(walk(rule, 2, 1, 1, 1, 1)[0]).isCloseTo(0.25, within(1e-12));
        assertThat(rule.gradients(rule.defaults())).isEqualTo(7);
    }

    @Test
    void theStepByTheOutputsCurvatureIsWhatTheTextOfTheDocumentationSays() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        int from = page.indexOf("id: as-far-as-outputs-curve");
        Rule rule = RuleParser.parse(page.substring(from, page.indexOf("```", from)).strip());
        Graph graph = new Graph();
        Node output = graph.parameter("a", 1, 1).apply(UnaryOp.SQUARE);
        TrainingGraph model = new TrainingGraph(graph.total(output.plus(-1).apply(UnaryOp.SQUARE)), null, null, null, List.of(), output);
        List<RunSpec> runs = List.of(RunSpec.plain(rule, rule.defaults(), 1));
        try (TrainingStack stack = new TrainingStack(model, TrainingData.NONE, runs, Precision.DOUBLE, 1)) {
            stack.restore(List.of(RunState.initial(new double[] {0.5})));
            stack.advance(1, new StepLog(1, 1, 0));
            assertThat(stack.save(0).parameters()[0]).isCloseTo(1.25, within(1e-12));
            stack.advance(1, new StepLog(1, 1, 0));
            assertThat(stack.save(0).parameters()[0]).isCloseTo(1.025, within(1e-12));
        }
        assertThat(rule.gradients(rule.defaults())).isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void theGradientAtTheParametersIsTheGradientWithAllThatWasDoneToIt() {
        Rule rule = RuleParser.parse(HEAD + "  h ← gradient at θ\n  θ ← θ − η·m·0 − (h − g)\n");
        RunSpec run = new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, new Penalty(0.01, 0.2), new Clipping.ByNorm(0.5), 0.1, 1);
        assertThat(walk(List.of(run), 3, 1, -2, 0.5, 3).get(0).parameters()).containsExactly(1, -2, 0.5, 3);
    }

    @Test
    void theProductIsThatOfTheLossAndItsPenalty() {
        Rule rule = RuleParser.parse(HEAD + "  h ← hvp(θ)\n  θ ← h + 0·η·m\n");
        RunSpec run = new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, new Penalty(0, 0.5), new Clipping.None(), 0.25, 1);
        assertThat(walk(List.of(run), 1, 1, -2, 0.5, 3).get(0).parameters()).containsExactly(2.75, -5.5, 1.375, 8.25);
    }

    @Test
    void theLossIsThatOfTheBatchWithItsPenalty() {
        Rule rule = RuleParser.parse(HEAD + "  θ ← 0·θ + 0·η·m + loss\n");
        RunSpec run = new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, new Penalty(0.1, 0.5), new Clipping.None(), 0, 1);
        assertThat(walk(List.of(run), 1, 1, -2, 0, 3).get(0).parameters()).containsOnly(14 + 0.1 * 6 + 0.25 * 14);
    }

    @Test
    void noiseComesFromSeedAndStepAloneAndIsAnotherInEachStep() {
        Rule rule = RuleParser.parse(HEAD + "  θ ← 0·θ + 0·η·m + noise\n");
        RunSpec one = RunSpec.plain(rule, rule.defaults(), 7);
        RunSpec other = RunSpec.plain(rule, rule.defaults(), 8);
        List<RunState> first = walk(List.of(one, other), 1, 1, 1, 1, 1);
        List<RunState> second = walk(List.of(other, one), 2, 1, 1, 1, 1);
        double[] expected = new double[4];
        Noise.fill(expected, 7, 0);
        assertThat(first.get(0).parameters()).containsExactly(expected);
        Noise.fill(expected, 7, 1);
        assertThat(second.get(1).parameters()).containsExactly(expected);
        assertThat(first.get(0).parameters()[0]).isNotEqualTo(first.get(1).parameters()[0]);
        double[] many = new double[20_000];
        Noise.fill(many, 3, 5);
        assertThat(java.util.Arrays.stream(many).sum() / many.length).isCloseTo(0, within(0.03));
        assertThat(java.util.Arrays.stream(many).map(x -> x * x).sum() / many.length).isCloseTo(1, within(0.04));
    }

    /** Runs of one rule that are due in other steps are rows of one stack, and each goes as it would alone. */
    @Test
    void whoIsDueInOtherStepsGoesAsAlone() {
        Rule rule = RuleParser.parse(HEAD + "  every k:\n    h ← hvp(noise)\n    m ← 0.5·m + 0.1·noise·h\n  end\n  θ ← θ − 0.01·η·m\n");
        double[] often = {0.1, 2};
        double[] seldom = {0.1, 5};
        RunSpec a = RunSpec.plain(rule, often, 1);
        RunSpec b = RunSpec.plain(rule, seldom, 1);
        List<RunState> together = walk(List.of(a, b), 13, 1, -2, 0.5, 3);
        assertThat(together.get(0).parameters()).containsExactly(walk(List.of(a), 13, 1, -2, 0.5, 3).get(0).parameters());
        assertThat(together.get(1).parameters()).containsExactly(walk(List.of(b), 13, 1, -2, 0.5, 3).get(0).parameters());
        assertThat(rule.gradients(often)).isEqualTo(2);
        assertThat(rule.gradients(seldom)).isEqualTo(1.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  θ ← θ − η·m − gradient at θ", "  for matrices:\n    h ← gradient at θ\n    θ ← θ − η·m − h\n  end",
            "  h ← gradient at hvp(m)\n  θ ← θ − η·m − h",
            "  h ← hvp(norm(g))\n  θ ← θ − η·m − h", "  θ ← θ − η·m·loss at θ",
            "  h ← loss at norm(g)\n  θ ← θ − η·m − h", "  h ← gradient at\n  θ ← θ − η·m − h",
            "  when norm(g) > 1:\n    m ← g\n  end\n  θ ← θ − η·m", "  every k:\n    h ← g\n  end\n  θ ← θ − η·m − h",
            "  for matrices:\n    h ← root(g, 2)\n    θ ← θ − η·m − h\n  end", "  for arrays:\n    θ ← θ − η·m\n  end"})
    void whatCannotBeAskedIsToldWithItsPlace(String lines) {
        assertThatThrownBy(() -> RuleParser.parse(HEAD + lines + "\n")).isInstanceOf(FormulaException.class).hasMessageContaining("line 1");
    }

    @Test
    void theRulesOfTheProgramSayWhatTheyCost() {
        assertThat(cost("sam")).isEqualTo(2);
        assertThat(cost("mars-exact")).isEqualTo(2);
        assertThat(cost("adahessian")).isEqualTo(3);
        assertThat(cost("sophia-h")).isEqualTo(1.2);
        assertThat(cost("polyak")).isEqualTo(1);
        assertThat(cost("armijo")).isCloseTo(2, within(1e-12));
        assertThat(cost("newton-cg")).isEqualTo(9);
        assertThat(cost("gauss-newton")).isCloseTo(8, within(1e-12));
        assertThat(cost("adam")).isEqualTo(1);
    }

    private static double cost(String id) {
        Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
        return rule.gradients(rule.defaults());
    }
}
