package downhill.ui.screen.explain;

import downhill.ui.chart.ChartPane;
import downhill.ui.control.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A chart with a sentence below it. */
final class Captioned {
    private final ChartPane chart;
    private final Label words = Labels.plain("", "secondary");
    private final VBox node = new VBox(8);

    Captioned(ChartPane chart) {
        this.chart = chart;
        words.setId(chart.getId() == null ? null : chart.getId() + "-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(chart, Priority.ALWAYS);
    }

    /** With these words; the chart is taken back where it was shown alone meanwhile. */
    Node of(String said) {
        words.setText(said);
        if (!node.getChildren().contains(chart)) {
            node.getChildren().setAll(chart, words);
        }
        return node;
    }
}
