package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.util.List;

/**
 * A kernel that small runs walk together, as further rows of one space, rather than one after the other. Each sum and each largest value
 * is that of whole rows of one run, in the same order as if the run were alone, so that no bit depends on it; where sums go across rows,
 * or runs fill a block by themselves, the kernel stays as it is.
 */
final class RunsAsRows {
    /** Of a run, if others are to join it. */
    private static final int LARGEST = FloatKernel.BLOCK / 2;

    private RunsAsRows() {
    }

    static KernelCode of(KernelCode code) {
        if (code.runs() == 1 || length(code.space()) > LARGEST || !code.reductions().stream().allMatch(RunsAsRows::apart)) {
            return code;
        }
        int[] space = withRuns(code.runs(), code.space());
        return new KernelCode(1, space, code.registers(), code.constants(), joined(code.loads()), code.steps(), joined(code.stores()),
                code.reductions().stream().map(each -> joined(each, code.runs())).toList());
    }

    private static int length(int[] space) {
        int length = 1;
        for (int axis : space) {
            length *= axis;
        }
        return length;
    }

    /** Whether each row gives one number, and those of all runs lie side by side. */
    private static boolean apart(KernelCode.Reduction reduction) {
        int[] strides = reduction.target().strides();
        return strides[strides.length - 1] == 0 && reduction.target().runStride() == reduction.span();
    }

    private static List<KernelCode.Access> joined(List<KernelCode.Access> accesses) {
        return accesses.stream().map(RunsAsRows::joined).toList();
    }

    private static KernelCode.Access joined(KernelCode.Access access) {
        int[] strides = withRuns(access.runStride(), access.strides());
        return new KernelCode.Access(access.register(), access.memory(), access.offset(), 0, strides, access.rows());
    }

    private static KernelCode.Reduction joined(KernelCode.Reduction reduction, int runs) {
        return new KernelCode.Reduction(reduction.maximum(), joined(reduction.target()), runs * reduction.span());
    }

    private static int[] withRuns(int first, int[] rest) {
        int[] all = new int[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
