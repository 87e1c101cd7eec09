package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas as they stand in a script for PyTorch. */
class TorchCodeTest {
    private static final Expr X = new Expr.Sym("x", Span.NONE);
    private static final Expr Y = new Expr.Sym("y", Span.NONE);
    private static final Pattern CALL = Pattern.compile("torch\\.(\\w+)");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a − (b − c) | a - (b - c)", "(a − b) − c | a - b - c", "a·(b + c) | a * (b + c)", "a·b + c | a * b + c",
        "a/(b·c) | a / (b * c)", "a/b/c | a / b / c", "a/(b/c) | a / (b / c)", "−(a + b)·c | -(a + b) * c", "a − (−b) | a - -b",
        "−a² | -torch.square(_tensor(a))", "(−a)² | torch.square(_tensor(-a))",
        "θ − η·m/(√v + ε) | theta - eta * m / (torch.sqrt(_tensor(v)) + epsilon)"
    })
    void bracketsStandWhereTheMeaningNeedsThem(String text, String python) {
        assertThat(TorchCode.of(Parser.expression(text))).isEqualTo(python);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "β₁^t | _both(torch.pow, beta1, t)", "a^b^c | _both(torch.pow, a, _both(torch.pow, b, c))",
        "(a^b)^c | _both(torch.pow, _both(torch.pow, a, b), c)", "−a^b | -_both(torch.pow, a, b)",
        "min(a, b + 1) | _both(torch.minimum, a, b + 1)", "max(a, b, c) | _both(torch.maximum, _both(torch.maximum, a, b), c)"
    })
    void functionsOfTwoTakeNumbersAsWellAsTensors(String text, String python) {
        assertThat(TorchCode.of(Parser.expression(text))).isEqualTo(python);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "if(a < b, 1, −2) | _where((a < b), 1, -2)", "if(a, b, c) | _where((a != 0), b, c)",
        "if(not a ≥ b, 1, 0) | _where(torch.logical_not(torch.as_tensor((a >= b))), 1, 0)",
        "a > b | _where((a > b), 1.0, 0.0)", "(a ≤ b)·c | _where((a <= b), 1.0, 0.0) * c",
        "if(a == b and c, 1, 0) | _where(torch.logical_and(torch.as_tensor((a == b)), torch.as_tensor((c != 0))), 1, 0)",
        "if(a or b < c, 1, 0) | _where(torch.logical_or(torch.as_tensor((a != 0)), torch.as_tensor((b < c))), 1, 0)",
        "if((a < b) == c, 1, 0) | _where((_where((a < b), 1.0, 0.0) == c), 1, 0)"
    })
    void conditionsAreChosenByElementAndNeverByAWordOfPython(String text, String python) {
        assertThat(TorchCode.of(Parser.expression(text))).isEqualTo(python);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "True", "False", "and", "as", "class", "def", "except", "from", "global", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "with", "yield", "torch"})
    void noVariableIsAWordOfPythonOrTheLibrary(String word) {
        assertThat(TorchCode.name(word)).isEqualTo(word + "_");
        assertThat(TorchCode.name(word + "1")).isEqualTo(word + "1");
    }

    @Test
    void namesAreInAscii() {
        assertThat(List.of("λ", "β₁", "η_minus", "Δθ", "np", "math")).extracting(TorchCode::name).allMatch(name -> name.matches("\\w+"))
                .contains("lambda_", "beta1", "np", "math").doesNotHaveDuplicates();
    }

    @Test
    void anAssignmentNamesItsTargetLikeItsUses() {
        assertThat(TorchCode.of(Parser.assignments("λ ← 0.5·λ", Set.of()).get(0))).isEqualTo("lambda_ = 0.5 * lambda_");
    }

    @Test
    void numbersReadBackTheSame() {
        for (double value : new double[] {0, 1, 0.1, 1.0 / 3, 1e-8, 2.5e-300, 1e22, Math.PI, Double.MAX_VALUE, Double.MIN_VALUE, -7.25}) {
            assertThat(Double.parseDouble(number(value))).isEqualTo(value);
        }
        assertThat(number(Double.NaN)).isEqualTo("float('nan')");
        assertThat(number(Double.POSITIVE_INFINITY)).isEqualTo("float('inf')");
        assertThat(number(Double.NEGATIVE_INFINITY)).isEqualTo("-float('inf')");
    }

    private static String number(double value) {
        return TorchCode.of(new Expr.Num(value, Span.NONE));
    }

    @Test
    void aNumberBelowZeroStandsInBracketsAfterAMinus() {
        Expr negative = new Expr.Num(-2, Span.NONE);
        assertThat(TorchCode.of(new Expr.Unary(UnaryOp.NEGATE, negative, Span.NONE))).isEqualTo("-(-2)");
        assertThat(TorchCode.of(new Expr.Binary(BinaryOp.POWER, negative, X, Span.NONE))).isEqualTo("_both(torch.pow, -2, x)");
    }

    /** PyTorch has no function of the name of three of ours. */
    @Test
    void everyFunctionIsOneThatPyTorchHas() {
        Set<String> known = Set.of("abs", "sign", "square", "sqrt", "exp", "log", "sin", "cos", "tanh", "sigmoid", "relu", "round", "erf",
                "logaddexp", "zeros_like", "pow", "minimum", "maximum", "logical_not", "logical_and", "logical_or", "as_tensor");
        for (UnaryOp op : UnaryOp.values()) {
            assertCalls(TorchCode.of(new Expr.Unary(op, X, Span.NONE)), known);
        }
        for (BinaryOp op : BinaryOp.values()) {
            assertCalls(TorchCode.of(new Expr.Binary(op, X, Y, Span.NONE)), known);
        }
        assertThat(TorchCode.of(new Expr.Unary(UnaryOp.SOFTPLUS, X, Span.NONE)))
                .isEqualTo("torch.logaddexp(_tensor(x), torch.zeros_like(_tensor(x)))");
    }

    private static void assertCalls(String python, Set<String> known) {
        Matcher calls = CALL.matcher(python);
        while (calls.find()) {
            assertThat(known).as(python).contains(calls.group(1));
        }
        assertThat(python).doesNotContain("np.", "math.").matches(".*\\bx\\b.*");
    }

    @Test
    void functionsAreCalledByTheirOwnNames() {
        Map<String, String> others = Map.of("ln", "log", "√", "sqrt");
        List<String> all = List.of("abs", "sign", "exp", "log", "ln", "sin", "cos", "tanh", "sigmoid", "relu", "round", "erf", "√");
        for (String name : all) {
            assertThat(TorchCode.of(Parser.expression(name + "(x + 1)")))
                    .isEqualTo("torch." + others.getOrDefault(name, name) + "(_tensor(x + 1))");
        }
    }

    /** All formulas of two levels: a bracket left out would make two of them one. */
    @Test
    void noTwoFormulasArePrintedAlike() {
        List<Expr> low = Arrays.stream(BinaryOp.values()).map(op -> (Expr) new Expr.Binary(op, X, Y, Span.NONE)).toList();
        Set<String> printed = new HashSet<>();
        int formulas = 0;
        for (Expr inner : low) {
            for (BinaryOp op : BinaryOp.values()) {
                printed.add(TorchCode.of(new Expr.Binary(op, inner, X, Span.NONE)));
                printed.add(TorchCode.of(new Expr.Binary(op, X, inner, Span.NONE)));
                formulas += 2;
            }
            for (UnaryOp op : UnaryOp.values()) {
                printed.add(TorchCode.of(new Expr.Unary(op, inner, Span.NONE)));
                formulas++;
            }
        }
        assertThat(printed).hasSize(formulas);
    }
}
