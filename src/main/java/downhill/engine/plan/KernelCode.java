package downhill.engine.plan;

import downhill.engine.graph.Op;
import java.util.List;

/**
 * A fused kernel as a program over registers, independent of number format. It walks an index space in row-major order;
 * each register holds one block of it.
 *
 * @param runs       how often the walk is repeated, once per run; 1 where the run axis is part of the space
 * @param space      lengths of the axes that are walked, neighbouring axes merged where all operands allow it
 * @param registers  how many registers the program uses
 * @param constants  registers that hold one number throughout
 * @param loads      filled from memory before each block
 * @param steps      executed in order
 * @param stores     written to memory after each block
 * @param reductions added up over the walk
 */
public record KernelCode(int runs, int[] space, int registers, List<Constant> constants, List<Access> loads,
                         List<Step> steps, List<Access> stores, List<Reduction> reductions) {

    /** A register that holds one number. */
    public record Constant(int register, double value) {
    }

    /**
     * A register and where its block comes from or goes to: strides along the space's axes.
     *
     * @param rows whether the register holds one number for each row of the block; the last stride is then 0
     */
    public record Access(int register, Memory memory, int offset, int runStride, int[] strides, boolean rows) {
        /** Of a register with a number for each place. */
        public Access(int register, Memory memory, int offset, int runStride, int[] strides) {
            this(register, memory, offset, runStride, strides, false);
        }
    }

    /**
     * {@code target ← op(a, b, c)}; unused operands are −1. A {@link Op.Sum} or {@link Op.DetachedMax} is that of each row of the block,
     * its target has one number for each; an {@link Op.Expand} stretches such numbers to their rows.
     *
     * @param rows whether all registers hold one number for each row
     */
    public record Step(Op op, int target, int a, int b, int c, boolean rows) {
        /** Of registers with a number for each place. */
        public Step(Op op, int target, int a, int b, int c) {
            this(op, target, a, b, c, false);
        }
    }

    /**
     * A reduction.
     *
     * @param maximum the largest value instead of the sum
     * @param target  where the result goes; its stride is 0 along the axes that are reduced
     * @param span    how many elements of memory the result covers
     */
    public record Reduction(boolean maximum, Access target, int span) {
    }
}
