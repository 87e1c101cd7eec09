package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSpec;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Problem;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the panel that asks the models knows of the data: how far values reach, and which row of which part it is asked about. */
class AskPanelTest extends AskedWindow {
    /** Petals of the iris data are 0.1 to 2.5 wide. */
    @Test
    void aSliderLeadsItsFieldAndWhatIsBeyondTrainingIsSaid() {
        start(Demo.experiment("Iris"), 60);
        runFx(() -> open.window.askModels());
        await("all have answered", () -> answers().contains("Adam: setosa"));
        Slider width = onFx(() -> (Slider) open.window.scene().lookup("#scoring-slider-3"));
        assertThat(List.of(width.getMin(), width.getMax())).containsExactly(0.1, 2.5);
        runFx(() -> width.setValue(2.3142));
        assertThat(onFx(() -> field("#scoring-field-3").getText())).as("as many digits as in the data").isEqualTo("2.3");
        await("the row is none of the data", () -> words("#scoring-place").contains("not in the data"));
        typeInto("#scoring-field-3", "0.4");
        assertThat(onFx(width::getValue)).isEqualTo(0.4);
        typeInto("#scoring-field-3", "9");
        assertThat(onFx(width::getValue)).isEqualTo(2.5);
        await("it is said at once", () -> words("#scoring-outside").contains("beyond what training has seen"));
        assertThat(onFx(() -> field("#scoring-field-3").getAccessibleHelp())).contains("0.1 to 2.5");
        open.write("ask-outside", Theme.DARK, 1100, 700);
    }

    @Test
    void itIsSaidWhatPartOfTheDataARowBelongsTo() {
        start(Demo.experiment("Iris"), 5);
        runFx(() -> open.window.askModels());
        await("the first row is found", () -> words("#scoring-place").contains("row 1 of the data"));
        int training = onFx(() -> open.session.dataProperty().get().prepared()).training().sourceRows()[0];
        int validation = onFx(() -> open.session.dataProperty().get().prepared()).validation().sourceRows()[0];
        goTo(training);
        await("a training row", () -> words("#scoring-place").contains("is a training row: row " + (training + 1) + " "));
        goTo(validation);
        await("a validation row", () -> words("#scoring-place").contains("is a validation row: row " + (validation + 1) + " "));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        await("in Chinese", () -> words("#scoring-place").contains("验证集的行"));
    }

    /** By mouse, by menu and by keyboard; whatever part the arrows were to lead to, and whatever file was given. */
    @Test
    void aRowOfTheDataIsAskedAboutFromTheTableOfTheData() {
        start(Demo.experiment("Iris"), 5);
        runFx(() -> open.window.askModels());
        await("the first row is found", () -> words("#scoring-place").contains("row 1 of the data"));
        runFx(() -> which().getSelectionModel().select(2));
        askAbout(6, table -> open.press(KeyCode.ENTER));
        askAbout(4, table -> runFx(() -> {
            table.getContextMenu().getOnShowing().handle(null);
            MenuItem item = table.getContextMenu().getItems().get(0);
            assertThat(item.isDisable()).isFalse();
            item.fire();
        }));
        runFx(() -> open.window.parts().askedProperty().set(false));
        askAbout(9, table -> open.press(KeyCode.ENTER));
        runFx(() -> open.window.showData());
        open.write("ask-from-data", Theme.LIGHT, 1440, 900);
    }

    private void askAbout(int row, Consumer<TableView<?>> how) {
        runFx(() -> open.window.showData());
        await("its rows are there", () -> firstRows() != null && !firstRows().getItems().isEmpty());
        TableView<?> table = onFx(this::firstRows);
        runFx(() -> {
            table.getSelectionModel().select(row);
            table.requestFocus();
        });
        how.accept(table);
        await("the row is in the panel", () -> words("#scoring-place").contains("row " + (row + 1) + " of the data"));
        assertThat(onFx(() -> open.window.shownProperty().get())).as("beside the race").isNotSameAs(onFx(open.window.parts()::data));
    }

    private TableView<?> firstRows() {
        return (TableView<?>) open.window.scene().getRoot().lookupAll(".table-view").stream()
                .filter(node -> Messages.text("data.firstRows").equals(node.getAccessibleText())).findFirst().orElse(null);
    }

