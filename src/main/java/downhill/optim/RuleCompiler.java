package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Span;
import downhill.expr.Symbols;
import downhill.expr.UpdatePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lifts the scalar parts out of a rule's formulas. */
final class RuleCompiler {
    private static final String OWN_GRADIENT = "g′";

    private final Rule rule;
    private final RuleAnalysis analysis;
    private final boolean carries;
    private final List<String> elementStates = new ArrayList<>();
    private final List<String> scalars = new ArrayList<>();
    private final Set<String> locals = new LinkedHashSet<>();

    RuleCompiler(Rule rule) {
        this.rule = rule;
        this.analysis = RuleAnalysis.of(rule.hyperparameters(), rule.states(), rule.steps());
        this.carries = rule.update().stream().anyMatch(line -> line.target().equals(Rule.LEARNING_RATE));
        rule.states().forEach(state -> (state.scalar() ? scalars : elementStates).add(state.symbol()));
        if (carries) {
            scalars.add(CompiledRule.CARRY);
        }
    }

    CompiledRule compile() {
        Program start = start();
        Program step = step();
        return new CompiledRule(rule, List.copyOf(elementStates), List.copyOf(scalars), List.copyOf(locals), start, step);
    }

    private Program start() {
        HostProgramBuilder host = new HostProgramBuilder(rule.hyperparameters(), scalars);
        List<Assignment> lines = new ArrayList<>();
        for (StateVariable state : rule.states()) {
            if (state.scalar()) {
                host.assign(state.symbol(), state.start());
            } else {
                lines.add(new Assignment(state.symbol(), lift(state.start(), host, Map.of()), Span.NONE));
            }
        }
        if (carries) {
            host.assign(CompiledRule.CARRY, number(1));
        }
        return new Program(host.build(scalars, host.registerOf(Rule.LEARNING_RATE)), lines);
    }

    private Program step() {
        HostProgramBuilder host = new HostProgramBuilder(rule.hyperparameters(), scalars);
        if (carries) {
            host.assign("η seen", symbol(Rule.LEARNING_RATE));
            host.assign(Rule.LEARNING_RATE, binary(BinaryOp.MULTIPLY, symbol(Rule.LEARNING_RATE), symbol(CompiledRule.CARRY)));
        }
        RateInUse rate = new RateInUse(host.registerOf(Rule.LEARNING_RATE));
        List<Assignment> lines = lines(host, rate);
        if (carries) {
            host.assign(CompiledRule.CARRY, nextCarry());
        }
        return new Program(host.build(scalars, rate.register()), lines);
    }

    private List<Assignment> lines(HostProgramBuilder host, RateInUse rate) {
        List<Assignment> lines = new ArrayList<>();
        Map<String, String> renamed = new HashMap<>();
        List<Assignment> steps = rule.steps();
        UpdatePart.Gate open = null;
        for (int i = 0; i < steps.size(); i++) {
            Assignment line = steps.get(i);
            UpdatePart.Gate gate = line.block().gate();
            if (gate != null && !gate.equals(open)) {
                host.assign(gate.name(), gate.due());
            }
            open = gate;
            if (gate != null && analysis.keeps(i)) {
                line = line.giving(new Expr.Select(symbol(gate.name()), line.value(), symbol(line.target()), line.value().span()));
            }
            if (analysis.isScalarLine(i)) {
                rate.scalarLine(line.target(), line.value(), host.registerOf(Rule.LEARNING_RATE));
                host.assign(line.target(), line.value());
            } else {
                rate.elementLine(line.target(), line.value(), host.registerOf(Rule.LEARNING_RATE));
                Expr regrouped = ScalarFactors.regroup(line.value(), host::isScalar, this::isBiasCorrection);
                Expr value = lift(regrouped, host, renamed);
                host.forget(line.target());
                UpdatePart part = gate == null ? line.block() : line.block().due(symbol(host.slot(symbol(gate.name())).name()));
                lines.add(new Assignment(ownName(line.target(), renamed), value, line.span(), part));
            }
        }
        return lines;
    }

    /** The engine's gradient is not the rule's to overwrite: a rule that assigns g gets a copy. */
    private String ownName(String target, Map<String, String> renamed) {
        if (target.equals(Rule.GRADIENT)) {
            renamed.put(target, OWN_GRADIENT);
        }
        String name = renamed.getOrDefault(target, target);
        if (!name.equals(Rule.PARAMETERS) && !elementStates.contains(name)) {
            locals.add(name);
        }
        return name;
    }

    private Expr lift(Expr expr, HostProgramBuilder host, Map<String, String> renamed) {
        Set<String> names = Symbols.of(expr);
        if (names.isEmpty()) {
            return new Expr.Num(Evaluator.evaluate(expr, Map.of()), expr.span());
        }
        if (names.stream().allMatch(host::isScalar)) {
            return new Expr.Sym(host.slot(expr).name(), expr.span());
        }
        if (expr instanceof Expr.Sym sym) {
            return new Expr.Sym(renamed.getOrDefault(sym.name(), sym.name()), sym.span());
        }
        return Exprs.mapChildren(expr, child -> lift(child, host, renamed));
    }

    /** Whether it is 1 − β^t with a β that must lie in [0, 1), which is positive for every t. */
    private boolean isBiasCorrection(Expr expr) {
        return rule.hyperparameters().stream()
                .filter(h -> h.legal().low() >= 0 && h.legal().high() <= 1 && !h.legal().contains(1))
                .anyMatch(h -> Exprs.same(expr, binary(BinaryOp.SUBTRACT, number(1),
                        binary(BinaryOp.POWER, symbol(h.symbol()), symbol(Rule.STEP)))));
    }

    /** A learning rate of 0 says nothing about the factor, so the carry stays. */
    private static Expr nextCarry() {
        Expr seen = symbol("η seen");
        Expr factor = binary(BinaryOp.DIVIDE, symbol(Rule.LEARNING_RATE), seen);
        Expr zero = binary(BinaryOp.EQUAL, seen, number(0));
        return new Expr.Select(zero, symbol(CompiledRule.CARRY), factor, Span.NONE);
    }

    private static Expr symbol(String name) {
        return new Expr.Sym(name, Span.NONE);
    }

    private static Expr number(double value) {
        return new Expr.Num(value, Span.NONE);
    }

    private static Expr binary(BinaryOp op, Expr left, Expr right) {
        return new Expr.Binary(op, left, right, Span.NONE);
    }
}
