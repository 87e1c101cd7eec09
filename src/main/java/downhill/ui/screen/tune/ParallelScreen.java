package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.ui.chart.ParallelChart;
import downhill.ui.chart.ParallelDrawing;
import downhill.ui.chart.ParallelDrawing.Line;
import downhill.ui.chart.shape.Range;
import downhill.ui.control.CommandButton;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** All knobs at once: each trial is a line across them to what it came to, and what is brushed of an axis is brushed everywhere. */
final class ParallelScreen extends TrialScreen {
    private final HBox options = new HBox(12);
    private List<TrialAxis> axes = List.of();

    ParallelScreen(TrialView view, TuneCommands commands) {
        this(view, commands, new ParallelChart());
    }

    private ParallelScreen(TrialView view, TuneCommands commands, ParallelChart chart) {
        super(view, chart, "parallel");
        Button best = CommandButton.link("tune.brush.short", commands.of(TuneDeed.BRUSH));
        Button clear = CommandButton.link("tune.unbrush.short", commands.of(TuneDeed.UNBRUSH));
        attached.follow(view.pick().brushProperty(), now -> clear.setDisable(now.isEmpty()));
        options.getStyleClass().add("value-row");
        options.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        options.getChildren().addAll(best, clear);
        chart.setBrushing(this::brush);
        chart.setAccessibleHelp(Messages.text("tune.parallel.help"));
    }

    private void brush(int axis, Range part) {
        if (axis < axes.size()) {
            view.pick().brush(axes.get(axis), part);
        }
    }

    @Override
    protected void show() {
        axes = view.axes();
        List<Trial> told = Clouds.told(view.stand());
        List<Line> lines = new ArrayList<>(told.size());
        for (Trial trial : told) {
            double[] at = axes.stream().mapToDouble(axis -> axis.at(trial)).toArray();
            lines.add(new Line(trial.number(), at, view.pick().tone(trial, axes)));
        }
        Map<String, Range> brush = view.pick().brushProperty().get();
        List<Range> brushed = new ArrayList<>();
        axes.forEach(axis -> brushed.add(axis.part(brush.get(axis.key()))));
        chart.show(new ParallelDrawing(axes.stream().map(TrialAxis::shown).toList(), lines, brushed, Clouds.told(told, view)));
    }

    @Override
    public Node options() {
        return options;
    }
}
