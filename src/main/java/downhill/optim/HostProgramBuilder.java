package downhill.optim;

import downhill.expr.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns scalar formulas into instructions. Each assignment gets a register of its own, so equal instructions always mean
 * equal values and are computed once.
 */
final class HostProgramBuilder {
    private record Operation(Object op, int a, int b, int c) {
    }

    private final int hyperparameters;
    private final List<Double> registers = new ArrayList<>();
    private final List<HostProgram.Instruction> code = new ArrayList<>();
    private final Map<String, Integer> registerOf = new HashMap<>();
    private final Map<Operation, Integer> done = new HashMap<>();
    private final Map<Double, Integer> constants = new HashMap<>();
    private final Map<Integer, ScalarSlot> slots = new LinkedHashMap<>();

    HostProgramBuilder(List<Hyperparameter> hyperparameters, List<String> scalars) {
        this.hyperparameters = hyperparameters.size();
        hyperparameters.forEach(h -> registerOf.put(h.symbol(), register(0)));
        registerOf.put(Rule.STEP, register(0));
        scalars.forEach(name -> registerOf.put(name, register(0)));
    }

    boolean isScalar(String name) {
        return registerOf.containsKey(name);
    }

    void assign(String name, Expr value) {
        registerOf.put(name, compile(value));
    }

    /** The name stands for an element-wise value from here on. */
    void forget(String name) {
        registerOf.remove(name);
    }

    /** The slot that holds a scalar formula; equal formulas share one. */
    ScalarSlot slot(Expr expr) {
        return slots.computeIfAbsent(compile(expr), r -> new ScalarSlot("$" + slots.size(), expr));
    }

    /** Where a scalar's value is from here on, or −1. */
    int registerOf(String name) {
        return registerOf.getOrDefault(name, -1);
    }

    /** @param rate register of the learning rate that the program works with, or −1 */
    HostProgram build(List<String> scalarResults, int rate) {
        return new HostProgram(hyperparameters, registers.stream().mapToDouble(r -> r).toArray(), code,
                scalarResults.stream().mapToInt(registerOf::get).toArray(),
                slots.keySet().stream().mapToInt(r -> r).toArray(), List.copyOf(slots.values()), rate);
    }

    private int compile(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return constants.computeIfAbsent(num.value(), this::register);
        }
        if (expr instanceof Expr.Sym sym) {
            return registerOf.get(sym.name());
        }
        if (expr instanceof Expr.Unary unary) {
            return operation(unary.op(), compile(unary.argument()), 0, 0);
        }
        if (expr instanceof Expr.Binary binary) {
            return operation(binary.op(), compile(binary.left()), compile(binary.right()), 0);
        }
        Expr.Select select = (Expr.Select) expr;
        return operation(null, compile(select.condition()), compile(select.then()), compile(select.otherwise()));
    }

    private int operation(Object op, int a, int b, int c) {
        return done.computeIfAbsent(new Operation(op, a, b, c), key -> {
            int target = register(0);
            code.add(new HostProgram.Instruction(op, a, b, c, target));
            return target;
        });
    }

    private int register(double initial) {
        registers.add(initial);
        return registers.size() - 1;
    }
}
