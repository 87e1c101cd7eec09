package downhill.expr;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Operator precedence by binding powers (Pratt 1973): a tighter operator has the larger number. */
final class ExpressionParser {
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int UNARY_MINUS = 7;
    private static final int POWER = 8;
    private static final Map<String, Infix> INFIX = Map.ofEntries(
            Map.entry("or", new Infix(1, BinaryOp.OR)), Map.entry("and", new Infix(2, BinaryOp.AND)),
            Map.entry("<", new Infix(COMPARISON, BinaryOp.LESS)), Map.entry("<=", new Infix(COMPARISON, BinaryOp.LESS_OR_EQUAL)),
            Map.entry(">", new Infix(COMPARISON, BinaryOp.GREATER)),
            Map.entry(">=", new Infix(COMPARISON, BinaryOp.GREATER_OR_EQUAL)),
            Map.entry("=", new Infix(COMPARISON, BinaryOp.EQUAL)), Map.entry("==", new Infix(COMPARISON, BinaryOp.EQUAL)),
            Map.entry("!=", new Infix(COMPARISON, BinaryOp.EQUAL)),
            Map.entry("+", new Infix(5, BinaryOp.ADD)), Map.entry("-", new Infix(5, BinaryOp.SUBTRACT)),
            Map.entry("*", new Infix(6, BinaryOp.MULTIPLY)), Map.entry("/", new Infix(6, BinaryOp.DIVIDE)),
            Map.entry("@", new Infix(6, null)),
            Map.entry("^", new Infix(POWER, BinaryOp.POWER)));

    /** Names that have a value wherever they are known. */
    private static final Set<String> VALUES = Set.of("θ", "g", "t", "noise", "rows", "columns", "size", "π", "e");

    private final Tokens tokens;
    private final TreeBuilder tree;
    private final Set<String> declared;
    private final boolean tensors;
    private int level;

    private record Infix(int power, BinaryOp op) {
    }

    /** @param tensors whether formulas may look at whole tensors */
    ExpressionParser(Tokens tokens, TreeBuilder tree, Set<String> declared, boolean tensors) {
        this.tokens = tokens;
        this.tree = tree;
        this.declared = declared;
        this.tensors = tensors;
    }

    Expr read() {
        return read(0);
    }

    private Expr read(int weakest) {
        Token first = tokens.peek();
        if (++level > TreeBuilder.MAX_DEPTH) {
            throw new FormulaException(first.span(),
                    Said.of("formula.deep", TreeBuilder.MAX_DEPTH));
        }
        Expr left = prefix(first);
        for (Infix infix = infix(); infix != null && infix.power >= weakest; infix = infix()) {
            left = infix(infix, left, first);
        }
        level--;
        return left;
    }

    private Infix infix() {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.OPERATOR ? INFIX.get(token.text()) : null;
    }

    private Expr infix(Infix infix, Expr left, Token first) {
        Token operator = tokens.next();
        if (infix.op == null) {
            requireTensors(operator);
            return tree.product(left, read(infix.power + 1), tokens.since(first));
        }
        Expr right = infix.op == BinaryOp.POWER ? read(UNARY_MINUS) : read(infix.power + 1);
        if (infix.power == COMPARISON) {
            refuseChain();
        }
        Span span = tokens.since(first);
        if (infix.op == BinaryOp.POWER) {
            return power(left, right, span);
        }
        Expr result = tree.binary(infix.op, left, right, span);
        return operator.is("!=") ? tree.unary(UnaryOp.NOT, result, span) : result;
    }

    private void requireTensors(Token operator) {
        if (!tensors) {
            throw new FormulaException(operator.span(), Said.of("formula.tensor"));
        }
    }

    private void refuseChain() {
        Infix next = infix();
        if (next != null && next.power == COMPARISON) {
            throw new FormulaException(tokens.peek().span(),
                    Said.of("comparison.chain"));
        }
    }

    /** A square is an operation of its own: it is exact where a general power need not be, and faster. */
    private Expr power(Expr base, Expr exponent, Span span) {
        if (exponent instanceof Expr.Num num && num.value() == 2) {
            return tree.unary(UnaryOp.SQUARE, base, span);
        }
        return tree.binary(BinaryOp.POWER, base, exponent, span);
    }

