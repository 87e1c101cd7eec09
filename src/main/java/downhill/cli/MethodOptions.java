package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.data.TaskKind;
import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.NestedSpec;
import downhill.study.NestedKnobs;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How contenders are judged: as options say, and where they say nothing, as the experiment does. */
final class MethodOptions {
    @Mixin
    private FoldOptions folds;

    @Option(names = "--metric", paramLabel = "M", description = "What is measured on held out rows. Classes: accuracy (default), "
            + "balancedAccuracy, macroF1, weightedF1, mcc, logLoss, brier, rocAuc, averagePrecision. Numbers: rmse (default), mae, r2, "
            + "mape, quantile10, quantile90.")
    private String metric;

    @Option(names = "--margin", paramLabel = "D", description = "A difference that is negligible (default: 0.01 for scores between 0 and "
            + "1, else a hundredth of the first contender's).")
    private Double margin;

    @Mixin
    private NestedOptions nested;

    /** Whether contenders are to be tuned within the folds. */
    boolean isNested() {
        return nested.asked();
    }

    /** Refuses what fits no experiment. */
    void check() {
        if (margin != null && !(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new InputException(Said.of("cli.margin", margin));
        }
        folds.check();
        nested.check();
    }

    /**
     * Of one experiment.
     *
     * @param said   by its document
     * @param series whether its rows are windows of a series
     * @param task   what is learned
     */
    CrossMethod method(EvaluationSpec said, boolean series, TaskKind task) {
        FoldSpec divided = folds.spec(said, series);
        String wanted = metric == null ? said.metric() : metric;
        ScoreMetric measured = wanted == null ? ScoreMetric.usual(task) : ScoreMetric.named(wanted, task);
        if (divided.folds() == FoldSpec.EACH && !measured.ofOneRow()) {
            throw new InputException(Said.of("cli.metric.row", measured.key()));
        }
        Double negligible = margin == null ? said.margin() : margin;
        NestedSpec tuned = nested.spec(said.nested());
        EvaluationSpec written = FoldOptions.written(said, divided, series).withMetric(wanted).withMargin(negligible).withNested(tuned);
        return new CrossMethod(divided, measured, negligible, written, taken(said, divided, series));
    }

    /** What is tuned where something is. */
    NestedKnobs knobs(Experiment experiment, CrossMethod chosen) {
        return nested.knobs(experiment, chosen.written().nested());
    }

    private List<String> taken(EvaluationSpec said, FoldSpec divided, boolean series) {
        if (said.equals(EvaluationSpec.USUAL)) {
            return List.of();
        }
        List<String> taken = new ArrayList<>(folds.taken(divided, series));
        if (metric == null && said.metric() != null) {
            taken.add("--metric " + said.metric());
        }
        if (margin == null && said.margin() != null) {
            taken.add("--margin " + said.margin());
        }
        taken.addAll(nested.taken(said.nested()));
        return taken;
    }
}
