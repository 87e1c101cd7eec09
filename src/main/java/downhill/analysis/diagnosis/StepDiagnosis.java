package downhill.analysis.diagnosis;

import downhill.analysis.predict.ModelView;
import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepStatistics;
import downhill.engine.graph.ParameterSlot;
import java.util.List;
import java.util.Optional;

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
}
