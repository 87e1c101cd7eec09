package downhill.expr;

import downhill.setting.NumberText;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A formula as one line of text that {@link Parser} reads back to the same structure. (Numbers that no formula text can
 * hold, negative or not finite, are written as the formula of their value.)
 */
public final class Printer {
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int MINUS = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Map<BinaryOp, Operator> OPERATORS = new EnumMap<>(Map.ofEntries(
            Map.entry(BinaryOp.OR, new Operator(1, " or ", " or ")), Map.entry(BinaryOp.AND, new Operator(2, " and ", " and ")),
            Map.entry(BinaryOp.LESS, new Operator(COMPARISON, " < ", " < ")),
            Map.entry(BinaryOp.LESS_OR_EQUAL, new Operator(COMPARISON, " ≤ ", " <= ")),
            Map.entry(BinaryOp.GREATER, new Operator(COMPARISON, " > ", " > ")),
            Map.entry(BinaryOp.GREATER_OR_EQUAL, new Operator(COMPARISON, " ≥ ", " >= ")),
            Map.entry(BinaryOp.EQUAL, new Operator(COMPARISON, " = ", " == ")),
            Map.entry(BinaryOp.ADD, new Operator(SUM, " + ", " + ")), Map.entry(BinaryOp.SUBTRACT, new Operator(SUM, " − ", " - ")),
            Map.entry(BinaryOp.MULTIPLY, new Operator(PRODUCT, "·", "*")), Map.entry(BinaryOp.DIVIDE, new Operator(PRODUCT, " / ", " / ")),
            Map.entry(BinaryOp.POWER, new Operator(POWER, "^", "^"))));

    private final boolean ascii;
    private final Function<String, String> symbols;

    private record Operator(int level, String unicode, String ascii) {
    }

    private record Text(String text, int level) {
        String at(int least) {
            return level >= least ? text : "(" + text + ")";
        }
    }

    private Printer(boolean ascii, Function<String, String> symbols) {
        this.ascii = ascii;
        this.symbols = symbols;
    }

    /** With the signs of mathematics: θ − η·√v. */
    public static String print(Expr expr) {
        return new Printer(false, name -> name).text(expr).text;
    }

    /** The same, each symbol written as {@code symbols} says, for example as its value. */
    public static String print(Expr expr, Function<String, String> symbols) {
        return new Printer(false, symbols).text(expr).text;
    }

    /** In ASCII: {@code theta - eta*sqrt(v)}. */
    public static String ascii(Expr expr) {
        return new Printer(true, Names::ascii).text(expr).text;
    }

    /** {@code target ← value}. */
    public static String print(Assignment line) {
        return line.target() + " ← " + print(line.value());
    }

    /** {@code target <- value} in ASCII. */
    public static String ascii(Assignment line) {
        return Names.ascii(line.target()) + " <- " + ascii(line.value());
    }

    /** The shortest text that reads back as {@code value}, with an ASCII minus. */
    public static String number(double value) {
        return NumberText.plain(value);
    }

    /** The word for a number that is none: that for what is not a number, or for the infinity of its sign. */
    public static String nonFinite(double value, String nan, String positive, String negative) {
        if (Double.isNaN(value)) {
            return nan;
        }
        return value > 0 ? positive : negative;
    }

    private Text text(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return literal(num.value());
        }
        if (expr instanceof Expr.Sym sym) {
            String name = symbols.apply(sym.name());
            return new Text(name, name.startsWith("−") ? MINUS : ATOM);
        }
        if (expr instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (Exprs.isOfTensors(expr)) {
            return tensor(expr);
        }
        Expr.Select select = (Expr.Select) expr;
        return call("if", select.condition(), select.then(), select.otherwise());
    }

    private Text tensor(Expr expr) {
        if (expr instanceof Expr.Product product) {
            return new Text(text(product.left()).at(PRODUCT) + " @ " + text(product.right()).at(PRODUCT + 1), PRODUCT);
        }
        if (expr instanceof Expr.Reduce reduce) {
            return call(reduce.over().prefix() + reduce.op().word(), reduce.argument());
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            return evaluated.what().product() ? call(evaluated.what().word(), evaluated.argument())
                    : new Text(evaluated.what().word() + " " + text(evaluated.argument()).text, 0);
        }
        if (expr instanceof Expr.OfMatrix of) {
            return of.function() == MatrixFunction.ROOT ? call("root", of.argument(), new Expr.Num(of.power(), of.span()))
                    : call(of.function().word(), of.argument());
        }
        return call("transpose", ((Expr.Transpose) expr).argument());
    }

    private Text literal(double value) {
        if (value == Math.PI) {
            return new Text(ascii ? "pi" : "π", ATOM);
        }
        if (Double.isNaN(value)) {
            return new Text("0 / 0", PRODUCT);
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? new Text("1 / 0", PRODUCT) : new Text(minus() + "1 / 0", PRODUCT);
        }
        return value < 0 ? new Text(minus() + number(-value), MINUS) : new Text(number(value), ATOM);
    }

    private Text unary(Expr.Unary unary) {
        Text argument = text(unary.argument());
        return switch (unary.op()) {
            case NEGATE -> new Text(minus() + argument.at(MINUS), MINUS);
            case NOT -> negation(unary.argument(), argument);
            case SQUARE -> new Text(argument.at(ATOM) + (ascii ? "^2" : "²"), POWER);
            case SQRT -> ascii ? call("sqrt", unary.argument()) : new Text("√" + argument.at(ATOM), POWER);
            default -> call(unary.op().name().toLowerCase(Locale.ROOT), unary.argument());
        };
    }

    private Text negation(Expr argument, Text text) {
        if (argument instanceof Expr.Binary binary && binary.op() == BinaryOp.EQUAL) {
            return infix(binary, new Operator(COMPARISON, " ≠ ", " != "));
        }
        return new Text("not " + text.at(NOT), NOT);
    }

    private Text binary(Expr.Binary binary) {
        return switch (binary.op()) {
            case MIN -> call("min", binary.left(), binary.right());
            case MAX -> call("max", binary.left(), binary.right());
            case POWER -> power(binary);
            default -> infix(binary, OPERATORS.get(binary.op()));
        };
    }

    private Text infix(Expr.Binary binary, Operator operator) {
        int left = operator.level == COMPARISON ? SUM : operator.level;
        String sign = ascii ? operator.ascii : operator.unicode;
        Text right = text(binary.right());
        // a·−b would read back, but nobody writes it.
        String rightText = right.level == MINUS ? right.at(ATOM) : right.at(operator.level + 1);
        return new Text(text(binary.left()).at(left) + sign + rightText, operator.level);
    }

    private Text power(Expr.Binary power) {
        if (power.right() instanceof Expr.Num num && num.value() == 2) {
            return call("pow", power.left(), power.right());
        }
        String base = text(power.left()).at(ATOM);
        if (!ascii && power.right() instanceof Expr.Num num && num.value() == Math.rint(num.value())
                && num.value() >= 0 && num.value() <= 9) {
            return new Text(base + SUPERSCRIPTS.charAt((int) num.value()), POWER);
        }
        return new Text(base + "^" + text(power.right()).at(MINUS), POWER);
    }

    private Text call(String name, Expr... arguments) {
        StringBuilder call = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.length; i++) {
            call.append(i > 0 ? ", " : "").append(text(arguments[i]).text);
        }
        return new Text(call.append(')').toString(), ATOM);
    }

    private String minus() {
        return ascii ? "-" : "−";
    }
}
