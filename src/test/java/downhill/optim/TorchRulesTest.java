package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.engine.train.Noise;
import downhill.export.PythonWithTorch;
import downhill.export.torch.TorchOptimizer;
import downhill.words.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A rule printed as a class of PyTorch's optimizers, beside the literal reading: those of the program and drawn ones. */
class TorchRulesTest {
    private static final double[] START = {1.1, -0.3};
    private static final double[][] GRADIENTS = {{0.4, -0.2}, {-0.7, 0.1}, {0.2, 0.5}, {0.1, 0.3}};

    private static final List<Rule> EACH = Stream.concat(RuleLibrary.builtIn().all().stream().filter(rule -> !rule.asksMore()),
            LongStream.range(0, 60).mapToObj(RandomRule::of)).toList();
    private static final JsonNode PAPERS = Json.read("/reference/tensor_rules.json");
    private static final long[][] DRAWN = {{1, 0}, {7, 3}, {123456789012345L, 5_000_000_000L}};
    /** What one run of Python printed, the parts below one after the other; null where there is none. */
    private static Iterator<String> printed;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException, InterruptedException {
        if (PythonWithTorch.isAtHand()) {
            List<Rule> all = Stream.concat(RuleLibrary.builtIn().all().stream(), EACH.stream()).toList();
            String head = "import math\nimport torch\n\ntorch.set_num_threads(1)\n\n" + TorchOptimizer.helpers(all);
            printed = PythonWithTorch.run(folder, head + each() + drawn() + papers()).iterator();
        }
    }

    /** Everything in one method, for one program says it all. */
    @Test
    void asAClassOfPyTorchEachRuleIsWhatItSays() {
        assumeTrue(printed != null, "no python3 with PyTorch here");
        requireEach();
        requireDrawn();
        requirePapers();
        assertThat(printed).isExhausted();
    }

    private static String each() {
        StringBuilder source = new StringBuilder("\n\n");
        for (Rule rule : EACH) {
            source.append(TorchOptimizer.of(rule, Map.of()));
            source.append("p = torch.nn.Parameter(torch.tensor(").append(Arrays.toString(START)).append(", dtype=torch.float64))\n");
            source.append("o = ").append(TorchOptimizer.className(rule)).append("([p])\n");
            source.append("for g in ").append(Arrays.deepToString(GRADIENTS))
                    .append(":\n    p.grad = torch.tensor(g, dtype=torch.float64)\n")
                    .append("    o.step()\n    print(*[repr(x) for x in p.tolist()])\n");
        }
        return source.toString();
    }

    private static void requireEach() {
        for (Rule rule : EACH) {
            ReferenceOptimizer literal = new ReferenceOptimizer(rule, rule.defaults(), START.clone());
            for (int step = 0; step < GRADIENTS.length; step++) {
                literal.step(GRADIENTS[step].clone());
                String[] got = printed.next().split(" ");
                for (int k = 0; k < START.length; k++) {
                    same(rule, step, literal.parameters()[k], PythonWithTorch.number(got[k]));
                }
            }
        }
    }

    /** What a class draws is what the engine draws, wherever in the model the array lies. */
    private static String drawn() {
        return "\n\nfor seed, step in " + Arrays.deepToString(DRAWN) + ":\n    print(*[repr(x) for x in _noise(seed, step, 40, 6, "
                + "torch.zeros(3, 4, dtype=torch.float64)).flatten().tolist()])\n";
    }

    private static void requireDrawn() {
        double[] expected = new double[40];
        for (long[] each : DRAWN) {
            Noise.fill(expected, each[0], each[1]);
            String[] got = printed.next().split(" ");
            for (int i = 0; i < got.length; i++) {
                assertThat(Double.parseDouble(got[i])).isCloseTo(expected[6 + i], within(1e-14));
            }
        }
    }

