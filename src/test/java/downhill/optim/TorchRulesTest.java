package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.PythonWithTorch;
import downhill.export.torch.TorchOptimizer;
import downhill.words.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A rule printed as a class of PyTorch's optimizers, beside the literal reading: those of the program and drawn ones. */
class TorchRulesTest {
    private static final double[] START = {1.1, -0.3};
    private static final double[][] GRADIENTS = {{0.4, -0.2}, {-0.7, 0.1}, {0.2, 0.5}, {0.1, 0.3}};

    @TempDir
    private Path folder;

    @Test
    void asAClassOfPyTorchEachRuleIsWhatItSays() throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no python3 with PyTorch here");
        List<Rule> rules = Stream.concat(RuleLibrary.builtIn().all().stream().filter(TorchOptimizer::isPossible),
                LongStream.range(0, 150).mapToObj(RandomRule::of)).toList();
        StringBuilder source = new StringBuilder("import torch\n\n").append(TorchOptimizer.helpers()).append(TorchOptimizer.tensorHelpers()).append("\n\n");
        for (Rule rule : rules) {
            source.append(TorchOptimizer.of(rule, Map.of()));
            source.append("p = torch.nn.Parameter(torch.tensor(").append(Arrays.toString(START)).append(", dtype=torch.float64))\n");
            source.append("o = ").append(TorchOptimizer.className(rule)).append("([p])\n");
            source.append("for g in ").append(Arrays.deepToString(GRADIENTS))
                    .append(":\n    p.grad = torch.tensor(g, dtype=torch.float64)\n")
                    .append("    o.step()\n    print(*[repr(x) for x in p.tolist()])\n");
        }
        List<String> lines = PythonWithTorch.run(folder, source.toString());
        for (int i = 0; i < rules.size(); i++) {
            ReferenceOptimizer literal = new ReferenceOptimizer(rules.get(i), rules.get(i).defaults(), START.clone());
            for (int step = 0; step < GRADIENTS.length; step++) {
                literal.step(GRADIENTS[step].clone());
                double[] expected = literal.parameters();
                String[] got = lines.get(i * GRADIENTS.length + step).split(" ");
                for (int k = 0; k < START.length; k++) {
                    same(rules.get(i), step, expected[k], PythonWithTorch.number(got[k]));
                }
            }
        }
    }

    /** Matrices, a vector and a kernel with four axes, beside the second writing of the papers. */
    @Test
    void asAClassOfPyTorchARuleOfWholeTensorsWalksItsPath() throws Exception {
        assumeTrue(PythonWithTorch.isAtHand(), "no python3 with PyTorch here");
        JsonNode all = Json.read("/reference/tensor_rules.json");
        StringBuilder source = new StringBuilder("import torch\n\n").append(TorchOptimizer.helpers()).append(TorchOptimizer.tensorHelpers());
        for (JsonNode test : Json.list(all.get("cases"))) {
            Rule rule = RuleLibrary.builtIn().byId(test.get("rule").asString()).orElseThrow();
            if (!TorchOptimizer.isPossible(rule)) {
                continue;
            }
            Map<String, Double> values = new HashMap<>();
            test.get("values").properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
            source.append("\n\n").append(TorchOptimizer.of(rule, values)).append(ARRAYS.replace("SHAPES", all.get(test.path("onSquare").asBoolean()
                    ? "square" : "shapes").toString().replace('[', '(').replace("]", ",)")).replace("SQUARE", test.path("onSquare").asBoolean() ? "1" : "0").replace("CLASS", TorchOptimizer.className(rule)));
        }
        List<String> lines = PythonWithTorch.run(folder, source.toString());
        int at = 0;
        for (JsonNode test : Json.list(all.get("cases"))) {
            if (!TorchOptimizer.isPossible(RuleLibrary.builtIn().byId(test.get("rule").asString()).orElseThrow())) {
                continue;
            }
            for (String step : List.of("1", "10", "50")) {
                String[] got = lines.get(at++).split(" ");
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

    /** As tensor_rules.py has them. */
    private static final String ARRAYS = """

            ps, n = [], 0
            for name, shape in SHAPES.items():
                size = torch.Size(shape).numel()
                i = torch.arange(n, n + size, dtype=torch.float64).reshape(shape)
                ps.append((torch.nn.Parameter(torch.sin(1.3 * i + 0.2)), i))
                n += size
            o = CLASS([p for p, _ in ps])
            for t in range(1, 51):
                for p, i in ps:
                    d = p.detach()
                    p.grad = (0.2 + (i % 7) / 5) * (d - torch.cos(0.9 * i)) + 0.2 * torch.sin(3 * d + t) + 0.05 * d.mean()
                    p.grad += SQUARE * 0.5 * torch.sin((1.7 + 0.37 * i) * t + 0.11 * i * i)
                o.step()
                if t in (1, 10, 50):
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
