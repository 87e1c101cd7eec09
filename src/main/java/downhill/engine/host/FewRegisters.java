package downhill.engine.host;

import downhill.engine.plan.KernelCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The same program with as few registers as it needs: one whose number nobody reads any more is written anew. Blocks of fewer registers
 * stay nearer to the processor.
 */
final class FewRegisters {
    private static final int NONE = -1;

    private final KernelCode code;
    private final int[] lastRead;
    private final boolean[] kept;
    private final int[] now;
    private final Deque<Integer> free = new ArrayDeque<>();
    private int count;

    private FewRegisters(KernelCode code) {
        this.code = code;
        lastRead = new int[code.registers()];
        kept = new boolean[code.registers()];
        now = new int[code.registers()];
        Arrays.fill(lastRead, NONE);
        for (int i = 0; i < code.steps().size(); i++) {
            for (int operand : operands(code.steps().get(i))) {
                lastRead[operand] = i;
            }
        }
        code.constants().forEach(constant -> keep(constant.register()));
        code.loads().stream().filter(load -> Arrays.stream(load.strides()).allMatch(stride -> stride == 0))
                .forEach(load -> keep(load.register()));
        code.stores().forEach(store -> keep(store.register()));
        code.reductions().forEach(reduction -> keep(reduction.target().register()));
    }

    static KernelCode of(KernelCode code) {
        return new FewRegisters(code).renamed();
    }

    private void keep(int register) {
        kept[register] = true;
    }

    private static int[] operands(KernelCode.Step step) {
        return Arrays.stream(new int[] {step.a(), step.b(), step.c()}).filter(operand -> operand >= 0).distinct().toArray();
    }

    private KernelCode renamed() {
        code.constants().forEach(constant -> take(constant.register()));
        code.loads().forEach(load -> take(load.register()));
        List<KernelCode.Step> steps = new ArrayList<>();
        for (int i = 0; i < code.steps().size(); i++) {
            KernelCode.Step step = code.steps().get(i);
            int a = after(step.a());
            int b = after(step.b());
            int c = after(step.c());
            int[] ended = ended(step, i);
            take(step.target());
            steps.add(new KernelCode.Step(step.op(), now[step.target()], a, b, c, step.rows()));
            for (int register : ended) {
                free.push(register);
            }
        }
        return new KernelCode(code.runs(), code.space(), count,
                code.constants().stream().map(each -> new KernelCode.Constant(after(each.register()), each.value())).toList(),
                code.loads().stream().map(this::renamed).toList(), steps, code.stores().stream().map(this::renamed).toList(),
                code.reductions().stream().map(each -> new KernelCode.Reduction(each.maximum(), renamed(each.target()), each.span()))
                        .toList());
    }

    /** What nobody reads after this step. */
    private int[] ended(KernelCode.Step step, int i) {
        return Arrays.stream(operands(step)).filter(operand -> lastRead[operand] == i && !kept[operand]).map(operand -> now[operand])
                .toArray();
    }

    private void take(int register) {
        now[register] = free.isEmpty() ? count++ : free.pop();
    }

    private int after(int register) {
        return register < 0 ? register : now[register];
    }

    private KernelCode.Access renamed(KernelCode.Access access) {
        return new KernelCode.Access(after(access.register()), access.memory(), access.offset(), access.runStride(), access.strides(),
                access.rows());
    }
}
