package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where names, lines and sizes end, to the one. */
class LimitsTest {
    @Test
    void aFormulaMayBeTwoHundredLevelsDeepAndNoMore() {
        assertThat(Exprs.size(Parser.expression("-".repeat(TreeBuilder.MAX_DEPTH - 1) + "x"))).isEqualTo(TreeBuilder.MAX_DEPTH);
        assertThatThrownBy(() -> Parser.expression("-".repeat(TreeBuilder.MAX_DEPTH) + "x")).isInstanceOf(FormulaException.class)
                .hasMessageContaining("levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "β₁", "beta_1", "decay", "_a", "é", "θ̂", "learningRate2"})
    void aNameIsAName(String text) {
        assertThat(Parser.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "1x", "x y", "x+y", "sqrt", "max", "if", "clip", "and", "²", "x²", "?", "(x)"})
    void nothingElseIsAName(String text) {
        assertThat(Parser.isName(text)).isFalse();
    }

    @Test
    void aNameHasAHundredCharactersAtMost() {
        assertThat(Parser.isName("x".repeat(100))).isTrue();
        assertThat(Parser.isName("x".repeat(101))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sqrt <- 2 | begins with the name", "max = x | begins with the name",
        "2 <- x | begins with the name", "x + 2 | put <-", "x | put <-"})
    void aLineGivesAValueToAName(String line, String words) {
        assertThatThrownBy(() -> Parser.assignments(line, Set.of("x"))).isInstanceOf(FormulaException.class).hasMessageContaining(words);
    }

    /** Of powers above nine the sign ^ is left. */
    @Test
    void everyDigitIsRaised() {
        for (int power = 0; power <= 9; power++) {
            String raised = String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(power));
            Expr expr = Parser.expression("x" + raised);
            assertThat(Printer.print(expr)).isEqualTo("x" + raised);
            assertThat(Evaluator.evaluate(expr, java.util.Map.of("x", 1.5))).isEqualTo(Math.pow(1.5, power));
        }
        assertThat(Printer.print(Parser.expression("x^10"))).isEqualTo("x^10");
    }
}