    private Expr prefix(Token first) {
        if (tokens.take("-")) {
            return tree.unary(UnaryOp.NEGATE, read(UNARY_MINUS), tokens.since(first));
        }
        if (tokens.take("+")) {
            return read(UNARY_MINUS);
        }
        if (tokens.take("not")) {
            return tree.unary(UnaryOp.NOT, read(NOT), tokens.since(first));
        }
        return raised(first);
    }

    private Expr raised(Token first) {
        Expr base = primary(first);
        while (tokens.peek().kind() == Token.Kind.SUPERSCRIPT) {
            Token raised = tokens.next();
            Expr exponent = raised.text().equals("t") ? tree.symbol("t", raised.span())
                    : tree.number(Math.abs(raised.number()), raised.span());
            boolean negative = raised.number() < 0;
            base = power(base, negative ? tree.unary(UnaryOp.NEGATE, exponent, raised.span()) : exponent, tokens.since(first));
        }
        return base;
    }

    private Expr primary(Token first) {
        Token token = tokens.next();
        if (token.kind() == Token.Kind.NUMBER) {
            return tree.number(token.number(), token.span());
        }
        if (token.kind() == Token.Kind.NAME) {
            return named(token);
        }
        if (token.is("(")) {
            return bracket(token);
        }
        if (token.is("√")) {
            return root(token);
        }
        throw new FormulaException(token.span(), Said.of("formula.incomplete", token.quoted()));
    }

    private Expr root(Token sign) {
        if (++level > TreeBuilder.MAX_DEPTH) {
            throw new FormulaException(sign.span(), Said.of("formula.roots", TreeBuilder.MAX_DEPTH));
        }
        Expr argument = primary(tokens.peek());
        level--;
        return tree.unary(UnaryOp.SQRT, argument, tokens.since(sign));
    }

    private Expr bracket(Token open) {
        tokens.openBracket();
        Expr inside = read(0);
        if (!tokens.take(")")) {
            throw unclosed(open);
        }
        tokens.closeBracket();
        return inside;
    }

    private Expr named(Token name) {
        boolean called = tokens.peek().is("(");
        boolean asks = name.text().equals("gradient") || name.text().equals("loss");
        if (tensors && asks && tokens.peek().kind() == Token.Kind.NAME && tokens.peek().text().equals("at")) {
            tokens.next();
            ModelQuestion what = name.text().equals("loss") ? ModelQuestion.LOSS : ModelQuestion.GRADIENT;
            return tree.evaluated(what, read(0), tokens.since(name));
        }
        if (declared.contains(name.text()) && !called) {
            return tree.symbol(name.text(), name.span());
        }
        if (Functions.isFunction(name.text()) || called && tensors && TensorFunctions.isFunction(name.text())) {
            return call(name);
        }
        if (called) {
            throw new FormulaException(name.span(), noFunction(name.text(), tensors && asks));
        }
        return switch (name.text()) {
            case "e" -> tree.number(Math.E, name.span());
            case "π" -> tree.number(Math.PI, name.span());
            default -> tree.symbol(name.text(), name.span());
        };
    }

    private Said noFunction(String name, boolean asks) {
        if (asks) {
            return Said.of("function.at", name);
        }
        String written = name.toLowerCase(Locale.ROOT);
        if (declared.contains(name) || VALUES.contains(name)) {
            return Said.of("function.value", name);
        }
        boolean near = Functions.isFunction(written) || tensors && TensorFunctions.isFunction(written);
        return near ? Said.of("function.near", name, written) : Said.of("function.unknown", name, Functions.list(tensors));
    }

    private Expr call(Token name) {
        Token open = tokens.peek();
        if (!tokens.take("(")) {
            throw new FormulaException(name.span(), Said.of("function.bare", name.text()));
        }
        tokens.openBracket();
        List<Expr> arguments = new ArrayList<>();
        do {
            arguments.add(read(0));
        } while (tokens.take(","));
        if (!tokens.take(")")) {
            throw unclosed(open);
        }
        tokens.closeBracket();
        Span span = tokens.since(name);
        return Functions.isFunction(name.text()) ? Functions.call(name.text(), arguments, tree, span)
                : TensorFunctions.call(name.text(), arguments, tree, span);
    }

    private FormulaException unclosed(Token open) {
        return new FormulaException(open.span(), Said.of("rule.bracket.where", tokens.peek().quoted()));
    }
}
