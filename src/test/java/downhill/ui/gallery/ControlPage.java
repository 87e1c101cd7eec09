package downhill.ui.gallery;

import downhill.ui.chart.HistogramBars;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Chip;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.LogSlider;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.NumberField;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Segments;
import downhill.ui.control.StyleSample;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All controls on one page. */
final class ControlPage {
    private ControlPage() {
    }

    static Parent page() {
        GridPane grid = Pages.grid(3);
        FlowPane chips = new FlowPane(4, 4, new Chip("sepal_length", Chip.Kind.PLAIN), new Chip("sepal_width", Chip.Kind.PLAIN),
                new Chip("species ◎", Chip.Kind.TARGET), new Chip("id", Chip.Kind.IGNORED), new Chip("3 missing", Chip.Kind.WARNING),
                        new Chip("DIVERGED 128", Chip.Kind.DANGER));
        grid.add(new Card(Pages.t("Data"), new ValueRow(Pages.t("iris.csv"), Pages.t("150 rows, 0 skipped")), chips,
                new ValueRow(Pages.t("Split"), Pages.t("120 train · 30 validation")),
                new ValueRow(Pages.t("Features"), Pages.t("standardised (z-score)")))
                        .actions(Buttons.link("progress.cancel", () -> { })), 0, 0);
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
        grid.add(new Card(Pages.t("Contenders"), contenders), 1, 0);
        grid.add(new Card(Pages.t("Results"), table()), 2, 0);
        Segments<String> tabs = new Segments<>(List.of("Race", "Landscape", "Parameters", "Fit"), Pages::t);
        Segments<String> boxed = new Segments<>(List.of("Step", "Epoch"), Pages::t).boxed();
        LogSlider slider = new LogSlider(Pages.t("Learning rate"), 1e-5, 10, 0.05);
        NumberField bad = new NumberField(1, 4096, true, 16);
        bad.setText("many");
        bad.fireEvent(new ActionEvent());
        grid.add(new Card(Pages.t("Choice"), tabs, boxed, new CheckBox("Log scale"), slider, ValueRow.of(Pages.t("Batch"), bad),
                bad.problemLabel(), combo()), 0, 1);
        grid.add(new Card(Pages.t("Actions"), buttons(), notices(), progress()), 1, 1);
        HistogramBars bars = new HistogramBars();
        bars.setCounts(1, 4, 9, 14, 22, 30, 26, 18, 9, 4, 2, 1);
        bars.setAccessibleText("petal_length: mostly around 4");
        EmptyState empty = new EmptyState("number.notWhole", "notice.dismiss", Buttons.primary("progress.cancel", () -> { }));
        grid.add(new Card(Pages.t("Other"), bars, empty, menu(), new TextField("a text")), 2, 1);
        return Pages.page(grid);
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
        NoticeBar error = new NoticeBar();
        error.show(NoticeBar.Kind.ERROR, () -> "people.csv, line 14: 7 cells where the header has 6. The row was skipped.");
        NoticeBar warning = new NoticeBar();
        warning.show(NoticeBar.Kind.WARNING, () -> "3 rows were repaired.");
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

    private record Row(String name, String loss, String accuracy) {
    }

    private static Node table() {
        TableView<Row> table = new TableView<>(FXCollections.observableArrayList(new Row("SGD", "0.311", "90.0 %"),
                new Row("Momentum", "0.087", "96.7 %"),
                new Row("RMSprop", "0.142", "96.7 %"), new Row("Adam", "0.084", "96.7 %")));
        table.getColumns().add(column("Contender", Row::name, false));
        table.getColumns().add(column("Loss", Row::loss, true));
        table.getColumns().add(column("Accuracy", Row::accuracy, true));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(150);
        return table;
    }

    private static TableColumn<Row, String> column(String name, Function<Row, String> value, boolean number) {
        TableColumn<Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> Pages.t(value.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }
}
