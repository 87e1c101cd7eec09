package downhill.ui.fit;

import downhill.ui.chart.ChartPane;
import downhill.ui.chart.Film;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.TileChart;
import downhill.ui.control.Labels;
import downhill.ui.theme.Theme;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A panel on screen. */
final class PanelNode {
    private final Label name = Labels.plain("", "strong");
    private final Label caption = Labels.plain("", "secondary", "small");
    private final PlotChart plot;
    private final TileChart tiles;
    private final VBox node;

    PanelNode(boolean asTiles) {
        plot = asTiles ? null : new PlotChart();
        tiles = asTiles ? new TileChart() : null;
        name.setMinWidth(Label.USE_PREF_SIZE);
        caption.setMinWidth(0);
        caption.setTextOverrun(OverrunStyle.LEADING_WORD_ELLIPSIS); // the number comes last
        caption.setEllipsisString("");
        caption.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(8, name, downhill.ui.control.Rows.space(), caption);
        head.setPadding(new javafx.geometry.Insets(0, asTiles ? 0 : 8, 0, 0));
        node = new VBox(2, head, chart());
        VBox.setVgrow(chart(), Priority.ALWAYS);
        chart().setPrefHeight(160);
        chart().setMinHeight(60);
    }

    VBox node() {
        return node;
    }

    PlotChart plot() {
        return plot;
    }

    ChartPane chart() {
        return plot == null ? tiles : plot;
    }

    /** @param film of this panel */
    void show(Panel panel, Supplier<Optional<Film>> film) {
        chart().setFilm(film);
        name.setText(panel.name());
        name.setStyle(panel.style() < 0 ? "" : "-fx-text-fill: " + Theme.of(node).palette().contender(panel.style()).text().css());
        caption.setText(panel.caption());
        chart().titleProperty().set(panel.name() + (panel.caption().isEmpty() ? "" : ", " + panel.caption()));
        chart().emptyTextProperty().set(panel.empty());
        if (plot != null) {
            plot.setPicture(panel.plot());
        } else {
            tiles.setPicture(panel.tiles());
        }
    }
}
