package downhill.ui.screen.curvature;

import downhill.ui.chart.LineChart;
import downhill.ui.chart.SeriesData;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.FramedScreen;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.Session;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How near every contender is to the edge of stability, along its course and in words. */
public final class CurvatureController extends FramedScreen {
    private static final double LEAST_ROWS = 96;

    private final CurvatureModel model;
    private final LineChart chart = new LineChart();
    private final GaugeRows rows = new GaugeRows();
    private final VBox all;
    private final Node empty = new EmptyState("curvature.none", "curvature.none.how");

    /** The screen of {@code session}, fed by {@code feed}, which ends with it. */
    public CurvatureController(Session session, CurvatureFeed feed) {
        super("tab.curvature");
        model = new CurvatureModel(session, feed);
        Choice<CurvatureQuantity> quantity = new Choice<CurvatureQuantity>(Messages.binding("curvature.quantity"),
                List.of(CurvatureQuantity.values()), CurvatureQuantity::words).start(CurvatureQuantity.GAUGE, value -> {
                    model.choose(value);
                    refresh();
                });
        quantity.setId("curvature-quantity");
        quantity.getStyleClass().add(Choice.QUIET);
        options.getChildren().add(quantity);
        ScrollPane scroll = Rows.scrolledWhole(rows, LEAST_ROWS);
        all = new VBox(10, chart, scroll);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setPrefHeight(260);
        attached.bind(chart.titleProperty(), Messages.binding("curvature.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("curvature.empty"));
        attached.bindBoth(chart.hoverXProperty(), session.selection().hoverStepProperty());
        attached.listen(feed.revisionProperty(), now -> refresh());
        attached.listen(feed.problemSaidProperty(), now -> refresh());
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
    }

    /** What is told of the contenders shown, a sentence each. */
    public List<String> told() {
        return model.told().stream().map(CurvatureModel.Told::words).toList();
    }

    /** Once a frame: takes what was measured and has more measured, while it is in view. */
    public void frame() {
        model.feed().frame();
    }

    /** Whether all there is to measure is measured. */
    public boolean isSettled() {
        return model.feed().isSettled();
    }

    @Override
    protected Node shown() {
        String problem = model.feed().problemSaidProperty().get().get();
        if (!problem.isEmpty() && model.isEmpty()) {
            return sentence(problem);
        }
        if (model.isEmpty()) {
            return empty;
        }
        List<SeriesData> series = model.series();
        chart.show(model.options(series), series);
        rows.show(model.told());
        return all;
    }

    @Override
    public void setActive(boolean on) {
        model.feed().watch(this, on);
        super.setActive(on);
    }

    @Override
    public void dispose() {
        model.feed().close();
        super.dispose();
        chart.dispose();
    }
}
