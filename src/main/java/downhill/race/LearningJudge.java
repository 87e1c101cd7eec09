package downhill.race;

import downhill.data.Examples;
import downhill.data.RowValues;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Shares;
import downhill.data.prepare.Squares;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Runs a model forward over whole sets of rows, slice by slice, with plans of its own. */
final class LearningJudge implements Judge {
    private static final int SLICE = 256;
    /** Slices from which on it is worth to have help. */
    private static final int SHARED_FROM = 64;
    private static final int MOST_PARTS = 8;

    private final Prepared prepared;
    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Precision precision;
    /** The first one for the thread of the judge, others for threads that help it over many rows. */
    private final List<SlicePass> passes = new ArrayList<>();
    private final Weighting weighting;
    private final RowValues validationTargets;
    private final RowValues trainingTargets;
    private double[] validationActual;
    /** Null where all rows count the same. */
    private final double[] validationWeights;
    private final double[] trainingWeights;

    LearningJudge(Prepared prepared, SizedModel sized, LossWeights weights, Precision precision) {
        this.prepared = prepared;
        this.model = sized.model();
        this.shape = sized.shape();
        this.outputs = sized.outputs();
        this.precision = precision;
        this.weighting = weights.weighting();
        this.validationTargets = Targets.encode(prepared.validation(), outputs);
        this.trainingTargets = Targets.encode(prepared.training(), outputs);
        this.validationWeights = weights.of(prepared.validation());
        this.trainingWeights = weights.of(prepared.training());
    }

    private SlicePass pass(int number) {
        while (passes.size() <= number) {
            passes.add(new SlicePass(model, shape, outputs, weighting, precision));
        }
        return passes.get(number);
    }

    /**
     * (Weighted) mean loss, NaN where given up; raw outputs of all rows go to {@code target}, if there is one. Many rows are shared among
     * the processors; their losses are added up slice by slice in their order, so that it makes no difference.
     */
    private double forward(double[] parameters, Examples examples, RowValues y, double[] weights, SlicePass.Outputs target,
                           BooleanSupplier go) {
        int slices = (examples.count() + SLICE - 1) / SLICE;
        int parts = slices < SHARED_FROM ? 1 : Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
        double[] losses = new double[slices];
        IntStream.range(0, parts).forEach(part -> pass(part).take(parameters));
        SlicePass.Rows rows = new SlicePass.Rows(examples, SLICE, y, weights, target);
        IntStream range = IntStream.range(0, parts);
        boolean whole = (parts > 1 ? range.parallel() : range)
                .mapToObj(part -> pass(part).run(rows, slices * part / parts, slices * (part + 1) / parts, losses, go))
                .reduce(true, Boolean::logicalAnd);
        return whole ? rows.mean(losses) : Double.NaN;
    }

    @Override
    public Score validate(double[] parameters, BooleanSupplier go) {
        Examples examples = prepared.validation();
        if (examples.count() == 0 || Breakdown.notFinite(parameters) >= 0) {
            return Score.NONE;
        }
        boolean numbers = prepared.task() == TaskKind.REGRESSION;
        double[] predicted = new double[examples.count()];
        SlicePass.Outputs target = numbers ? (from, values) -> System.arraycopy(values, 0, predicted, from, values.length)
                : (from, values) -> classes(predicted, from, values);
        double loss = forward(parameters, examples, validationTargets, validationWeights, target, go);
        if (!go.getAsBoolean()) {
            return null;
        }
        if (Breakdown.notFinite(predicted) >= 0) {
            return new Score(loss, Double.NaN, Double.NaN); // no class can be told from such outputs, and no distance
        }
        return numbers ? numbers(loss, predicted, examples) : new Score(loss, accuracy(predicted, examples), Double.NaN);
    }

    /** The classes that raw outputs stand for; not-a-number where a row has one that is not finite. */
    private void classes(double[] predicted, int from, double[] values) {
        double threshold = Targets.threshold(model.loss());
        for (int i = 0; i * outputs < values.length; i++) {
            int at = i * outputs;
            predicted[from + i] = finite(values, at) ? Targets.predictedClass(values, at, outputs, threshold) : Double.NaN;
        }
    }

    private boolean finite(double[] values, int from) {
        boolean finite = true;
        for (int i = from; i < from + outputs; i++) {
            finite &= Double.isFinite(values[i]);
        }
        return finite;
    }

    private double accuracy(double[] predicted, Examples examples) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < examples.count(); i++) {
            boolean hit = (int) predicted[i] == (int) examples.targets()[i];
            right += hit ? examples.weight(i) : 0;
            all += examples.weight(i);
        }
        return right / all;
    }

    /** In the target's own units; targets that are relative to a level differ from these by more than one scale. */
    private Score numbers(double loss, double[] outputs, Examples examples) {
        double[] predicted = prepared.preprocessing().decode(outputs, examples);
        double[] actual = actual(examples);
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

    /** The targets in their own units, decoded once. */
    private double[] actual(Examples examples) {
        if (validationActual == null) {
            validationActual = prepared.preprocessing().decode(examples.targets(), examples);
        }
        return validationActual;
    }

    @Override
    public double trainingLoss(double[] parameters) {
        return Breakdown.notFinite(parameters) >= 0 ? Double.NaN
                : forward(parameters, prepared.training(), trainingTargets, trainingWeights, null, () -> true);
    }

    @Override
    public void close() {
        passes.forEach(SlicePass::close);
    }
}
