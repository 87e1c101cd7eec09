package downhill.engine.opencl;

import downhill.engine.plan.KernelCode;
import java.util.ArrayList;
import java.util.List;

/** A fused kernel: one walk over its elements, a register a variable. */
final class KernelText {
    private final ClText text;

    KernelText(ClText text) {
        this.text = text;
    }

    void write(KernelCode code) {
        int[] space = code.space();
        int size = ClText.product(space);
        ReductionText reductions = new ReductionText(text, space);
        List<KernelCode.Reduction> whole = code.reductions().stream().filter(reductions::whole).toList();
        List<KernelCode.Reduction> parts = code.reductions().stream().filter(each -> !reductions.whole(each)).toList();
        List<Integer> kept = new ArrayList<>(parts.stream().map(each -> each.target().register()).distinct().toList());
        text.line("  {");
        for (int i = 0; i < whole.size(); i++) {
            reductions.begin(i, whole.get(i));
        }
        text.loop("e", size);
        text.indexes("e", space, "i");
        elements(code, space);
        for (int i = 0; i < whole.size(); i++) {
            reductions.take(i, whole.get(i));
        }
        for (int i = 0; i < kept.size(); i++) {
            text.line("    T[e + %d] = r%d;", i * size, kept.get(i));
        }
        text.needScratch(Math.multiplyExact(kept.size(), size));
        text.line("  }");
        text.sync();
        parts.forEach(part -> {
            reductions.rows(part, kept.indexOf(part.target().register()) * size);
            text.sync();
        });
        for (int i = 0; i < whole.size(); i++) {
            reductions.end(i, whole.get(i));
        }
        text.line("  }");
    }

    private void elements(KernelCode code, int[] space) {
        for (KernelCode.Constant constant : code.constants()) {
            text.line("    const real r%d = %s;", constant.register(), text.literal(constant.value()));
        }
        for (KernelCode.Access load : code.loads()) {
            text.line("    const real r%d = %s;", load.register(), place(load, space));
        }
        for (KernelCode.Step step : code.steps()) {
            text.line("    const real r%d = %s;", step.target(), Formulas.of(step));
        }
        for (KernelCode.Access store : code.stores()) {
            text.line("    %s = r%d;", place(store, space), store.register());
        }
    }

    private static String place(KernelCode.Access access, int[] space) {
        return ClText.name(access.memory()) + "[" + ClText.at(access.offset(), access.strides(), space, "i") + "]";
    }
}
