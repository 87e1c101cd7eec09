package downhill.analysis.score;

import downhill.analysis.metric.Errors;
import downhill.data.TaskKind;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What contenders are scored by on held out rows; values and conventions are those of scikit-learn. */
public enum ScoreMetric {
    ACCURACY("accuracy", Of.CLASSES, Good.SHARE, of -> of.ofClasses().accuracy()),
    BALANCED_ACCURACY("balancedAccuracy", Of.CLASSES, Good.SHARE, of -> of.ofClasses().balancedAccuracy()),
    MACRO_F1("macroF1", Of.CLASSES, Good.SHARE, of -> of.ofClasses().macroF1()),
    WEIGHTED_F1("weightedF1", Of.CLASSES, Good.SHARE, of -> of.ofClasses().weightedF1()),
    /** Matthews' correlation, −1 to 1. */
    MCC("mcc", Of.CLASSES, Good.SHARE, of -> of.ofClasses().matthews()),
    /** Nats. */
    LOG_LOSS("logLoss", Of.CLASSES, Good.LOW, of -> of.ofClasses().logLoss()),
    BRIER("brier", Of.CLASSES, Good.LOW_SHARE, of -> of.ofClasses().brier()),
    /** One class against the rest, mean over the classes that occur. */
    ROC_AUC("rocAuc", Of.CLASSES, Good.SHARE, of -> of.ofClasses().macroAuc()),
    AVERAGE_PRECISION("averagePrecision", Of.CLASSES, Good.SHARE, of -> of.ofClasses().averagePrecision()),
    RMSE("rmse", Of.NUMBERS, Good.LOW, of -> of.ofNumbers().rmse()),
    MAE("mae", Of.NUMBERS, Good.LOW, of -> of.ofNumbers().mae()),
    R2("r2", Of.NUMBERS, Good.SHARE, of -> of.ofNumbers().r2()),
    /** A share: 0.1 is ten percent. */
    MAPE("mape", Of.NUMBERS, Good.LOW_SHARE, of -> Errors.percentage(of.values(), of.actual(), of.weights())),
    QUANTILE_10("quantile10", Of.NUMBERS, Good.LOW, of -> Errors.quantile(of.values(), of.actual(), of.weights(), 0.1)),
    QUANTILE_90("quantile90", Of.NUMBERS, Good.LOW, of -> Errors.quantile(of.values(), of.actual(), of.weights(), 0.9));

    private enum Of { CLASSES, NUMBERS }

    /** Whether more is better, and whether values are shares of 1. */
    private enum Good { SHARE, LOW_SHARE, LOW }

    private static final double NEGLIGIBLE = 0.01;

    private final String key;
    private final Of of;
    private final Good good;
    private final ToDoubleFunction<Predictions> value;

    ScoreMetric(String key, Of of, Good good, ToDoubleFunction<Predictions> value) {
        this.key = key;
        this.of = of;
        this.good = good;
        this.value = value;
    }

    /** As options, JSON and tables call it. */
    public String key() {
        return key;
    }

    /** What it is called, in a table as within a sentence. */
    public Said said() {
        return Said.of("measure." + key);
    }

    /** Accuracy of classes, the root of the mean squared error of numbers. */
    public static ScoreMetric usual(TaskKind task) {
        return task.isClassification() ? ACCURACY : RMSE;
    }

    /** Those that can be taken of a task, the usual first. */
    public static List<ScoreMetric> fitting(TaskKind task) {
        return Arrays.stream(values()).filter(each -> each.fits(task)).toList();
    }

    /** Those that can be taken where another can. */
    public static List<ScoreMetric> fitting(ScoreMetric other) {
        return Arrays.stream(values()).filter(each -> each.of == other.of).toList();
    }

    /** What tells most of how a training goes: the log loss of classes, the root of the mean squared error of numbers. */
    public ScoreMetric lossLike() {
        return of == Of.CLASSES ? LOG_LOSS : RMSE;
    }

    /**
     * The one of this name.
     *
     * @throws RefusedException of one sentence where there is none, or it does not fit what is learned
     */
    public static ScoreMetric named(String name, TaskKind task) {
        String fitting = fitting(task).stream().map(ScoreMetric::key).collect(Collectors.joining(", "));
        ScoreMetric found = Arrays.stream(values()).filter(each -> each.key.equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new RefusedException(Said.of("score.unknown", name, fitting)));
        if (!found.fits(task)) {
            throw new RefusedException(Said.of(task.isClassification() ? "score.numbers" : "score.classes", found.key, fitting));
        }
        return found;
    }

    /** Whether it can be taken of such targets. */
    public boolean fits(TaskKind task) {
        return task.isClassification() == (of == Of.CLASSES);
    }

    /** Whether more is better. */
    public boolean higherIsBetter() {
        return good == Good.SHARE;
    }

    /** Whether it can be taken of a single row. */
    public boolean ofOneRow() {
        return this != R2 && this != ROC_AUC && this != AVERAGE_PRECISION && this != MCC;
    }

    /** A difference that nobody would care for: 0.01 of what lies between 0 and 1, else a hundredth of {@code baseline}. */
    public double negligible(double baseline) {
        return good == Good.LOW ? NEGLIGIBLE * Math.abs(baseline) : NEGLIGIBLE;
    }

    /** NaN where it is not defined, or the model said no numbers. */
    public double of(Predictions predictions) {
        return value.applyAsDouble(predictions);
    }
}
