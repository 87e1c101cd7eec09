package downhill.engine.host;

import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import java.util.Arrays;

/**
 * A fused kernel: fills registers with a block, runs every step over the block, writes the block back. A block is small
 * enough that all registers stay in the cache and large enough that the cost of starting a step vanishes.
 */
final class FloatKernel implements Instruction {
    private static final int BLOCK = 512;
    /** Bytes of a line of the cache, and of what stands before the numbers of an array. */
    private static final int LINE = 64;
    private static final int HEAD = 16;

    private final int runs;
    private final int size;
    private final int block;
    private final FloatLoad[] loads;
    private final FloatStep[] steps;
    private final FloatStore[] stores;
    private final FloatReduction[] reductions;

    FloatKernel(KernelCode code, boolean quick) {
        int[] space = code.space();
        int length = 1;
        for (int axis : space) {
            length *= axis;
        }
        this.runs = code.runs();
        this.size = length;
        this.block = blockLength(length, space[space.length - 1]);
        float[][] registers = new float[code.registers()][aligned(block)];
        code.constants().forEach(constant -> Arrays.fill(registers[constant.register()], (float) constant.value()));
        this.loads = code.loads().stream().map(load -> new FloatLoad(load, space, registers[load.register()]))
                .toArray(FloatLoad[]::new);
        this.steps = code.steps().stream().map(step -> FloatSteps.bind(step, registers, quick)).toArray(FloatStep[]::new);
        this.stores = code.stores().stream().map(store -> new FloatStore(store, space, registers[store.register()]))
                .toArray(FloatStore[]::new);
        this.reductions = code.reductions().stream()
                .map(reduction -> new FloatReduction(reduction, space, registers[reduction.target().register()]))
                .toArray(FloatReduction[]::new);
    }

    /** Whole rows where a row fits. */
    private static int blockLength(int size, int inner) {
        if (size <= BLOCK) {
            return size;
        }
        return inner <= BLOCK ? BLOCK / inner * inner : BLOCK;
    }

    /**
     * A length with which an array takes whole cache lines, its head of 16 bytes included: registers that lie one behind the other then
     * begin at the same place of a line, and no vector of one crosses two lines where those of another do not.
     */
    private static int aligned(int block) {
        int perLine = LINE / Float.BYTES;
        int head = HEAD / Float.BYTES;
        return (block + head + perLine - 1) / perLine * perLine - head;
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            begin(run);
            for (int start = 0; start < size; start += block) {
                block(run, start, Math.min(block, size - start));
            }
            for (FloatReduction reduction : reductions) {
                reduction.end(run);
            }
        }
    }

    private void begin(int run) {
        for (FloatLoad load : loads) {
            load.begin(run);
        }
        for (FloatReduction reduction : reductions) {
            reduction.begin();
        }
    }

    private void block(int run, int start, int count) {
        for (FloatLoad load : loads) {
            load.block(start, count);
        }
        for (FloatStep step : steps) {
            step.run(count);
        }
        for (FloatStore store : stores) {
            store.block(run, start, count);
        }
        for (FloatReduction reduction : reductions) {
            reduction.block(start, count);
        }
    }
}
