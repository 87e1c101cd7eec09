package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final Map<String, Double> VALUES = Map.of("x", 3.0, "y", 2.0, "θ", 5.0, "t", 4.0, "β₁", 0.5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-x^2 | -9", "−x² | -9", "(-x)^2 | 9", "2^x^y | 512", "2^-y | 0.25", "x - y - 1 | 0", "x / y / 2 | 0.75",
        "x - -y | 5", "2 * -x | -6", "√9·y | 6", "√(x + 6) | 3", "√x² + 0 | 3.0000000000000000", "x³ | 27", "y¹⁰ | 1024", "y⁻¹ | 0.5",
        "yᵗ | 16", "β₁^t | 0.0625", "beta1 + beta_1 + β_1 | 1.5", "theta | 5", "1e-2 | 0.01", ".5 | 0.5", "5. | 5",
        "max(x, y, 7, 1) | 7", "min(x, y) | 2", "if(x > y, 10, 20) | 10", "if(x ≤ y, 10, 20) | 20", "x = 3 and y == 2 | 1",
        "not x = 3 | 0", "x != 3 or y ≠ 2 | 0", "not (x < y) and 1 | 1", "clip(x, 0, 1) | 1", "pow(x, 2) | 9", "abs(-x) | 3",
        "sign(-x) | -1", "relu(-x) | 0", "log(exp(x)) | 3", "ln(e) | 1", "tan(x) - sin(x)/cos(x) | 0", "cos(pi) | -1", "x × y ⋅ 2 | 12",
        "x**2 | 9", "+x | 3", "x < y + 2 | 1", "(x) | 3", "erf(0) + tanh(0) + sigmoid(0) | 0.5", "1 or 0 and 0 | 1"
    })
    void aFormulaHasTheValueOfItsMathematics(String text, double value) {
        assertEquals(value, Evaluator.evaluate(Parser.expression(text), VALUES), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "theta | θ", "beta_1 | β₁", "beta1 | β₁", "β1 | β₁", "β₁ | β₁", "v_max | v_max", "eta_minus | η_minus", "x12 | x₁₂",
        "varepsilon | ε", "µ | μ", "lambda | λ", "thetas | thetas", "_x | _x", "a__1 | a__1", "m_hat | m_hat", "Delta2 | Δ₂",
        "a_1_2 | a₁₂"
    })
    void eachSpellingOfANameIsTheSameSymbol(String spelling, String canonical) {
        assertEquals(canonical, Names.canonical(spelling));
        assertEquals(canonical, Names.canonical(canonical));
        assertEquals(canonical, Names.canonical(Names.ascii(canonical)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x + | 1 | 4 | end of the text", "(x + 1 | 1 | 1 | not closed", "x + 1) | 1 | 6 | no open bracket", "2x | 1 | 2 | operator",
        "x $ y | 1 | 3 | U+0024", "foo(x) | 1 | 1 | no function foo", "sqrt | 1 | 1 | brackets", "max(x) | 1 | 1 | two or more",
        "if(x, y) | 1 | 1 | 3 values", "a < b < c | 1 | 7 | chain", "1e999 | 1 | 1 | too large", "x + * y | 1 | 5 | needed",
        ". | 1 | 1 | digits", "a <- b | 1 | 3 | less than minus", "'' | 1 | 1 | end of the text", "sin() | 1 | 5 | needed",
        "1e−8 | 1 | 1 | ASCII minus"
    })
    void aFaultIsNamedWithItsPlace(String text, int line, int column, String words) {
        FormulaException fault = assertThrows(FormulaException.class, () -> Parser.expression(text));
        assertTrue(fault.sentence().contains(words), fault.getMessage());
        assertEquals(line + ":" + column, fault.line() + ":" + fault.column(), fault.getMessage());
    }

    @Test
    void aFaultInALaterLineHasThatLine() {
        FormulaException fault = assertThrows(FormulaException.class,
                () -> Parser.assignments("m <- g\nv <- m +\ntheta <- v", Set.of("g")));
        assertEquals(2, fault.line());
        assertEquals(9, fault.column());
        assertTrue(fault.getMessage().startsWith("line 2, column 9: "), fault.getMessage());
    }

    @Test
    void updatesAreReadInEverySpelling() {
        List<Assignment> lines = Parser.assignments("theta <- theta - eta*g; m = g # half\n\n β_1 := max(m,\n  g)", Set.of());
        assertEquals("θ ← θ − η·g", Printer.print(lines.get(0)));
        assertEquals("m ← g", Printer.print(lines.get(1)));
        assertEquals("β₁ ← max(m, g)", Printer.print(lines.get(2)));
        assertEquals(new Span(3, 2, 3), lines.get(2).span());
        assertEquals("beta1 <- max(m, g)", Printer.ascii(lines.get(2)));
    }

    @Test
    void aDeclaredNameIsNotEulersNumber() {
        assertEquals(Math.E, Evaluator.evaluate(Parser.expression("e"), Map.of()));
        assertEquals(7, Evaluator.evaluate(Parser.expression("e", Set.of("e")), Map.of("e", 7.0)));
        List<Assignment> lines = Parser.assignments("e <- 2*g\nx <- e", Set.of());
        assertEquals(Set.of("e"), Symbols.of(lines.get(1).value()));
    }

    @Test
    void spansCoverThePartsOfTheText() {
        Expr.Binary sum = (Expr.Binary) Parser.expression("1 + sqrt(x)*y");
        assertEquals(new Span(1, 1, 13), sum.span());
        assertEquals(new Span(1, 5, 9), sum.right().span());
        assertEquals(new Span(1, 13, 1), ((Expr.Binary) sum.right()).right().span());
    }

    @Test
    void hugeFormulasAreRefused() {
        assertRefused("(".repeat(300) + "x" + ")".repeat(300), "levels");
        assertRefused("-".repeat(300) + "x", "levels");
        assertRefused("√".repeat(300) + "x", "levels");
        assertRefused("x" + " ²".repeat(300), "levels");
        assertRefused("x" + "+x".repeat(300), "levels");
        assertRefused("x" + "^x".repeat(300), "levels");
        assertRefused("tan(".repeat(40) + "x" + ")".repeat(40), "parts");
        assertRefused("max(" + "((1+1)+(1+1)),".repeat(1400) + "1)", "");
        assertRefused("x".repeat(20_001), "characters");
    }

    @Test
    void structureIsComparedWithoutPlaces() {
        assertTrue(Exprs.same(Parser.expression("x+ 2"), Parser.expression(" (x) + 2")));
        assertFalse(Exprs.same(Parser.expression("x+2"), Parser.expression("2+x")));
        assertEquals(Parser.expression("a*b"), Parser.expression("a*b"));
    }

    @Test
    void aSymbolWithoutAValueIsReported() {
        FormulaException fault = assertThrows(FormulaException.class, () -> Evaluator.evaluate(Parser.expression("x + q"), VALUES));
        assertTrue(fault.sentence().contains("q"));
        assertEquals(new Span(1, 5, 1), fault.span());
    }

    private static void assertRefused(String text, String words) {
        FormulaException fault = assertThrows(FormulaException.class, () -> Parser.expression(text));
        assertTrue(fault.sentence().contains(words), fault.getMessage());
    }
}
