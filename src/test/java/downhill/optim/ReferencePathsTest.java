package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each rule, done literally, walks the path that PyTorch (or a second writing of its paper) walks. */
class ReferencePathsTest {
    private static final Map<String, String> SURFACES = Map.of("quadratic", "x² + 10·y²", "rosenbrock", "(1 − x)² + 100·(y − x²)²");

    static Stream<String> surfaceCases() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/conformance"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("(surface|schedule|clip).*json"))
                    .sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Integer> ownCases() {
        return Stream.iterate(0, i -> i + 1).limit(Json.read("/reference/optimizers.json").get("cases").size());
    }

    @ParameterizedTest
    @MethodSource("surfaceCases")
    void aConformanceCaseIsFollowed(String file) {
        JsonNode test = Json.read("/conformance/" + file);
        Map<String, Object> options = Json.options(test.get("optimizer"));
        options.remove("name");
        OptimizerChoice choice = TorchOptimizers.choose(test.get("optimizer").get("name").asString(), options);
        SurfaceDescent descent = new SurfaceDescent(SURFACES.get(test.get("surface").asString()), choice);
        if (test.has("schedule")) {
            descent.with(TorchSchedules.choose(test.get("schedule").get("name").asString(), options(test.get("schedule"))));
        }
        if (test.has("clipNorm")) {
            descent.with(new Clipping.ByNorm(test.get("clipNorm").asDouble()));
        }
        descent.requirePath(test.get("expect").get("parameters"), test.get("tolerance").asDouble());
    }

    @ParameterizedTest
    @MethodSource("ownCases")
    void unusualOptionsAreFollowed(int index) {
        JsonNode all = Json.read("/reference/optimizers.json");
        JsonNode test = all.get("cases").get(index);
        OptimizerChoice choice = test.has("name") ? TorchOptimizers.choose(test.get("name").asString(), Json.options(test.get("options")))
                : choice(test);
        new SurfaceDescent(all.get("surface").asString(), choice).requirePath(test.get("path"), 1e-9);
    }

    @Test
    void everyRuleHasAReferencePath() {
        Set<String> covered = new TreeSet<>(Set.of("gradient-descent", "momentum", "nesterov"));
        JsonNode all = Json.read("/reference/optimizers.json").get("cases");
        for (JsonNode test : Json.list(all)) {
            covered.add(test.has("name") ? TorchOptimizers.choose(test.get("name").asString(), Json.options(test.get("options"))).ruleId()
                    : test.get("rule").asString());
        }
        covered.addAll(Set.of("rmsprop", "rmsprop-centered-momentum"));
        covered.addAll(TensorReferenceTest.covered());
        for (Rule rule : RuleLibrary.builtIn().all()) {
            assertTrue(covered.contains(rule.id()), rule.id());
        }
        assertFalse(covered.isEmpty());
    }

    @Test
    void thePlainFormsAreSpecialCasesOfSgd() {
        for (String[] pair : new String[][] {{"gradient-descent", ""}, {"momentum", "momentum"}, {"nesterov", "nesterov"}}) {
            Rule plain = RuleLibrary.builtIn().byId(pair[0]).orElseThrow();
            Rule sgd = RuleLibrary.builtIn().byId("sgd").orElseThrow();
            double[] general = {0.01, pair[1].isEmpty() ? 0 : 0.9, 0, pair[1].equals("nesterov") ? 1 : 0};
            ReferenceOptimizer one = new ReferenceOptimizer(plain, plain.defaults(), new double[] {1});
            ReferenceOptimizer other = new ReferenceOptimizer(sgd, general, new double[] {1});
            for (int step = 0; step < 20; step++) {
                one.step(new double[] {Math.sin(step)});
                other.step(new double[] {Math.sin(step)});
            }
            assertTrue(Math.abs(one.parameters()[0] - other.parameters()[0]) < 1e-15, plain.id());
        }
    }

    private static OptimizerChoice choice(JsonNode test) {
        Map<String, Double> values = new HashMap<>();
        test.get("values").properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        return new OptimizerChoice(test.get("rule").asString(), values, 0);
    }

    private static Map<String, Object> options(JsonNode schedule) {
        Map<String, Object> options = Json.options(schedule);
        options.remove("name");
        return options;
    }
}
