package downhill.ui.screen.landscape;

import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.SolidChart;
import downhill.ui.chart.shape.Rotation;
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
    private final SolidChart solid = new SolidChart();
    private final StackPane stage = new StackPane(chart, solid);
    private final PlaneBar bar;
    private final StartForm start;
    private final Legend legend = new Legend();
    private final VBox content;
    private final Subscriptions attached = new Subscriptions();

    LandscapeView(LandscapeModel model, Runnable surface) {
        this.model = model;
        bar = new PlaneBar(model, this::resetView, surface);
        start = new StartForm(model);
        attached.bind(chart.titleProperty(), Messages.binding("landscape.chart"));
        attached.bind(solid.titleProperty(), Messages.binding("landscape.chart.solid"));
        attached.bind(solid.emptyTextProperty(), chart.emptyTextProperty());
        attached.follow(model.formProperty(), this::show);
        chart.setId("landscape-chart");
        solid.setId("landscape-solid");
        chart.setOnPicked(model::picked);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        HBox top = new HBox(10, bar.node(), start.node());
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

    SolidChart solid() {
        return solid;
    }

    /** There is nothing to choose but what is zoomed to. */
    void lock() {
        bar.lock();
    }

    void resetView() {
        chart.resetView();
        solid.rotationProperty().set(Rotation.START);
    }

    private void show(LandscapeModel.Form form) {
        boolean turned = form == LandscapeModel.Form.SOLID;
        solid.setVisible(turned);
        chart.setVisible(!turned);
        if (model.session().experiment() != null) {
            refreshHeights();
        }
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
        refreshSolid();
    }

    /** Seen from the side the part that is zoomed to stays the part. */
    private void refreshSolid() {
        if (solid.isVisible()) {
            solid.set(chart.landscape(), model.paths(), model.marks(), model.options());
        }
    }

    void refreshPaths() {
        chart.setMarks(model.marks());
        chart.setPaths(model.paths());
        refreshSolid();
        legend.refresh(model);
    }

    void dispose() {
        attached.dispose();
        bar.dispose();
        chart.dispose();
        solid.dispose();
    }
}
