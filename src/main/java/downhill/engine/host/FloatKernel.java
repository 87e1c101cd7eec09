package downhill.engine.host;

import downhill.engine.plan.Instruction;
import downhill.engine.plan.KernelCode;
import java.util.Arrays;

/**
 * A fused kernel: fills registers with a block, runs every step over the block, writes the block back. A block is small
 * enough that all registers stay in the cache and large enough that the cost of starting a step vanishes.
 *
 * <p>Where there are helpers and enough to do, blocks are dealt out, and their sums are added in the order in which one thread would
 * have; or columns are, where a sum has to be added number by number, or blocks are with all that lie in the same place of another
 * index of the first axis, over which then alone is added number by number.
 */
final class FloatKernel implements Instruction, Helpers.Work {
    /** Numbers that are walked at once; rows of at most so many are walked whole. */
    static final int BLOCK = 512;
    private static final int LEAST_COLUMNS = 64;

    private final int runs;
    private final int size;
    private final int inner;
    private final int block;
    private final Helpers helpers;
    private final boolean byColumns;
    private final int blocks;
    /** From a block to the next that is walked with it; the whole space where each is walked by itself. */
    private final int period;
    /** Blocks of a run or of a period, or groups of columns. */
    private final Deal deal;
    /** Of each worker. */
    private final FloatRegisters[] desks;
    private int current;

    FloatKernel(KernelCode given, boolean quick, Helpers helpers) {
        KernelCode code = FewRegisters.of(RunsAsRows.of(given));
        int[] space = code.space();
        int length = 1;
        for (int axis : space) {
            length *= axis;
        }
        this.runs = code.runs();
        this.size = length;
        this.inner = space[space.length - 1];
        this.helpers = helpers;
        int usual = blockLength(length, inner);
        KernelWalks walks = new KernelWalks(code, usual);
        byColumns = walks.columnsApart() && helpers.workers() > 1;
        block = byColumns ? LEAST_COLUMNS : usual;
        blocks = (size + block - 1) / Math.max(1, block);
        boolean together = !walks.blocksApart() && walks.firstAxisApart() && size / space[0] % block == 0;
        period = together && helpers.workers() > 1 ? size / space[0] : size;
        deal = deal(walks);
        desks = new FloatRegisters[deal.shares() == 1 ? 1 : helpers.workers()];
        Arrays.setAll(desks, worker -> new FloatRegisters(code, walks, block, quick));
        if (deal.shares() > 1) {
            keepSums(code, walks);
        }
    }

    private Deal deal(KernelWalks walks) {
        if (byColumns) {
            return Deal.of((inner + block - 1) / block, (long) size / inner * block * walks.work(), helpers);
        }
        if (period < size) {
            return Deal.of(period / block, (long) size / period * block * walks.work(), helpers);
        }
        return Deal.of(blocks, walks.blocksApart() ? (long) block * walks.work() : 0, helpers);
    }

    private void keepSums(KernelCode code, KernelWalks walks) {
        for (int i = 0; i < code.reductions().size(); i++) {
            int each = walks.form(i).kept(walks.reduction(i), block);
            double[] numbers = new double[walks.form(i).apart() ? each * blocks : code.reductions().get(i).span()];
            for (FloatRegisters desk : desks) {
                desk.keep(i, walks.form(i), numbers, block);
            }
        }
    }

    /** Whole rows where a row fits. */
    private static int blockLength(int size, int inner) {
        if (size <= BLOCK) {
            return size;
        }
        return inner <= BLOCK ? BLOCK / inner * inner : BLOCK;
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            current = run;
            desks[0].beginSums();
            helpers.run(deal.shares(), deal.large(), this);
            desks[0].end(run, blocks);
        }
    }

    @Override
    public void part(int part, int worker) {
        FloatRegisters desk = desks[worker];
        desk.begin(current);
        if (byColumns) {
            columns(desk, deal.from(part) * block, Math.min(inner, deal.to(part) * block));
            return;
        }
        for (int i = deal.from(part); i < deal.to(part); i++) {
            for (int start = i * block; start < size; start += period) {
                desk.block(start, Math.min(block, size - start));
            }
        }
    }

    private void columns(FloatRegisters desk, int from, int to) {
        for (int row = 0; row < size; row += inner) {
            for (int column = from; column < to; column += block) {
                desk.block(row + column, Math.min(block, to - column));
            }
        }
    }
}
