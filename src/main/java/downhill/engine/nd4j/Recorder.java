package downhill.engine.nd4j;

import downhill.engine.plan.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Binds operations to arrays, to be executed later in the same order, and lends arrays for values in between. Arrays of a
 * context are set once only: setting them again leaks native memory in this release.
 */
final class Recorder {
    private record Kind(DataType type, List<Long> shape) {
    }

    private final Nd4jMachine machine;
    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final List<Instruction> calls = new ArrayList<>();
    private final Map<Kind, List<INDArray>> free = new HashMap<>();

    Recorder(Nd4jMachine machine) {
        this.machine = machine;
    }

    /** One of the declarable operations, which stretch axes of length 1. */
    void custom(String name, INDArray out, INDArray... in) {
        CustomOp op = DynamicCustomOp.builder(name).build();
        OpContext context = executioner.buildContext();
        context.setInputArrays(in);
        context.setOutputArrays(out);
        calls.add(() -> executioner.exec(op, context));
    }

    /** One of the older operations, whose arrays all have one shape. */
    void legacy(Op op) {
        calls.add(() -> executioner.exec(op));
    }

    /** Copies, stretching axes of length 1. */
    void copy(INDArray from, INDArray to) {
        if (Arrays.equals(from.shape(), to.shape())) {
            legacy(new Assign(from, to));
        } else {
            custom("assign", to, to, from);
        }
    }

    /** The array itself, or a copy stretched to a shape. */
    INDArray stretched(INDArray array, long[] shape) {
        if (Arrays.equals(array.shape(), shape)) {
            return array;
        }
        INDArray copy = take(shape);
        copy(array, copy);
        return copy;
    }

    /** An array with the same value everywhere, in a rank. */
    INDArray constant(int rank, double value) {
        long[] shape = new long[rank];
        Arrays.fill(shape, 1);
        INDArray array = machine.array(machine.type(), shape);
        array.assign(value);
        return array;
    }

    INDArray take(long... shape) {
        return take(machine.type(), shape);
    }

    INDArray take(DataType type, long... shape) {
        List<INDArray> known = free.get(new Kind(type, list(shape)));
        return known == null || known.isEmpty() ? machine.array(type, shape) : known.remove(known.size() - 1);
    }

    /** Says that an array's value is not needed by calls recorded from now on. */
    void give(INDArray array) {
        free.computeIfAbsent(new Kind(array.dataType(), list(array.shape())), unused -> new ArrayList<>()).add(array);
    }

    private static List<Long> list(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    /** Everything recorded, as one instruction. */
    Instruction script() {
        Instruction[] all = calls.toArray(Instruction[]::new);
        return () -> {
            for (Instruction call : all) {
                call.run();
            }
        };
    }
}
