package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.race.document.Problem;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with the window, by keyboard where that is possible. */
class WindowTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    @Test
    void theSpaceBarRunsAndPauses() {
        press(KeyCode.SPACE, false, false);
        await("it runs", () -> "Pause".equals(button("#run").getText()));
        press(KeyCode.SPACE, false, false);
        await("it rests", () -> "Run".equals(button("#run").getText()));
        assertThat(open.race().asked).containsSubsequence("start", "pause");
    }

    @Test
    void arrowsStepAndRGoesBack() {
        press(KeyCode.RIGHT, false, false);
        press(KeyCode.RIGHT, true, false);
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == 11);
        press(KeyCode.R, false, false);
        await("it is back", () -> open.session.snapshotProperty().get().step() == 0);
        assertThat(open.race().asked).containsSubsequence("step 1", "step 10", "reset");
    }

    @Test
    void aContenderIsAddedByKeyboardAndShownInTheTable() {
        press(KeyCode.A, false, false);
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo("Add a contender");
        press(KeyCode.ENTER, false, false);
        await("five contenders", () -> open.window.parts().results().rows().size() == 5);
        assertThat(onFx(() -> open.window.parts().results().rows().get(4).name())).isEqualTo("Gradient descent");
        assertThat(open.race().asked).contains("add Gradient descent");
    }

    @Test
    void keysDoNothingToTheRaceWhileAPersonTypes() {
        runFx(() -> field("#formula-card").requestFocus());
        press(KeyCode.R, false, false);
        press(KeyCode.SPACE, false, false);
        assertThat(open.race().asked).doesNotContain("reset", "start");
    }

    @Test
    void aLearningRateTypedDuringTheRaceTakesEffectAndIsMarked() {
        runFx(() -> open.session.race().step(240));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == 240);
        runFx(() -> {
            NumberField field = field("#formula-card");
            field.setText("0.2");
            Event.fireEvent(field, new javafx.event.ActionEvent());
        });
        await("the change is in the document", () -> !open.session.experiment().contenders().get(3).changes().isEmpty());
        assertThat(open.race().asked).contains("change c4 learningRate 0.2");
    }

    @Test
    void theTableShowsLossValidationAndMetric() {
        runFx(() -> open.session.race().step(100));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == 100);
        runFx(() -> open.window.scene().getRoot().applyCss());
        TableView<?> table = (TableView<?>) onFx(() -> open.window.scene().lookup("#results-card .table-view"));
        assertThat(onFx(() -> table.getItems().size())).isEqualTo(4);
        assertThat(onFx(() -> open.window.parts().results().rows().get(1).metricText())).isEqualTo("92.0\u00a0%");
    }

    @Test
    void theTableTellsStepsASecondAndHowEachEnded() {
        TableView<?> table = (TableView<?>) onFx(() -> {
            open.window.parts().results().showAll();
            open.window.scene().getRoot().applyCss();
            return open.window.sheets().lookup(".table-view");
        });
        assertThat(onFx(() -> cell(table, "Outcome"))).isEqualTo("ready");
        assertThat(onFx(() -> cell(table, "Steps/s"))).as("none before the first step").isEqualTo(Double.NaN);
        runFx(() -> open.session.race().start());
        await("it runs", () -> "running".equals(cell(table, "Outcome")) && Double.valueOf(8400).equals(cell(table, "Steps/s")));
        runFx(() -> open.session.race().pause());
        await("it rests", () -> "paused".equals(cell(table, "Outcome")));
        assertThat(onFx(() -> cell(table, "Steps/s"))).as("those when it ran last").isEqualTo(8400.0);
        runFx(() -> open.session.race().step((int) open.session.experiment().training().steps()));
        await("it has ended", () -> "finished".equals(cell(table, "Outcome")));
    }

    /** Of the first line. */
    private static Object cell(TableView<?> table, String column) {
        return table.getColumns().stream().filter(one -> one.getText().equals(column)).findFirst().orElseThrow().getCellData(0);
    }

    @Test
    void aCsvFileIsPreviewedAndThenTaken(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("heights.csv"), "age,height\n" + rows());
        open.picker.open = file;
        press(KeyCode.O, false, true);
        await("the preview is there", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        assertThat(onFx(() -> open.session.experiment().title())).isEqualTo("Demo");
        runFx(() -> open.window.parts().data().use());
        await("the race is new", () -> open.races.size() == 2 && open.session.race().isOpen());
        Problem.Learning problem = (Problem.Learning) onFx(() -> open.session.experiment().problem());
        assertThat(problem.model().loss().name()).isEqualTo("MSE");
        assertThat(onFx(() -> open.session.experiment().title())).startsWith("heights.csv");
    }

    @Test
    void unsavedChangesAreAskedAboutAndCanBeSaved() {
        Path file = Path.of("saved.json");
        open.picker.save = file;
        runFx(() -> open.session.edit(document -> document.withTitle("Changed")));
        boolean[] closed = {false};
        runFx(() -> {
            open.window.setOnClose(() -> closed[0] = true);
            open.window.requestClose();
        });
        assertThat(closed[0]).isFalse();
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo("Save your changes?");
        runFx(() -> ((Button) open.window.scene().getFocusOwner()).fire());
        await("saved and closed", () -> closed[0]);
        assertThat(open.files.written.get(file).title()).isEqualTo("Changed");
        assertThat(open.files.recent()).containsExactly(file);
    }

    @Test
    void aDocumentThatIsNoneIsRefusedInOneLine() {
        runFx(() -> open.window.files().open(Path.of("nothing.json")));
        await("a message", () -> !open.window.message().isEmpty());
        assertThat(onFx(() -> open.window.message())).contains("no such file");
        assertThat(onFx(() -> open.session.experiment().title())).isEqualTo("Demo");
    }

    @Test
    void exportTakesTheChartInViewWhereNoneHasTheFocus() {
        runFx(() -> open.session.race().step(5));
        ChartPane chart = onFx(() -> ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content()));
        await("there are curves", () -> chart.drawing() != null && !chart.drawing().isEmpty());
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isSameAs(open.window.scene().getRoot());
        open.press(KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
        await("it is asked how", () -> "Export".equals(open.window.sheets().shownTitle()));
    }

    @Test
    void whatWasSaidOfAnExperimentGoesWhenAnotherIsOpened() {
        runFx(() -> open.window.files().open(Path.of("nothing.json")));
        await("a message", () -> !open.window.message().isEmpty());
        runFx(() -> open.session.edit(document -> document.withTitle("Changed")));
        assertThat(onFx(() -> open.window.message())).as("an edit makes no other experiment").contains("no such file");
        open.open(Demo.experiment("Another"));
        assertThat(onFx(() -> open.window.message())).isEmpty();
    }

    @Test
    void whatIsSaidBeforeThereIsAnExperimentStays() {
        try (OpenWindow fresh = new OpenWindow(1440, 900)) {
            runFx(() -> fresh.window.complain(() -> "The work cannot be kept."));
            fresh.open(Demo.experiment("First"));
            assertThat(onFx(() -> fresh.window.message())).isEqualTo("The work cannot be kept.");
        }
    }

    @Test
    void wordsFollowTheLanguageAtOnce() {
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        await("Chinese words", () -> "运行".equals(button("#run").getText()));
        open.write("window-chinese", downhill.ui.theme.Theme.LIGHT, 1440, 900);
    }

    @Test
    void everythingThatTakesTheFocusSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int tab = i;
            runFx(() -> open.window.shownProperty().set(open.window.screens().get(tab)));
            nextFrame();
            runFx(() -> {
                open.window.scene().getRoot().applyCss();
                open.window.scene().getRoot().layout();
                collectSilent(open.window.scene().getRoot(), silent);
            });
        }
        for (Runnable sheet : List.<Runnable>of(open.window.parts()::editModel, open.window.parts()::editTraining, open.window::showGallery,
                () -> open.window.parts().contenders().edit(), () -> open.window.parts().contenders().add())) {
            runFx(() -> {
                sheet.run();
                open.window.scene().getRoot().applyCss();
                open.window.scene().getRoot().layout();
                collectSilent(open.window.sheets(), silent);
                open.window.sheets().close();
            });
        }
        assertThat(silent).isEmpty();
    }

    private static void collectSilent(Node node, List<String> silent) {
        boolean words = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                || node.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT) instanceof String text && !text.isBlank();
        if (node.isFocusTraversable() && node.isVisible() && !words && !insideControl(node)) {
            silent.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectSilent(child, silent));
        }
    }

    /** Parts of a control, such as the track of a slider, speak through it. */
    private static boolean insideControl(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof javafx.scene.control.Control && !(above instanceof javafx.scene.control.ScrollPane) && above != node) {
                return true;
            }
        }
        return false;
    }

    private Button button(String id) {
        return (Button) open.window.scene().lookup(id);
    }

    /** The first number field of a card: that of the learning rate. */
    private NumberField field(String card) {
        open.window.parts().rule().viewProperty().set(RuleCards.View.FORMULA);
        open.window.scene().getRoot().applyCss();
        return (NumberField) open.window.scene().lookup(card).lookup(".number");
    }

    private void press(KeyCode code, boolean shift, boolean shortcut) {
        runFx(() -> {
            Node target = open.window.scene().getFocusOwner() == null ? open.window.scene().getRoot() : open.window.scene().getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, shortcut, false, false));
        });
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            rows.append(i + 0.5).append(',').append(100 + 3.25 * i).append('\n');
        }
        return rows.toString();
    }
}
