package downhill.ui.screen.curvature;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.SeriesData;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.FramedScreen;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.CurvatureStill;
import downhill.ui.session.Session;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How near every contender is to the edge of stability, along its course and in words. */
public final class CurvatureController extends FramedScreen {
    private static final double LEAST_ROWS = 96;
    private static final double HEIGHT = 260;

    private final CurvatureModel model;
    private final LineChart chart = new LineChart();
    private final LineChart stillChart = new LineChart();
    private final Choice<ContenderSpec> from;
    private final Choice<ContenderSpec> to;
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
        from = end("curvature.from", true);
        to = end("curvature.to", false);
        options.getChildren().addAll(from, to, quantity);
        ScrollPane scroll = Rows.scrolledWhole(rows, LEAST_ROWS);
        all = new VBox(10, chart, scroll);
        for (LineChart one : List.of(chart, stillChart)) {
            VBox.setVgrow(one, Priority.ALWAYS);
            one.setPrefHeight(HEIGHT);
        }
        attached.bind(stillChart.titleProperty(), Messages.binding("curvature.chart.still"));
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
        offerEnds();
        if (model.quantity().view() == CurvatureStill.View.NONE) {
            List<SeriesData> series = model.series();
            chart.show(model.options(series), series);
            all.getChildren().set(0, chart);
        } else {
            model.still().look(model.quantity()); // who was an end may be gone
            List<SeriesData> series = model.still().series(model.quantity());
            stillChart.emptyTextProperty().set(model.still().why(model.quantity()));
            stillChart.show(model.still().options(model.quantity(), series), series);
            all.getChildren().set(0, stillChart);
        }
        rows.show(model.told());
        return all;
    }

    private Choice<ContenderSpec> end(String key, boolean first) {
        Choice<ContenderSpec> end = new Choice<ContenderSpec>(Messages.binding(key), List.of(), ContenderSpec::name).start(null, one -> {
            model.still().choose(first, one);
            refresh();
        });
        end.setId(first ? "curvature-from" : "curvature-to");
        end.getStyleClass().add(Choice.QUIET);
        end.managedProperty().bind(end.visibleProperty());
        end.setVisible(false);
        return end;
    }

    private void offerEnds() {
        boolean ways = model.quantity() == CurvatureQuantity.WAYS;
        from.setVisible(ways);
        to.setVisible(ways);
        if (ways) {
            from.offer(model.still().contenders(), model.still().end(true));
            to.offer(model.still().contenders(), model.still().end(false));
        }
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
        stillChart.dispose();
    }
}
