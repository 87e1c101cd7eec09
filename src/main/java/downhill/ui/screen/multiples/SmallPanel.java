package downhill.ui.screen.multiples;

import downhill.race.ContenderSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.chart.Points;
import downhill.ui.chart.SeriesData;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.landscape.Ground;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.landscape.Track;
import downhill.ui.session.Curve;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Racing.Quantity;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One contender's training and validation loss in small, or its path on the landscape. */
final class SmallPanel {
    private static final double SMOOTHING = 0.97;

    private final String contender;
    private final ContenderName name = new ContenderName();
    private final Label caption = Labels.plain("", "secondary", "small");
    private final Tooltip gap = Buttons.tooltip("landscape.gap.long");
    private final LineChart chart = new LineChart();
    private final PlaneChart plane = new PlaneChart();
    private final VBox card;

    SmallPanel(String contender) {
        this.contender = contender;
        caption.setMinWidth(0);
        HBox head = new HBox(6, name, Rows.space(), caption);
        StackPane charts = new StackPane(chart, plane);
        charts.setMinHeight(0);
        card = Card.plain(head, charts);
        card.getStyleClass().add("compact");
        chart.setFocusTraversable(false);
        chart.setMinSize(40, 40);
        chart.setPrefHeight(120);
        plane.setFocusTraversable(false);
        plane.setPrefHeight(120);
        plane.setOptions(PlaneOptions.SMALL);
        VBox.setVgrow(charts, Priority.ALWAYS);
    }

    /** The contender's path on the landscape that all panels share, and how far off its plane the head is. */
    void show(ContenderSpec one, LandscapeFeed feed) {
        title(one);
        form(true);
        Track track = feed.tracksProperty().get().stream().filter(each -> each.id().equals(one.id())).findFirst().orElse(null);
        Ground ground = feed.groundProperty().get();
        boolean measured = track != null && ground != null && !ground.exact() && !Double.isNaN(track.gap());
        caption.setTooltip(gap);
        caption.setText(measured ? Messages.text("multiples.gap", Numbers.significant(track.gap(), 1)) : "");
        plane.titleProperty().set(Messages.text("multiples.landscape", one.name()));
        plane.emptyTextProperty().set(feed.problemProperty().get());
        plane.setLandscape(feed.wholeProperty().get());
        plane.setPaths(track == null ? List.of() : List.of(track.path("")));
    }

    private void title(ContenderSpec one) {
        name.show(one.name(), one.style());
    }

    private void form(boolean landscape) {
        plane.setVisible(landscape);
        chart.setVisible(!landscape);
    }

    String contender() {
        return contender;
    }

    VBox node() {
        return card;
    }

    void show(ContenderSpec one, CurveFeed curves, PanelAxes axes, boolean log, Session session) {
        title(one);
        form(false);
        Standing standing = Snapshots.of(session.snapshotProperty().get(), one.id()).orElse(null);
        caption.setText(caption(standing));
        caption.setTooltip(null);
        chart.titleProperty().set(Messages.text("multiples.chart", one.name()));
        SeriesData main = SeriesData.main(one.name(), points(curves.of(one.id(), Quantity.TRAINING_LOSS)), one.style());
        boolean diverged = standing != null && standing.outcome() == Outcome.DIVERGED;
        chart.show(LineOptions.PLAIN.compact(true).log(log).smoothed(SMOOTHING).ranges(axes.x(), axes.y()).at(shownStep(session)),
                List.of(SeriesData.second("", points(curves.of(one.id(), Quantity.VALIDATION_LOSS)), one.style()), diverged ? main.asDiverged() : main));
    }

    /** A line marks the step shown where the curve goes on beyond it. */
    private static double shownStep(Session session) {
        long now = session.snapshotProperty().get().step();
        return session.race().racing() != null && session.race().racing().recordedSteps() > now ? now : Double.NaN;
    }

    void dispose() {
        chart.dispose();
        plane.dispose();
    }

    private static String caption(Standing standing) {
        return standing == null || Double.isNaN(standing.validationLoss()) ? "" : Messages.text("multiples.validation", Numbers.format(standing.validationLoss()));
    }

    private static Points points(Curve curve) {
        return Points.of(curve.steps(), curve.values());
    }
}
