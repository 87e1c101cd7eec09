package downhill.expr;

import downhill.words.Said;
import java.util.Set;

/** What formulas look like in languages with the arithmetic signs of C. */
abstract class CodePrinter {
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int MINUS = 7;
    private static final int ATOM = 9;

    private record Text(String text, int level) {
        String at(int least) {
            return level >= least ? text : "(" + text + ")";
        }
    }

    final String print(Expr expr) {
        return value(expr).text;
    }

    /** An ASCII identifier that is no reserved word. */
    final String identifier(String canonical) {
        StringBuilder name = new StringBuilder();
        Names.ascii(canonical).codePoints().forEach(c ->
                name.append(c < 128 && Character.isJavaIdentifierPart(c) && c != '$' ? Character.toString(c)
                        : "u" + Integer.toHexString(c)));
        return reserved().contains(name.toString()) ? name + "_" : name.toString();
    }

    abstract Set<String> reserved();

    abstract String literal(double value);

    /** A call of a function that is not an arithmetic sign, its argument printed. */
    abstract String call(UnaryOp op, String argument);

    /** MIN, MAX or POWER. */
    abstract String call(BinaryOp op, String left, String right);

    /** A condition as a number. */
    abstract String number(String condition);

    abstract String select(String condition, String then, String otherwise);

    abstract String not(String condition);

    abstract String both(String left, String right);

    abstract String either(String left, String right);

    private Text value(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return new Text(literal(num.value()), num.value() < 0 ? MINUS : ATOM);
        }
        if (expr instanceof Expr.Sym sym) {
            return new Text(identifier(sym.name()), ATOM);
        }
        if (expr instanceof Expr.Select select) {
            return new Text(select(condition(select.condition()), print(select.then()), print(select.otherwise())), ATOM);
        }
        if (Exprs.isOfTensors(expr)) {
            return new Text(tensor(expr), ATOM);
        }
        if (isCondition(expr)) {
            return new Text(number(condition(expr)), ATOM);
        }
        return expr instanceof Expr.Unary unary ? unary(unary) : binary((Expr.Binary) expr);
    }

    /** A value made of a whole tensor; what has no tensors refuses it. */
    String tensor(Expr expr) {
        throw new FormulaException(expr.span(), Said.of("formula.tensor"));
    }

    private Text unary(Expr.Unary unary) {
        if (unary.op() == UnaryOp.NEGATE) {
            return new Text("-" + value(unary.argument()).at(ATOM), MINUS);
        }
        return new Text(call(unary.op(), print(unary.argument())), ATOM);
    }

    private Text binary(Expr.Binary b) {
        return switch (b.op()) {
            case ADD -> infix(b, " + ", SUM);
            case SUBTRACT -> infix(b, " - ", SUM);
            case MULTIPLY -> infix(b, " * ", PRODUCT);
            case DIVIDE -> infix(b, " / ", PRODUCT);
            default -> new Text(call(b.op(), print(b.left()), print(b.right())), ATOM);
        };
    }

    private Text infix(Expr.Binary b, String sign, int level) {
        return new Text(value(b.left()).at(level) + sign + value(b.right()).at(level + 1), level);
    }

    private static boolean isCondition(Expr expr) {
        if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NOT;
        }
        return expr instanceof Expr.Binary b && b.op().ordinal() >= BinaryOp.LESS.ordinal();
    }

    private String condition(Expr expr) {
        if (!isCondition(expr)) {
            return "(" + value(expr).at(SUM) + " != 0)";
        }
        if (expr instanceof Expr.Unary unary) {
            return not(condition(unary.argument()));
        }
        Expr.Binary b = (Expr.Binary) expr;
        return switch (b.op()) {
            case LESS -> comparison(b, " < ");
            case LESS_OR_EQUAL -> comparison(b, " <= ");
            case GREATER -> comparison(b, " > ");
            case GREATER_OR_EQUAL -> comparison(b, " >= ");
            case EQUAL -> comparison(b, " == ");
            case AND -> both(condition(b.left()), condition(b.right()));
            default -> either(condition(b.left()), condition(b.right()));
        };
    }

    private String comparison(Expr.Binary b, String sign) {
        return "(" + value(b.left()).at(SUM) + sign + value(b.right()).at(SUM) + ")";
    }
}
