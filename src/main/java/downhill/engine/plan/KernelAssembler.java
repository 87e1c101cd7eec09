package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.graph.Shapes;
import downhill.expr.BinaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns a group of nodes into {@link KernelCode}: operands become accesses, values become registers, axes are merged. */
final class KernelAssembler {
    private final int runs;
    private final int[] space;
    private final boolean perRun;
    private final List<KernelCode.Constant> constants = new ArrayList<>();
    private final List<KernelCode.Access> loads = new ArrayList<>();
    private final List<KernelCode.Step> steps = new ArrayList<>();
    private final List<KernelCode.Access> stores = new ArrayList<>();
    private final List<KernelCode.Reduction> reductions = new ArrayList<>();
    private final Map<Node, Integer> registerOf = new HashMap<>();
    /** Registers with one number for each row. */
    private final Map<Node, Integer> rowRegisterOf = new HashMap<>();
    private int registers;

    KernelAssembler(int runs, int[] space, boolean perRun) {
        this.runs = runs;
        this.space = space;
        this.perRun = perRun;
    }

    /** A kernel that only copies. */
    static KernelCode copy(int runs, ArrayView from, ArrayView to) {
        KernelAssembler assembler = new KernelAssembler(runs, to.shape(), from.runStride() != 0 || to.runStride() != 0);
        int register = assembler.load(from);
        assembler.store(register, to);
        return assembler.assemble();
    }

    /** A kernel that adds a second value to a first one in its place, each times its number. */
    static KernelCode sum(int runs, ScaledView first, ScaledView second) {
        ArrayView place = first.value();
        KernelAssembler assembler = new KernelAssembler(runs, place.shape(), place.runStride() != 0);
        int sum = assembler.step(BinaryOp.ADD, assembler.scaled(first), assembler.scaled(second));
        assembler.store(sum, place);
        return assembler.assemble();
    }

    private int scaled(ScaledView scaled) {
        int factor = registers++;
        constants.add(new KernelCode.Constant(factor, scaled.factor()));
        return step(BinaryOp.MULTIPLY, step(BinaryOp.MULTIPLY, factor, load(scaled.number())), load(scaled.value()));
    }

    private int step(BinaryOp op, int left, int right) {
        steps.add(new KernelCode.Step(new Op.Binary(op), registers, left, right, -1, false));
        return registers++;
    }

    /** @param rows whether it is computed once for each row */
    void addElementwise(Node node, boolean rows, Function<Node, ArrayView> viewOf) {
        int[] operands = {-1, -1, -1};
        for (int i = 0; i < node.inputs().size(); i++) {
            operands[i] = rows ? rowOperand(node.inputs().get(i), viewOf) : operand(node.inputs().get(i), viewOf);
        }
        Map<Node, Integer> known = rows ? rowRegisterOf : registerOf;
        if (node.op() instanceof Op.Move) {
            known.put(node, operands[0]);
            return;
        }
        int target = registers++;
        known.put(node, target);
        steps.add(new KernelCode.Step(node.op(), target, operands[0], operands[1], operands[2], rows));
    }

    /** A sum or largest value of each row, which the kernel uses itself. */
    void addRowReduction(Node node, Function<Node, ArrayView> viewOf) {
        int register = operand(node.inputs().get(0), viewOf);
        int target = registers++;
        rowRegisterOf.put(node, target);
        steps.add(new KernelCode.Step(node.op(), target, register, -1, -1, false));
    }

    void addReduction(Node node, ArrayView target, Function<Node, ArrayView> viewOf) {
        int register = operand(node.inputs().get(0), viewOf);
        int[] strides = target.strides().clone();
        for (int axis = 0; axis < strides.length; axis++) {
            if (target.shape()[axis] == 1) {
                strides[axis] = 0;
            }
        }
        KernelCode.Access access = access(register, target, strides, false);
        reductions.add(new KernelCode.Reduction(node.op() instanceof Op.DetachedMax, access, target.size()));
    }

    void store(Node node, ArrayView target) {
        Integer ofRows = rowRegisterOf.get(node);
        if (ofRows == null) {
            store(registerOf.get(node), target);
        } else {
            stores.add(access(ofRows, target, onceARow(target), true));
        }
    }

