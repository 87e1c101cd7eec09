package downhill.engine.nd4j;

import downhill.engine.graph.Op;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A kernel as operations one after the other. Loads are looks at memory in which repeated axes have length 1; a step's
 * value has only the axes that its operands have. All that is loaded is used before anything it may lie under is written.
 */
final class KernelBinder {
    private final Recorder recorder;
    private final KernelCode code;
    private final KernelOrder order;
    private final INDArray[] registers;
    private final UnaryBinder unary;
    private final BinaryBinder binary;

    KernelBinder(Recorder recorder, KernelCode code) {
        this.recorder = recorder;
        this.code = code;
        this.order = new KernelOrder(code);
        this.registers = new INDArray[code.registers()];
        this.unary = new UnaryBinder(recorder);
        this.binary = new BinaryBinder(recorder);
    }

    Instruction bind() {
        int rank = fullShape().length;
        code.constants().forEach(constant -> registers[constant.register()] = recorder.constant(rank, constant.value()));
        code.loads().forEach(load -> registers[load.register()] = repeatless(load));
        for (int i = 0; i < code.steps().size(); i++) {
            step(i, code.steps().get(i));
        }
        code.reductions().forEach(this::reduce);
        code.loads().stream().filter(order::overwrittenBeforeStored).forEach(this::keep);
        for (KernelCode.Access store : code.stores()) {
            INDArray target = full(store);
            if (!order.writtenAtOnce(store)) {
                recorder.copy(registers[store.register()], target);
            }
        }
        return recorder.script();
    }

    /** A copy in place of a look at memory. */
    private void keep(KernelCode.Access load) {
        INDArray look = registers[load.register()];
        registers[load.register()] = recorder.take(look.shape());
        recorder.copy(look, registers[load.register()]);
    }

    private void step(int index, KernelCode.Step step) {
        INDArray a = registers[step.a()];
        INDArray b = step.b() < 0 ? a : registers[step.b()];
        INDArray c = step.c() < 0 ? a : registers[step.c()];
        INDArray z = result(index, step, stretchedShape(a, b, c));
        registers[step.target()] = z;
        if (step.op() instanceof Op.Unary op) {
            unary.bind(op.op(), a, z);
        } else if (step.op() instanceof Op.Binary op) {
            binary.bind(op.op(), a, b, z);
        } else {
            binary.select(a, b, c, z);
        }
        order.lastReadBy(index).forEach(register -> recorder.give(registers[register]));
    }

    private INDArray result(int index, KernelCode.Step step, long[] shape) {
        KernelCode.Access store = order.onlyStoreOf(index);
        if (store != null && Arrays.equals(shape, fullShape())) {
            order.markWritten(store);
            return full(store);
        }
        return recorder.take(shape);
    }

    private void reduce(KernelCode.Reduction reduction) {
        KernelCode.Access target = reduction.target();
        INDArray source = recorder.stretched(registers[target.register()], fullShape());
        INDArray z = repeatless(target);
        int first = code.runs() > 1 ? 1 : 0;
        int[] axes = IntStream.range(0, target.strides().length).filter(axis -> target.strides()[axis] == 0)
                .map(axis -> axis + first).toArray();
        ReductionBinder reductions = new ReductionBinder(recorder);
        if (reduction.maximum()) {
            reductions.max(source, z, axes);
        } else {
            reductions.sum(source, z, axes);
        }
    }

    private long[] fullShape() {
        IntStream space = Arrays.stream(code.space());
        return (code.runs() > 1 ? IntStream.concat(IntStream.of(code.runs()), space) : space).asLongStream().toArray();
    }

    private static long[] stretchedShape(INDArray... operands) {
        long[] shape = operands[0].shape().clone();
        for (INDArray operand : operands) {
            Arrays.setAll(shape, axis -> Math.max(shape[axis], operand.size(axis)));
        }
        return shape;
    }

    private INDArray full(KernelCode.Access access) {
        return Views.view(code.runs(), access.memory(), access.offset(), access.runStride(), code.space(), access.strides());
    }

    /** With length 1 along axes, the run axis included, where the same element is met again and again. */
    private INDArray repeatless(KernelCode.Access access) {
        int[] lengths = Views.lengthsWithoutRepeats(code.space(), access.strides());
        if (code.runs() > 1 && access.runStride() == 0) {
            int[] withRun = IntStream.concat(IntStream.of(1), Arrays.stream(lengths)).toArray();
            int[] strides = IntStream.concat(IntStream.of(1), Arrays.stream(access.strides())).toArray();
            return Views.view(1, access.memory(), access.offset(), 0, withRun, strides);
        }
        return Views.view(code.runs(), access.memory(), access.offset(), access.runStride(), lengths, access.strides());
    }
}
