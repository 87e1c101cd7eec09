package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import downhill.expr.Expr;
import downhill.expr.FormulaException;
import downhill.expr.Printer;
import downhill.expr.RandomFormulas;
import downhill.expr.Span;
import downhill.expr.UnaryOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand rules as users might write them: each compiles and runs, or gives a located message. */
class RandomRulesTest {
    private static final List<String> SYMBOLS = List.of("θ", "g", "η", "β₁", "m", "t", "p");

    @Test
    void aDrawnRuleCompilesAndRunsOrSaysWhereItIsWrong() {
        int compiled = 0;
        for (long seed = 0; seed < 1500; seed++) {
            compiled += tryRule(text(seed)) ? 1 : 0;
        }
        assertTrue(compiled > 300, "only " + compiled + " of the rules compiled, so running them is hardly tried");
        assertTrue(compiled < 1300, compiled + " of the rules compiled, so faults are hardly tried");
    }

    @Test
    void aDamagedRuleIsReadOrSaysWhereItIsWrong() {
        List<Rule> rules = RuleLibrary.builtIn().all();
        int refused = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(rules.get(random.nextInt(rules.size())).text());
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(4)), random.nextBoolean() ? ""
                        : pick(random, "(", "x", "\n", "0", "θ", "[", "←", ":"));
            }
            refused += tryRule(text.toString()) ? 0 : 1;
        }
        assertTrue(refused > 200 && refused < 950, refused + " of 1000 damaged rules were refused");
    }

    /** Drawn rules of whole tensors with a few letters changed: each is compiled and done for a matrix and a vector, or has its fault told. */
    @Test
    void aDamagedRuleOfTensorsIsDoneOrSaysWhereItIsWrong() {
        int done = 0;
        int many = Integer.getInteger("drawn", 1000);
        for (long seed = 0; seed < many; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(RandomTensorRule.text(seed));
            int update = text.indexOf("states:");
            for (int n = random.nextInt(3); n > 0; n--) {
                int at = update + random.nextInt(text.length() - update);
                text.replace(at, Math.min(text.length(), at + random.nextInt(4)), random.nextBoolean() ? ""
                        : pick(random, "(", "l", "\n", "2", "θ", "[", "rows", ":", "end\n", "every 2:\n", "root", "transpose"));
            }
            done += tryTensors(text.toString()) ? 1 : 0;
        }
        assertTrue(done > many / 5 && done < many * 9 / 10, done + " of the rules were done");
    }

    private static boolean tryTensors(String text) {
        try {
            Rule rule = RuleParser.parse(text);
            CompiledRule.of(rule);
            List<RuleTensor> tensors = List.of(new RuleTensor(0, 2, 3, true), new RuleTensor(6, 2, 1, false));
            Map<String, Double> numbers = new HashMap<>(Map.of(Rule.STEP, 1.0, Rule.LOSS, 0.5));
            rule.hyperparameters().forEach(h -> numbers.put(h.symbol(), h.defaultValue()));
            Map<String, double[]> rows = new HashMap<>(Map.of(Rule.NOISE, drawn(3)));
            rule.states().stream().filter(state -> !state.scalar() && !state.shaped()).forEach(state -> rows.put(state.symbol(), drawn(4)));
            rows.put(Rule.PARAMETERS, drawn(1));
            rows.put(Rule.GRADIENT, drawn(2));
            TensorStep step = TensorStep.of(rule, tensors, numbers, rows, null, ReferenceOptimizer.straight(drawn(5)));
            assertTrue(step.row(Rule.PARAMETERS).length == 8, text);
            return true;
        } catch (FormulaException fault) {
            assertTrue(fault.line() >= 1 && fault.column() >= 1 && fault.line() <= text.split("\n", -1).length,
                    fault.getMessage() + "\n" + text);
            return false;
        } catch (RuntimeException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static double[] drawn(int which) {
        double[] row = new double[8];
        java.util.Arrays.setAll(row, i -> Math.sin(1.7 * i + which));
        return row;
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "1m")
    void anyTextIsARuleOrAFault(FuzzedDataProvider data) {
        tryRule(data.consumeRemainingAsString());
    }

    private static boolean tryRule(String text) {
        try {
            Rule rule = RuleParser.parse(text);
            ReferenceOptimizer literal = new ReferenceOptimizer(rule, rule.defaults(), new double[] {1, -0.5});
            CompiledRun compiled = new CompiledRun(rule, rule.defaults(), new double[] {1, -0.5});
            for (int step = 0; step < 3; step++) {
                literal.step(new double[] {0.3, -0.2 * step});
                compiled.step(new double[] {0.3, -0.2 * step});
            }
            compare(literal.parameters(), compiled.parameters(), text);
            return true;
        } catch (FormulaException fault) {
            assertTrue(fault.line() >= 1 && fault.column() >= 1 && fault.line() <= text.split("\n", -1).length,
                    fault.getMessage() + "\n" + text);
            return false;
        }
    }

    private static void compare(double[] literal, double[] compiled, String text) {
        for (int i = 0; i < literal.length; i++) {
            if (Double.isFinite(literal[i]) && Math.abs(literal[i]) < 1e9) {
                double tolerance = 1e-9 * (1 + Math.abs(literal[i]));
                assertArrayEquals(new double[] {literal[i]}, new double[] {compiled[i]}, tolerance, text);
            }
        }
    }

    private static String text(long seed) {
        Random random = new Random(seed);
        RandomFormulas formulas = new RandomFormulas(seed, SYMBOLS);
        StringBuilder text = new StringBuilder("id: drawn\nname: Drawn\nhyperparameters:\n  η learningRate 0.01 in [1e-6, 1] log\n");
        text.append("  β₁ beta1 0.9 in [0, 1]\nstates:\n  m ← ").append(pick(random, "0", "0", "θ", "η", "g"))
                .append("\nscalar states:\n  p ← 1\nupdate:\n");
        if (random.nextInt(3) > 0) {
            text.append("  p ← p·β₁^t + ").append(random.nextInt(8) == 0 ? "g" : "η").append('\n');
        }
        if (random.nextInt(3) == 0) {
            text.append("  ").append(pick(random, "η ← 0.9·η", "g ← g + 0.1·θ", "β₁ ← 0", "k ← 2·m")).append('\n');
        }
        text.append("  m ← β₁·m + g·").append(Printer.print(new Expr.Unary(UnaryOp.TANH, formulas.any(3), Span.NONE))).append('\n');
        text.append("  θ ← θ − η·m·p − (").append(random.nextBoolean() ? Printer.print(formulas.any(3)) : Printer.ascii(formulas.any(3)));
        return text.append(random.nextInt(20) == 0 ? "" : ")").append('\n').toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