    private void store(int register, ArrayView target) {
        stores.add(access(register, target, target.strides(), false));
    }

    private static int[] onceARow(ArrayView view) {
        int[] strides = view.strides().clone();
        strides[strides.length - 1] = 0;
        return strides;
    }

    private int operand(Node input, Function<Node, ArrayView> viewOf) {
        Integer known = registerOf.get(input);
        if (known != null) {
            return known;
        }
        int register;
        if (input.op() instanceof Op.Constant constant) {
            register = registers++;
            constants.add(new KernelCode.Constant(register, constant.value()));
        } else if (rowRegisterOf.containsKey(input)) {
            register = registers++;
            steps.add(new KernelCode.Step(new Op.Expand(), register, rowRegisterOf.get(input), -1, -1, false));
        } else {
            register = load(viewOf.apply(input));
        }
        registerOf.put(input, register);
        return register;
    }

    private int rowOperand(Node input, Function<Node, ArrayView> viewOf) {
        if (input.op() instanceof Op.Constant) {
            return operand(input, viewOf);
        }
        return rowRegisterOf.computeIfAbsent(input, unused -> {
            int register = registers++;
            ArrayView stretched = viewOf.apply(input).expand(space);
            loads.add(access(register, stretched, onceARow(stretched), true));
            return register;
        });
    }

    private int load(ArrayView view) {
        int register = registers++;
        ArrayView stretched = view.expand(space);
        loads.add(access(register, stretched, stretched.strides(), false));
        return register;
    }

    private static KernelCode.Access access(int register, ArrayView view, int[] strides, boolean rows) {
        return new KernelCode.Access(register, view.memory(), view.offset(), view.runStride(), strides, rows);
    }

    /**
     * The finished program. Without reductions the run axis joins the space, so that short rows still fill a block. Where there are
     * values of rows, rows stay as they are.
     */
    KernelCode assemble() {
        List<KernelCode.Access> all = new ArrayList<>(loads);
        all.addAll(stores);
        reductions.forEach(reduction -> all.add(reduction.target()));
        boolean flat = perRun && reductions.isEmpty() && rowRegisterOf.isEmpty();
        List<int[]> strides = new ArrayList<>();
        all.forEach(access -> strides.add(flat ? withRunAxis(access) : access.strides()));
        if (!rowRegisterOf.isEmpty()) {
            strides.add(rowNumbers());
        }
        int[] merged = Axes.merge(flat ? withRunAxis(runs, space) : space, strides);
        for (int i = 0; i < all.size(); i++) {
            KernelCode.Access old = all.get(i);
            int runStride = flat ? 0 : old.runStride();
            all.set(i, new KernelCode.Access(old.register(), old.memory(), old.offset(), runStride, strides.get(i), old.rows()));
        }
        return new KernelCode(perRun && !flat ? runs : 1, merged, registers, constants, all.subList(0, loads.size()),
                steps, all.subList(loads.size(), loads.size() + stores.size()), mergedReductions(all));
    }

    /** With which the last axis is merged with no other. */
    private int[] rowNumbers() {
        int[] shape = space.clone();
        shape[shape.length - 1] = 1;
        int[] strides = Shapes.strides(shape);
        strides[strides.length - 1] = 0;
        return strides;
    }

    private List<KernelCode.Reduction> mergedReductions(List<KernelCode.Access> all) {
        List<KernelCode.Reduction> result = new ArrayList<>();
        int first = loads.size() + stores.size();
        for (int i = 0; i < reductions.size(); i++) {
            KernelCode.Reduction old = reductions.get(i);
            result.add(new KernelCode.Reduction(old.maximum(), all.get(first + i), old.span()));
        }
        return result;
    }

    private static int[] withRunAxis(KernelCode.Access access) {
        return withRunAxis(access.runStride(), access.strides());
    }

    private static int[] withRunAxis(int first, int[] rest) {
        int[] result = new int[rest.length + 1];
        result[0] = first;
        System.arraycopy(rest, 0, result, 1, rest.length);
        return result;
    }

    @Override
    public String toString() {
        return "kernel over " + Arrays.toString(space) + ": " + steps.size() + " steps";
    }
}
