package downhill.ui.screen.glass;

import downhill.analysis.step.StepRecord;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.UnaryOp;
import downhill.optim.Rule;
import downhill.optim.StateRole;
import downhill.optim.StateVariable;
import java.util.List;

/**
 * What a parameter's gradients have been like, as far as the rule's memory knows.
 *
 * @param size    root of the mean square of past gradients; NaN for a rule that does not keep it
 * @param mean    running mean of the gradients; NaN for a rule that does not keep one beside the size
 * @param sum     whether the rule adds up squares over the whole run, so that it never forgets
 * @param carried what the velocity brought into the step; NaN for a rule without one
 * @param sign    whether the rule goes by signs
 */
record Habits(double size, double mean, boolean sum, double carried, boolean sign) {
    private static final String HAT = "\u0302";

    static Habits of(StepRecord record, int parameter, List<RuleLines.Line> lines) {
        Rule rule = record.run().rule();
        if (rule.seesTensors()) {
            // what it does follows from whole arrays, not from one weight's past
            return new Habits(Double.NaN, Double.NaN, false, Double.NaN, false);
        }
        double size = Double.NaN;
        double mean = Double.NaN;
        double carried = Double.NaN;
        boolean sum = false;
        for (StateVariable state : rule.states()) {
            double[] after = record.memoryAfter().elements().get(state.symbol());
            StateRole role = StateRole.of(rule, state.symbol());
            if (after == null || role == StateRole.OTHER) {
                continue;
            }
            boolean average = StateRole.isAverage(rule, state.symbol());
            double value = corrected(lines, state.symbol(), after[parameter]);
            if (role == StateRole.SECOND_MOMENT && Double.isNaN(size)) {
                sum = !average;
                size = sum ? Math.sqrt(value / record.ruleStep()) : Math.sqrt(value);
            } else if (role == StateRole.MOMENTUM) {
                mean = average ? value : mean;
                carried = average ? carried : record.memoryBefore().elements().get(state.symbol())[parameter];
            }
        }
        return new Habits(size, mean, sum, carried, rule.update().stream().anyMatch(line -> goesBySign(line.value())));
    }

    /** How far the mean of the gradients stands out of their size, 0 (they cancel) to 1 (all alike); NaN where not known. */
    double steadiness() {
        return Math.abs(mean) / size;
    }

    private static double corrected(List<RuleLines.Line> lines, String state, double raw) {
        return lines.stream().map(line -> line.corrected().get(state + HAT)).filter(java.util.Objects::nonNull).findFirst().orElse(raw);
    }

    private static boolean goesBySign(Expr expr) {
        return expr instanceof Expr.Unary unary && unary.op() == UnaryOp.SIGN || Exprs.children(expr).stream().anyMatch(Habits::goesBySign);
    }
}
