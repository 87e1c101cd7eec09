package downhill.engine.nd4j;

import downhill.engine.plan.KernelCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** When each register of a kernel is read for the last time, and which results may go straight to their place. */
final class KernelOrder {
    private final KernelCode code;
    private final Map<Integer, Integer> lastRead = new HashMap<>();
    private final Map<Integer, List<KernelCode.Access>> stores = new HashMap<>();
    private final Map<Integer, KernelCode.Access> loads = new HashMap<>();
    private final Set<KernelCode.Access> written = new HashSet<>();

    KernelOrder(KernelCode code) {
        this.code = code;
        code.loads().forEach(load -> loads.put(load.register(), load));
        for (int i = 0; i < code.steps().size(); i++) {
            KernelCode.Step step = code.steps().get(i);
            int at = i;
            IntStream.of(step.a(), step.b(), step.c()).forEach(register -> lastRead.put(register, at));
        }
        int end = code.steps().size();
        code.reductions().forEach(reduction -> lastRead.put(reduction.target().register(), end));
        code.stores().forEach(store -> {
            lastRead.put(store.register(), end);
            stores.computeIfAbsent(store.register(), unused -> new ArrayList<>()).add(store);
        });
    }

    /** Registers holding results of steps that nobody reads after this step. */
    List<Integer> lastReadBy(int index) {
        return code.steps().subList(0, index).stream().map(KernelCode.Step::target)
                .filter(register -> lastRead.getOrDefault(register, -1) == index).toList();
    }

    /** Where the result of a step may be computed in place, or null: nothing read from this step on may lie there. */
    KernelCode.Access onlyStoreOf(int index) {
        List<KernelCode.Access> all = stores.getOrDefault(code.steps().get(index).target(), List.of());
        if (all.size() != 1) {
            return null;
        }
        boolean covered = loads.values().stream()
                .anyMatch(load -> lastRead.getOrDefault(load.register(), -1) >= index && overlap(load, all.get(0)));
        return covered ? null : all.get(0);
    }

    void markWritten(KernelCode.Access store) {
        written.add(store);
    }

    boolean writtenAtOnce(KernelCode.Access store) {
        return written.contains(store);
    }

    /** Whether a value that is only moved lies where another store of the kernel may go first. */
    boolean overwrittenBeforeStored(KernelCode.Access load) {
        return stores.containsKey(load.register())
                && code.stores().stream().anyMatch(store -> store.register() != load.register() && overlap(load, store));
    }

    private boolean overlap(KernelCode.Access a, KernelCode.Access b) {
        return a.memory() == b.memory() && a.offset() <= last(b) && b.offset() <= last(a);
    }

    private int last(KernelCode.Access access) {
        int last = access.offset() + (code.runs() - 1) * access.runStride();
        for (int axis = 0; axis < access.strides().length; axis++) {
            last += (code.space()[axis] - 1) * access.strides()[axis];
        }
        return last;
    }
}
