package downhill.engine.opencl;

import downhill.engine.plan.KernelCode;

/** Sums and largest values over the elements of a kernel, in an order that depends on nothing but the number of work-items. */
final class ReductionText {
    private static final String LEAST = "-(real)INFINITY";

    private final ClText text;
    private final int[] space;

    ReductionText(ClText text, int[] space) {
        this.text = text;
        this.space = space;
    }

    /** True where one number comes of the whole walk. */
    boolean whole(KernelCode.Reduction reduction) {
        return outputs(reduction) == 1;
    }

    private int outputs(KernelCode.Reduction reduction) {
        int count = 1;
        for (int axis = 0; axis < space.length; axis++) {
            count *= reduction.target().strides()[axis] != 0 ? space[axis] : 1;
        }
        return count;
    }

    private static String combined(boolean maximum, String a, String b) {
        return maximum ? "larger(" + a + ", " + b + ")" : a + " + " + b;
    }

    /** Before the walk: {@code w}, the number of the i-th reduction. */
    void begin(int i, KernelCode.Reduction reduction) {
        text.line("  real w%d = %s;", i, reduction.maximum() ? LEAST : "0");
    }

    /** At each element of the walk. */
    void take(int i, KernelCode.Reduction reduction) {
        text.line("    w%d = %s;", i, combined(reduction.maximum(), "w" + i, "r" + reduction.target().register()));
    }

    /** After the walk: the work-items' numbers by halves. */
    void end(int i, KernelCode.Reduction reduction) {
        String target = ClText.name(reduction.target().memory()) + "[" + reduction.target().offset() + "]";
        text.needScratch(text.lanes());
        text.line("  T[lid] = w%d;", i);
        text.sync();
        text.line("  for (int h = LS / 2; h > 0; h /= 2) {");
        text.line("    if (lid < h) T[lid] = %s;", combined(reduction.maximum(), "T[lid]", "T[lid + h]"));
        text.sync();
        text.line("  }");
        text.line("  if (lid == 0) %s = T[0];", target);
        text.sync();
    }

    /** After the walk, whose elements lie in the scratch from {@code from} on: a work-item for each output, one element after the other. */
    void rows(KernelCode.Reduction reduction, int from) {
        KernelCode.Access target = reduction.target();
        int[] kept = space.clone();
        int[] gone = space.clone();
        int[] row = new int[space.length];
        int below = 1;
        for (int axis = space.length - 1; axis >= 0; axis--) {
            row[axis] = below;
            below *= space[axis];
            (target.strides()[axis] != 0 ? gone : kept)[axis] = 1;
        }
        text.loop("o", outputs(reduction));
        text.indexes("o", kept, "k");
        text.line("    real s = %s;", reduction.maximum() ? LEAST : "0");
        text.line("    for (int n = 0; n < %d; n++) {", ClText.product(gone));
        text.indexes("n", gone, "g");
        String where = ClText.at(from, row, kept, "k") + " + " + ClText.at(0, row, gone, "g");
        text.line("      s = %s;", combined(reduction.maximum(), "s", "T[" + where + "]"));
        text.line("    }");
        text.line("    %s[%s] = s;", ClText.name(target.memory()), ClText.at(target.offset(), target.strides(), kept, "k"));
        text.line("  }");
    }
}
