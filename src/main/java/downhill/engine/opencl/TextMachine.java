package downhill.engine.opencl;

import downhill.engine.Precision;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import downhill.engine.plan.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that computes nothing: plans for one run that are made with it are written down as OpenCL C for a work-group. The values are
 * arrays {@code m0}, {@code m1}, ..; a {@link StepWriter} decides where they lie.
 */
public final class TextMachine implements Machine {
    private static final Instruction NOTHING = () -> { };

    private final ClText text;
    private final Precision precision;
    private final KernelText kernels;
    private final ProductText products;
    private final ImageText images;
    private final List<NamedMemory> memories = new ArrayList<>();
    private int taken;

    /** @param lanes work-items of a group, a power of 2 */
    public TextMachine(Precision precision, int lanes) {
        this.precision = precision;
        text = new ClText(precision, lanes);
        kernels = new KernelText(text);
        products = new ProductText(text);
        images = new ImageText(text);
    }

    Precision precision() {
        return precision;
    }

    int lanes() {
        return text.lanes();
    }

    /** Numbers of scratch that all texts so far need. */
    int scratch() {
        return text.scratch();
    }

    /** All memory there is so far. */
    List<NamedMemory> memories() {
        return memories;
    }

    /**
     * What was written since the last call. Memory made since then lives within this text alone, unless it held something from the
     * beginning.
     *
     * @param lasting what else of it others use
     */
    public TextSection take(List<NamedMemory> lasting) {
        int from = taken;
        taken = memories.size();
        return new TextSection(text.take(), memories.subList(from, taken).stream()
                .filter(each -> each.contents() == null && !lasting.contains(each)).toList());
    }

    @Override
    public NamedMemory allocate(int length) {
        NamedMemory memory = new NamedMemory("m" + memories.size(), length);
        memories.add(memory);
        return memory;
    }

    @Override
    public Instruction kernel(KernelCode code) {
        kernels.write(code);
        return NOTHING;
    }

    @Override
    public Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c) {
        products.write(a, b, c);
        return NOTHING;
    }

    @Override
    public Instruction unfold(int runs, ArrayView from, ArrayView patches, int kernel) {
        images.unfold(from, patches, kernel);
        return NOTHING;
    }

    @Override
    public Instruction fold(int runs, ArrayView patches, ArrayView to, int kernel) {
        images.fold(patches, to, kernel);
        return NOTHING;
    }

    @Override
    public Instruction maxPool(int runs, ArrayView from, ArrayView pooled, int size) {
        images.maxPool(from, pooled, size);
        return NOTHING;
    }

    @Override
    public Instruction maxPoolGradient(int runs, ArrayView from, ArrayView pooledGradient, ArrayView imageGradient, int size) {
        images.maxPoolGradient(from, pooledGradient, imageGradient, size);
        return NOTHING;
    }

    @Override
    public void close() {
    }
}
