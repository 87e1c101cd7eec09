package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.CrossScores;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Means over the folds by some metrics: a row for each contender, the best of each column strong. */
final class ScoresTable {
    private static final double GAP = 14;

    private ScoresTable() {
    }

    /** @param spread whether each mean has its standard deviation over the folds */
    static GridPane of(List<ContenderSpec> contenders, List<CrossScores> metrics, boolean spread) {
        GridPane table = new GridPane();
        table.setHgap(GAP);
        table.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        for (int i = 0; i < contenders.size(); i++) {
            ContenderName name = new ContenderName();
            name.show(contenders.get(i).name(), contenders.get(i).style());
            table.add(name, 0, i + 1);
        }
        for (int column = 0; column < metrics.size(); column++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(numbers);
            add(table, metrics.get(column), column + 1, spread);
        }
        return table;
    }

    private static void add(GridPane table, CrossScores scores, int column, boolean spread) {
        table.add(Labels.shortened(Labels.plain(MethodWords.metric(scores.metric()), "secondary")), column, 0);
        double[] means = scores.contenders().stream().mapToDouble(ScoresTable::mean).toArray();
        double sign = scores.metric().higherIsBetter() ? 1 : -1;
        double best = Arrays.stream(means).filter(Double::isFinite).map(value -> sign * value).max().orElse(Double.NaN);
        for (int i = 0; i < means.length; i++) {
            Label label = Labels.plain(text(scores.contenders().get(i), means[i], spread));
            label.setMinWidth(Label.USE_PREF_SIZE);
            if (sign * means[i] == best && means.length > 1) {
                label.getStyleClass().add("strong");
            }
            table.add(label, column, i + 1);
        }
    }

    private static String text(ContenderScores contender, double mean, boolean spread) {
        if (!Double.isFinite(mean)) {
            return "–";
        }
        double[] folds = contender.byFold();
        return !spread || folds.length < 2 ? Numbers.format(mean)
                : Messages.text("number.spread", Numbers.format(mean), Numbers.format(deviation(folds, mean)));
    }

    private static double mean(ContenderScores contender) {
        return Arrays.stream(contender.byFold()).average().orElse(Double.NaN);
    }

    private static double deviation(double[] folds, double mean) {
        return Math.sqrt(Arrays.stream(folds).map(value -> (value - mean) * (value - mean)).sum() / (folds.length - 1));
    }
}
