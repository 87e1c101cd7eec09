package downhill.ui.fit;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.ConfusionMatrix;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.PlotPicture.Line;
import downhill.ui.chart.PlotPicture.Stroke;
import downhill.ui.chart.TilePicture;
import downhill.ui.chart.TilePicture.Tile;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A contender's confusion matrix and its curves, one class against the rest. */
public final class ClassPictures {
    private static final int FEW = 4;
    private static final Range SHARE = new Range(-0.02, 1.02);

    private final Judged judged;
    private final ClassificationMetrics metrics;
    private final List<String> names;

    private ClassPictures(Judged judged, List<String> names) {
        this.judged = judged;
        this.metrics = judged.classes();
        this.names = names;
    }

    /** A panel for each contender judged. */
    public static FitPicture of(FitQuestion question, List<Judged> judged, List<String> names) {
        return new FitPicture(judged.stream().map(one -> one.classes() == null ? question.missing(one.one())
                : new ClassPictures(one, names).panel(question.view())).toList(), List.of());
    }

    static FitPicture of(FitQuestion question, ModelEngine engine) {
        FitRows rows = FitRows.of(engine.site().prepared(), question.heldOut());
        return of(question, question.contenders().stream().map(one -> Judged.of(one, question, rows, engine)).toList(),
                engine.site().prepared().classNames());
    }

    private Panel panel(FitView view) {
        return switch (view) {
            case CONFUSION -> confusion();
            case ROC -> curves(true);
            default -> curves(false);
        };
    }

    private Panel confusion() {
        return confusion(judged.one(), metrics.confusion(), metrics.accuracy(), names);
    }

    /** Counts, and shares of the row; coloured by the share. */
    public static Panel confusion(ContenderSpec one, ConfusionMatrix matrix, double accuracy, List<String> names) {
        int classes = matrix.classes();
        double[][] shares = new double[classes][classes];
        String[][] texts = new String[classes][classes];
        for (int actual = 0; actual < classes; actual++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                double sum = matrix.sums()[actual][predicted];
                double share = matrix.support(actual) == 0 ? 0 : sum / matrix.support(actual);
                shares[actual][predicted] = (actual == predicted ? 1 : -1) * share;
                texts[actual][predicted] = weight(sum) + "\n" + Numbers.percent(String.valueOf(Math.round(100 * share)));
            }
        }
        String caption = Messages.text("metrics.caption.accuracy", Numbers.percent(accuracy));
        TilePicture picture = new TilePicture(List.of(new Tile("", shares, texts, names, names)), -1, 1, Messages.text("metrics.actual"),
                Messages.text("metrics.predicted"), spoken(matrix, names));
        return Panel.of(one.id(), one.name(), one.style(), caption, picture);
    }

    /** A number of rows, or the sum of their weights. */
    private static String weight(double sum) {
        return sum == Math.rint(sum) && sum < Integer.MAX_VALUE ? Numbers.count((int) sum) : Numbers.format(sum);
    }

    private static String spoken(ConfusionMatrix matrix, List<String> names) {
        List<String> lines = new ArrayList<>();
        for (int actual = 0; actual < matrix.classes(); actual++) {
            lines.add(Messages.text("metrics.spoken", names.get(actual), weight(matrix.sums()[actual][actual]),
                    weight(matrix.support(actual))));
        }
        return String.join(" ", lines);
    }

    private Panel curves(boolean roc) {
        List<Line> lines = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        if (roc) {
            lines.add(new Line(Points.of(new double[] {0, 1}, new double[] {0, 1}), 0, Stroke.REFERENCE));
        }
        boolean both = names.size() > 2;
        if (names.size() > FEW) {
            keys.add(new PlotKey(Messages.text(roc ? "metrics.key.aucs" : "metrics.key.aps"), 0, PlotKey.Kind.HEADING));
        }
        for (int index = both ? 0 : 1; index < names.size(); index++) {
            Points points = roc ? Points.of(metrics.roc().get(index).falsePositiveRates(), metrics.roc().get(index).truePositiveRates())
                    : stairs(metrics.precisionRecall().get(index).recalls(), metrics.precisionRecall().get(index).precisions());
            double area = roc ? metrics.roc().get(index).area() : metrics.precisionRecall().get(index).averagePrecision();
            if (!points.isEmpty()) {
                lines.add(new Line(points, index, Stroke.OWN));
                keys.add(new PlotKey(key(roc, names.get(index), Numbers.fixed(area, 3)), index, PlotKey.Kind.LINE));
            }
        }
        PlotPicture plot = PlotPicture.of(Messages.text(roc ? "metrics.fpr" : "metrics.recall"),
                Messages.text(roc ? "metrics.tpr" : "metrics.precision"),
                SHARE, SHARE).lines(lines).keyed(keys).told(keys.stream().map(PlotKey::name).collect(Collectors.joining(", ")));
        String caption = Messages.text(roc ? "metrics.caption.auc" : "metrics.caption.ap",
                Numbers.fixed(roc ? metrics.macroAuc() : meanPrecision(), 3));
        return Panel.of(judged.one().id(), judged.one().name(), judged.one().style(), caption, plot);
    }

    /** Where there are many classes a heading says what the areas are. */
    private String key(boolean roc, String name, String area) {
        if (names.size() > FEW) {
            return Messages.text("metrics.key", name, area);
        }
        boolean number = name.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-');
        return Messages.text(roc ? "metrics.key.auc" : "metrics.key.ap", number ? Messages.text("metrics.class", name) : name, area);
    }

    private double meanPrecision() {
        return metrics.precisionRecall().stream().mapToDouble(curve -> curve.averagePrecision()).filter(Double::isFinite).average()
                .orElse(Double.NaN);
    }

    /** Precision is not interpolated: it holds from one recall to the next (Davis and Goadrich 2006). */
    private static Points stairs(double[] recalls, double[] precisions) {
        int steps = Math.max(0, 2 * recalls.length - 1);
        double[] x = new double[steps];
        double[] y = new double[steps];
        for (int i = 0; i < steps; i++) {
            x[i] = recalls[i / 2];
            y[i] = precisions[(i + 1) / 2];
        }
        return Points.of(x, y);
    }
}
