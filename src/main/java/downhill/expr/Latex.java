package downhill.expr;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A formula in LaTeX, for a maths environment. */
public final class Latex {
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int POWER = 8;
    private static final int ATOM = 9;
    private static final Map<BinaryOp, Sign> SIGNS = new EnumMap<>(Map.ofEntries(
            Map.entry(BinaryOp.OR, new Sign(1, " \\lor ")), Map.entry(BinaryOp.AND, new Sign(2, " \\land ")),
            Map.entry(BinaryOp.LESS, new Sign(4, " < ")), Map.entry(BinaryOp.LESS_OR_EQUAL, new Sign(4, " \\le ")),
            Map.entry(BinaryOp.GREATER, new Sign(4, " > ")), Map.entry(BinaryOp.GREATER_OR_EQUAL, new Sign(4, " \\ge ")),
            Map.entry(BinaryOp.EQUAL, new Sign(4, " = ")), Map.entry(BinaryOp.ADD, new Sign(SUM, " + ")),
            Map.entry(BinaryOp.SUBTRACT, new Sign(SUM, " - ")), Map.entry(BinaryOp.MULTIPLY, new Sign(PRODUCT, " \\cdot "))));

    private final Function<String, String> symbols;

    private record Sign(int level, String text) {
    }

    private record Text(String text, int level) {
        String at(int least) {
            return level >= least ? text : "\\left(" + text + "\\right)";
        }
    }

    private Latex(Function<String, String> symbols) {
        this.symbols = symbols;
    }

    /** The formula. */
    public static String of(Expr expr) {
        return new Latex(Latex::name).text(expr).text;
    }

    /** The formula, each symbol written as {@code symbols} says, for example as its value. */
    public static String of(Expr expr, Function<String, String> symbols) {
        return new Latex(symbols).text(expr).text;
    }

    /** The line with ← between its sides. */
    public static String of(Assignment line) {
        return name(line.target()) + " \\leftarrow " + of(line.value());
    }

    /** A name: β₁ becomes {@code \beta_{1}}, decay becomes {@code \mathrm{decay}}. */
    public static String name(String canonical) {
        String[] parts = canonical.split("_", 2);
        int stem = Names.stemLength(parts[0]);
        StringBuilder name = new StringBuilder(word(parts[0].substring(0, stem)));
        StringBuilder below = new StringBuilder();
        for (int i = stem; i < parts[0].length(); i++) {
            below.append(Names.digit(parts[0].charAt(i)));
        }
        if (parts.length > 1) {
            below.append(below.length() > 0 ? ", " : "").append(word(parts[1]));
        }
        return below.length() == 0 ? name.toString() : name.append("_{").append(below).append('}').toString();
    }

