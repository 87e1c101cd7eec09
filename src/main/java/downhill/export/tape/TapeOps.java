package downhill.export.tape;

import downhill.engine.graph.Op;
import java.util.List;
import java.util.Locale;

/**
 * Names and arguments of what stands on a tape. Element by element are the functions of {@link downhill.expr.UnaryOp} and
 * {@link downhill.expr.BinaryOp} by their names in small letters, and {@code select}; axes of length 1, and leading ones that are missing,
 * stretch.
 */
final class TapeOps {
    private TapeOps() {
    }

    /** @throws IllegalArgumentException for what no model needs to answer */
    static String name(Op op) {
        if (op instanceof Op.Unary unary) {
            return unary.op().name().toLowerCase(Locale.ROOT);
        }
        if (op instanceof Op.Binary binary) {
            return binary.op().name().toLowerCase(Locale.ROOT);
        }
        if (op instanceof Op.DetachedMax) {
            return "largest";
        }
        if (op instanceof Op.Move || op instanceof Op.Fold || op instanceof Op.MaxPoolGradient) {
            throw new IllegalArgumentException(op + " belongs to training");
        }
        return op.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@code parameter}: its offset; {@code matmul}: 1 for each operand that is transposed; {@code slice}: axis, from, to; and so on. */
    static List<Integer> arguments(Op op) {
        if (op instanceof Op.Parameter parameter) {
            return List.of(parameter.offset());
        }
        if (op instanceof Op.MatMul product) {
            return List.of(product.transposeLeft() ? 1 : 0, product.transposeRight() ? 1 : 0);
        }
        if (op instanceof Op.Slice slice) {
            return List.of(slice.axis(), slice.from(), slice.to());
        }
        if (op instanceof Op.Concat concat) {
            return List.of(concat.axis());
        }
        if (op instanceof Op.Unfold patches) {
            return List.of(patches.kernel());
        }
        return op instanceof Op.MaxPool pool ? List.of(pool.size()) : axes(op);
    }

    private static List<Integer> axes(Op op) {
        if (op instanceof Op.Sum sum) {
            return sum.axes();
        }
        if (op instanceof Op.DetachedMax max) {
            return max.axes();
        }
        return op instanceof Op.Permute permute ? permute.order() : List.of();
    }
}
