package downhill.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {
    @TempDir
    Path folder;

    @Test
    void printedJavaCompilesAndComputesTheSame() throws Exception {
        List<Expr> formulas = new ArrayList<>();
        StringBuilder source = new StringBuilder("final class Printed {\n" + JavaCode.HELPERS);
        for (int i = 0; i < 300; i++) {
            formulas.add(new RandomFormulas(i, List.of("x", "β₁", "class")).any(5));
            source.append("static double f").append(i).append("(double x, double beta1, double class_) { return ")
                    .append(JavaCode.of(formulas.get(i))).append("; }\n");
        }
        try (URLClassLoader loader = compiled(source.append("}\n").toString())) {
            Class<?> printed = loader.loadClass("Printed");
            for (int i = 0; i < formulas.size(); i++) {
                compare(formulas.get(i), printed, i);
            }
        }
    }

    private static void compare(Expr expr, Class<?> printed, int index) throws ReflectiveOperationException {
        Method method = printed.getDeclaredMethod("f" + index, double.class, double.class, double.class);
        method.setAccessible(true);
        double got = (double) method.invoke(null, 0.7, -1.2, 2.5);
        double expected = Evaluator.evaluate(expr, Map.of("x", 0.7, "β₁", -1.2, "class", 2.5));
        double tolerance = Double.isFinite(expected) ? 1e-9 * Math.abs(expected) + 1e-300 : 0;
        assertEquals(expected, got, tolerance, () -> Printer.print(expr) + "\n" + JavaCode.of(expr));
    }

    private URLClassLoader compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Printed.java"), source);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString(), "-d", folder.toString()));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "θ − η·m/(√v + ε) | theta - eta * m / (np.sqrt(v) + epsilon)", "λ·θ | lambda_ * theta", "x² | np.square(x)",
        "β₁^t | np.float_power(beta1, t)",
        "if(a < b and not c, 1, -2) | np.where(np.logical_and((a < b), np.logical_not((c != 0))), 1, -2)",
        "erf(x) | np.vectorize(math.erf)(x)", "sigmoid(x + 1) | (1 / (1 + np.exp(-(x + 1))))", "a − (b − c) | a - (b - c)",
        "−(a + b)·c | -(a + b) * c"
    })
    void pythonIsPrinted(String text, String python) {
        assertEquals(python, PythonCode.of(Parser.expression(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "β₁·m + (1 − β₁)·g² | \\beta_{1} \\cdot m + \\left(1 - \\beta_{1}\\right) \\cdot g^{2}",
                "a / (√v + ε) | \\frac{a}{\\sqrt{v} + \\epsilon}",
        "β₁^t | \\beta_{1}^{t}", "decay·x | \\mathrm{decay} \\cdot x", "η_minus | \\eta_{\\mathrm{minus}}", 
        "(a/b)^2 | \\left(\\frac{a}{b}\\right)^{2}", "1e-8 | 10^{-8}", "2.5e-8 | 2.5 \\cdot 10^{-8}", "π | \\pi",
        "max(a, b) | \\max\\left(a, b\\right)",
        "if(a ≥ b, a, 0) | \\begin{cases}a & \\text{if } a \\ge b \\\\ 0 & \\text{otherwise}\\end{cases}",
        "a − (−b) | a - \\left(-b\\right)", "exp(-x) | e^{-x}"
    })
    void latexIsPrinted(String text, String latex) {
        assertEquals(latex, Latex.of(Parser.expression(text)));
    }

    @Test
    void latexPutsAMagnitudeBetweenBars() {
        assertEquals("\\left|x\\right|", Latex.of(Parser.expression("abs(x)")));
    }

    @Test
    void assignmentsArePrintedInEachLanguage() {
        Assignment line = Parser.assignments("λ ← 0.5·λ", java.util.Set.of()).get(0);
        assertEquals("\\lambda \\leftarrow 0.5 \\cdot \\lambda", Latex.of(line));
        assertEquals("lambda_ = 0.5 * lambda_", PythonCode.of(line));
        assertEquals("lambda = 0.5 * lambda;", JavaCode.of(line));
    }
}
