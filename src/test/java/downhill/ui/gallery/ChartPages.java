package downhill.ui.gallery;

import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.MadeUpCurves;
import downhill.ui.chart.Note;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Pages of charts. */
final class ChartPages {
    private ChartPages() {
    }

    static Parent states() {
        LineChart read = line(LineOptions.PLAIN.titled("step", "training loss").log(true).smoothed(0.95), MadeUpCurves.race(413));
        read.drawingsProperty().addListener((source, old, now) -> Event.fireEvent(read, new MouseEvent(
                MouseEvent.MOUSE_MOVED, 180, 80, 180, 80, MouseButton.NONE, 0, false, false, false, false,
                false, false, false, false, false, true, null)));
        LineChart chinese = line(LineOptions.PLAIN.titled("步数", "训练损失").log(true).smoothed(0.95)
                .noted(List.of(new Note(120, "学习率 0.05 → 0.2", 1))),
                List.of(SeriesData.main("动量法", MadeUpCurves.loss(413, 0.1, 60, 1), 1)));
        ToggleButton on = Buttons.letterToggle("S", "notice.dismiss");
        on.setSelected(true);
        Button focused = Buttons.ghost("progress.cancel", () -> { });
        focused.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
        chinese.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
        GridPane grid = Pages.grid(2);
        grid.add(Pages.card("Read out", read), 0, 0);
        grid.add(Pages.card("中文", chinese), 1, 0);
        grid.add(new Card(Pages.t("States"), new HBox(12, focused, on, Labels.plain("梯度 −0.0382，动量 0.9")), new Slider(0, 1, 0.3)), 0, 1);
        return Pages.page(grid);
    }

    static Parent lines() {
        LineOptions race = LineOptions.PLAIN.titled("step", "training loss");
        GridPane grid = Pages.grid(2);
        grid.add(Pages.card("Race, log, smoothed", line(race.log(true).smoothed(0.9).at(412)
                .noted(List.of(new Note(240, "η 0.05 → 0.2 at 240", 0))), MadeUpCurves.race(413))), 0, 0);
        grid.add(Pages.card("Linear, raw", line(race, MadeUpCurves.race(413))), 1, 0);
        SeriesData second = SeriesData.second("SGD validation", MadeUpCurves.loss(4000, 0.35, 900, 9), 0);
        SeriesData wild = SeriesData.main("η 0.9", diverging(), 4).asDiverged();
        grid.add(Pages.card("A long run, one diverged", line(race.log(true).smoothed(0.98), List.of(
                SeriesData.main("SGD", MadeUpCurves.loss(4000, 0.28, 900, 1), 0), second, wild,
                        SeriesData.main("muted", MadeUpCurves.loss(4000, 0.5, 300, 3), 5).asMuted()))), 0, 1);
        HBox small = new HBox(12);
        for (int i = 0; i < 3; i++) {
            LineChart chart = line(LineOptions.PLAIN.compact(true).log(true).smoothed(0.9), List.of(MadeUpCurves.race(413).get(i)));
            HBox.setHgrow(chart, Priority.ALWAYS);
            small.getChildren().add(chart);
        }
        LineChart empty = new LineChart();
        empty.emptyTextProperty().set("The loss of every contender will be drawn here. Press Run, or open an experiment with results.");
        VBox both = new VBox(12, small, empty);
        VBox.setVgrow(small, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        grid.add(Pages.card("Small multiples; empty", both), 1, 1);
        return Pages.page(grid);
    }

    private static Points diverging() {
        double[] x = new double[900];
        double[] y = new double[900];
        for (int i = 0; i < 900; i++) {
            x[i] = i;
            y[i] = 1.1 * Math.exp(i / 60.0) + 0.1 * Math.sin(i);
        }
        return Points.of(x, y);
    }

    private static LineChart line(LineOptions options, List<SeriesData> series) {
        LineChart chart = new LineChart();
        chart.setOptions(options);
        chart.setSeries(series);
        return chart;
    }

    static Parent planes() {
        GridPane grid = Pages.grid(2);
        PlaneChart bowl = plane(MadeUpCurves.bowl(), PlaneOptions.PLAIN.titled("W₁[petal_length, 3]", "b₁[3]"),
                List.of(PathData.of("SGD", MadeUpCurves.spiral(60, 0.05, 0), 0),
                        PathData.of("Momentum", MadeUpCurves.spiral(80, 0.03, 0.85), 1),
                        PathData.of("Adam", MadeUpCurves.spiral(90, 0.02, 0.6), 3).headAt(40)));
        bowl.setMarks(List.of(PlaneMark.start(-1.6, -1.5), PlaneMark.minimum(-0.2, 0)));
        grid.add(Pages.card("Landscape", bowl), 0, 0);
        PlaneChart valley = plane(MadeUpCurves.valley(), PlaneOptions.PLAIN.titled("x", "y").equalUnits(true), List.of());
        valley.setMarks(List.of(PlaneMark.minimum(1, 1), PlaneMark.arrow(-1, 1.5, -0.3, 1.1, "gradient", 1),
                PlaneMark.arrow(-1, 1.5, -0.8, 0.8, "step", 0)));
        grid.add(Pages.card("Rosenbrock's valley, equal units", valley), 1, 0);
        grid.add(Pages.card("Two parameters", plane(null, PlaneOptions.PLAIN.titled("θ₁", "θ₂").equalUnits(true),
                List.of(PathData.of("RMSprop", MadeUpCurves.spiral(60, 0.05, 0), 2),
                        PathData.of("Momentum", MadeUpCurves.spiral(80, 0.03, 0.9), 1)))), 0, 1);
        HBox small = new HBox(12);
        String[] names = {"SGD", "Momentum", "RMSprop", "Adam"};
        for (int i = 0; i < 4; i++) {
            PlaneChart chart = plane(MadeUpCurves.bowl(), PlaneOptions.SMALL,
                    List.of(PathData.of(names[i], MadeUpCurves.spiral(60, 0.03, 0.25 * i), i)));
            HBox.setHgrow(chart, Priority.ALWAYS);
            small.getChildren().add(chart);
        }
        grid.add(Pages.card("Small multiples", small), 1, 1);
        return Pages.page(grid);
    }

    private static PlaneChart plane(Landscape landscape, PlaneOptions options, List<PathData> paths) {
        PlaneChart chart = new PlaneChart();
        chart.setOptions(options);
        chart.setLandscape(landscape);
        chart.setPaths(paths);
        return chart;
    }
}
