package downhill.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartPane;
import downhill.ui.chart.HistogramBars;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.MadeUpCurves;
import downhill.ui.chart.Note;
import downhill.ui.chart.PathData;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Chip;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.LogSlider;
import downhill.ui.control.Notice;
import downhill.ui.control.NumberField;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Segments;
import downhill.ui.control.StyleSample;
import downhill.ui.control.TimeLine;
import downhill.ui.control.ValueRow;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Images;
import downhill.ui.fx.Screenshots;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

/** Pictures of every chart and control in both themes, in {@code target/screenshots}, to be looked at. */
class GalleryTest extends FxTest {
    private static final Path FOLDER = Path.of("target/screenshots");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lineCharts(Theme theme) {
        picture("lines", theme, 1280, 860, GalleryTest::lines);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void planes(Theme theme) {
        picture("planes", theme, 1280, 860, GalleryTest::planeCharts);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void controls(Theme theme) {
        picture("controls", theme, 1280, 860, GalleryTest::controlPage);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void states(Theme theme) {
        picture("states", theme, 900, 620, GalleryTest::statePage);
    }

    private static Parent statePage() {
        LineChart read = line(LineOptions.PLAIN.titled("step", "training loss").log(true).smoothed(0.95), MadeUpCurves.race(413));
        read.drawingsProperty().addListener((source, old, now) -> javafx.event.Event.fireEvent(read, new javafx.scene.input.MouseEvent(
                javafx.scene.input.MouseEvent.MOUSE_MOVED, 180, 80, 180, 80, javafx.scene.input.MouseButton.NONE, 0, false, false, false, false,
                false, false, false, false, false, true, null)));
        LineChart chinese = line(LineOptions.PLAIN.titled("步数", "训练损失").log(true).smoothed(0.95).noted(List.of(new Note(120, "学习率 0.05 → 0.2", 1))),
                List.of(SeriesData.main("动量法", MadeUpCurves.loss(413, 0.1, 60, 1), 1)));
        javafx.scene.control.ToggleButton on = Buttons.letterToggle("S", "notice.dismiss");
        on.setSelected(true);
        Button focused = Buttons.ghost("progress.cancel", () -> { });
        focused.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-visible"), true);
        chinese.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-visible"), true);
        GridPane grid = grid(2);
        grid.add(card("Read out", read), 0, 0);
        grid.add(card("中文", chinese), 1, 0);
        grid.add(new Card(t("States"), new HBox(12, focused, on, Labels.plain("梯度 −0.0382，动量 0.9")), new Slider(0, 1, 0.3)), 0, 1);
        return page(grid);
    }

    private void picture(String name, Theme theme, double width, double height, java.util.concurrent.Callable<Parent> page) {
        Stage stage = show(onFx(page), width, height);
        BufferedImage image = onFx(() -> {
            theme.apply(stage.getScene());
            return Screenshots.of(stage.getScene(), 1);
        });
        BufferedImage settled = onFx(() -> Screenshots.of(stage.getScene(), 1));
        runFx(() -> {
            dispose(stage.getScene().getRoot());
            stage.close();
        });
        try {
            Images.writePng(settled, FOLDER.resolve("gallery-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(image.getWidth()).isEqualTo((int) width);
    }

    private static void dispose(Node node) {
        if (node instanceof ChartPane chart) {
            chart.dispose();
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(GalleryTest::dispose);
        }
    }

    private static Parent lines() {
        LineOptions race = LineOptions.PLAIN.titled("step", "training loss");
        GridPane grid = grid(2);
        grid.add(card("Race, log, smoothed", line(race.log(true).smoothed(0.9).at(412).noted(List.of(new Note(240, "η 0.05 → 0.2 at 240", 0))), MadeUpCurves.race(413))), 0, 0);
        grid.add(card("Linear, raw", line(race, MadeUpCurves.race(413))), 1, 0);
        SeriesData second = SeriesData.second("SGD validation", MadeUpCurves.loss(4000, 0.35, 900, 9), 0);
        SeriesData wild = SeriesData.main("η 0.9", diverging(), 4).asDiverged();
        grid.add(card("A long run, one diverged", line(race.log(true).smoothed(0.98), List.of(
                SeriesData.main("SGD", MadeUpCurves.loss(4000, 0.28, 900, 1), 0), second, wild, SeriesData.main("muted", MadeUpCurves.loss(4000, 0.5, 300, 3), 5).asMuted()))), 0, 1);
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
        grid.add(card("Small multiples; empty", both), 1, 1);
        return page(grid);
    }

    private static downhill.ui.chart.Points diverging() {
        double[] x = new double[900];
        double[] y = new double[900];
        for (int i = 0; i < 900; i++) {
            x[i] = i;
            y[i] = 1.1 * Math.exp(i / 60.0) + 0.1 * Math.sin(i);
        }
        return downhill.ui.chart.Points.of(x, y);
    }

    private static LineChart line(LineOptions options, List<SeriesData> series) {
        LineChart chart = new LineChart();
        chart.setOptions(options);
        chart.setSeries(series);
        return chart;
    }

    private static Parent planeCharts() {
        GridPane grid = grid(2);
        PlaneChart bowl = plane(MadeUpCurves.bowl(), PlaneOptions.PLAIN.titled("W₁[petal_length, 3]", "b₁[3]"),
                List.of(PathData.of("SGD", MadeUpCurves.spiral(60, 0.05, 0), 0), PathData.of("Momentum", MadeUpCurves.spiral(80, 0.03, 0.85), 1),
                        PathData.of("Adam", MadeUpCurves.spiral(90, 0.02, 0.6), 3).headAt(40)));
        bowl.setMarks(List.of(PlaneMark.start(-1.6, -1.5), PlaneMark.minimum(-0.2, 0)));
        grid.add(card("Landscape", bowl), 0, 0);
        PlaneChart valley = plane(MadeUpCurves.valley(), PlaneOptions.PLAIN.titled("x", "y").equalUnits(true), List.of());
        valley.setMarks(List.of(PlaneMark.minimum(1, 1), PlaneMark.arrow(-1, 1.5, -0.3, 1.1, "gradient", 1), PlaneMark.arrow(-1, 1.5, -0.8, 0.8, "step", 0)));
        grid.add(card("Rosenbrock's valley, equal units", valley), 1, 0);
        grid.add(card("Two parameters", plane(null, PlaneOptions.PLAIN.titled("θ₁", "θ₂").equalUnits(true),
                List.of(PathData.of("RMSprop", MadeUpCurves.spiral(60, 0.05, 0), 2), PathData.of("Momentum", MadeUpCurves.spiral(80, 0.03, 0.9), 1)))), 0, 1);
        HBox small = new HBox(12);
        String[] names = {"SGD", "Momentum", "RMSprop", "Adam"};
        for (int i = 0; i < 4; i++) {
            PlaneChart chart = plane(MadeUpCurves.bowl(), PlaneOptions.SMALL, List.of(PathData.of(names[i], MadeUpCurves.spiral(60, 0.03, 0.25 * i), i)));
            HBox.setHgrow(chart, Priority.ALWAYS);
            small.getChildren().add(chart);
        }
        grid.add(card("Small multiples", small), 1, 1);
        return page(grid);
    }

    private static PlaneChart plane(downhill.ui.chart.Landscape landscape, PlaneOptions options, List<PathData> paths) {
        PlaneChart chart = new PlaneChart();
        chart.setOptions(options);
        chart.setLandscape(landscape);
        chart.setPaths(paths);
        return chart;
    }

    private static Parent controlPage() {
        GridPane grid = grid(3);
        FlowPane chips = new FlowPane(4, 4, new Chip("sepal_length", Chip.Kind.PLAIN), new Chip("sepal_width", Chip.Kind.PLAIN),
                new Chip("species ◎", Chip.Kind.TARGET), new Chip("id", Chip.Kind.IGNORED), new Chip("3 missing", Chip.Kind.WARNING), new Chip("DIVERGED 128", Chip.Kind.DANGER));
        grid.add(new Card(t("Data"), new ValueRow(t("iris.csv"), t("150 rows, 0 skipped")), chips, new ValueRow(t("Split"), t("120 train · 30 validation")),
                new ValueRow(t("Features"), t("standardised (z-score)"))).actions(Buttons.link("progress.cancel", () -> { })), 0, 0);
        VBox contenders = new VBox(6);
        String[] names = {"SGD", "Momentum", "RMSprop", "Adam", "DGD", "Nesterov"};
        for (int i = 0; i < names.length; i++) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(8, new StyleSample(i), Labels.plain(names[i]), space, Labels.plain(Numbers.fixed(0.311 / (i + 1), 3)),
                    Buttons.letterToggle("S", "notice.dismiss"), Buttons.letterToggle("M", "notice.dismiss"));
            row.setAlignment(Pos.CENTER_LEFT);
            contenders.getChildren().add(row);
        }
        grid.add(new Card(t("Contenders"), contenders), 1, 0);
        grid.add(new Card(t("Results"), table()), 2, 0);
        Segments<String> tabs = new Segments<>(List.of("Race", "Landscape", "Parameters", "Fit"), GalleryTest::t);
        Segments<String> boxed = new Segments<>(List.of("Step", "Epoch"), GalleryTest::t).boxed();
        LogSlider slider = new LogSlider(t("Learning rate"), 1e-5, 10, 0.05);
        NumberField bad = new NumberField(1, 4096, true, 16);
        bad.setText("many");
        bad.fireEvent(new javafx.event.ActionEvent());
        grid.add(new Card(t("Choice"), tabs, boxed, new CheckBox("Log scale"), slider, ValueRow.of(t("Batch"), bad), bad.problemLabel(), combo()), 0, 1);
        grid.add(new Card(t("Actions"), buttons(), slider(), notices(), progress()), 1, 1);
        HistogramBars bars = new HistogramBars();
        bars.setCounts(new double[] {1, 4, 9, 14, 22, 30, 26, 18, 9, 4, 2, 1}, "petal_length: mostly around 4");
        EmptyState empty = new EmptyState("number.notWhole", "notice.dismiss", Buttons.primary("progress.cancel", () -> { }));
        grid.add(new Card(t("Other"), bars, empty, menu(), new TextField("a text")), 2, 1);
        return page(grid);
    }

    private static Node combo() {
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("tanh", "relu"));
        combo.setValue("tanh");
        return combo;
    }

    private static Node menu() {
        return new MenuBar(new Menu("File", null, new MenuItem("Open…")), new Menu("Experiment"), new Menu("View"));
    }

    private static Node progress() {
        ProgressNote note = new ProgressNote(() -> { });
        note.show(0.4, "Unpacking the tensor library");
        return note;
    }

    private static Node notices() {
        Notice error = new Notice();
        error.show(Notice.Kind.ERROR, "people.csv, line 14: 7 cells where the header has 6. The row was skipped.");
        Notice warning = new Notice();
        warning.show(Notice.Kind.WARNING, "3 rows were repaired.");
        return new VBox(6, error, warning);
    }

    private static Node buttons() {
        Button off = Buttons.ghost("progress.cancel", () -> { });
        off.setDisable(true);
        FlowPane row = new FlowPane(8, 8, Buttons.ghost("progress.cancel", () -> { }), Buttons.primary("progress.cancel", () -> { }), off,
                Buttons.icon(Feather.SKIP_BACK, "notice.dismiss", () -> { }), Buttons.icon(Feather.MOON, "notice.dismiss", () -> { }),
                new Chip("CPU · 2 threads", Chip.Kind.PILL));
        return row;
    }

    private static Node slider() {
        TimeLine time = new TimeLine(t("Step"));
        time.setSteps(2000);
        time.setValue(412);
        return time;
    }

    private record Row(String name, String loss, String accuracy) {
    }

    private static Node table() {
        TableView<Row> table = new TableView<>(FXCollections.observableArrayList(new Row("SGD", "0.311", "90.0 %"), new Row("Momentum", "0.087", "96.7 %"),
                new Row("RMSprop", "0.142", "96.7 %"), new Row("Adam", "0.084", "96.7 %")));
        table.getColumns().add(column("Contender", Row::name, false));
        table.getColumns().add(column("Loss", Row::loss, true));
        table.getColumns().add(column("Accuracy", Row::accuracy, true));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(150);
        return table;
    }

    private static TableColumn<Row, String> column(String name, java.util.function.Function<Row, String> value, boolean number) {
        TableColumn<Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> t(value.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static ObservableValue<String> t(String text) {
        return new SimpleStringProperty(text);
    }

    private static GridPane grid(int columns) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        grid.setPadding(new Insets(12));
        for (int i = 0; i < columns; i++) {
            javafx.scene.layout.ColumnConstraints column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < 2; i++) {
            javafx.scene.layout.RowConstraints row = new javafx.scene.layout.RowConstraints();
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        return grid;
    }

    private static Node card(String title, Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        return new Card(t(title), content);
    }

    private static Parent page(Region content) {
        StackPane page = new StackPane(content);
        page.getStyleClass().add("page");
        return page;
    }
}
