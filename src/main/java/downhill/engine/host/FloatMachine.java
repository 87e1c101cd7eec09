package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import java.util.ArrayList;
import java.util.List;

/** The CPU in float. */
final class FloatMachine implements Machine {
    private final boolean quick;
    private final List<FloatMemory> memories = new ArrayList<>();

    /** {@code quick} as {@link Host#machine}. */
    FloatMachine(boolean quick) {
        this.quick = quick;
    }

    /** Also called by the training threads, when their rules begin. */
    @Override
    public synchronized Memory allocate(int length) {
        FloatMemory memory = new FloatMemory(length);
        memories.add(memory);
        return memory;
    }

    @Override
    public synchronized void close() {
        memories.forEach(FloatMemory::close);
        memories.clear();
    }

    @Override
    public Instruction kernel(KernelCode code) {
        return new FloatKernel(code, quick);
    }

    @Override
    public Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c) {
        return new FloatGemm(runs, a, b, c);
    }

    @Override
    public Instruction unfold(int runs, ArrayView images, ArrayView patches, int kernel) {
        return new FloatUnfold(runs, images, patches, kernel);
    }

    @Override
    public Instruction fold(int runs, ArrayView patches, ArrayView images, int kernel) {
        return new FloatFold(runs, patches, images, kernel);
    }

    @Override
    public Instruction maxPool(int runs, ArrayView images, ArrayView pooled, int size) {
        return new FloatMaxPool(runs, images, pooled, size);
    }

    @Override
    public Instruction maxPoolGradient(int runs, ArrayView images, ArrayView pooledGradient, ArrayView imageGradient, int size) {
        return new FloatMaxPoolGradient(runs, images, pooledGradient, imageGradient, size);
    }
}
