package downhill.ui.panel;

import downhill.analysis.step.MatrixStep;
import downhill.ui.chart.HeatMap;
import downhill.ui.chart.HistogramBars;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a step does to a matrix: the gradient and the change as small pictures, each over its singular values from the largest on. */
public final class MatrixView extends VBox {
    private static final double BARS = 26;

    /** One of the two. */
    private static final class Half extends VBox {
        private final Label title;
        private final HeatMap map = new HeatMap();
        private final HistogramBars bars = new HistogramBars();
        private final Label ends = Labels.plain("", "secondary", "small");
        private final String key;

        Half(String key) {
            super(3);
            this.key = key;
            title = Labels.secondary(key);
            bars.setPrefHeight(BARS);
            bars.setMinHeight(BARS);
            ends.setWrapText(true);
            ends.setMinHeight(USE_PREF_SIZE);
            getChildren().addAll(title, map, bars, ends);
            setMinWidth(0);
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        void show(String name, double[][] matrix, double[] singular) {
            String what = Messages.text(key);
            map.show(matrix, Messages.text("matrix.map", name, what, Numbers.count(matrix.length), Numbers.count(matrix[0].length)));
            boolean known = singular.length > 0 && Double.isFinite(singular[0]);
            bars.setCounts(known ? singular : new double[0]);
            String why = singular.length == 0 ? "matrix.large" : "matrix.wild";
            ends.setText(known ? spread(singular) : Messages.text(why));
            bars.setAccessibleText(Messages.text("matrix.bars", name, what, ends.getText()));
        }

        private static String spread(double[] singular) {
            return Messages.text("matrix.values", Numbers.significant(singular[0], 3),
                    Numbers.significant(singular[singular.length - 1], 3), Numbers.count(alike(singular)), Numbers.count(singular.length));
        }

        /** How many are at least a tenth of the largest. */
        private static long alike(double[] singular) {
            return Arrays.stream(singular).filter(value -> value >= singular[0] / 10).count();
        }
    }

    private final Label name = Labels.plain("", "strong");
    private final Half gradient = new Half("matrix.gradient");
    private final Half change = new Half("matrix.change");

    /** Empty. */
    public MatrixView() {
        super(4);
        HBox both = new HBox(14, gradient, change);
        gradient.prefWidthProperty().bind(both.widthProperty().divide(2));
        change.prefWidthProperty().bind(both.widthProperty().divide(2));
        getChildren().addAll(name, both);
    }

    /** Shows a step's. */
    public void show(MatrixStep step) {
        name.setText(Messages.text("matrix.name", step.name(), Numbers.count(step.gradient().length),
                Numbers.count(step.gradient()[0].length)));
        gradient.show(step.name(), step.gradient(), step.gradientValues());
        change.show(step.name(), step.change(), step.changeValues());
    }
}
