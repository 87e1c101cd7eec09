package downhill.analysis.step;

import downhill.optim.Rule;
import downhill.optim.StepExplanation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One parameter's part of a step, told with its numbers.
 *
 * @param parameter     index in the row
 * @param step          updates done before it
 * @param theta         value before
 * @param dataGradient  gradient of the data loss
 * @param penalty       gradient of the penalty
 * @param norm          Euclidean norm of the whole gradient with its penalty, as clipping sees it
 * @param clipping      what clipping multiplied data and penalty by; 1 where it did nothing
 * @param decay         coupled weight decay added after clipping
 * @param gradient      what the rule saw: (data + penalty)·clipping + decay
 * @param learningRate  η as the step uses it; NaN for a rule without one
 * @param explanation   the rule line by line; empty for a method that is no formula (L-BFGS)
 * @param next          value after, as the engine computed it
 * @param change        next − theta
 * @param descent       the change that plain gradient descent with the same learning rate would have made, −η·g; NaN without η
 * @param effectiveRate |change| / |gradient|; NaN where the gradient is 0
 * @param findings      what is worth saying about it
 */
public record GlassBox(int parameter, long step, double theta, double dataGradient, double penalty, double norm,
                       double clipping, double decay, double gradient, double learningRate,
                       Optional<StepExplanation> explanation, double next, double change, double descent,
                       double effectiveRate, Set<Finding> findings) {

    /** Something worth saying about a step of a parameter. */
    public enum Finding {
        /** Its gradient was exactly 0. */
        NO_GRADIENT,
        /** It went uphill: against −g, carried by what the rule remembers. */
        AGAINST_THE_GRADIENT,
        /** It moved although its gradient was 0. */
        MOVED_BY_MEMORY,
        /** It went more than twice as far as plain gradient descent. */
        FARTHER_THAN_DESCENT,
        /** It went less than half as far as plain gradient descent. */
        SHORTER_THAN_DESCENT,
        /** It did what plain gradient descent would have done, within 1 in 1,000. */
        AS_DESCENT,
        /** The gradient was clipped. */
        CLIPPED,
        /** It changed its sign. */
        CROSSED_ZERO,
        /** A number of the step is no longer finite. */
        NOT_FINITE
    }

    /** Part that two numbers may differ by and still be the same. */
    private static final double SAME = 1e-3;

    public GlassBox {
        findings = Set.copyOf(findings);
    }

    /** One parameter's part of a step. */
    public static GlassBox of(StepRecord record, int parameter) {
        return of(record, parameter, TensorLook.of(record));
    }

    /** The same where the step was looked at already; {@code look} is {@link TensorLook#of} it. */
    public static GlassBox of(StepRecord record, int parameter, Optional<TensorLook> look) {
        GradientParts parts = record.gradient();
        double g = parts.total()[parameter];
        double change = record.change(parameter);
        double descent = -record.learningRate() * g;
        return new GlassBox(parameter, record.step(), record.before()[parameter], parts.data()[parameter],
                parts.penalty()[parameter], parts.norm(), parts.factor()[parameter], parts.decay()[parameter], g,
                record.learningRate(), explain(record, parameter, look), record.after()[parameter], change, descent,
                g == 0 ? Double.NaN : Math.abs(change / g), findings(record, parameter, change, descent));
    }

    private static Optional<StepExplanation> explain(StepRecord record, int parameter, Optional<TensorLook> look) {
        Rule rule = record.run().rule();
        if (!rule.isFormula()) {
            return Optional.empty();
        }
        if (look.isPresent()) {
            TensorLook whole = look.get();
            return Optional.of(StepExplanation.of(whole.lines(parameter), whole.before(parameter), record.run().pace(parameter)));
        }
        Map<String, Double> before = new HashMap<>(record.memoryBefore().scalars());
        record.memoryBefore().elements().forEach((name, row) -> before.put(name, row[parameter]));
        for (int i = 0; i < record.values().length; i++) {
            before.put(rule.hyperparameters().get(i).symbol(), record.values()[i]);
        }
        before.put(Rule.STEP, (double) record.ruleStep());
        before.put(Rule.PARAMETERS, record.before()[parameter]);
        before.put(Rule.GRADIENT, record.gradient().total()[parameter]);
        return Optional.of(StepExplanation.of(rule, before, record.run().pace(parameter)));
    }

    private static Set<Finding> findings(StepRecord record, int parameter, double change, double descent) {
        Set<Finding> found = EnumSet.noneOf(Finding.class);
        double g = record.gradient().total()[parameter];
        if (!Double.isFinite(change) || !Double.isFinite(g)) {
            found.add(Finding.NOT_FINITE);
            return found;
        }
        if (record.gradient().factor()[parameter] < 1) {
            found.add(Finding.CLIPPED);
        }
        if (record.before()[parameter] * record.after()[parameter] < 0) {
            found.add(Finding.CROSSED_ZERO);
        }
        if (g == 0) {
            found.add(Finding.NO_GRADIENT);
            if (change != 0) {
                found.add(Finding.MOVED_BY_MEMORY);
            }
        } else if (change * g > 0) {
            found.add(Finding.AGAINST_THE_GRADIENT);
        } else if (Double.isFinite(descent)) {
            compare(Math.abs(change), Math.abs(descent), found);
        }
        return found;
    }

    private static void compare(double change, double descent, Set<Finding> found) {
        if (Math.abs(change - descent) <= SAME * descent) {
            found.add(Finding.AS_DESCENT);
        } else if (change > 2 * descent) {
            found.add(Finding.FARTHER_THAN_DESCENT);
        } else if (change < descent / 2) {
            found.add(Finding.SHORTER_THAN_DESCENT);
        }
    }

    /** The value after by the formula, in float64; equal to {@link #next} but for rounding. NaN without a formula. */
    public double recomputed() {
        return explanation.map(StepExplanation::parameter).orElse(Double.NaN);
    }
}
