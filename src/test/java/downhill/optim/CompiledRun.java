package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the engine does, in few lines. */
final class CompiledRun {
    private final CompiledRule rule;
    private final double[] hyperparameters;
    private final double[] parameters;
    private final double[] scalars;
    private final List<Map<String, Double>> values = new ArrayList<>();
    private long t;

    CompiledRun(Rule rule, double[] hyperparameters, double[] start) {
        this.rule = CompiledRule.of(rule);
        this.hyperparameters = hyperparameters;
        this.parameters = start.clone();
        this.scalars = new double[this.rule.scalarStates().size()];
        for (double value : start) {
            values.add(new HashMap<>(Map.of("θ", value)));
        }
        run(this.rule.start());
    }

    void step(double[] gradient) {
        t++;
        for (int i = 0; i < gradient.length; i++) {
            values.get(i).put("g", gradient[i]);
        }
        run(rule.step());
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = values.get(i).get("θ");
        }
    }

    double[] parameters() {
        return parameters.clone();
    }

    private void run(Program program) {
        double[] slots = new double[program.host().slots().size()];
        program.host().evaluate(hyperparameters, t, scalars, program.host().newWorkspace(), slots, 0, 1);
        for (Map<String, Double> own : values) {
            for (int i = 0; i < slots.length; i++) {
                own.put(program.host().slots().get(i).name(), slots[i]);
            }
            for (Assignment line : program.elementwise()) {
                own.put(line.target(), Evaluator.evaluate(line.value(), own));
            }
        }
    }
}
