package downhill.engine.host;

import downhill.engine.OpenBlas;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.ScaledView;
import java.util.ArrayList;
import java.util.List;

/** The CPU in float. */
final class FloatMachine implements Machine {
    private final boolean quick;
    private final Helpers helpers;
    /** What is closed with the machine; also those on whom another machine was made have it, and it is their lock. */
    private final List<Runnable> ends;

    /** {@code quick} as {@link Host#machine}. */
    FloatMachine(boolean quick) {
        this(quick, Helpers.NONE, new ArrayList<>());
    }

    private FloatMachine(boolean quick, Helpers helpers, List<Runnable> ends) {
        this.quick = quick;
        this.helpers = helpers;
        this.ends = ends;
    }

    @Override
    public Machine helped(int threads) {
        if (threads < 2) {
            return this;
        }
        Helpers more = new Helpers(threads - 1);
        synchronized (ends) {
            ends.add(more::close);
        }
        return new FloatMachine(quick, more, ends);
    }

    Helpers helpers() {
        return helpers;
    }

    /** Also called by the training threads, when their rules begin. */
    @Override
    public Memory allocate(int length) {
        return room(length);
    }

    FloatMemory room(int length) {
        FloatMemory memory = new FloatMemory(length);
        synchronized (ends) {
            ends.add(memory::close);
        }
        return memory;
    }

    @Override
    public void close() {
        synchronized (ends) {
            ends.forEach(Runnable::run);
            ends.clear();
        }
    }

    @Override
    public int longestRow() {
        return FloatKernel.BLOCK;
    }

    @Override
    public Instruction kernel(KernelCode code) {
        return new FloatKernel(code, quick, helpers);
    }

    @Override
    public Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c) {
        return new FloatGemm(runs, a, b, c, this);
    }

    @Override
    public Instruction productSum(int runs, ArrayView a, ArrayView b, ArrayView c, ScaledView product, ScaledView addend) {
        return FloatAddend.suits(a, c) ? new FloatGemm(runs, a, b, c, this, OpenBlas.hasSmallProducts(), new FloatAddend(product, addend))
                : Machine.super.productSum(runs, a, b, c, product, addend);
    }

    @Override
    public Instruction unfold(int runs, ArrayView images, ArrayView patches, int kernel) {
        return new FloatUnfold(runs, images, patches, kernel, helpers);
    }

    @Override
    public Instruction fold(int runs, ArrayView patches, ArrayView images, int kernel) {
        return new FloatFold(runs, patches, images, kernel, helpers);
    }

    @Override
    public Instruction maxPool(int runs, ArrayView images, ArrayView pooled, int size) {
        return new FloatMaxPool(runs, images, pooled, size, helpers);
    }

    @Override
    public Instruction maxPoolGradient(int runs, ArrayView images, ArrayView pooledGradient, ArrayView imageGradient, int size) {
        return new FloatMaxPoolGradient(runs, images, pooledGradient, imageGradient, size, helpers);
    }
}
