package downhill.analysis.diagnosis;

import downhill.analysis.predict.ModelView;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.train.GradientProbe;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures what goes on inside a model, beside its race: some rows through its hidden layers, some batches for their gradients. */
public final class Examination {
    /** Rows of the training data that units are looked at with. */
    private static final int ROWS = 256;
    private static final int FEW_ROWS = 64;
    private static final int BATCHES = 8;
    private static final int FEW_BATCHES = 3;
    /** Of the range of a bounded unit: nearer to a bound than this its slope is below 2 to 4 % of the steepest. */
    private static final double NEAR_BOUND = 0.01;

    private final Experiment document;
    private final Problem.Learning learning;
    private final Prepared data;

    private Examination(Experiment document, Problem.Learning learning, Prepared data) {
        this.document = document;
        this.learning = learning;
        this.data = data;
    }

    /**
     * What is measured; empty on a surface, and where a parameter is no finite number.
     *
     * @param parameters [P] of the contender
     * @param step       updates done before
     */
    public static Optional<Vitals> of(Experiment document, Prepared data, ContenderSpec spec, double[] parameters, long step) {
        return document.problem() instanceof Problem.Learning learning && Arrays.stream(parameters).allMatch(Double::isFinite)
                ? Optional.of(new Examination(document, learning, data).look(spec, parameters, step)) : Optional.empty();
    }

    private Vitals look(ContenderSpec spec, double[] parameters, long step) {
        StepSetup setup = StepSetup.of(document, data, spec.id(), step, 0, RuleLibrary.complete());
        int batch = spec.batchSize() == ContenderSpec.SHARED_BATCH ? document.training().batchSize() : spec.batchSize();
        int rows = data.training().count();
        boolean whole = batch == 0 || batch >= rows;
        int batches = heavy() ? FEW_BATCHES : BATCHES;
        double[][] gradients = new double[whole ? 1 : batches][];
        double loss = 0;
        try (GradientProbe probe = new GradientProbe(setup.graph(), setup.data(), setup.run().seed(), document.precision())) {
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = probe.gradient(parameters, step + i).clone();
                loss += probe.loss() / gradients.length;
            }
        }
        List<ParameterSlot> weights = weights(setup.layout());
        double sensitivity = length(mean(gradients)) * length(parameters) / Math.abs(loss);
        return new Vitals(step, layers(parameters), weights.isEmpty() ? "" : weights.get(0).name(), ratio(gradients, weights), sensitivity,
                noise(gradients), whole ? rows : batch);
    }

    private boolean heavy() {
        return Family.of(learning.model().architecture()).isHeavy();
    }

    private static List<ParameterSlot> weights(ParameterLayout layout) {
        return layout.slots().stream().filter(ParameterSlot::penalised).toList();
    }

    private List<Vitals.Layer> layers(double[] parameters) {
        Architecture architecture = learning.model().architecture();
        Map<String, Activation> bounded = Family.of(architecture).boundedViews(architecture);
        List<Vitals.Layer> layers = new ArrayList<>();
        Family.of(architecture).reluViews(architecture)
                .forEach(name -> layers.add(new Vitals.Layer(name, view(parameters, name).deadShare(), 0)));
        bounded.forEach((name, kind) -> layers.add(new Vitals.Layer(name, 0, saturated(view(parameters, name).values(), kind))));
        return layers;
    }

    private ModelView view(double[] parameters, String name) {
        Examples training = data.training();
        int rows = Math.min(training.count(), heavy() ? FEW_ROWS : ROWS);
        ModelSpec model = learning.model();
        return ModelView.of(model, InputShape.of(data.inputShape()), data.outputs(), document.precision(), parameters,
                training.values().pick(IntStream.range(0, rows).toArray()).all(), name);
    }

    private static double saturated(double[] values, Activation kind) {
        double low = kind == Activation.TANH ? -1 : 0;
        double margin = NEAR_BOUND * (1 - low);
        return Arrays.stream(values).filter(value -> value < low + margin || value > 1 - margin).count() / (double) values.length;
    }

    private static double[] mean(double[][] gradients) {
        double[] mean = new double[gradients[0].length];
        for (double[] gradient : gradients) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient[i] / gradients.length;
            }
        }
        return mean;
    }

    private static double ratio(double[][] gradients, List<ParameterSlot> weights) {
        return weights.size() < 2 ? Double.NaN : size(gradients, weights.get(0)) / size(gradients, weights.get(weights.size() - 1));
    }

    /** Root mean square over batches and the array. */
    private static double size(double[][] gradients, ParameterSlot slot) {
        double squares = 0;
        for (double[] gradient : gradients) {
            squares += IntStream.range(0, slot.size()).mapToDouble(i -> gradient[slot.position(i)]).map(g -> g * g).sum();
        }
        return Math.sqrt(squares / slot.size() / gradients.length);
    }

    /** The variance of one batch's gradient by the squared length of the mean, both without bias (McCandlish et al. 2018, appendix A.1). */
    private static double noise(double[][] gradients) {
        int n = gradients.length;
        if (n < 2) {
            return Double.NaN;
        }
        double[] mean = mean(gradients);
        double variance = 0;
        for (double[] gradient : gradients) {
            for (int i = 0; i < mean.length; i++) {
                variance += (gradient[i] - mean[i]) * (gradient[i] - mean[i]) / (n - 1);
            }
        }
        double square = length(mean) * length(mean) - variance / n;
        return square <= 0 ? Double.POSITIVE_INFINITY : variance / square;
    }

    private static double length(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }
}
