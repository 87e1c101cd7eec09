package downhill.ui.screen.glass;

import downhill.analysis.curvature.Edge;
import downhill.analysis.curvature.Stability;
import downhill.ui.control.GaugeBar;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.CurvatureFeed;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How near the contender is to its rule's edge of stability at the step told; nothing where that is not known, or it has no edge. */
final class GaugeRow extends VBox {
    private static final double BAR = 120;
    private static final int DIGITS = 3;

    private final GaugeBar bar = new GaugeBar();
    private final Label number = Labels.plain("", "number");
    private final Label words = Labels.plain("", "secondary", "small");

    GaugeRow() {
        super(2);
        setId("glass-gauge");
        bar.setPrefWidth(BAR);
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        HBox line = new HBox(10, Labels.secondary("glass.gauge"), bar, number);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, words);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** What is known of a contender's step. */
    void show(CurvatureFeed feed, String contender, String name, long step) {
        List<Stability> until = feed.until(contender, step);
        Stability last = until.isEmpty() ? null : until.get(until.size() - 1);
        boolean known = last != null && last.step() == step && !Double.isNaN(last.gauge());
        setVisible(known);
        if (known) {
            Edge edge = Edge.of(until.stream().map(Stability::gauge).toList());
            number.setText(Numbers.significant(last.gauge(), DIGITS));
            words.setText(Messages.text("curvature.says." + edge.name().toLowerCase(Locale.ROOT)));
            bar.show(last.gauge(), edge == Edge.BEYOND, Messages.text("curvature.row", name, number.getText(), words.getText()));
        }
    }
}
