package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts drawn from the grammar, with as few brackets as chance puts there, mean what a second reader makes of them. */
class GrammarTest {
    private static final Map<String, Double> VALUES = Map.of("x", 0.75, "y", -1.5, "z", 2.0, "w_max", 0.0);
    private static final List<String> INFIX = List.of("+", "-", "*", "/", "^", "**", "< ", ">", "<=", ">=", "==", "!=", " and ", " or ",
            "&&", "||");

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bindingIsThatOfTheSecondReader(long seed) {
        random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            String text = text(4);
            try {
                Expr expr = Parser.expression(text);
                compared++;
                same(SecondReader.value(text, VALUES), Evaluator.evaluate(expr, VALUES), text);
            } catch (FormulaException chain) {
                assertTrue(chain.what().key().equals("comparison.chain"), () -> text + ": " + chain.getMessage());
            }
        }
        assertTrue(compared > 150, "only " + compared + " texts were no chains of comparisons");
    }

    /** Equal but for the last places, where the two compute a function by different definitions. */
    private static void same(double expected, double got, String text) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertEquals(expected, got, text);
        } else {
            assertEquals(expected, got, 1e-9 * Math.max(1, Math.abs(expected)), text);
        }
    }

    /** Sums of powers of negative bases and the like give NaN, which is a value as good as any. */
    private String text(int depth) {
        if (depth == 0) {
            return space(leaf());
        }
        return switch (random.nextInt(8)) {
            case 0 -> space(leaf());
            case 1 -> space("(") + text(depth - 1) + space(")");
            case 2 -> space(random.nextBoolean() ? "-" : "+") + text(depth - 1);
            case 3 -> call(depth);
            case 4 -> "(" + space("not ") + text(depth - 1) + ")";
            default -> text(depth - 1) + space(INFIX.get(random.nextInt(INFIX.size()))) + text(depth - 1);
        };
    }

    private String call(int depth) {
        List<String> of = List.of("abs", "sign", "square", "sqrt", "sin", "cos", "tanh", "sigmoid", "relu");
        return switch (random.nextInt(4)) {
            case 0 -> "max(" + text(depth - 1) + "," + text(depth - 1) + "," + leaf() + ")";
            case 1 -> "if(" + text(depth - 1) + "," + text(depth - 1) + "," + text(depth - 1) + ")";
            default -> of.get(random.nextInt(of.size())) + "(" + text(depth - 1) + ")";
        };
    }

    private String leaf() {
        List<String> leaves = List.of("x", "y", "z", "w_max", "0", "1", "2", "0.5", ".25", "3.", "1e-2", "2.5e1");
        return leaves.get(random.nextInt(leaves.size()));
    }

    private String space(String token) {
        return (random.nextInt(4) == 0 ? " " : "") + token + (random.nextInt(4) == 0 ? "  " : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "x − y ; x-y", "x – y ; x-y", "x · y ; x*y", "x ⋅ y ; x*y", "x × y ; x*y", "x ∗ y ; x*y", "x ∘ y ; x*y", "x ⊙ y ; x*y",
        "x ÷ y ; x/y",
        "x ** y ; x^y", "x ≤ y ; x<=y", "x ≥ y ; x>=y", "x ≠ y ; x!=y", "x = y ; x==y", "x ∧ y ; x and y", "x ∨ y ; x or y", "¬x ; not x",
        "x && y ; x and y", "x || y ; x or y", "√x ; sqrt(x)", "x² ; x^2", "x⁻¹ ; x^-1", "x¹² ; x^12", "ln(x) ; log(x)", "pow(x, 3) ; x^3",
        "clip(x, 0, y) ; min(max(x, 0), y)", "tan(x) ; sin(x)/cos(x)", "+x ; x", "x # said aside ; x", "x +\u00a0y ; x+y"
    })
    void spellingsOfOneThingAreOneThing(String spelling, String plain) {
        assertTrue(Exprs.same(Parser.expression(plain), Parser.expression(spelling)), spelling + " is read as "
                + Printer.ascii(Parser.expression(spelling)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "sin(x, y) | function.one", "pow(x) | function.many", "if(x) | function.many", "clip(x, y) | function.many",
        "max() | formula.incomplete",
        "max(x) | function.two", "min(x) | function.two", "nothing(x) | function.unknown", "exp | function.bare",
        "x < y < z | comparison.chain",
        "(x | rule.bracket.where", "max(x, y | rule.bracket.where", "x y | rule.follow", "x) | rule.follow", "√ | formula.incomplete",
        "x⁻ | number.raised", "x⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵ | number.raised", "1e400 | number.large", "1e−3 | number.minus", ". | number.point",
        "x ? y | symbol.character",
        "x \u0007 y | symbol.character.unseen", "x <- y | rule.follow"
    })
    void eachFaultHasItsOwnSentence(String text, String key) {
        FormulaException fault = assertThrows(FormulaException.class, () -> Parser.expression(text));
        assertEquals(key, fault.what().key(), fault.getMessage());
        assertTrue(fault.line() == 1 && fault.column() >= 1 && fault.column() <= text.length() + 1, () -> text + ": " + fault.getMessage());
    }
}
