package downhill.analysis.diagnosis;

import downhill.analysis.predict.ModelView;
import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepStatistics;
import downhill.engine.graph.ParameterSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks inside a model at one step. */
public final class StepDiagnosis {
    /** Gradients of the first weights below this part of the last ones' hardly reach them. */
    private static final double VANISHING = 1e-3;
    /** A few dead units do no harm. */
    private static final double HARMLESS = 0.2;

    private StepDiagnosis() {
    }

    /** Whether the data gradient dies away between the last weight array and the first. */
    public static Optional<Diagnosis> vanishing(StepRecord record) {
        List<ParameterSlot> weights = record.layout().slots().stream().filter(ParameterSlot::penalised).toList();
        if (weights.size() < 2) {
            return Optional.empty();
        }
        ParameterSlot first = weights.get(0);
        double last = rootMeanSquare(record, weights.get(weights.size() - 1));
        double ratio = rootMeanSquare(record, first) / last;
        return ratio < VANISHING
                ? Optional.of(new Diagnosis(Trouble.VANISHING_GRADIENT, ratio, record.step(), first.name())) : Optional.empty();
    }

    private static double rootMeanSquare(StepRecord record, ParameterSlot slot) {
        double squares = 0;
        for (double g : StepStatistics.values(record.gradient().data(), slot)) {
            squares += g * g;
        }
        return Math.sqrt(squares / slot.size());
    }

    /**
     * Whether a relu layer has more than a harmless share of dead units; to be asked of relu layers only ({@link
     * downhill.model.Family#reluViews}).
     */
    public static Optional<Diagnosis> dead(ModelView activation, long step) {
        double share = activation.deadShare();
        return share > HARMLESS ? Optional.of(new Diagnosis(Trouble.DEAD_UNITS, share, step, activation.name()))
                : Optional.empty();
    }

    /**
     * The relu layer nearest to the output of which more than a harmless share of units get no data gradient at all from the rows of the
     * step, so that they stay as they are. Nothing where the last weights get none either.
     *
     * @param reluViews of {@link downhill.model.Family#reluViews}, from the input to the output
     */
    public static Optional<Diagnosis> unreached(StepRecord record, List<String> reluViews) {
        List<ParameterSlot> weights = record.layout().slots().stream().filter(ParameterSlot::penalised).toList();
        if (weights.isEmpty() || rootMeanSquare(record, weights.get(weights.size() - 1)) == 0) {
            return Optional.empty();
        }
        for (int i = reluViews.size() - 1; i >= 0; i--) {
            String layer = reluViews.get(i).replaceFirst("\\..*", "");
            double share = unreached(record, layer);
            if (share > HARMLESS) {
                return Optional.of(new Diagnosis(Trouble.DEAD_UNITS, share, record.step(), layer));
            }
        }
        return Optional.empty();
    }

    private static double unreached(StepRecord record, String layer) {
        ParameterSlot weight = record.layout().slot(layer + ".weight").orElseThrow();
        int axis = weight.shape().length == 2 ? 1 : 0; // [in][out] of dense layers, [out][in][height][width] of convolutions
        int units = weight.shape()[axis];
        int after = IntStream.range(axis + 1, weight.shape().length).map(each -> weight.shape()[each]).reduce(1, (a, b) -> a * b);
        boolean[] reached = new boolean[units];
        double[] gradient = StepStatistics.values(record.gradient().data(), weight);
        double[] biases = record.layout().slot(layer + ".bias").map(bias -> StepStatistics.values(record.gradient().data(), bias))
                .orElse(new double[units]);
        for (int i = 0; i < gradient.length; i++) {
            reached[i / after % units] |= gradient[i] != 0;
        }
        return (double) IntStream.range(0, units).filter(unit -> !reached[unit] && biases[unit] == 0).count() / units;
    }
}
