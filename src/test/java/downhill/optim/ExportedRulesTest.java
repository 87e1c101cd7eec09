package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import downhill.expr.JavaCode;
import downhill.expr.PythonCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule's lines printed as Java and as Python and run, beside the literal reading: drawn rules and those of the program. */
class ExportedRulesTest {
    private static final double START = 1.1;
    private static final double[] GRADIENTS = {0.4, -0.7, 0.2};

    @TempDir
    Path folder;

    @Test
    void printedAsJavaADrawnRuleIsWhatItSays() throws Exception {
        asJava(drawn(0, 150));
    }

    @Test
    void printedAsJavaTheRulesOfTheProgramAreWhatTheySay() throws Exception {
        asJava(ofElements());
    }

    @Tag("soak")
    @Test
    void tenThousandDrawnRulesPrintedAsJavaAreWhatTheySay() throws Exception {
        for (int from = 0; from < 10_000; from += 500) {
            asJava(drawn(from, from + 500));
        }
    }

    @Test
    void printedAsPythonTheyAreWhatTheySay() throws Exception {
        asPython(Stream.concat(drawn(0, 300).stream(), ofElements().stream()).toList());
    }

    @Tag("soak")
    @Test
    void tenThousandDrawnRulesPrintedAsPythonAreWhatTheySay() throws Exception {
        asPython(drawn(0, 10_000));
    }

    /** Those whose lines are of one parameter at a time; only PyTorch's code has whole tensors. */
    private static List<Rule> ofElements() {
        return RuleLibrary.builtIn().all().stream().filter(rule -> !rule.seesTensors()).toList();
    }

    private static List<Rule> drawn(long from, long to) {
        return LongStream.range(from, to).mapToObj(RandomRule::of).toList();
    }

    private void asJava(List<Rule> rules) throws Exception {
        StringBuilder source = new StringBuilder("final class Rules {\n" + JavaCode.HELPERS);
        for (int i = 0; i < rules.size(); i++) {
            source.append("static void rule").append(i).append("(double[] held) {\n");
            List<String> names = names(rules.get(i));
            for (int k = 0; k < names.size(); k++) {
                source.append("double ").append(JavaCode.name(names.get(k))).append(" = held[").append(k).append("];\n");
            }
            rules.get(i).update().forEach(line -> source.append(JavaCode.of(line)).append('\n'));
            for (int k = 0; k < names.size(); k++) {
                source.append("held[").append(k).append("] = ").append(JavaCode.name(names.get(k))).append(";\n");
            }
            source.append("}\n");
        }
        try (URLClassLoader loader = compiled(source.append("}\n").toString())) {
            Class<?> printed = loader.loadClass("Rules");
            for (int i = 0; i < rules.size(); i++) {
                Method method = printed.getDeclaredMethod("rule" + i, double[].class);
                method.setAccessible(true);
                double[] v = start(rules.get(i));
                for (int step = 1; step <= GRADIENTS.length; step++) {
                    begin(v, rules.get(i), step);
                    method.invoke(null, (Object) v);
                    same(rules.get(i), literal(rules.get(i), step), v);
                }
            }
        }
    }

