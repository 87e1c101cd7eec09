package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, reading it gives a formula or a located message, never anything else. */
class HostileFormulaTest {
    private static final String[] PIECES = {"x", "θ", "beta_1", "(", ")", ",", "+", "-", "−", "*", "/", "^", "²", "⁻", "ᵗ", "√", "<-",
        "←", "=", "==", "<", "≤", "and", "or", "not", "if(", "max(", "sqrt(", "tan(", "1", "0.5", "1e", "e", "1e9", ".", ";", "\n", "#",
        " ", "\t", "\uD83D\uDE00", "\uD800", "\u0000", "$", "\"", "'", "|", "&&", "!=", ":=", "₁", "_", "\u0301", "\uFEFF", "ﬀ", "٣"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomPiecesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            readOrRefuse(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void mutatedFormulasAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        RandomFormulas formulas = new RandomFormulas(seed, List.of("x", "θ", "β₁"));
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(Printer.print(formulas.any(5)));
            for (int n = random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(text.length() + 1);
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), PIECES[random.nextInt(PIECES.length)]);
            }
            readOrRefuse(text.toString());
        }
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "1m")
    void anyTextIsReadOrRefused(FuzzedDataProvider data) {
        readOrRefuse(data.consumeRemainingAsString());
    }

    private static void readOrRefuse(String text) {
        try {
            Expr expr = Parser.expression(text);
            assertTrue(Exprs.size(expr) <= TreeBuilder.MAX_NODES);
        } catch (FormulaException fault) {
            requirePlace(text, fault);
        }
        try {
            Parser.assignments(text, Set.of("x"));
        } catch (FormulaException fault) {
            requirePlace(text, fault);
        }
    }

    private static void requirePlace(String text, FormulaException fault) {
        String[] lines = text.split("\n", -1);
        assertTrue(fault.line() >= 1 && fault.line() <= lines.length, fault.getMessage());
        int length = lines[fault.line() - 1].length();
        assertTrue(fault.column() >= 1 && fault.column() <= length + 1, () -> fault.getMessage() + " in " + text);
        assertTrue(fault.sentence().endsWith(".") && fault.sentence().length() > 20, fault.getMessage());
    }
}
