package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Place;
import downhill.ui.control.SortKeys;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.inner.ShownFocus;
import downhill.ui.panel.PanelForm;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each key of a place that the sheet of keys names does something there. */
class LocalKeyTest extends FxTest {
    private static OpenWindow open;
    private TableView<String> table;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
    }

    @BeforeEach
    void openTheDemo() {
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.edit(document -> document.withContenders(document.contenders().stream().map(one -> one.id().equals("c2")
                ? one.withChanges(List.of(new ContenderSpec.Change(20, "learningRate", 0.2),
                        new ContenderSpec.Change(80, "learningRate", 0.1))) : one).toList())));
        runFx(() -> open.session.race().step(100));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 100);
    }

    @AfterEach
    void tidy() {
        runFx(() -> {
            open.window.sheets().close();
            open.window.menuKey().leave();
            ((Pane) open.window.scene().getRoot()).getChildren().remove(table);
        });
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    /**
     * Where {@link LocalKey#CHOOSE} means something there is a surface: LandscapeScreenTest. A brush needs axes side by side:
     * ParallelChartTest.
     */
    @ParameterizedTest
    @EnumSource(value = LocalKey.class, mode = EnumSource.Mode.EXCLUDE, names = {"CHOOSE", "BRUSH_LOW", "BRUSH_HIGH"})
    void itDoesSomethingWhereItsPlaceIs(LocalKey key) {
        go(key);
        if (key == LocalKey.MENUS) {
            String before = onFx(this::state);
            open.press(KeyCode.ALT);
            assertThat(onFx(this::state)).isNotEqualTo(before);
        }
        for (KeyCombination combination : key.keys()) {
            prepare(key);
            String before = onFx(this::state);
            open.press(((KeyCodeCombination) combination).getCode(), held(combination));
            await(key + " by " + combination, () -> !state().equals(before));
        }
    }

    private static KeyCode[] held(KeyCombination combination) {
        List<KeyCode> held = new ArrayList<>();
        if (combination.getShift() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.SHIFT);
        }
        if (combination.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.CONTROL);
        }
        if (combination.getAlt() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.ALT);
        }
        return held.toArray(KeyCode[]::new);
    }

    /** To the place of the key. */
    private void go(LocalKey key) {
        switch (key.place()) {
            case WINDOW -> runFx(() -> open.window.scene().getRoot().requestFocus());
            case CHART -> {
                ChartPane chart = chart();
                await("the curves are drawn", () -> chart.frame() != null && chart.drawing() != null && !chart.drawing().isEmpty());
                runFx(() -> ShownFocus.give(chart));
                open.press(KeyCode.LEFT);
            }
            case TIME_LINE -> runFx(() -> open.window.scene().lookup("#time-line").requestFocus());
            case TABLE -> showTable();
            case CONTENDERS, PANELS -> prepare(key);
        }
        nextFrame();
    }

    /** As before each press. */
    private void prepare(LocalKey key) {
        runFx(() -> {
            switch (key.place()) {
                case CONTENDERS -> focusRow("c2");
                case PANELS -> focusPanel(key == LocalKey.EARLIER ? 3 : 0);
                case TIME_LINE -> open.session.race().seek(50);
                default -> { }
            }
            if (key == LocalKey.LEAVE) {
                open.window.commands().editTitle();
            }
        });
        if (key.place() == Place.CHART) { // a zoom begins at what is drawn
            View near = new View(new Range(20, 60), new Range(0.2, 1));
            runFx(() -> chart().viewProperty().set(near));
            await("it is drawn nearer", () -> chart().frame().x().range().equals(near.x()));
        }
        if (key.place() == Place.TIME_LINE) {
            await("in the middle", () -> open.session.snapshotProperty().get().step() == 50);
            nextFrame();
        }
    }

    private void focusRow(String id) {
        open.window.sheets().close();
        open.session.selection().contenderProperty().set(id);
        List<String> ids = open.session.experiment().contenders().stream().map(ContenderSpec::id).toList();
        int place = Math.max(0, ids.indexOf(id));
        open.session.selection().contenderProperty().set(ids.get(place));
        List.copyOf(open.window.scene().getRoot().lookupAll(".contender-row")).get(place).requestFocus();
    }

    private void focusPanel(int place) {
        open.window.parts().multiples().formProperty().set(PanelForm.LOSS);
        List<String> shown = open.window.parts().multiples().contenders();
        Node panel = open.window.scene().lookup("#panel-" + shown.get(Math.min(place, shown.size() - 1)));
        panel.lookupAll(".chart-pane").stream().filter(Node::isVisible).findFirst().orElseThrow().requestFocus();
    }

    private void showTable() {
        runFx(() -> {
            table = new TableView<>();
            TableColumn<String, String> column = new TableColumn<>("name");
            column.setCellValueFactory(row -> new javafx.beans.property.SimpleStringProperty(row.getValue()));
            table.getColumns().add(column);
            table.getItems().addAll("b", "a");
            SortKeys.on(table);
            ((Pane) open.window.scene().getRoot()).getChildren().add(table);
            ShownFocus.give(table);
            if (table.getSortOrder().isEmpty()) {
                table.getSortOrder().add(column);
            }
        });
    }

    private ChartPane chart() {
        return onFx(LocalKeyTest::raceChart);
    }

    private static ChartPane raceChart() {
        return (ChartPane) open.window.parts().race().content();
    }

    private String state() {
        ChartPane chart = raceChart();
        Node cursor = open.window.parts().race().content().lookup(".chart-cursor");
        return String.join("\n", String.valueOf(open.window.scene().getFocusOwner()), open.window.sheets().shownTitle(),
                String.valueOf(open.session.experiment().contenders()), String.valueOf(open.race().asked),
                String.valueOf(chart == null ? "" : chart.viewProperty().get()),
                cursor == null ? "" : cursor.getLayoutX() + " " + cursor.getLayoutY(),
                table == null ? "" : table.getSortOrder() + " " + table.getItems());
    }

    @Test
    void theKeysOfARowDoWhatTheCommandsOfTheContenderDo() {
        runFx(() -> focusRow("c1"));
        open.press(KeyCode.DOWN, KeyCode.ALT);
        assertThat(onFx(() -> open.session.experiment().contenders().get(1).id())).isEqualTo("c1");
        assertThat(onFx(() -> open.window.table().get("contender.down").isEnabled())).isTrue();
    }
}