    /** A number, its exponent as a power of ten. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Printer.nonFinite(value, "\\mathrm{NaN}", "\\infty", "-\\infty");
        }
        String[] parts = Printer.number(value).split("e");
        if (parts.length == 1) {
            return parts[0];
        }
        return (parts[0].equals("1") ? "" : parts[0] + " \\cdot ") + "10^{" + parts[1] + "}";
    }

    private static String word(String word) {
        String spelling = Names.spelling(word);
        if (spelling != null) {
            return word.equals("ο") ? "o" : "\\" + spelling;
        }
        return word.length() == 1 ? word : "\\mathrm{" + word.replace("_", "\\_").replace("$", "\\$") + "}";
    }

    private Text text(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return literal(num.value());
        }
        if (expr instanceof Expr.Sym sym) {
            String name = symbols.apply(sym.name());
            int unsigned = name.contains("\\cdot") || name.startsWith("10^") ? PRODUCT : ATOM;
            return new Text(name, name.startsWith("-") ? SUM : unsigned);
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
        return new Text("\\begin{cases}" + text(select.then()).text + " & \\text{if } " + text(select.condition()).text + " \\\\ "
                + text(select.otherwise()).text + " & \\text{otherwise}\\end{cases}", PRODUCT);
    }

    private Text tensor(Expr expr) {
        if (expr instanceof Expr.Product product) {
            return new Text(text(product.left()).at(PRODUCT) + " \\, " + text(product.right()).at(PRODUCT + 1), PRODUCT);
        }
        if (expr instanceof Expr.OfMatrix of) {
            return ofMatrix(of, text(of.argument()));
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            String argument = text(evaluated.argument()).text;
            return switch (evaluated.what()) {
                case GRADIENT -> new Text("\\nabla L\\left(" + argument + "\\right)", ATOM);
                case LOSS -> new Text("L\\left(" + argument + "\\right)", ATOM);
                case HVP -> new Text("H \\, " + text(evaluated.argument()).at(ATOM), PRODUCT);
                case GNVP -> new Text("G \\, " + text(evaluated.argument()).at(ATOM), PRODUCT);
            };
        }
        if (expr instanceof Expr.Reduce reduce) {
            return reduced(reduce, text(reduce.argument()));
        }
        return new Text(text(((Expr.Transpose) expr).argument()).at(ATOM) + "^{\\top}", POWER);
    }

    private static Text ofMatrix(Expr.OfMatrix of, Text argument) {
        return switch (of.function()) {
            case ROOT -> new Text(argument.at(ATOM) + "^{-1/" + number(of.power()) + "}", POWER);
            case IDENTITY -> new Text("I_{" + argument.text + "}", ATOM);
            default -> function("\\operatorname{" + of.function().word() + "}", argument);
        };
    }

    private static Text reduced(Expr.Reduce reduce, Text argument) {
        String below = switch (reduce.over()) {
            case TENSOR -> "";
            case ROW -> "_{\\mathrm{row}}";
            case COLUMN -> "_{\\mathrm{column}}";
            case ALL -> "_{\\mathrm{all}}";
        };
        return switch (reduce.op()) {
            case SUM -> new Text("\\textstyle\\sum" + below + " " + argument.at(PRODUCT), PRODUCT);
            case MEAN -> function("\\operatorname{mean}" + below, argument);
            case NORM -> new Text("\\left\\|" + argument.text + "\\right\\|" + below, ATOM);
            case LARGEST -> function("\\max" + below, argument);
        };
    }

    private static Text literal(double value) {
        if (value == Math.PI || value == Math.E) {
            return new Text(value == Math.E ? "e" : "\\pi", ATOM);
        }
        String number = number(value);
        int unsigned = number.contains("10^") ? PRODUCT : ATOM;
        return new Text(number, value < 0 ? SUM : unsigned);
    }

    private Text unary(Expr.Unary unary) {
        Text argument = text(unary.argument());
        return switch (unary.op()) {
            case NEGATE -> new Text("-" + argument.at(PRODUCT), SUM);
            case NOT -> new Text("\\lnot " + argument.at(ATOM), 3);
            case ABS -> new Text("\\left|" + argument.text + "\\right|", ATOM);
            case SQUARE -> new Text(argument.at(ATOM) + "^{2}", POWER);
            case SQRT -> new Text("\\sqrt{" + argument.text + "}", ATOM);
            case EXP -> new Text("e^{" + argument.text + "}", POWER);
            case SIGMOID -> function("\\sigma", argument);
            case SIN, COS, LOG, TANH -> function("\\" + unary.op().name().toLowerCase(Locale.ROOT), argument);
            case SIGN, ROUND, RELU, SOFTPLUS, ERF ->
                    function("\\operatorname{" + unary.op().name().toLowerCase(Locale.ROOT) + "}", argument);
        };
    }

    private Text binary(Expr.Binary binary) {
        Text left = text(binary.left());
        Text right = text(binary.right());
        return switch (binary.op()) {
            case DIVIDE -> new Text("\\frac{" + left.text + "}{" + right.text + "}", POWER);
            case POWER -> new Text(left.at(ATOM) + "^{" + right.text + "}", POWER);
            case MIN -> function("\\min", new Text(left.text + ", " + right.text, ATOM));
            case MAX -> function("\\max", new Text(left.text + ", " + right.text, ATOM));
            default -> infix(SIGNS.get(binary.op()), left, right);
        };
    }

    private static Text infix(Sign sign, Text left, Text right) {
        return new Text(left.at(sign.level) + sign.text + right.at(sign.level + 1), sign.level);
    }

    private static Text function(String name, Text argument) {
        return new Text(name + "\\left(" + argument.text + "\\right)", ATOM);
    }
}