    @Test
    void itIsOpenAgainAsSoonAsThereIsSomebodyToAskWhereItWasLeftOpen() {
        open = OpenWindow.live(1440, 900);
        runFx(() -> open.window.parts().askedProperty().set(true));
        assertThat(onFx(() -> open.window.scene().lookup("#scoring"))).isNull();
        open.open(Demo.experiment("Iris"));
        await("they are asked", () -> open.window.scene().lookup("#scoring") != null);
        runFx(() -> open.window.parts().rule().leave());
        assertThat(onFx(() -> open.window.parts().askedProperty().get())).isFalse();
    }

    @Test
    void arrowsLeadToTheRowsOfOnePart() {
        start(Demo.experiment("Iris"), 5);
        runFx(() -> open.window.askModels());
        await("the first row is found", () -> words("#scoring-place").contains("row 1 of the data"));
        runFx(() -> which().getSelectionModel().select(2));
        int[] rows = onFx(() -> open.session.dataProperty().get().prepared()).validation().sourceRows().clone();
        java.util.Arrays.sort(rows);
        int first = rows[0] == 0 ? rows[0] : java.util.Arrays.stream(rows).filter(row -> row > 0).findFirst().orElseThrow();
        await("a validation row", () -> words("#scoring-place").contains("is a validation row: row " + (first + 1) + " "));
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-next")).fire());
        await("the next one", () -> words("#scoring-place").contains("is a validation row: row " + (rows[first == rows[0] ? 1 : 0] + 1) + " "));
    }

    /** Forty days from 1 January 2024 on; kinds a and b; y = i. */
    @Test
    void aDateHasASliderOverItsDaysAndACategoryAList() throws IOException {
        StringBuilder text = new StringBuilder("day,kind,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(java.time.LocalDate.of(2024, 1, 1).plusDays(i)).append(i % 2 == 0 ? ",a," : ",b,").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("days.csv"), text);
        DataSpec data = DataSpec.of(new downhill.data.DataSource.CsvFile(file.toString())).withTarget("y");
        start(Demo.experiment("Days").withProblem(new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.MSE))), 3);
        runFx(() -> open.window.askModels());
        await("the first row is found", () -> words("#scoring-place").contains("row 1 of the data"));
        runFx(() -> ((Slider) open.window.scene().lookup("#scoring-slider-0")).setValue(downhill.data.Dates.days("2024-01-11") + 0.3));
        assertThat(onFx(() -> field("#scoring-field-0").getText())).isEqualTo("2024-01-11");
        nextFrame();
        assertThat(onFx(() -> field("#scoring-field-0").lookup(".text").getLayoutBounds().getWidth())).as("the day is seen whole")
                .isLessThan(onFx(() -> field("#scoring-field-0").getWidth()) - 16);
        await("with its kind it is a row", () -> words("#scoring-place").contains("row 11 of the data"));
        runFx(() -> ((ComboBox<?>) open.window.scene().lookup("#scoring-field-1")).getSelectionModel().select(1));
        await("with another it is none", () -> words("#scoring-place").contains("not in the data"));
        assertThat(onFx(this::answers)).matches("(?s).*Adam: -?[\\d,.]+.*");
        open.write("ask-date", Theme.LIGHT, 1440, 900);
    }

    /** Where the column is low, values and answers scroll; what stands around them keeps its height. */
    @Test
    void inALowWindowNothingLiesOverAnother() {
        start(Demo.experiment("Iris"), 5);
        CrowdLook.resize(open, new double[] {1100, 640});
        runFx(() -> open.window.askModels());
        await("all have answered", () -> answers().contains("Adam"));
        nextFrame();
        assertThat(onFx(() -> Seen.faults(open.window.scene()))).isEmpty();
        Node segments = onFx(() -> open.window.scene().getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> ((ToggleButton) node).getText().equals("Ask")).findFirst().orElseThrow().getParent());
        assertThat(onFx(() -> segments.getParent().getLayoutBounds().contains(segments.getBoundsInParent()))).as("in their line").isTrue();
    }

    @Test
    void aSurfaceHasNobodyToAsk() {
        start(Demo.experiment("Iris"), 0);
        runFx(() -> open.window.askModels());
        await("they are there", () -> answers().contains("Adam"));
        runFx(() -> open.session.edit(document -> document.withProblem(new Problem.Surface("booth", 1, 1))));
        await("the rule is back", () -> open.window.scene().lookup("#scoring") == null);
        assertThat(onFx(() -> open.window.table().get("experiment.scoring").obstacle())).contains("surface");
    }
}
