package downhill.ui.fit;

import downhill.ui.chart.Film;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.TileChart;
import downhill.ui.control.PanelHead;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A panel on screen. */
final class PanelNode {
    private final PanelHead head = new PanelHead();
    private final PlotChart plot;
    private final TileChart tiles;
    private final VBox node;

    PanelNode(boolean asTiles) {
        plot = asTiles ? null : new PlotChart();
        tiles = asTiles ? new TileChart() : null;
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

    TileChart tiles() {
        return tiles;
    }

    PickChart chart() {
        return plot == null ? tiles : plot;
    }

    /** @param film of this panel */
    void show(Panel panel, Supplier<Optional<Film>> film) {
        chart().setFilm(film);
        head.show(panel.name(), panel.style(), panel.caption());
        chart().titleProperty().set(panel.name() + (panel.caption().isEmpty() ? "" : ", " + panel.caption()));
        chart().emptyTextProperty().set(panel.empty());
        if (plot != null) {
            plot.setPicture(panel.plot());
        } else {
            tiles.setPicture(panel.tiles());
        }
    }
}
