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
        View target = placement.viewOf(node);
        int times = node.perRun() ? runs : 1;
        if (op instanceof Op.MatMul product) {
            matmul(node, product, target, times);
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

    private View input(Node node, int i) {
        return placement.viewOf(node.inputs().get(i));
    }

    private View ordered(Node node, int i) {
        View view = input(node, i);
        return view.contiguous() ? view : copied(view, node.inputs().get(i).perRun());
    }

    private View copied(View view, boolean perRun) {
        Memory memory = machine.allocate(perRun ? Math.multiplyExact(runs, view.size()) : view.size());
        View copy = View.rows(memory, 0, perRun ? view.size() : 0, view.shape());
        instructions.add(machine.kernel(KernelAssembler.copy(runs, view, copy)));
        return copy;
    }

    /** A reshape whose operand turned out to lie in order is only another look at it; else its elements are copied. */
    private void copyIntoOrder(Node node, View target) {
        View source = input(node, 0);
        if (!source.contiguous()) {
            View sameShape = target.reshape(source.shape());
            instructions.add(machine.kernel(KernelAssembler.copy(runs, source, sameShape)));
        }
    }

    private void concat(Node node, Op.Concat concat, View target) {
        int from = 0;
        for (Node part : node.inputs()) {
            int to = from + part.length(concat.axis());
            if (!placement.writtenInPlace(part, node, from)) {
                View slice = target.slice(concat.axis(), from, to);
                instructions.add(machine.kernel(KernelAssembler.copy(runs, placement.viewOf(part), slice)));
            }
            from = to;
        }
    }

    private void matmul(Node node, Op.MatMul product, View target, int times) {
        View a = multipliable(input(node, 0), node.inputs().get(0).perRun());
        View b = multipliable(input(node, 1), node.inputs().get(1).perRun());
        int[] batch = Arrays.copyOf(node.shape(), node.rank() - 2);
        View left = batched(product.transposeLeft() ? turned(a) : a, batch);
        View right = batched(product.transposeRight() ? turned(b) : b, batch);
        instructions.add(machine.matmul(times, left, right, target));
    }

    /** A matrix operand must have neighbours in memory along one of its two axes. */
    private View multipliable(View view, boolean perRun) {
        int rank = view.shape().length;
        boolean row = view.strides()[rank - 1] == 1 || view.shape()[rank - 1] == 1;
        boolean column = view.strides()[rank - 2] == 1 || view.shape()[rank - 2] == 1;
        boolean stretched = Arrays.stream(new int[]{rank - 1, rank - 2})
                .anyMatch(axis -> view.strides()[axis] == 0 && view.shape()[axis] != 1);
        return (row || column) && !stretched ? view : copied(view, perRun);
    }

    private static View turned(View view) {
        int rank = view.shape().length;
        Integer[] order = new Integer[rank];
        Arrays.setAll(order, i -> i);
        order[rank - 1] = rank - 2;
        order[rank - 2] = rank - 1;
        return view.permute(List.of(order));
    }

    private static View batched(View view, int[] batch) {
        int rank = view.shape().length;
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = view.shape()[rank - 2];
        shape[batch.length + 1] = view.shape()[rank - 1];
        return view.expand(shape);
    }
}
