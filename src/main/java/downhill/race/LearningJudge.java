package downhill.race;

import downhill.data.Examples;
import downhill.data.Prepared;
import downhill.data.Squares;
import downhill.data.TaskKind;
import downhill.engine.Precision;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Runs a model forward over whole sets of rows, slice by slice, with plans of its own. */
final class LearningJudge implements Judge {
    private static final int SLICE = 256;

    private final Prepared prepared;
    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Machine machine;
    private final Memory row;
    private final Map<Integer, ForwardPass> passes = new HashMap<>();
    private final double[] validationTargets;
    private final double[] trainingTargets;

    LearningJudge(Prepared prepared, ModelSpec model, InputShape shape, int outputs, Precision precision) {
        this.prepared = prepared;
        this.model = model;
        this.shape = shape;
        this.outputs = outputs;
        this.machine = Machines.create(precision);
        this.row = machine.allocate(ModelBuilder.evaluation(model, shape, outputs, 1, false).layout().count());
        this.validationTargets = Targets.encode(prepared.validation(), outputs);
        this.trainingTargets = Targets.encode(prepared.training(), outputs);
    }

    private ForwardPass pass(int rows) {
        return passes.computeIfAbsent(rows, count -> new ForwardPass(machine, row,
                ModelBuilder.evaluation(model, shape, outputs, count, false)));
    }

    /** Mean loss, NaN where given up; raw outputs of all rows go into {@code target}, if there is one. */
    private double forward(double[] parameters, Examples examples, double[] y, double[] target, BooleanSupplier go) {
        row.write(0, parameters, 0, parameters.length);
        double sum = 0;
        for (int from = 0; from < examples.count(); from += SLICE) {
            if (!go.getAsBoolean()) {
                return Double.NaN;
            }
            int rows = Math.min(SLICE, examples.count() - from);
            sum += rows * pass(rows).run(examples.inputs(), y, from, target);
        }
        return sum / examples.count();
    }

    @Override
    public Score validate(double[] parameters, BooleanSupplier go) {
        Examples examples = prepared.validation();
        if (examples.count() == 0 || Breakdown.notFinite(parameters) >= 0) {
            return Score.NONE;
        }
        double[] predicted = new double[examples.count() * outputs];
        double loss = forward(parameters, examples, validationTargets, predicted, go);
        if (!go.getAsBoolean()) {
            return null;
        }
        if (Breakdown.notFinite(predicted) >= 0) {
            return new Score(loss, Double.NaN, Double.NaN); // no class can be told from such outputs, and no distance
        }
        return prepared.task() == TaskKind.REGRESSION ? numbers(loss, predicted, examples)
                : new Score(loss, accuracy(predicted, examples.targets()), Double.NaN);
    }

    private double accuracy(double[] predicted, double[] classes) {
        double threshold = Targets.threshold(model.loss());
        int right = 0;
        for (int i = 0; i < classes.length; i++) {
            if (Targets.predictedClass(predicted, i * outputs, outputs, threshold) == (int) classes[i]) {
                right++;
            }
        }
        return (double) right / classes.length;
    }

    /** In the target's own units; targets that are relative to a level differ from these by more than one scale. */
    private Score numbers(double loss, double[] outputs, Examples examples) {
        double[] predicted = prepared.preprocessing().decode(outputs, examples);
        double[] actual = prepared.preprocessing().decode(examples.targets(), examples);
        double mean = Arrays.stream(actual).reduce(0, (sum, value) -> sum + value / actual.length);
        double[] errors = new double[actual.length];
        Arrays.setAll(errors, i -> predicted[i] - actual[i]);
        double[] deviations = Arrays.stream(actual).map(value -> value - mean).toArray();
        return new Score(loss, Squares.r2(errors, deviations), Squares.of(errors).root(actual.length));
    }

    @Override
    public double trainingLoss(double[] parameters) {
        return Breakdown.notFinite(parameters) >= 0 ? Double.NaN : forward(parameters, prepared.training(), trainingTargets, null, () -> true);
    }

    @Override
    public void close() {
        machine.close();
    }
}
