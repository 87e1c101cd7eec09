package downhill.expr;

import java.util.List;
import java.util.Random;

/** Formulas drawn from a seed. */
public final class RandomFormulas {
    private final Random random;
    private final List<String> symbols;

    public RandomFormulas(long seed, List<String> symbols) {
        this.random = new Random(seed);
        this.symbols = symbols;
    }

    /** Any formula that a text can hold, at most {@code depth} levels deep. */
    public Expr any(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf();
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Expr.Unary(pick(UnaryOp.values()), any(depth - 1), Span.NONE);
            case 2 -> new Expr.Select(any(depth - 1), any(depth - 1), any(depth - 1), Span.NONE);
            default -> new Expr.Binary(pick(BinaryOp.values()), any(depth - 1), any(depth - 1), Span.NONE);
        };
    }

    /** A formula without jumps, whose derivative differences can be trusted away from corners. */
    public Expr smooth(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(3) > 0 ? leaf(symbols.size()) : new Expr.Num(1 + random.nextInt(40) / 10.0, Span.NONE);
        }
        UnaryOp[] unary = {UnaryOp.NEGATE, UnaryOp.SQUARE, UnaryOp.SQRT, UnaryOp.EXP, UnaryOp.LOG, UnaryOp.SIN, UnaryOp.COS,
            UnaryOp.TANH, UnaryOp.SIGMOID, UnaryOp.SOFTPLUS, UnaryOp.ERF, UnaryOp.ABS, UnaryOp.RELU};
        BinaryOp[] binary = {BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.DIVIDE, BinaryOp.POWER, BinaryOp.MIN,
                BinaryOp.MAX};
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Expr.Unary(pick(unary), smooth(depth - 1), Span.NONE);
            default -> new Expr.Binary(pick(binary), smooth(depth - 1), smooth(depth - 1), Span.NONE);
        };
    }

    private Expr leaf(int names) {
        return new Expr.Sym(symbols.get(random.nextInt(names)), Span.NONE);
    }

    private Expr leaf() {
        if (random.nextInt(3) > 0) {
            return leaf(symbols.size());
        }
        double[] numbers = {0, 1, 2, 3, 10, 0.5, 1e-8, 1e300, 12345678.9, Math.PI, random.nextDouble(), random.nextInt(100)};
        return new Expr.Num(numbers[random.nextInt(numbers.length)], Span.NONE);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
