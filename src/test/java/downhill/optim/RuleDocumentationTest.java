package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.expr.FormulaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/rules.md says what the program does. */
class RuleDocumentationTest {
    private final String page = read();

    @Test
    void theExampleTakesTheStepsOfItsTable() {
        Rule rule = example();
        ReferenceOptimizer optimizer = new ReferenceOptimizer(rule, rule.defaults(), new double[] {1});
        Matcher row = Pattern.compile("\\| (\\d) \\| ([\\d.]+) \\| .* = ([\\d.]+) \\| .* = ([\\d.]+) \\|").matcher(page);
        for (int t = 1; t <= 2; t++) {
            assertTrue(row.find());
            assertEquals(t, Integer.parseInt(row.group(1)));
            double gradient = 2 * optimizer.parameters()[0];
            optimizer.step(new double[] {gradient});
            assertEquals(Double.parseDouble(row.group(2)), gradient, 1e-12);
            assertEquals(Double.parseDouble(row.group(3)), optimizer.states(0).get("v"), 1e-12);
            assertEquals(Double.parseDouble(row.group(4)), optimizer.parameters()[0], 1e-12);
        }
    }

    @Test
    void theFaultQuotedIsTheFaultGiven() {
        String wrong = example().text().replace("v ← μ·v + g", "v ← μ·v +\u0020w");
        FormulaException fault = assertThrows(FormulaException.class, () -> RuleParser.parse(wrong));
        assertTrue(page.replaceAll("\\s+", " ").contains("*" + fault.getMessage() + "*"), fault.getMessage());
    }

    private Rule example() {
        Matcher block = Pattern.compile("```rule\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find());
        return RuleParser.parse(block.group(1));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/rules.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
