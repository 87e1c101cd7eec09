package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.Arrays;
import java.util.List;

/** Binds nodes that are not element-wise, copying an operand into order first where its instruction needs that. */
final class SingleBinder {
    private final int runs;
    private final Machine machine;
    private final Placement placement;
    private final List<Instruction> instructions;

    SingleBinder(int runs, Machine machine, Placement placement, List<Instruction> instructions) {
        this.runs = runs;
        this.machine = machine;
        this.placement = placement;
        this.instructions = instructions;
    }

    void bind(Node node) {
        Op op = node.op();
        ArrayView target = placement.viewOf(node);
        int times = node.perRun() ? runs : 1;
        if (op instanceof Op.MatMul product) {
            matmul(node, product, target, times);
        } else if (op instanceof Op.ProductSum sum) {
            productSum(node, sum, target, times);
        } else if (op instanceof Op.Factor factor) {
            ArrayView due = node.inputs().size() > 1 ? input(node, 1) : null;
            instructions.add(new FactorInstruction(times, ordered(node, 0), target, due, factor.function(), factor.power()));
        } else if (op instanceof Op.Concat concat) {
            concat(node, concat, target);
        } else if (op instanceof Op.Reshape) {
            copyIntoOrder(node, target);
        } else if (op instanceof Op.Unfold unfold) {
            instructions.add(machine.unfold(times, input(node, 0), target, unfold.kernel()));
        } else if (op instanceof Op.Fold fold) {
            instructions.add(machine.fold(times, ordered(node, 0), target, fold.kernel()));
        } else if (op instanceof Op.MaxPool pool) {
            instructions.add(machine.maxPool(times, ordered(node, 0), target, pool.size()));
        } else if (op instanceof Op.MaxPoolGradient pool) {
            instructions.add(machine.maxPoolGradient(times, ordered(node, 0), ordered(node, 1), target, pool.size()));
        } else {
            throw new UnsupportedOperationException("cannot run " + node);
        }
    }

    private ArrayView input(Node node, int i) {
        return placement.viewOf(node.inputs().get(i));
    }

    private ArrayView ordered(Node node, int i) {
        ArrayView view = input(node, i);
        return view.contiguous() ? view : copied(view, node.inputs().get(i).perRun());
    }

    private ArrayView copied(ArrayView view, boolean perRun) {
        Memory memory = machine.allocate(perRun ? Math.multiplyExact(runs, view.size()) : view.size());
        ArrayView copy = ArrayView.rows(memory, 0, perRun ? view.size() : 0, view.shape());
        instructions.add(machine.kernel(KernelAssembler.copy(runs, view, copy)));
        return copy;
    }

    /** A reshape whose operand turned out to lie in order is only another look at it; else its elements are copied. */
    private void copyIntoOrder(Node node, ArrayView target) {
        ArrayView source = input(node, 0);
        if (!source.contiguous()) {
            ArrayView sameShape = target.reshape(source.shape());
            instructions.add(machine.kernel(KernelAssembler.copy(runs, source, sameShape)));
        }
    }

    private void concat(Node node, Op.Concat concat, ArrayView target) {
        int from = 0;
        for (Node part : node.inputs()) {
            int to = from + part.length(concat.axis());
            if (!placement.writtenInPlace(part, node, from)) {
                ArrayView slice = target.slice(concat.axis(), from, to);
                instructions.add(machine.kernel(KernelAssembler.copy(runs, placement.viewOf(part), slice)));
            }
            from = to;
        }
    }

    private void matmul(Node node, Op.MatMul product, ArrayView target, int times) {
        ArrayView a = multipliable(input(node, 0), node.inputs().get(0).perRun());
        ArrayView b = multipliable(input(node, 1), node.inputs().get(1).perRun());
        int[] batch = Arrays.copyOf(node.shape(), node.rank() - 2);
        ArrayView left = batched(product.transposeLeft() ? turned(a) : a, batch);
        ArrayView right = batched(product.transposeRight() ? turned(b) : b, batch);
        instructions.add(machine.matmul(times, left, right, target));
    }

    private void productSum(Node node, Op.ProductSum sum, ArrayView target, int times) {
        ArrayView a = multipliable(input(node, 0), node.inputs().get(0).perRun());
        ArrayView b = multipliable(input(node, 1), node.inputs().get(1).perRun());
        instructions.add(machine.productSum(times, sum.transposeLeft() ? turned(a) : a, sum.transposeRight() ? turned(b) : b, target,
                new ScaledView(sum.product(), input(node, 3), target), new ScaledView(sum.addend(), input(node, 4), input(node, 2))));
    }

    /** A matrix operand must have neighbours in memory along one of its two axes. */
    private ArrayView multipliable(ArrayView view, boolean perRun) {
        int rank = view.shape().length;
        boolean row = view.strides()[rank - 1] == 1 || view.shape()[rank - 1] == 1;
        boolean column = view.strides()[rank - 2] == 1 || view.shape()[rank - 2] == 1;
        boolean stretched = Arrays.stream(new int[]{rank - 1, rank - 2})
                .anyMatch(axis -> view.strides()[axis] == 0 && view.shape()[axis] != 1);
        return (row || column) && !stretched ? view : copied(view, perRun);
    }

    private static ArrayView turned(ArrayView view) {
        int rank = view.shape().length;
        Integer[] order = new Integer[rank];
        Arrays.setAll(order, i -> i);
        order[rank - 1] = rank - 2;
        order[rank - 2] = rank - 1;
        return view.permute(List.of(order));
    }

    private static ArrayView batched(ArrayView view, int[] batch) {
        int rank = view.shape().length;
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = view.shape()[rank - 2];
        shape[batch.length + 1] = view.shape()[rank - 1];
        return view.expand(shape);
    }
}
