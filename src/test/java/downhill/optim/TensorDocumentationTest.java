package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of docs/rules.md on matrices does what its table says. */
class TensorDocumentationTest {
    @Test
    void theExampleWithAMatrixGivesTheNumbersOfItsTable() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        String section = page.substring(page.indexOf("## Whole arrays and matrices"));
        int from = section.indexOf("```rule") + "```rule".length();
        Rule rule = RuleParser.parse(section.substring(from, section.indexOf("```", from)).strip());
        TensorStep step = TensorStep.of(rule, List.of(new RuleTensor(0, 2, 2, true)), Map.of("η", 0.1, "t", 1.0),
                Map.of("θ", new double[4], "g", new double[] {3, 0, 0, 4}, "m", new double[4]));
        double[] row = cells(section, "| θ |");
        assertThat(step.row("θ")[0]).isCloseTo(row[0], within(5e-8));
        assertThat(step.row("θ")[3]).isCloseTo(row[1], within(5e-8));
        double[] twice = cells(section, "| after two |");
        assertThat(step.row("x")[0]).isCloseTo(twice[0], within(5e-7));
        assertThat(step.row("x")[3]).isCloseTo(twice[1], within(5e-7));
    }

    @Test
    void theExampleWithAStateOfAnotherShapeGivesTheNumbersOfItsTable() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        String section = page.substring(page.indexOf("### Shapes of their own"));
        int from = section.indexOf("```rule") + "```rule".length();
        Rule rule = RuleParser.parse(section.substring(from, section.indexOf("```", from)).strip());
        Map<String, double[]> rows = new HashMap<>(Map.of("θ", new double[4], "g", new double[] {3, 0, 0, 4}));
        for (int t = 1; t <= 3; t++) {
            TensorStep step = TensorStep.of(rule, List.of(new RuleTensor(0, 2, 2, true)), Map.of("η", 0.1, "t", (double) t), rows);
            List.of("θ", "l", "a").forEach(name -> rows.put(name, step.row(name)));
            String head = "| " + t + " |";
            String line = section.lines().filter(one -> one.startsWith(head)).findFirst().orElseThrow();
            double told = Double.parseDouble(line.split("\\|")[4].strip().replace('−', '-'));
            assertThat(rows.get("θ")[0]).isCloseTo(told, within(5e-7));
            assertThat(rows.get("θ")[3]).isCloseTo(told, within(5e-7));
            assertThat(rows.get("l")).containsExactly(9 * t, 0, 0, 16 * t);
        }
    }

    private static double[] cells(String section, String head) {
        String line = section.lines().filter(one -> one.startsWith(head)).findFirst().orElseThrow();
        String[] cells = line.substring(head.length()).replace('−', '-').split("\\|");
        return new double[] {Double.parseDouble(cells[0].strip()), Double.parseDouble(cells[1].strip())};
    }
}