    private URLClassLoader compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Rules.java"), source);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString(), "-d", folder.toString()));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    /** Needs Python 3 with NumPy; where there is none the test counts as skipped. */
    private void asPython(List<Rule> rules) throws Exception {
        assumeTrue(python("-c", "import numpy") == 0, "no python3 with numpy here");
        StringBuilder source = new StringBuilder(PythonCode.IMPORTS);
        for (Rule rule : rules) {
            source.append("def step(v):\n");
            List<String> names = names(rule);
            String all = names.stream().map(PythonCode::name).collect(Collectors.joining(", "));
            source.append("    ").append(all).append(", = v\n");
            rule.update().forEach(line -> source.append("    ").append(PythonCode.of(line)).append('\n'));
            source.append("    return [").append(all).append("]\nv = ")
                    .append(Arrays.toString(start(rule)).replace("NaN", "np.nan")).append('\n');
            for (int step = 1; step <= GRADIENTS.length; step++) {
                double[] fixed = start(rule);
                begin(fixed, rule, step);
                String begun = rule.hyperparameters().stream().filter(h -> carried(rule, h)).findAny().isPresent()
                        ? "v[1:%d]".formatted(1 + rule.hyperparameters().size())
                        : Arrays.toString(Arrays.copyOfRange(fixed, 1, 1 + rule.hyperparameters().size()));
                source.append("v = [").append((double) step).append("] + list(").append(begun).append(") + [").append(GRADIENTS[step - 1])
                        .append("] + v[").append(2 + rule.hyperparameters().size()).append(":]\n")
                        .append("v = step([np.float64(x) for x in v])\n")
                        .append("print(' '.join(repr(float(x)) for x in v))\n");
            }
        }
        Path script = Files.writeString(folder.resolve("rules.py"), source);
        Path out = folder.resolve("out.txt");
        assertEquals(0, python(out, script.toString()));
        List<String> lines = Files.readAllLines(out);
        for (int i = 0; i < rules.size(); i++) {
            for (int step = 1; step <= GRADIENTS.length; step++) {
                String[] got = lines.get(i * GRADIENTS.length + step - 1).split(" ");
                same(rules.get(i), literal(rules.get(i), step), Stream.of(got).mapToDouble(ExportedRulesTest::number).toArray());
            }
        }
    }
    private static int python(String... arguments) throws Exception {
        return run(ProcessBuilder.Redirect.DISCARD, arguments);
    }

    private static int python(Path out, String... arguments) throws Exception {
        return run(ProcessBuilder.Redirect.to(out.toFile()), arguments);
    }

    private static int run(ProcessBuilder.Redirect out, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectOutput(out).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static double number(String printed) {
        return switch (printed) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(printed);
        };
    }

    /** The order of a program's numbers: t, the hyperparameters, g, θ, the states, and what the lines assign besides. */
    private static List<String> names(Rule rule) {
        Set<String> names = new LinkedHashSet<>(List.of(Rule.STEP));
        rule.hyperparameters().forEach(h -> names.add(h.symbol()));
        names.addAll(List.of(Rule.GRADIENT, Rule.PARAMETERS));
        rule.states().forEach(state -> names.add(state.symbol()));
        rule.update().forEach(line -> names.add(line.target()));
        return List.copyOf(names);
    }

    private static double[] start(Rule rule) {
        Map<String, Double> known = new HashMap<>(Map.of(Rule.PARAMETERS, START));
        rule.hyperparameters().forEach(h -> known.put(h.symbol(), h.defaultValue()));
        rule.states().forEach(state -> known.put(state.symbol(), Evaluator.evaluate(state.start(), known)));
        return names(rule).stream().mapToDouble(name -> known.getOrDefault(name, Double.NaN)).toArray();
    }

    private static void begin(double[] v, Rule rule, int step) {
        v[0] = step;
        for (int k = 0; k < rule.hyperparameters().size(); k++) {
            Hyperparameter h = rule.hyperparameters().get(k);
            v[1 + k] = carried(rule, h) ? v[1 + k] : h.defaultValue();
        }
        v[1 + rule.hyperparameters().size()] = GRADIENTS[step - 1];
    }

    /** The learning rate goes on from what the rule made of it. */
    private static boolean carried(Rule rule, Hyperparameter h) {
        return rule.update().stream().map(Assignment::target).anyMatch(h.symbol()::equals);
    }

    private static double[] literal(Rule rule, int steps) {
        LiteralRule literal = new LiteralRule(rule, rule.defaults(), new double[] {START});
        for (int step = 0; step < steps; step++) {
            literal.step(new double[] {GRADIENTS[step]});
        }
        return names(rule).stream().mapToDouble(name -> literal.of(name)[0]).toArray();
    }

    private static void same(Rule rule, double[] expected, double[] got) {
        assertEquals(expected.length, got.length);
        for (int i = 0; i < got.length; i++) {
            double near = Double.isFinite(expected[i]) ? 1e-9 * (1 + Math.abs(expected[i])) : 1e-300;
            assertEquals(expected[i], got[i], near, names(rule).get(i) + " of\n" + rule.text());
        }
    }
}
