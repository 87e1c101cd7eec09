package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.expr.FormulaException;
import downhill.expr.Printer;
import downhill.setting.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    private static final String GOOD = """
            id: my-rule
            name: My rule
            hyperparameters:
              eta learningRate 0.01 in [1e-5, 1] log
              mu momentum 0.9 in [0, 0.99] linear legal [0, 1)
            states:
              v = 0
            scalar states:
              p = 1
            update:
              p = p*mu
              v = mu*v + g
              theta = theta - eta*v*(1 - p)
            """;

    @Test
    void aRuleInAsciiIsRead() {
        Rule rule = RuleParser.parse(GOOD);
        assertEquals("my-rule", rule.id());
        assertEquals("θ ← θ − η·v·(1 − p)", Printer.print(rule.update().get(2)));
        assertEquals(new Hyperparameter("μ", "momentum", 0.9, 0, 0.99, Scale.LINEAR, new Interval(0, false, 1, true)),
                rule.hyperparameters().get(1));
        assertTrue(rule.states().get(1).scalar());
        assertEquals(GOOD, rule.text());
        assertEquals(rule, RuleParser.parse(GOOD));
    }

    /** Line numbers count from 1; each row changes one stretch of the good rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v = mu*v + g | v = nu*v + g | 12 | 7 | ν is not known",
        "theta = theta - eta*v*(1 - p) | theta = theta - eta*(1 - p) | 7 | 3 | state v is never used",
        "p = p*mu | p = p | 12 | 0 | ",
        "p = p*mu | p = g | 11 | 3 | one number for the run",
        "p = p*mu | mu = 2 | 11 | 3 | only η",
        "p = p*mu | t = 2 | 11 | 3 | counts the steps",
        "p = p*mu | p = p*mu; w = 3 | 11 | 13 | never used",
        "theta = theta | w = theta | 14 | 1 | never changes θ",
        "v = 0 | | 12 | 10 | v is not known",
        "v = 0 | v = | 7 | 6 | end of the text",
        "v = 0 | v = g | 7 | 7 | g is not one",
        "v = 0 | mu = 0 | 7 | 3 | declared twice",
        "v = 0 | g = 0 | 7 | 3 | already has a meaning",
        "p = 1 | p = theta | 9 | 7 | one number for the run",
        "mu momentum | theta momentum | 5 | 3 | already has a meaning",
        "mu momentum | sqrt momentum | 5 | 3 | cannot be the symbol",
        "mu momentum | mu Momentum! | 5 | 6 | cannot be a key",
        "mu momentum | mu learningRate | 5 | 6 | belong together",
        "0.9 in | 1 in | 5 | 15 | default is refused",
        "0.9 in | 0.995 in | 5 | 15 | outside the range",
        "0.9 in | abc in | 5 | 15 | not a number",
        "0.9 in | 1e999 in | 5 | 15 | not a number",
        "[0, 0.99] | [0.99, 0] | 5 | 22 | ends before it begins",
        "[0, 0.99] | [0; 0.99] | 5 | 22 | not a range",
        "[1e-5, 1] | [0, 1] | 4 | 35 | logarithmic",
        "linear legal | cubic legal | 5 | 3 | is written as",
        "id: my-rule | id: My Rule! | 1 | 1 | small letters",
        "id: my-rule | # nothing | 1 | 1 | no id",
        "name: My rule | name: | 1 | 1 | no name",
        "name: My rule | id: two | 2 | 1 | two lines id",
        "name: My rule | What is this | 2 | 1 | no section",
        "v = mu*v + g | v = mu*v + | 12 | 13 | end of the line"
    })
    void aFaultIsNamedWithItsPlace(String part, String replacement, int line, int column, String words) {
        String text = GOOD.replace(part, replacement == null ? "" : replacement);
        if (words == null) {
            RuleParser.parse(text);
            return;
        }
        FormulaException fault = assertThrows(FormulaException.class, () -> RuleParser.parse(text));
        assertTrue(fault.sentence().contains(words), fault.getMessage());
        assertEquals(line + ":" + column, fault.line() + ":" + fault.column(), fault.getMessage());
    }

    @Test
    void whatKindItIsStandsInALineOfItsOwn() {
        assertEquals(List.of(), RuleParser.parse(GOOD).families());
        assertEquals(List.of(RuleFamily.SECOND_ORDER, RuleFamily.SIGN), RuleParser.parse("family: second-order, sign\n" + GOOD).families());
        FormulaException fault = assertThrows(FormulaException.class, () -> RuleParser.parse("family: sign, odd\n" + GOOD));
        assertTrue(fault.getMessage()
                .startsWith("line 1, column 1: There is no family of optimizers called \"odd\"; give some of gradient, momentum"),
                fault.getMessage());
    }

    @Test
    void anUnusedHyperparameterAndAStateWithoutUpdateAreFaults() {
        String unused = GOOD.replace("update:", "update:\n  # none").replace("mu*v", "v").replace("p*mu", "p/2");
        assertTrue(assertThrows(FormulaException.class, () -> RuleParser.parse(unused)).sentence()
                .contains("hyperparameter μ is never used"));
        String still = GOOD.replace("v = mu*v + g", "w = mu*v + g").replace("eta*v", "eta*w");
        assertTrue(assertThrows(FormulaException.class, () -> RuleParser.parse(still)).sentence().contains("never gets a new value"));
    }

    @Test
    void aRuleTooLargeIsRefused() {
        assertTooLarge(GOOD + "#".repeat(20_000), "characters");
        assertTooLarge(GOOD + "  theta = theta\n".repeat(70), "update lines");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            many.append("  h").append(i).append("x k").append(i).append(" 1\n");
        }
        assertTooLarge(GOOD.replace("states:\n  v", many + "states:\n  v"), "hyperparameters");
    }

    @Test
    void rulesMayHaveNoLearningRateAndMayChangeIt() {
        Rule plain = RuleParser.parse("id: a\nname: A\nupdate:\nθ ← θ − 0.1·g");
        assertEquals(-1, plain.learningRateIndex());
        ReferenceOptimizer optimizer = new ReferenceOptimizer(plain, new double[0], new double[] {1});
        optimizer.step(new double[] {2});
        assertEquals(0.8, optimizer.parameters()[0], 1e-15);
        FormulaException fault = assertThrows(FormulaException.class,
                () -> RuleParser.parse("id: a\nname: A\nupdate:\nη ← 2\nθ ← θ − η·g"));
        assertTrue(fault.sentence().contains("declare it"), fault.getMessage());
    }

    private static void assertTooLarge(String text, String words) {
        FormulaException fault = assertThrows(FormulaException.class, () -> RuleParser.parse(text));
        assertTrue(fault.sentence().contains(words), fault.getMessage());
    }

    @Test
    void anIdOfManyWordsIsRefusedAsAnyOtherThatIsTooLong() {
        String id = "a" + "-a".repeat(9_000);
        FormulaException refused = assertThrows(FormulaException.class, () -> RuleParser.parse(GOOD.replace("my-rule", id)));
        assertEquals(1, refused.span().line());
    }
}
