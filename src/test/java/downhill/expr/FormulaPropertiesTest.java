package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every formula, tried on drawn ones. */
class FormulaPropertiesTest {
    private static final List<String> SYMBOLS = List.of("x", "y", "θ", "β₁", "decay", "η_minus");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPrintedFormulaReadsBackTheSame(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, SYMBOLS);
        for (int i = 0; i < 10; i++) {
            Expr expr = formulas.any(6);
            assertEquals(expr, Exprs.withoutSpans(Parser.expression(Printer.print(expr))), Printer.print(expr));
            assertEquals(expr, Exprs.withoutSpans(Parser.expression(Printer.ascii(expr))), Printer.ascii(expr));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void simplifyingKeepsTheValue(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, List.of("x", "y"));
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Expr expr = formulas.smooth(4);
            Map<String, Double> at = Map.of("x", random.nextDouble() + 0.2, "y", random.nextDouble() + 0.2);
            double value = Evaluator.evaluate(expr, at);
            if (Math.abs(value) < 1e100) {
                assertEquals(value, Evaluator.evaluate(Simplify.simplify(expr), at), 1e-6 * (1 + Math.abs(value)), Printer.print(expr));
            }
        }
    }

    @Test
    void derivativesAgreeWithCentralDifferences() {
        int compared = 0;
        for (long seed = 0; seed < 2000; seed++) {
            compared += compareDerivative(new RandomFormulas(seed, List.of("x", "y")).smooth(4), new Random(seed)) ? 1 : 0;
        }
        assertTrue(compared > 800, "only " + compared + " formulas were smooth enough to compare");
    }

    /** Compares where two step widths agree; false at corners, poles and where rounding rules. */
    private static boolean compareDerivative(Expr expr, Random random) {
        double x = random.nextDouble() + 0.3;
        double y = random.nextDouble() + 0.3;
        double wide = difference(expr, x, y, 2e-4);
        double narrow = difference(expr, x, y, 1e-4);
        double value = Evaluator.evaluate(expr, Map.of("x", x, "y", y));
        boolean trusted = Math.abs(wide - narrow) < 1e-7 * (1 + Math.abs(narrow)) && Math.abs(value) < 1e4
                && Double.isFinite(narrow) && isTame(expr, x, y) && Symbols.of(expr).contains("x");
        if (trusted) {
            double exact = Evaluator.evaluate(Derivative.of(expr, "x"), Map.of("x", x, "y", y));
            assertEquals(narrow, exact, 1e-5 * (1 + Math.abs(narrow)), Printer.print(expr) + " at " + x + ", " + y);
        }
        return trusted;
    }

    /** No part is at a pole or so large that rounding rules; the derivative of u^v goes through log u. */
    private static boolean isTame(Expr expr, double x, double y) {
        double value = Evaluator.evaluate(expr, Map.of("x", x, "y", y));
        boolean noBase = expr instanceof Expr.Binary b && b.op() == BinaryOp.POWER
                && Evaluator.evaluate(b.left(), Map.of("x", x, "y", y)) <= 0;
        return Math.abs(value) < 1e6 && !noBase && Exprs.children(expr).stream().allMatch(child -> isTame(child, x, y));
    }

    private static double difference(Expr expr, double x, double y, double h) {
        return (Evaluator.evaluate(expr, Map.of("x", x + h, "y", y)) - Evaluator.evaluate(expr, Map.of("x", x - h, "y", y))) / (2 * h);
    }
}
