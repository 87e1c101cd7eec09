package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x² + 10·y² | 2·x", "(1 − x)² + 100·(y − x²)² | −2·(1 − x) − 200·(y − x²)·2·x", "abs(x) | sign(x)", "y | 0",
        "max(x, y) | if(x ≥ y, 1, 0)", "x³ | 3·x²", "sin(2·x) | 2·cos(2·x)", "exp(-x) | −exp(−x)", "x / y | 1 / y",
        "if(x > 0, x, 0.1*x) | if(x > 0, 1, 0.1)", "y^x | y^x·log(y)", "x > y | 0", "relu(x) | x > 0", "√x | 1 / (2·√x)", "log(x) | 1 / x"
    })
    void aKnownDerivativeIsFound(String text, String derivative) {
        Expr found = Derivative.of(Parser.expression(text), "x");
        for (double x : new double[] {0.3, 1.7, 2.9}) {
            double expected = value(Parser.expression(derivative), x);
            assertEquals(expected, value(found, x), 1e-12 * (1 + Math.abs(expected)), Printer.print(found));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x² + 10·y² | 2·x", "abs(x) | sign(x)", "x·y | y", "x + 3 | 1", "5·x | 5", "−x | −1", "max(x, y) | if(x ≥ y, 1, 0)",
                "sin(2·x) | 2·cos(2·x)"
    })
    void theDerivativeIsWrittenShortly(String text, String printed) {
        assertEquals(printed, Printer.print(Derivative.of(Parser.expression(text), "x")));
    }

    private static double value(Expr expr, double x) {
        return Evaluator.evaluate(expr, name -> name.equals("x") ? x : 1.3);
    }
}
