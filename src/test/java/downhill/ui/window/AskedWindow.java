package downhill.ui.window;

import downhill.data.DataSpec;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The panel in which the models are asked, in a window over the real engine, and what stands in it. */
abstract class AskedWindow extends FxTest {
    @TempDir
    Path folder;
    OpenWindow open;

    void start(Experiment experiment, int steps) {
        open = OpenWindow.live(1440, 900);
        open.open(experiment);
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        if (steps > 0) {
            runFx(() -> open.session.race().step(steps));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == steps
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        }
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        if (open != null) {
            open.close();
        }
    }

    ComboBox<?> which() {
        return (ComboBox<?>) open.window.scene().lookup("#scoring-which");
    }

    String words(String id) {
        Node label = open.window.scene().lookup(id);
        return label == null ? "" : ((Label) label).getText();
    }

    /** To a row, from 0. */
    void goTo(int row) {
        typeInto("#scoring-row", String.valueOf(row + 1));
        open.press(KeyCode.ENTER);
    }

    static Experiment experiment(String sample, Architecture architecture, Loss loss) {
        DataSpec data = SampleData.of(sample).spec();
        ContenderSpec adam = ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.01), 0);
        return new Experiment(sample, new Problem.Learning(data, new ModelSpec(architecture, loss)), TrainingSpec.of(200, 32),
                List.of(adam), 1,
                Precision.FLOAT);
    }

    boolean nobodyAnswers() {
        return ((javafx.scene.Parent) open.window.scene().lookup("#scoring-answers")).getChildrenUnmodifiable().isEmpty();
    }

    String answers() {
        Node node = open.window.scene().lookup("#scoring-answers");
        return node == null || node.getAccessibleText() == null ? "" : node.getAccessibleText();
    }

    TextInputControl field(String id) {
        return (TextInputControl) open.window.scene().lookup(id);
    }

    /** Whether a field holds that; there is none while the form is made anew. */
    boolean holds(String id, String text) {
        TextInputControl field = field(id);
        return field != null && field.getText().equals(text);
    }

    void typeInto(String id, String text) {
        runFx(() -> field(id).requestFocus());
        open.type(text);
    }
}
