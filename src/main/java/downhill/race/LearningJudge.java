package downhill.race;

import downhill.data.Examples;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Shares;
import downhill.data.prepare.Squares;
import downhill.engine.Precision;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
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
    private final Map<Integer, ModelPass> passes = new HashMap<>();
    private final Weighting weighting;
    private final double[] validationTargets;
    private final double[] trainingTargets;
    /** Null where all rows count the same. */
    private final double[] validationWeights;
    private final double[] trainingWeights;

    LearningJudge(Prepared prepared, ModelSpec model, InputShape shape, int outputs, LossWeights weights, Precision precision) {
        this.prepared = prepared;
        this.model = model;
        this.shape = shape;
        this.outputs = outputs;
        this.machine = Machines.create(precision);
        this.row = machine.allocate(ModelBuilder.evaluation(model, shape, outputs, 1, false).layout().count());
        this.weighting = weights.weighting();
        this.validationTargets = Targets.encode(prepared.validation(), outputs);
        this.trainingTargets = Targets.encode(prepared.training(), outputs);
        this.validationWeights = weights.of(prepared.validation());
        this.trainingWeights = weights.of(prepared.training());
    }

    private ModelPass pass(int rows) {
        return passes.computeIfAbsent(rows, count -> new ModelPass(machine, row,
                ModelBuilder.evaluation(model, shape, outputs, count, false, weighting)));
    }

    /** (Weighted) mean loss, NaN where given up; raw outputs of all rows go into {@code target}, if there is one. */
    private double forward(double[] parameters, Examples examples, double[] y, double[] weights, double[] target, BooleanSupplier go) {
        row.write(0, parameters, 0, parameters.length);
        double sum = 0;
        double counted = 0;
        for (int from = 0; from < examples.count(); from += SLICE) {
            if (!go.getAsBoolean()) {
                return Double.NaN;
            }
            int rows = Math.min(SLICE, examples.count() - from);
            double counting = weights == null ? rows : Arrays.stream(weights, from, from + rows).sum();
            sum += counting * pass(rows).run(examples.inputs(), y, weights, from, target);
            counted += counting;
        }
        return sum / counted;
    }

    @Override
    public Score validate(double[] parameters, BooleanSupplier go) {
        Examples examples = prepared.validation();
        if (examples.count() == 0 || Breakdown.notFinite(parameters) >= 0) {
            return Score.NONE;
        }
        double[] predicted = new double[examples.count() * outputs];
        double loss = forward(parameters, examples, validationTargets, validationWeights, predicted, go);
        if (!go.getAsBoolean()) {
            return null;
        }
        if (Breakdown.notFinite(predicted) >= 0) {
            return new Score(loss, Double.NaN, Double.NaN); // no class can be told from such outputs, and no distance
        }
        return prepared.task() == TaskKind.REGRESSION ? numbers(loss, predicted, examples)
                : new Score(loss, accuracy(predicted, examples), Double.NaN);
    }

    private double accuracy(double[] predicted, Examples examples) {
        double threshold = Targets.threshold(model.loss());
        double right = 0;
        double all = 0;
        for (int i = 0; i < examples.count(); i++) {
            boolean hit = Targets.predictedClass(predicted, i * outputs, outputs, threshold) == (int) examples.targets()[i];
            right += hit ? examples.weight(i) : 0;
            all += examples.weight(i);
        }
        return right / all;
    }

    /** In the target's own units; targets that are relative to a level differ from these by more than one scale. */
    private Score numbers(double loss, double[] outputs, Examples examples) {
        double[] predicted = prepared.preprocessing().decode(outputs, examples);
        double[] actual = prepared.preprocessing().decode(examples.targets(), examples);
        double[] errors = new double[actual.length];
        Arrays.setAll(errors, i -> predicted[i] - actual[i]);
        if (examples.isWeighted()) {
            Shares shares = Shares.of(examples.weights());
            double[] rooted = shares.rooted(errors);
            return new Score(loss, shares.r2(rooted, actual), Squares.of(rooted).root(1));
        }
        double mean = Arrays.stream(actual).reduce(0, (sum, value) -> sum + value / actual.length);
        double[] deviations = Arrays.stream(actual).map(value -> value - mean).toArray();
        return new Score(loss, Squares.r2(errors, deviations), Squares.of(errors).root(actual.length));
    }

    @Override
    public double trainingLoss(double[] parameters) {
        return Breakdown.notFinite(parameters) >= 0 ? Double.NaN
                : forward(parameters, prepared.training(), trainingTargets, trainingWeights, null, () -> true);
    }

    @Override
    public void close() {
        machine.close();
    }
}
