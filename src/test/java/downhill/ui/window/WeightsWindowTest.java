package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Role;
import downhill.model.ClassWeights;
import downhill.model.ModelSettings;
import downhill.race.document.Problem;
import downhill.ui.chart.LineChart;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Demo;
import downhill.ui.session.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of rows and of classes are chosen in the window. */
class WeightsWindowTest extends FxTest {
    @TempDir
    private Path folder;
    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private void begin() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris: which optimizer gets there first?"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @SuppressWarnings("unchecked")
    private <T> Choice<T> choice(String name) {
        return (Choice<T>) open.window.scene().getRoot().lookupAll(".combo-box").stream()
                .filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow();
    }

    private ClassWeights chosen() {
        return onFx(() -> ((Problem.Learning) open.session.experiment().problem()).model().settledOptions().classWeights());
    }

    private CheckedText given() {
        return (CheckedText) open.window.scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> node instanceof CheckedText && Messages.text("model.classWeights.list").equals(node.getAccessibleText()))
                        .findFirst().orElseThrow();
    }

    private void apply() {
        runFx(() -> ((Button) open.window.scene().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Button one
                && Messages.text("sheet.apply").equals(one.getText())).findFirst().orElseThrow()).fire());
    }

    private void editModel(int kind) {
        await("the race is there", () -> open.session.race().isOpen());
        runFx(() -> open.window.parts().editModel());
        nextFrame();
        runFx(() -> choice(Spoken.text(ModelSettings.CLASS_WEIGHTS.label())).getSelectionModel().select(kind));
    }

    @Test
    void classWeightsAreChosenWithTheModel() {
        begin();
        editModel(1);
        apply();
        assertThat(chosen()).isEqualTo(new ClassWeights.Balanced());
        await("the losses are said to be weighted", () -> isToldOfLosses("loss.weighted.classes"));
        editModel(2);
        runFx(() -> given().setText("setosa=2, virginica=0.5"));
        apply();
        assertThat(chosen()).isEqualTo(new ClassWeights.Given(Map.of("setosa", 2.0, "virginica", 0.5)));
        editModel(2);
        runFx(() -> given().setText("sotesa=2"));
        assertThat(onFx(() -> given().problemProperty().get())).contains("\"sotesa\"").contains("setosa");
        apply();
        assertThat(chosen()).as("nothing is applied before the name is mended")
                .isEqualTo(new ClassWeights.Given(Map.of("setosa", 2.0, "virginica", 0.5)));
        runFx(() -> choice(Spoken.text(ModelSettings.CLASS_WEIGHTS.label())).getSelectionModel().select(0));
        apply();
        assertThat(chosen()).isNull();
        await("they are not any longer", this::isToldOfNothing);
    }

    /** At the axis of the race, below the results, and where a loss in them is pointed at. */
    private boolean isToldOfLosses(String key, Object... by) {
        String about = Messages.text(key, by);
        return axis().equals(Messages.text("loss.weighted", Messages.text("race.loss"))) && isSaid(about)
                && tips().containsAll(List.of(Messages.text("loss.about") + " " + about, about));
    }

    private boolean isToldOfNothing() {
        return axis().equals(Messages.text("race.loss")) && tips().equals(Set.of(Messages.text("loss.about")));
    }

    private String axis() {
        return onFx(() -> ((LineChart) open.window.parts().race().content()).options().yTitle());
    }

    private Set<String> tips() {
        return onFx(() -> open.window.scene().lookup("#results-card").lookupAll(".table-cell").stream().filter(TableCell.class::isInstance)
                .map(Tip::told).filter(told -> !told.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Two columns of weights, one of them called so. */
    private Path counts() throws IOException {
        return Files.writeString(folder.resolve("counts.csv"), "size,Freq,other,kind\n" + IntStream.range(0, 40)
                .mapToObj(i -> i * 7 % 11 / 2.0 + "," + i * 5 % 7 + "," + (1 + i % 3) / 2.0 + "," + (i % 3 == 0 ? "a" : "b"))
                        .collect(Collectors.joining("\n")) + "\n");
    }

    private LoadedData shown() {
        return open.window.parts().data().shown();
    }

    private boolean isSaid(String words) {
        return onFx(() -> open.window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText() != null
                && label.getText().contains(words)));
    }

    private void role(String column, Role role) {
        Node[] found = new Node[1];
        String name = Messages.text("data.column.of", Messages.text("data.column.role"), column);
        await("the column's role", () -> {
            found[0] = open.window.scene().getRoot().lookupAll(".combo-box").stream().filter(node -> name.equals(node.getAccessibleText()))
                    .findFirst().orElse(null);
            return found[0] != null;
        });
        runFx(() -> this.<Role>choice(name).getSelectionModel().select(role));
    }

    @Test
    void aColumnIsGivenTheRoleOfAWeight() throws IOException {
        begin();
        Path file = counts();
        runFx(() -> open.window.files().open(file));
        await("the preview", () -> shown() != null && shown().imported().table().rows() == 40 && shown().isUsable());
        await("that it may be one", () -> isSaid("\"Freq\" may say how much each row counts"));
        assertThat(onFx(() -> shown().prepared().training().isWeighted())).isFalse();
        role("other", Role.WEIGHT);
        await("other is", () -> "other".equals(shown().roles().weight()));
        role("Freq", Role.WEIGHT);
        await("Freq is", () -> "Freq".equals(shown().roles().weight()) && shown().isUsable());
        assertThat(onFx(() -> shown().roles().features())).extracting(column -> column.name()).containsExactly("size", "other");
        assertThat(onFx(() -> shown().prepared().training().isWeighted())).isTrue();
        await("what is weighted is said", () -> isSaid("Rows count by \"Freq\""));
        runFx(() -> open.window.parts().data().use());
        await("the card says it", () -> isSaid("Freq ×"));
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        await("the losses are said to be weighted", () -> isToldOfLosses("loss.weighted.rows", "Freq"));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        await("in Chinese too", () -> isToldOfLosses("loss.weighted.rows", "Freq") && isSaid("损失按“Freq”列加权。"));
        editModel(1);
        apply();
        await("classes are weighted too", () -> isToldOfLosses("loss.weighted.both", "Freq"));
    }
}
