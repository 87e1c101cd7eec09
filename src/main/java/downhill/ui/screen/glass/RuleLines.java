package downhill.ui.screen.glass;

import downhill.analysis.step.StepRecord;
import downhill.analysis.step.TensorLook;
import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Printer;
import downhill.expr.Symbols;
import downhill.optim.Rule;
import downhill.optim.RuleAnalysis;
import downhill.optim.RuleTensor;
import downhill.optim.TensorTelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule's lines with the numbers of one step of one parameter in place of its symbols. What is one number for all
 * parameters is computed beforehand (0.1 for 1 − β₁), and a state freed of its start's bias stands for itself.
 */
final class RuleLines {
    /** Follows each number that belongs to this parameter and step. */
    static final char LIVE = '\u2063';
    /** A number below it is written as a power of ten, as constants with a symbol are. */
    private static final double TINY = 1e-3;
    private static final String HAT = "\u0302";

    /**
     * One line.
     *
     * @param target    what gets a value
     * @param numbers   its right side in numbers
     * @param value     what comes out
     * @param corrected states freed of their start's bias that it uses, with their values
     * @param matrix    whether what comes out is a matrix of other sides than the parameter's own, so that there is no number of it
     */
    record Line(String target, String numbers, double value, Map<String, Double> corrected, boolean matrix) {
    }

    private final Rule rule;
    private final RuleAnalysis analysis;
    private final Map<String, Double> known = new HashMap<>();
    private final Set<String> elements = new HashSet<>();
    private final Map<String, Double> corrected = new LinkedHashMap<>();
    private final double change;
    private int folded;

    private RuleLines(StepRecord record, int parameter) {
        change = record.change(parameter);
        rule = record.run().rule();
        analysis = RuleAnalysis.of(rule.hyperparameters(), rule.states(), rule.steps());
        known.putAll(record.memoryBefore().scalars());
        for (int i = 0; i < record.values().length; i++) {
            known.put(rule.hyperparameters().get(i).symbol(), record.values()[i]);
        }
        known.put(Rule.STEP, (double) record.ruleStep());
        element(Rule.PARAMETERS, record.before()[parameter]);
        element(Rule.GRADIENT, record.gradient().total()[parameter]);
        record.memoryBefore().elements().forEach((name, row) -> element(name, row[parameter]));
    }

    /** The lines of a step, in the order of the rule; none for a method that is no formula. */
    static List<Line> of(StepRecord record, int parameter, Optional<TensorLook> look) {
        RuleLines lines = new RuleLines(record, parameter);
        return look.map(whole -> lines.ofTensors(whole.lines(parameter))).orElseGet(lines::lines);
    }

    private void element(String name, double value) {
        known.put(name, value);
        elements.add(name);
    }

    /** What is made of whole tensors stands there as one number; a matrix without a number for this parameter by its name. */
    private List<Line> ofTensors(List<TensorTelling> told) {
        List<Line> lines = new ArrayList<>();
        for (TensorTelling line : told) {
            line.known().forEach((name, value) -> {
                if (known.put(name, value) == null && !RuleTensor.isFact(name)) {
                    elements.add(name);
                }
            });
            corrected.clear();
            String numbers = line.matrix() ? Printer.print(line.line().value()) : Printer.print(rewritten(line.shown()), this::number);
            lines.add(new Line(line.line().target(), numbers, line.value(), Map.copyOf(corrected), line.matrix()));
            known.put(line.line().target(), line.matrix() ? null : line.value());
            elements.add(line.line().target());
        }
        return lines;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Assignment> steps = rule.steps();
        for (int i = 0; i < steps.size(); i++) {
            Assignment line = steps.get(i);
            boolean scalar = analysis.isScalarLine(i);
            corrected.clear();
            String numbers = Printer.print(scalar ? line.value() : rewritten(line.value()), this::number);
            double value = Evaluator.evaluate(line.value(), known);
            lines.add(new Line(line.target(), numbers, value, Map.copyOf(corrected), false));
            known.put(line.target(), value);
            if (scalar) {
                elements.remove(line.target());
            } else {
                elements.add(line.target());
            }
        }
        return lines;
    }

    private String number(String name) {
        if (known.get(name) == null) {
            return name;
        }
        double value = known.get(name);
        if (name.equals(Rule.PARAMETERS)) {
            return Figures.parameter(value, change) + LIVE;
        }
        return elements.contains(name) ? Figures.factor(value) + LIVE : Figures.constant(value);
    }

    private Expr rewritten(Expr expr) {
        if (expr instanceof Expr.Num num && num.value() != 0 && Math.abs(num.value()) < TINY) {
            return named("#" + folded++, num.value(), expr);
        }
        if (expr instanceof Expr.Num || expr instanceof Expr.Sym) {
            return expr;
        }
        if (isScalar(expr)) {
            return named("#" + folded++, Evaluator.evaluate(expr, known), expr);
        }
        if (expr instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.op(), rewritten(unary.argument()), unary.span());
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (Exprs.isOfTensors(expr)) {
            return expr;
        }
        Expr.Select select = (Expr.Select) expr;
        if (isScalar(select.condition())) {
            return rewritten(Evaluator.evaluate(select.condition(), known) != 0 ? select.then() : select.otherwise());
        }
        return new Expr.Select(rewritten(select.condition()), rewritten(select.then()), rewritten(select.otherwise()), select.span());
    }

    private Expr binary(Expr.Binary binary) {
        if (isBiasCorrection(binary)) {
            String name = ((Expr.Sym) binary.left()).name() + HAT;
            corrected.put(name, Evaluator.evaluate(binary, known));
            elements.add(name);
            return named(name, corrected.get(name), binary);
        }
        Expr left = rewritten(binary.left());
        Expr right = rewritten(binary.right());
        if (binary.op() == BinaryOp.MULTIPLY && isOne(left)) {
            return right;
        }
        boolean neutral = (binary.op() == BinaryOp.MULTIPLY || binary.op() == BinaryOp.DIVIDE) && isOne(right);
        return neutral ? left : new Expr.Binary(binary.op(), left, right, binary.span());
    }

    private Expr named(String name, double value, Expr at) {
        known.put(name, value);
        return new Expr.Sym(name, at.span());
    }

    private boolean isOne(Expr expr) {
        return expr instanceof Expr.Sym sym && sym.name().startsWith("#") && known.get(sym.name()) == 1;
    }

    /** A state of a shape of its own has no number here, and stands by its name. */
    private boolean isScalar(Expr expr) {
        return Symbols.of(expr).stream().noneMatch(name -> elements.contains(name) || known.get(name) == null);
    }

    /** A state over 1 − β^t, as in Adam. */
    private boolean isBiasCorrection(Expr.Binary binary) {
        return binary.op() == BinaryOp.DIVIDE && binary.left() instanceof Expr.Sym state && elements.contains(state.name())
                && binary.right() instanceof Expr.Binary difference && difference.op() == BinaryOp.SUBTRACT
                && difference.left() instanceof Expr.Num one && one.value() == 1 && difference.right() instanceof Expr.Binary power
                && power.op() == BinaryOp.POWER && power.right() instanceof Expr.Sym t && t.name().equals(Rule.STEP);
    }
}
