package downhill.ui.screen.compare;

import downhill.race.ContenderSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.Points;
import downhill.ui.chart.Range;
import downhill.ui.chart.SeriesData;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Curve;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One contender by itself, with its own axes shown so that they can be read. */
final class ComparePanel {
    private final String contender;
    private final ContenderName name = new ContenderName();
    private final Label state = Labels.plain("", "secondary", "small");
    private final LineChart chart = new LineChart();
    private final VBox node;

    ComparePanel(String contender) {
        this.contender = contender;
        HBox head = new HBox(8, name, Rows.space(), state);
        node = new VBox(2, head, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setPrefHeight(160);
        chart.setMinHeight(60);
    }

    String contender() {
        return contender;
    }

    LineChart chart() {
        return chart;
    }

    VBox node() {
        return node;
    }

    void show(ContenderSpec one, Standing standing, Curve main, Curve second, LineOptions look, Range x, Range y) {
        name.show(one.name(), one.style());
        state.setText(standing == null ? "" : standing.outcome() == Outcome.DIVERGED ? Messages.text("results.diverged", Numbers.count(standing.outcomeStep()))
                : Messages.text("compare.state", Numbers.format(standing.loss()), Numbers.format(standing.validationLoss())));
        chart.titleProperty().set(Messages.text("multiples.chart", one.name()));
        List<SeriesData> series = new ArrayList<>();
        if (second != null) {
            series.add(SeriesData.second("", Points.of(second.steps(), second.values()), one.style()));
        }
        SeriesData curve = SeriesData.main("", Points.of(main.steps(), main.values()), one.style());
        series.add(standing != null && standing.outcome() == Outcome.DIVERGED ? curve.asDiverged() : curve);
        chart.show(look.ranges(x, y),
                series);
    }

    void dispose() {
        chart.dispose();
    }
}
