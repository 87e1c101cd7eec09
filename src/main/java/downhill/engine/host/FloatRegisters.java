package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.util.Arrays;

/** Registers of a kernel and what is done with a block of each: what one thread needs to compute blocks. */
final class FloatRegisters {
    /** Bytes of a line of the cache, and of what stands before the numbers of an array. */
    private static final int LINE = 64;
    private static final int HEAD = 16;

    private final FloatLoad[] loads;
    private final FloatStep[] steps;
    private final FloatStore[] stores;
    private final FloatReduction[] reductions;
    private int run;

    FloatRegisters(KernelCode code, KernelWalks walks, int block, boolean quick) {
        float[][] registers = new float[code.registers()][aligned(block)];
        code.constants().forEach(constant -> Arrays.fill(registers[constant.register()], (float) constant.value()));
        this.loads = new FloatLoad[code.loads().size()];
        Arrays.setAll(loads, i -> new FloatLoad(code.loads().get(i), walks.load(i), registers[code.loads().get(i).register()]));
        int inner = code.space()[code.space().length - 1];
        this.steps = code.steps().stream().map(step -> FloatSteps.bind(step, registers, quick, inner)).toArray(FloatStep[]::new);
        this.stores = new FloatStore[code.stores().size()];
        Arrays.setAll(stores, i -> new FloatStore(code.stores().get(i), walks.store(i), registers[code.stores().get(i).register()]));
        this.reductions = new FloatReduction[code.reductions().size()];
        float[] folded = new float[aligned(block)];
        float[] back = new float[aligned(block)];
        Arrays.setAll(reductions, i -> new FloatReduction(code.reductions().get(i), walks.reduction(i),
                registers[code.reductions().get(i).target().register()], folded, back));
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

    /** From now on a sum's parts are kept rather than added, or its totals are those of all threads. */
    void keep(int reduction, SumForm form, double[] numbers, int block) {
        reductions[reduction].keep(form, numbers, block);
    }

    void begin(int next) {
        run = next;
        for (FloatLoad load : loads) {
            load.begin(run);
        }
    }

    void beginSums() {
        for (FloatReduction reduction : reductions) {
            reduction.begin();
        }
    }

    void block(int start, int count) {
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

    /** Adds what was kept of all blocks and writes a run's sums. */
    void end(int of, int blocks) {
        for (FloatReduction reduction : reductions) {
            reduction.end(of, blocks);
        }
    }
}
