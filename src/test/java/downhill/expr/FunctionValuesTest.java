package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each function gives and how steep it is, against definitions and differences. */
class FunctionValuesTest {
    private static final double[] POINTS = {-7.5, -3, -1.25, -1, -0.5, -0.01, 0.01, 0.3, 0.5, 1, 1.75, 2, 3.5, 6, 12};

    static Stream<String> functionsOfOne() {
        return FunctionTable.OF_ONE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("functionsOfOne")
    void aFunctionHasTheValueOfItsDefinition(String name) {
        Expr call = Parser.expression(name + "(x)");
        for (double x : POINTS) {
            double expected = FunctionTable.OF_ONE.get(name).applyAsDouble(x);
            double got = Evaluator.evaluate(call, Map.of("x", x));
            assertTrue(Double.compare(expected, got) == 0 || Math.abs(expected - got) <= 2e-15 * Math.max(1, Math.abs(expected)),
                    name + "(" + x + ") = " + got + " instead of " + expected);
        }
    }

    /** From the C library, by Python's math.erf; the last four lie where the continued fraction is used. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1124629160182849", "0.25, 0.2763263901682369", "0.75, 0.7111556336535151", "1.25, 0.9229001282564582",
        "1.75, 0.9866716712191824",
        "2.5, 0.9995930479825550", "2.999, 0.9999777698314002", "3.5, 0.9999992569016276", "4, 0.9999999845827421",
        "5, 0.9999999999984626"})
    void erfHasItsTabledValues(double x, double value) {
        assertEquals(value, UnaryOp.ERF.apply(x), 1e-12);
        assertEquals(-value, UnaryOp.ERF.apply(-x), 1e-12);
    }

    /** Where series and fraction meet, and where the fraction ends, erf neither jumps nor falls. */
    @Test
    void erfRisesWithoutJumps() {
        double before = UnaryOp.ERF.apply(-8);
        for (double x : DoubleStream.iterate(-8, x -> x < 8, x -> x + 1.0 / 512).toArray()) {
            double value = UnaryOp.ERF.apply(x);
            assertTrue(value >= before - 1e-15 && value - before < 2.3e-3, "erf(" + x + ") = " + value + " after " + before);
            before = value;
        }
        assertEquals(1, UnaryOp.ERF.apply(40));
    }

    @ParameterizedTest
    @EnumSource(value = UnaryOp.class, names = "NOT", mode = EnumSource.Mode.EXCLUDE)
    void aFunctionIsAsSteepAsItsDifferences(UnaryOp op) {
        Expr expr = new Expr.Unary(op, new Expr.Sym("x", Span.NONE), Span.NONE);
        Expr slope = Derivative.of(expr, "x");
        for (double x : POINTS) {
            boolean jumps = op == UnaryOp.ROUND && Math.abs(x % 1) == 0.5;
            if (!jumps && (x > 0 || op != UnaryOp.SQRT && op != UnaryOp.LOG)) {
                assertSteep(expr, slope, Map.of("x", x), "x");
            }
        }
    }

    /** The second derivative is the derivative of the first, which other rules wrote. */
    @ParameterizedTest
    @EnumSource(value = UnaryOp.class, names = {"NOT", "SIGN", "ROUND", "ABS", "RELU"}, mode = EnumSource.Mode.EXCLUDE)
    void theSlopeIsAsSteepAsItsDifferences(UnaryOp op) {
        Expr slope = Derivative.of(new Expr.Unary(op, new Expr.Sym("x", Span.NONE), Span.NONE), "x");
        for (double x : new double[] {0.3, 0.5, 1, 1.75}) {
            assertSteep(slope, Derivative.of(slope, "x"), Map.of("x", x), "x");
        }
    }

    @ParameterizedTest
    @EnumSource(value = BinaryOp.class, names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "POWER", "MIN", "MAX"})
    void eachSideOfAnOperatorIsAsSteepAsItsDifferences(BinaryOp op) {
        Expr expr = new Expr.Binary(op, new Expr.Sym("a", Span.NONE), new Expr.Sym("b", Span.NONE), Span.NONE);
        for (double a : new double[] {0.3, 1.2, 2.5}) {
            for (double b : new double[] {-1.5, 0.6, 2}) {
                assertSteep(expr, Derivative.of(expr, "a"), Map.of("a", a, "b", b), "a");
                assertSteep(expr, Derivative.of(expr, "b"), Map.of("a", a, "b", b), "b");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = BinaryOp.class, names = {"LESS", "LESS_OR_EQUAL", "GREATER", "GREATER_OR_EQUAL", "EQUAL", "AND", "OR"})
    void whatJumpsIsFlatBetweenItsJumps(BinaryOp op) {
        Expr expr = new Expr.Binary(op, new Expr.Sym("a", Span.NONE), new Expr.Sym("b", Span.NONE), Span.NONE);
        assertEquals(Simplify.number(0), Exprs.withoutSpans(Derivative.of(expr, "a")));
    }

    /** A branch is as steep as what is in it; its condition adds nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"if(x > 1, x², 3·x)", "if(x < y, x·y, x/y)", "max(x², y)", "min(exp(x), y + x)", "clip(x·y, 0.1, 3)",
        "relu(x − y)", "if(x > 0.5 and y > 0, sin(x), cos(x))", "abs(x − y)·x", "tanh(x·y) + softplus(x)", "x^y", "y^x", "x^x",
        "sqrt(x² + y²)", "log(1 + x²)", "erf(x/y)"})
    void formulasAreAsSteepAsTheirDifferences(String text) {
        Expr expr = Parser.expression(text);
        for (double x : new double[] {0.31, 0.77, 1.43, 2.2}) {
            assertSteep(expr, Derivative.of(expr, "x"), Map.of("x", x, "y", 1.1), "x");
            assertSteep(expr, Derivative.of(expr, "y"), Map.of("x", x, "y", 1.1), "y");
        }
    }

    /** Five points, so that the difference is right to h⁴. */
    private static void assertSteep(Expr expr, Expr slope, Map<String, Double> at, String by) {
        double h = 1e-3 * Math.min(1, Math.abs(at.get(by)));
        double[] ahead = new double[4];
        List<Double> steps = List.of(-2.0, -1.0, 1.0, 2.0);
        for (int i = 0; i < 4; i++) {
            double moved = at.get(by) + steps.get(i) * h;
            ahead[i] = Evaluator.evaluate(expr, name -> name.equals(by) ? moved : at.get(name));
        }
        double difference = (ahead[0] - 8 * ahead[1] + 8 * ahead[2] - ahead[3]) / (12 * h);
        double got = Evaluator.evaluate(slope, at);
        assertEquals(difference, got, 1e-7 * Math.max(1, Math.abs(difference)), Printer.print(expr) + " by " + by + " at " + at);
    }
}
