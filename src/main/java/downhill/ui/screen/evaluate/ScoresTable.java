package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.ScoreMetric;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Means over the folds by some metrics, the best by each strong. */
final class ScoresTable {
    private static final double GAP = 14;
    private static final double LEAST = 120;
    /** What a name needs, and it has all that is left. */
    private static final double NAME = 56;

    private ScoresTable() {
    }

    /** A row for each contender, of few metrics. */
    static GridPane of(List<ContenderSpec> contenders, List<CrossScores> metrics) {
        return made(contenders, metrics, false, false);
    }

    /** A row for each metric, scrolled across where there are many contenders; {@code spread} adds standard deviations over the folds. */
    static ScrollPane whole(List<ContenderSpec> contenders, List<CrossScores> metrics, boolean spread) {
        ScrollPane pane = Rows.scrolledWhole(made(contenders, metrics, spread, true), LEAST);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        return pane;
    }

    private static GridPane made(List<ContenderSpec> contenders, List<CrossScores> metrics, boolean spread, boolean down) {
        GridPane table = new GridPane();
        table.setHgap(GAP);
        table.setVgap(4);
        columns(table, down ? contenders.size() : metrics.size());
        if (!down) {
            table.getColumnConstraints().get(0).setPrefWidth(NAME); // a long name gives way, not what is measured
        }
        for (int i = 0; i < contenders.size(); i++) {
            ContenderName name = new ContenderName();
            name.show(contenders.get(i).name(), contenders.get(i).style());
            put(table, name, i + 1, 0, down);
        }
        for (int i = 0; i < metrics.size(); i++) {
            ScoreMetric one = metrics.get(i).metric();
            Label metric = Labels.styled(Labels.bound(Messages.following(() -> MethodWords.metric(one))), "secondary");
            put(table, down ? whole(metric) : Labels.shortened(metric), 0, i + 1, down);
            numbers(table, metrics.get(i), i + 1, spread, down);
        }
        return table;
    }

    private static void columns(GridPane table, int count) {
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        for (int i = 0; i < count; i++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(numbers);
        }
    }

    private static void put(GridPane table, Node node, int contender, int metric, boolean down) {
        table.add(node, down ? contender : metric, down ? metric : contender);
    }

    private static Label whole(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static void numbers(GridPane table, CrossScores scores, int metric, boolean spread, boolean down) {
        double[] means = scores.contenders().stream().mapToDouble(ScoresTable::mean).toArray();
        double sign = scores.metric().higherIsBetter() ? 1 : -1;
        double best = Arrays.stream(means).filter(Double::isFinite).map(value -> sign * value).max().orElse(Double.NaN);
        for (int i = 0; i < means.length; i++) {
            Label label = whole(Labels.plain(text(scores.contenders().get(i), means[i], spread, Numbers.decimals(means))));
            if (sign * means[i] == best && means.length > 1) {
                label.getStyleClass().add("strong");
            }
            put(table, label, i + 1, metric, down);
        }
    }

    private static String text(ContenderScores contender, double mean, boolean spread, int decimals) {
        if (!Double.isFinite(mean)) {
            return "–";
        }
        double[] folds = contender.byFold();
        return !spread || folds.length < 2 ? Numbers.fixed(mean, decimals) : Messages.text("number.spread", Numbers.fixed(mean, decimals),
                Numbers.fixed(deviation(folds, mean), decimals));
    }

    private static double mean(ContenderScores contender) {
        return Arrays.stream(contender.byFold()).average().orElse(Double.NaN);
    }

    private static double deviation(double[] folds, double mean) {
        return Math.sqrt(Arrays.stream(folds).map(value -> (value - mean) * (value - mean)).sum() / (folds.length - 1));
    }
}
