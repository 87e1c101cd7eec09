package downhill.ui.screen.curvature;

import downhill.ui.control.ContenderName;
import downhill.ui.control.GaugeBar;
import downhill.ui.control.Labels;
import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row for each contender: its gauge as a bar, in figures, and in words. */
final class GaugeRows extends VBox {
    private static final double NAME = 120;
    private static final double LEAST_NAME = 60;
    private static final double BAR = 150;
    private static final double LEAST_BAR = 40;
    private static final double LEAST_WORDS = 80;
    private static final double NUMBER = 58;

    /** The parts of a row. */
    private static final class Row extends HBox {
        private final StyleSample sample = new StyleSample(0);
        private final ContenderName name = new ContenderName();
        private final GaugeBar bar = new GaugeBar();
        private final Label number = Labels.plain("", "number");
        private final Label words = Labels.plain("", "secondary");

        Row() {
            super(10);
            setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(LEAST_NAME);
            name.setPrefWidth(NAME);
            name.setMaxWidth(NAME);
            bar.setPrefWidth(BAR);
            bar.setMinWidth(LEAST_BAR);
            number.setMinWidth(NUMBER);
            number.setPrefWidth(NUMBER);
            number.setAlignment(Pos.CENTER_RIGHT);
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.setMinWidth(LEAST_WORDS);
            words.setPrefWidth(LEAST_WORDS);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(sample, name, bar, number, words);
        }

        void show(CurvatureModel.Told told) {
            double gauge = told.moment() == null ? Double.NaN : told.moment().gauge();
            String figure = Double.isNaN(gauge) ? "–" : Numbers.significant(gauge, 3);
            sample.setStyleIndex(told.one().style());
            name.show(told.one().name(), told.one().style());
            bar.show(gauge, told.warns(), Messages.text("curvature.row", told.one().name(), figure, told.words()));
            number.setText(figure);
            words.setText(told.words());
            words.getStyleClass().removeAll("warning-text", "secondary");
            words.getStyleClass().add(told.warns() ? "warning-text" : "secondary");
        }
    }

    GaugeRows() {
        super(6);
    }

    void show(List<CurvatureModel.Told> all) {
        while (getChildren().size() < all.size()) {
            getChildren().add(new Row());
        }
        getChildren().remove(all.size(), getChildren().size());
        for (int i = 0; i < all.size(); i++) {
            ((Row) getChildren().get(i)).show(all.get(i));
        }
    }
}
