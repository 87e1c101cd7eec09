package downhill.ui.screen.landscape;

import downhill.ui.chart.PlaneChart;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The landscape, what can be chosen about it, and what it is. */
final class LandscapeView {
    private final LandscapeModel model;
    private final PlaneChart chart = new PlaneChart();
    private final StackPane stage = new StackPane(chart);
    private final PlaneBar bar;
    private final StartForm start;
    private final Legend legend = new Legend();
    private final VBox content;
    private final Subscriptions attached = new Subscriptions();

    LandscapeView(LandscapeModel model, Runnable surface) {
        this.model = model;
        bar = new PlaneBar(model, chart::resetView, surface);
        start = new StartForm(model);
        attached.bind(chart.titleProperty(), Messages.binding("landscape.chart"));
        chart.setId("landscape-chart");
        chart.setOnPicked(model::startAt);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        HBox top = new HBox(10, bar.node(), Rows.space(), start.node());
        HBox.setHgrow(bar.node(), Priority.ALWAYS);
        top.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(4, top, stage, legend.node());
        content.setMinHeight(0);
    }

    VBox content() {
        return content;
    }

    PlaneChart chart() {
        return chart;
    }

    /** Everything but the paths, which move. */
    void refresh() {
        bar.refresh();
        start.refresh();
        String problem = model.feed().problemProperty().get();
        chart.emptyTextProperty().set(problem.isEmpty() ? Messages.text("landscape.empty") : problem);
        chart.setOptions(model.options());
        refreshHeights();
        refreshPaths();
    }

    void refreshHeights() {
        chart.setLandscape(model.heights(chart.viewProperty().get()));
    }

    void refreshPaths() {
        chart.setMarks(model.marks());
        chart.setPaths(model.paths());
        legend.refresh(model);
    }

    void dispose() {
        attached.dispose();
        bar.dispose();
        chart.dispose();
    }
}
