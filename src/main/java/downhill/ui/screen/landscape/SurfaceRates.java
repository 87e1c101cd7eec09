package downhill.ui.screen.landscape;

import downhill.analysis.landscape.Curvature;
import downhill.expr.Evaluator;
import downhill.expr.FormulaException;
import downhill.expr.Printer;
import downhill.model.Surface;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.StateVariable;
import downhill.optim.StepExplanation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learning rates to begin with on a surface. Rules whose step grows with the gradient get half the inverse of the largest curvature
 * among points that lie no higher than the start, a third of that where they gather velocity; rules that move by about η whatever the
 * gradient get a two-hundredth of the domain's width.
 */
final class SurfaceRates {
    /** It measures its steps by those before; known by its lines, since ids are free for everybody's rules. */
    private static final List<String> ADADELTA = lines(RuleLibrary.builtIn().byId("adadelta").orElseThrow());
    private static final double PER_CURVATURE = 0.5;
    private static final double WITH_VELOCITY = 3;
    private static final double STEPS_ACROSS = 200;
    /** A step that follows the gradient grows more than this where the gradient grows a thousandfold. */
    private static final double FOLLOWS = 30;

    private final double byGradient;
    private final double byDomain;

    SurfaceRates(Surface surface) {
        double curvature = new Curvature(surface.expression()).below(surface);
        boolean saddle = surface.minima().isEmpty() && surface.name().equals("saddle");
        double usual = Double.isFinite(curvature) && curvature > 1e-9 ? PER_CURVATURE / curvature : 0.01;
        byGradient = saddle ? 0.02 : usual;
        byDomain = (surface.domain().right() - surface.domain().left()) / STEPS_ACROSS;
    }

    /** For a rule with these hyperparameters, to one digit; NaN where its own default is right. */
    double of(Rule rule, Map<String, Double> values) {
        if (rule.learningRateIndex() < 0 || !rule.isFormula() || lines(rule).equals(ADADELTA)) {
            return Double.NaN;
        }
        if (!followsGradient(rule, values)) {
            return round(byDomain);
        }
        boolean velocity = !rule.states().isEmpty() && value(rule, values, "momentum", 1) != 0;
        return round(velocity ? byGradient / WITH_VELOCITY : byGradient);
    }

    private static List<String> lines(Rule rule) {
        return rule.update().stream().map(Printer::print).toList();
    }

    private static double value(Rule rule, Map<String, Double> values, String key, double otherwise) {
        return rule.hyperparameter(key).map(h -> values.getOrDefault(key, h.defaultValue())).orElse(otherwise);
    }

    private static boolean followsGradient(Rule rule, Map<String, Double> values) {
        try {
            double small = Math.abs(firstStep(rule, values, 1));
            double large = Math.abs(firstStep(rule, values, 1000));
            return large > FOLLOWS * small;
        } catch (FormulaException unusual) {
            return false; // a rule with means over all parameters: the smaller rate is the safer one
        }
    }

    private static double firstStep(Rule rule, Map<String, Double> values, double gradient) {
        Map<String, Double> known = new HashMap<>();
        for (Hyperparameter one : rule.hyperparameters()) {
            known.put(one.symbol(), values.getOrDefault(one.key(), one.defaultValue()));
        }
        known.put(Rule.PARAMETERS, 0.0);
        for (StateVariable state : rule.states()) {
            known.put(state.symbol(), Evaluator.evaluate(state.start(), known));
        }
        known.put(Rule.STEP, 1.0);
        known.put(Rule.GRADIENT, gradient);
        return StepExplanation.of(rule, known).parameter();
    }

    /** To 1, 2 or 5 times a power of ten. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return Double.parseDouble(nearest(digit) + "e" + (int) Math.log10(power));
    }

    private static int nearest(double digit) {
        if (digit < 3.5) {
            return digit < 1.5 ? 1 : 2;
        }
        return digit < 7.5 ? 5 : 10;
    }
}