    /**
     * Matrices, a vector and a kernel with four axes, beside the second writing of the papers; rules that ask the model more than once are
     * given a loss whose gradients and Hessian are those.
     */
    private static String papers() {
        StringBuilder source = new StringBuilder(NOISE);
        for (JsonNode test : Json.list(PAPERS.get("cases"))) {
            Rule rule = RuleLibrary.builtIn().byId(test.get("rule").asString()).orElseThrow();
            Map<String, Double> values = new HashMap<>();
            test.get("values").properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
            boolean square = test.path("onSquare").asBoolean();
            String shapes = PAPERS.get(square ? "square" : "shapes").toString().replace('[', '(').replace("]", ",)");
            source.append("\n\n").append(TorchOptimizer.of(rule, values)).append(ARRAYS.replace("SHAPES", shapes)
                    .replace("SQUARE", square ? "1" : "0")
                    .replace("STILL", test.path("still").asBoolean() ? "True" : "False").replace("CLASS", TorchOptimizer.className(rule)));
        }
        return source.toString();
    }

    private static void requirePapers() {
        for (JsonNode test : Json.list(PAPERS.get("cases"))) {
            for (String step : List.of("1", "3", "10")) {
                String[] got = printed.next().split(" ");
                List<Double> expected = new ArrayList<>();
                test.get("path").get(step).properties().forEach(entry ->
                        Arrays.stream(Json.numbers(entry.getValue())).forEach(expected::add));
                for (int k = 0; k < got.length; k++) {
                    assertThat(PythonWithTorch.number(got[k])).as(test.get("rule") + " after step " + step)
                            .isCloseTo(expected.get(k), within(1e-9 * (1 + Math.abs(expected.get(k)))));
                }
            }
        }
    }

    /** As tensor_rules.py has it. */
    private static final String NOISE = """


            def _noise(seed, step, count, at, like):
                i = torch.arange(at, at + like.numel(), dtype=torch.float64)
                return (1.5 * torch.sin(12.9898 * (i + 1) * (step + 1))).reshape(like.shape)
            """;

    /** As tensor_rules.py has them. */
    private static final String ARRAYS = """

            ps, n = [], 0
            for name, shape in SHAPES.items():
                size = torch.Size(shape).numel()
                i = torch.arange(n, n + size, dtype=torch.float64).reshape(shape)
                ps.append((torch.nn.Parameter(torch.sin(1.3 * i + 0.2)), i))
                n += size
            o = CLASS([p for p, _ in ps])
            for n in range(1, 11):
                t = 1 if STILL else n

                def closure():
                    outputs = torch.cat([torch.stack((p.flatten(), torch.cos(3 * p + t).flatten())) for p, i in ps], 1)
                    curved = sum(((0.2 + i % 7 / 5) / 2 * (q - torch.cos(0.9 * i)) ** 2 - 0.2 / 3 * wave).sum()
                                 + 0.025 * q.numel() * q.mean() ** 2 for (q, wave), i in zip(outputs.split([p.numel() for p, i in ps], 1),
                                                                                            [i.flatten() for p, i in ps]))
                    if STILL:
                        return curved, outputs
                    curved = curved + SQUARE * sum((0.5 * torch.sin((1.7 + 0.37 * i) * t + 0.11 * i * i) * p).sum() for p, i in ps)
                    return curved - curved.detach() + 0.3 + 0.05 * sum(p.detach().square().sum() for p, _ in ps)
                if hasattr(o, "asks"):
                    o.step(closure)
                else:
                    o.zero_grad()
                    (closure()[0] if STILL else closure()).backward()
                    o.step()
                if n in (1, 3, 10):
                    print(*[repr(x) for p, _ in ps for x in p.flatten().tolist()])
            """;

    private static void same(Rule rule, int step, double expected, double got) {
        boolean same = Double.isFinite(expected) ? Math.abs(expected - got) <= 1e-9 * (1 + Math.abs(expected)) : !Double.isFinite(got);
        assertThat(same).as("step %d: %s and %s of%n%s", step + 1, expected, got, rule.text()).isTrue();
    }

    @Test
    void aScriptStandsAloneAndAMethodHasNone() {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        assertThat(TorchOptimizer.script(adam)).startsWith("import torch\n").contains("class Adam(torch.optim.Optimizer):", "beta1=0.9");
        List<String> names = RuleLibrary.complete().all().stream().map(TorchOptimizer::className).collect(Collectors.toList());
        assertThat(names).doesNotHaveDuplicates();
        Rule method = RuleLibrary.complete().all().stream().filter(rule -> !rule.isFormula()).findFirst().orElseThrow();
        assertThatThrownBy(() -> TorchOptimizer.script(method)).isInstanceOf(RefusedException.class).hasMessageContaining(method.name());
    }
}
