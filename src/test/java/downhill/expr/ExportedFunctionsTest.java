package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported text means what the formula means, function by function and bracket by bracket. */
class ExportedFunctionsTest {
    private static final double[] GRID = {0, -0.0, 1e-300, -1e-12, 1e-5, 0.1, -0.3, 0.5, 0.9999, 1, -1, 1.5, 2, -2.5, 2.999, 3, 4.2, -5.9,
            6, 6.5, 20, -40, 300, 1e9,
        -1e200, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    private static final Expr X = new Expr.Sym("x", Span.NONE);
    private static final Expr Y = new Expr.Sym("y", Span.NONE);

    @TempDir
    private Path folder;

    @Test
    void everyFunctionInJavaHasTheValueOfTheFormulaEverywhere() throws Exception {
        StringBuilder source = new StringBuilder("final class Exported {\n" + JavaCode.HELPERS);
        for (UnaryOp op : UnaryOp.values()) {
            source.append("static double ").append(op).append("1(double x) { return ").append(JavaCode.of(new Expr.Unary(op, X, Span.NONE)))
                    .append("; }\n");
        }
        for (BinaryOp op : BinaryOp.values()) {
            source.append("static double ").append(op).append("2(double x, double y) { return ")
                    .append(JavaCode.of(new Expr.Binary(op, X, Y, Span.NONE))).append("; }\n");
        }
        try (URLClassLoader loader = compiled(source.append("}\n").toString())) {
            Class<?> exported = loader.loadClass("Exported");
            for (UnaryOp op : UnaryOp.values()) {
                var method = exported.getDeclaredMethod(op + "1", double.class);
                method.setAccessible(true);
                for (double x : GRID) {
                    same(op + " of " + x, (double) method.invoke(null, x), op.apply(x));
                }
            }
            for (BinaryOp op : BinaryOp.values()) {
                var method = exported.getDeclaredMethod(op + "2", double.class, double.class);
                method.setAccessible(true);
                for (double x : GRID) {
                    for (double y : GRID) {
                        same(op + " of " + x + " and " + y, (double) method.invoke(null, x, y), op.apply(x, y));
                    }
                }
            }
        }
    }

    private static void same(String what, double got, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(Math.abs(got - expected)).as("%s: %s, not %s", what, got, expected)
                    .isLessThanOrEqualTo(4e-15 * Math.abs(expected) + Double.MIN_NORMAL);
        } else {
            assertThat(got).as(what).isEqualTo(expected);
        }
    }

    private URLClassLoader compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Exported.java"), source);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString(), "-d", folder.toString())).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    static Stream<Arguments> languages() {
        Function<Expr, String> latex = Latex::of;
        Function<Expr, String> java = JavaCode::of;
        Function<Expr, String> python = PythonCode::of;
        Function<Expr, String> unicode = Printer::print;
        Function<Expr, String> ascii = Printer::ascii;
        return Stream.of(Arguments.of("LaTeX", latex), Arguments.of("Java", java), Arguments.of("Python", python),
                Arguments.of("Unicode", unicode),
                Arguments.of("ASCII", ascii));
    }

    /** All formulas of two levels: a bracket left out would make two of them one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    void noTwoFormulasArePrintedAlike(String language, Function<Expr, String> print) {
        List<Expr> leaves = List.of(X, new Expr.Num(3, Span.NONE));
        List<Expr> low = combined(leaves, leaves);
        List<Expr> all = new ArrayList<>(leaves);
        all.addAll(low);
        all.addAll(combined(low, leaves));
        combined(leaves, low).stream().filter(expr -> !(expr instanceof Expr.Unary)).forEach(all::add);
        Map<String, Expr> printed = new HashMap<>();
        for (Expr expr : all) {
            Expr other = printed.put(print.apply(expr), expr);
            assertThat(other == null || other.equals(expr)).as("%s: %s is printed like %s", language, expr, other).isTrue();
        }
        assertThat(printed).hasSizeGreaterThan(4000);
    }

    private static List<Expr> combined(List<Expr> left, List<Expr> right) {
        List<Expr> all = new ArrayList<>();
        for (Expr a : left) {
            for (UnaryOp op : UnaryOp.values()) {
                all.add(new Expr.Unary(op, a, Span.NONE));
            }
            for (Expr b : right) {
                for (BinaryOp op : BinaryOp.values()) {
                    all.add(new Expr.Binary(op, a, b, Span.NONE));
                }
                all.add(new Expr.Select(a, b, X, Span.NONE));
                all.add(new Expr.Select(b, X, a, Span.NONE));
            }
        }
        return all;
    }
}
