package downhill.engine.host;

import downhill.engine.graph.Op;
import downhill.engine.plan.KernelCode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How a kernel's operands are met, which all threads share, and what a number of its space costs. */
final class KernelWalks {
    /** A function such as e^x takes so many times as long as a sum. */
    private static final int DEAR = 8;

    private final List<OperandWalk> loads;
    private final List<OperandWalk> stores;
    private final List<OperandWalk> reductions;
    private final List<SumForm> forms;
    private final int work;

    /** @param block that is walked at once */
    KernelWalks(KernelCode code, int block) {
        loads = code.loads().stream().map(load -> new OperandWalk(code.space(), load.strides(), load.offset())).toList();
        stores = code.stores().stream().map(store -> new OperandWalk(code.space(), store.strides(), store.offset())).toList();
        reductions = code.reductions().stream().map(each -> new OperandWalk(code.space(), each.target().strides(), 0)).toList();
        forms = IntStream.range(0, reductions.size())
                .mapToObj(i -> SumForm.of(reductions.get(i), code.reductions().get(i).maximum(), block)).toList();
        work = loads.size() + stores.size() + 2 * reductions.size() + code.steps().stream().mapToInt(KernelWalks::work).sum();
    }

    private static int work(KernelCode.Step step) {
        if (step.op() instanceof Op.Unary unary) {
            return switch (unary.op()) {
                case NEGATE, ABS, SIGN, SQUARE, RELU -> 1;
                default -> DEAR;
            };
        }
        return 1;
    }

    OperandWalk load(int i) {
        return loads.get(i);
    }

    OperandWalk store(int i) {
        return stores.get(i);
    }

    OperandWalk reduction(int i) {
        return reductions.get(i);
    }

    SumForm form(int i) {
        return forms.get(i);
    }

    /** Numbers moved or computed for each of the space. */
    int work() {
        return work;
    }

    /** Whether blocks can be walked in any order, their sums being added afterwards. */
    boolean blocksApart() {
        return all(SumForm::apart);
    }

    /** Whether blocks in different places of the first axis' indexes can be: what is added number by number is added over it alone. */
    boolean firstAxisApart() {
        return all(form -> form != SumForm.COLUMNS) && IntStream.range(0, forms.size())
                .allMatch(i -> forms.get(i).apart() || reductions.get(i).repeats());
    }

    /** Whether columns can be. */
    boolean columnsApart() {
        return !forms.isEmpty() && all(form -> form == SumForm.COLUMNS);
    }

    private boolean all(Predicate<SumForm> wanted) {
        return forms.stream().allMatch(wanted);
    }
}
