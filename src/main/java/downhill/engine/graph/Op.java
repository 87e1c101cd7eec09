package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.MatrixFunction;
import downhill.expr.UnaryOp;
import java.util.List;

/** What a node computes. Every axis number counts from 0 and leaves the run axis out. */
public sealed interface Op {

    /** Values handed in from outside before each run: data, masks, columns of hyperparameters. */
    record Input(String name) implements Op {
    }

    /** A stretch of the flat parameter row [P], beginning at {@code offset}. */
    record Parameter(String name, int offset) implements Op {
    }

    /** One number. */
    record Constant(double value) implements Op {
    }

    /** Element by element. */
    record Unary(UnaryOp op) implements Op {
    }

    /** Element by element, axes of length 1 stretched. */
    record Binary(BinaryOp op) implements Op {
    }

    /** Element by element: the second input where the first is not 0, else the third. */
    record Select() implements Op {
    }

    /**
     * The input unchanged, in a place of its own that its {@code owner} names. So one value can be written to several
     * destinations, and a value that is overwritten can be kept elsewhere first.
     */
    record Move(String owner) implements Op {
    }

    /** Product over the last two axes; leading axes are a batch. A flag says that the operand is used transposed. */
    record MatMul(boolean transposeLeft, boolean transposeRight) implements Op {
    }

    /**
     * α·a·b + β·d of matrices: a product that is added to another value at once. Inputs are a, b, d, and two numbers of each run; α is
     * {@code product} times the first of them, β is {@code addend} times the second.
     */
    record ProductSum(boolean transposeLeft, boolean transposeRight, double product, double addend) implements Op {
    }

    /**
     * A function of a matrix that lies column after column, [columns, rows]. A second input of one number says whether it is wanted; where
     * that is 0 the result is of no meaning. {@code power} is the p of a root.
     */
    record Factor(MatrixFunction function, double power) implements Op {
    }

    /** The identity of the node's shape. */
    record Identity() implements Op {
    }

    /** Sum over axes, which stay with length 1. */
    record Sum(List<Integer> axes) implements Op {
    }

    /** Largest value over axes, which stay with length 1. No gradient flows through it: for shifting exponents only. */
    record DetachedMax(List<Integer> axes) implements Op {
    }

    /** The same values in the same order under another shape. */
    record Reshape() implements Op {
    }

    /** Axis {@code i} of the result is axis {@code order(i)} of the input. */
    record Permute(List<Integer> order) implements Op {
    }

    /** The indexes from {@code from} up to, not including, {@code to} of one axis. */
    record Slice(int axis, int from, int to) implements Op {
    }

    /** Axes of length 1 stretched to the node's shape, without copying. */
    record Expand() implements Op {
    }

    /** Inputs one behind the other along an axis. */
    record Concat(int axis) implements Op {
    }

    /** Patches of images [B, H, W, C] as rows [B, OH, OW, C·k·k]: valid positions, stride 1, patch order C, row, column. */
    record Unfold(int kernel) implements Op {
    }

    /** The transpose of {@link Unfold}: sums patches back into images [B, H, W, C]. */
    record Fold(int kernel) implements Op {
    }

    /** Largest value of each size×size window of images [B, H, W, C], stride size, a rest at the border left out. */
    record MaxPool(int size) implements Op {
    }

    /** Gradient of {@link MaxPool}: inputs are the images and the gradient of the pooled values; ties go to the first. */
    record MaxPoolGradient(int size) implements Op {
    }

    /** True where each output element depends only on the input elements at the same place. */
    default boolean elementwise() {
        return this instanceof Unary || this instanceof Binary || this instanceof Select || this instanceof Move;
    }

    /** True where the node has no inputs. */
    default boolean leaf() {
        return this instanceof Input || this instanceof Parameter || this instanceof Constant || this instanceof Identity;
    }

    /** True where the result can be another way of looking at the input's memory. */
    default boolean view() {
        return this instanceof Reshape || this instanceof Permute || this instanceof Slice
                || this instanceof Expand;
    }

    /** True for reductions. */
    default boolean reduction() {
        return this instanceof Sum || this instanceof DetachedMax;
    }
}
