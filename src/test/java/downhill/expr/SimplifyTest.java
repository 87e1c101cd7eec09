package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x + 0 | x", "0 + x | x", "x − 0 | x", "0 − x | −x", "1·x | x", "x·1 | x", "0·x | 0", "x / 1 | x", "0 / x | 0", "x^1 | x",
        "x^0 | 1", "pow(x, 2) | x²", "−(−x) | x", "x + (−y) | x − y", "x − (−y) | x + y", "(−x)·y | −(x·y)", "(−x)·(−y) | x·y",
        "(−x) / y | −(x / y)", "2·(3·x) | 6·x", "x·2 | 2·x", "2 + 3 | 5", "1 / 3 | 1 / 3", "3 − 5 | −2", "if(1 < 2, x, y) | x",
        "if(x > 0, y, y) | y", "log(0) | log(0)", "0 / 0 | 0 / 0", "x / 0 | x / 0", "sqrt(4) | 2", "x + y | x + y"
    })
    void aFormulaBecomesShorter(String text, String shorter) {
        assertEquals(shorter, Printer.print(Simplify.simplify(Parser.expression(text))));
    }

    @Test
    void simplifyingTwiceChangesNothingMore() {
        for (long seed = 0; seed < 300; seed++) {
            Expr once = Simplify.simplify(new RandomFormulas(seed, List.of("x", "y")).smooth(5));
            assertTrue(Exprs.same(once, Simplify.simplify(once)), Printer.print(once));
        }
    }

    @Test
    void aSimplifiedFormulaIsNeverLarger() {
        for (long seed = 0; seed < 300; seed++) {
            Expr expr = new RandomFormulas(seed, List.of("x", "y")).any(6);
            assertTrue(Exprs.size(Simplify.simplify(expr)) <= Exprs.size(expr) + 1, Printer.print(expr));
        }
    }
}
