package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.export.torch.TorchOptimizer;
import downhill.expr.FormulaException;
import downhill.expr.Latex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules with words of the language put in, taken out or changed: each compiles and is a class of PyTorch, or is refused with its place. */
class SpoiltRulesTest {
    private static final String[] WORDS = {"qr(", "eig(", "root(", "hvp(", "gnvp(", "gradient at ", "loss at ", "loss", "noise", "vec(", "mat(",
            "identity(rows)", "transpose(", "norm(", "all_norm(", "row_sum(", "column_norm(", " @ ", "every 3:", "every k:", "when t > 1:",
            "for matrices:", "for arrays up to 9:", "otherwise:", "repeat 3:", "end", "rows", "columns", "size", "is_matrix", "[rows × 4]",
            "[size × size]", "[columns × columns]", "θ", "g", "t", "η", "m",
            "←", ")", "(", ",", "if(", "+", "·", "/", "^", "√", "2", "\n"};

    @Test
    void aThousandCompileOrSayWhere() {
        assertThat(compiled(1000)).as("most are refused, but not all").isBetween(50, 900);
    }

    @Tag("soak")
    @Test
    void tenThousandCompileOrSayWhere() {
        compiled(10_000);
    }

    private static int compiled(int count) {
        List<Rule> known = RuleLibrary.builtIn().all();
        int good = 0;
        for (int i = 0; i < count; i++) {
            Random random = new Random(i);
            String text = i % 2 == 0 ? RandomTensorRule.text(i) : known.get(random.nextInt(known.size())).text();
            good += tried(spoilt(text, random)) ? 1 : 0;
        }
        return good;
    }

    /** One to three places of the update or the states are changed. */
    private static String spoilt(String text, Random random) {
        int from = Math.max(0, text.indexOf("states:"));
        List<String> parts = new ArrayList<>(List.of(text.substring(from).split("(?<=[ ()\n·])")));
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(parts.size());
            String word = WORDS[random.nextInt(WORDS.length)];
            switch (random.nextInt(4)) {
                case 0 -> parts.add(at, word);
                case 1 -> parts.set(at, word);
                case 2 -> parts.set(at, "");
                default -> parts.set(at, parts.get(random.nextInt(parts.size())));
            }
        }
        return text.substring(0, from) + String.join("", parts);
    }

    private static boolean tried(String text) {
        Rule rule;
        try {
            rule = RuleParser.parse(text);
        } catch (FormulaException refused) {
            int lines = (int) text.lines().count() + 1;
            assertThat(refused.span().line()).as("%s%n%s", refused.getMessage(), text).isBetween(1, lines);
            assertThat(refused.span().column()).isPositive();
            assertThat(refused.getMessage()).matches("(?s)line \\d+, column \\d+: .{5,}");
            return false;
        }
        CompiledRule.of(rule);
        rule.update().forEach(line -> Latex.of(line.value()));
        assertThat(TorchOptimizer.of(rule, Map.of())).doesNotContain("@LINES@");
        assertThat(rule.gradients(rule.defaults())).isBetween(1.0, 400.0);
        return true;
    }
}
