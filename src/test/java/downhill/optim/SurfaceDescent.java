package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.expr.Derivative;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Parser;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A rule run literally on f(x, y), compared with a path computed elsewhere. */
final class SurfaceDescent {
    private final Expr byX;
    private final Expr byY;
    private final Rule rule;
    private final OptimizerChoice choice;
    private Schedule schedule = Schedule.CONSTANT;
    private Clipping clipping = new Clipping.None();

    SurfaceDescent(String surface, OptimizerChoice choice) {
        this.byX = Derivative.of(Parser.expression(surface), "x");
        this.byY = Derivative.of(Parser.expression(surface), "y");
        this.choice = choice;
        this.rule = RuleLibrary.builtIn().byId(choice.ruleId()).orElseThrow();
    }

    SurfaceDescent with(Schedule newSchedule) {
        schedule = newSchedule;
        return this;
    }

    SurfaceDescent with(Clipping newClipping) {
        clipping = newClipping;
        return this;
    }

    void requirePath(JsonNode path, double tolerance) {
        double[] values = choice.values(rule);
        ReferenceOptimizer optimizer = new ReferenceOptimizer(rule, values, Json.numbers(path.get(0)));
        for (int step = 0; step < path.size(); step++) {
            double[] at = optimizer.parameters();
            double[] expected = Json.numbers(path.get(step));
            for (int i = 0; i < 2; i++) {
                double deviation = Math.abs(at[i] - expected[i]) / (1 + Math.abs(expected[i]));
                assertTrue(deviation <= tolerance, rule.id() + " step " + step + ": " + at[i] + " instead of " + expected[i]);
            }
            optimizer.step(gradient(at), schedule.learningRate(values[rule.learningRateIndex()], step));
        }
    }

    private double[] gradient(double[] at) {
        Map<String, Double> values = Map.of("x", at[0], "y", at[1]);
        double[] gradient = {Evaluator.evaluate(byX, values), Evaluator.evaluate(byY, values)};
        clipping.apply(gradient);
        for (int i = 0; i < 2; i++) {
            gradient[i] += choice.coupledWeightDecay() * at[i];
        }
        return gradient;
    }
}
