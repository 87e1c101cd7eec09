package downhill.analysis.step;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RuleTensors;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.TensorStep;
import downhill.optim.TensorTelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of a rule that looks at whole tensors, done again in float64 from what the step began with. */
public final class TensorLook {
    private final List<RuleTensor> tensors;
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, double[]> rows = new HashMap<>();
    private final TensorStep step;

    /**
     * Does the step.
     *
     * @param values   hyperparameters in the rule's order, η as the step begins with it
     * @param t        number of the step, from 1
     * @param memory   before the step
     * @param theta    [P] before
     * @param gradient [P] as the rule sees it
     */
    public TensorLook(Rule rule, ParameterLayout layout, double[] values, double t, RuleMemory memory, double[] theta, double[] gradient) {
        this(rule, layout, values, t, memory, theta, gradient, null, AskedStep.NOTHING, AskedStep.NOTHING.again());
    }

    /**
     * Does the step of a rule that may ask the model once more.
     *
     * @param paces       see {@link TensorStep#of}; null where all do as the lines say
     * @param asked       the loss and the noise of the step
     * @param evaluations what the model says once more; what it has said, or says now
     */
    public TensorLook(Rule rule, ParameterLayout layout, double[] values, double t, RuleMemory memory, double[] theta, double[] gradient,
            double[] paces, AskedStep asked, TensorStep.Evaluations evaluations) {
        tensors = RuleTensors.of(layout);
        numbers.putAll(memory.scalars());
        for (int i = 0; i < values.length; i++) {
            numbers.put(rule.hyperparameters().get(i).symbol(), values[i]);
        }
        numbers.put(Rule.STEP, t);
        if (rule.asks(Rule.LOSS)) {
            numbers.put(Rule.LOSS, asked.loss());
        }
        if (rule.asks(Rule.NOISE)) {
            rows.put(Rule.NOISE, asked.noise());
        }
        rows.putAll(memory.elements());
        rows.put(Rule.PARAMETERS, theta);
        rows.put(Rule.GRADIENT, gradient);
        Map<String, double[]> all = new HashMap<>(rows);
        all.putAll(memory.shaped());
        step = TensorStep.of(rule, tensors, numbers, all, paces, evaluations);
    }

    /** The step of a record; empty where its rule is of one parameter at a time, or no formula. */
    public static Optional<TensorLook> of(StepRecord record) {
        if (!record.run().rule().seesTensors()) {
            return Optional.empty();
        }
        return Optional.of(new TensorLook(record.run().rule(), record.layout(), record.values(), record.ruleStep(), record.memoryBefore(),
                record.before(), record.gradient().total(), record.run().paces(), record.asked(), record.asked().again()));
    }

    /** What a parameter and the rule had before the step, by symbol. */
    public Map<String, Double> before(int parameter) {
        Map<String, Double> before = new HashMap<>(numbers);
        rows.forEach((name, row) -> before.put(name, row[parameter]));
        return before;
    }

    /** The lines that were done for a parameter. */
    public List<TensorTelling> lines(int parameter) {
        return TensorTelling.of(step, tensors, parameter, before(parameter));
    }

    /** The parameters after the step. */
    public double[] parameters() {
        return step.row(Rule.PARAMETERS);
    }
}
