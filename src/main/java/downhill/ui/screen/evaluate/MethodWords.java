package downhill.ui.screen.evaluate;

import downhill.analysis.score.ScoreMetric;
import downhill.race.document.EvaluationSettings;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.NestedSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.math.BigDecimal;
import java.math.MathContext;

/** How contenders are judged, in words. */
final class MethodWords {
    private MethodWords() {
    }

    /** What is measured; empty for null. */
    static String metric(ScoreMetric metric) {
        return metric == null ? "" : Messages.text("score." + metric.key());
    }

    /** How rows are held out. */
    static String folds(EvaluationSpec method, boolean series, boolean classes) {
        String count = Numbers.count(method.folds());
        String repeated = method.repeats() == 1 ? "" : Messages.text("evaluate.folds.repeats", Numbers.count(method.repeats()));
        return switch (series ? EvaluationSpec.Division.ROLLING : method.division()) {
            case RANDOM -> Messages.text(classes ? "evaluate.folds.classes" : "evaluate.folds.random", count) + repeated;
            case GROUPS -> Messages.text("evaluate.folds.groups", count, group(method)) + repeated;
            case EACH_GROUP -> Messages.text("evaluate.folds.each", group(method));
            case ROLLING -> Messages.text("evaluate.folds.rolling", count);
            case EACH -> Spoken.text(EvaluationSettings.DIVISION.named(EvaluationSpec.Division.EACH));
        };
    }

    private static String group(EvaluationSpec method) {
        return method.group() == null ? "?" : method.group();
    }

    /** What difference is negligible. */
    static String margin(EvaluationSpec method, ScoreMetric metric) {
        if (method.margin() != null) {
            return Numbers.plain(method.margin());
        }
        boolean fixed = metric == null || metric.negligible(0) > 0;
        return fixed ? Numbers.plain(EvaluationSettings.MARGIN.usual()) : Messages.text("evaluate.margin.share", Numbers.percent("1"));
    }

    /** How contenders are tuned within the folds. */
    static String tuned(NestedSpec nested) {
        return nested == null ? Messages.text("evaluate.nested.none") : Messages.text("evaluate.nested.trials",
                Numbers.count(nested.trials()));
    }

    /** Two digits, no more of them than it needs. */
    static String rounded(double value) {
        return Numbers.plain(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }

    /** Seconds that something takes, such as 12 s or 3 min 5 s. */
    static String time(double seconds) {
        long whole = Math.round(Math.max(seconds, 0));
        if (whole < 1) {
            return Messages.text("evaluate.time.soon");
        }
        return whole < 60 ? Messages.text("evaluate.time.seconds", Numbers.count(whole))
                : Messages.text("evaluate.time.minutes", Numbers.count(whole / 60), Numbers.count(whole % 60));
    }
}
