package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.predict.Predictor;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Rows put together in the panel beside the race, models saved and opened, driven by keyboard over the real engine. */
class ScoringTest extends AskedWindow {
    @Test
    void aRowTypedInIsAnsweredByEveryContenderAtOnce() {
        start(Demo.experiment("Iris"), 60);
        open.press(KeyCode.P, KeyCode.CONTROL);
        await("all have answered", () -> answers().contains("Adam: setosa") && answers().contains("SGD") && answers().contains("%"));
        open.write("ask-light", Theme.LIGHT, 1440, 900);
        open.write("ask-dark-1100", Theme.DARK, 1100, 700);
        String before = onFx(this::answers);
        typeInto("#scoring-field-2", "6.4");
        typeInto("#scoring-field-3", "2.3");
        await("the answers follow", () -> !answers().equals(before) && answers().contains("Adam: virginica"));
        typeInto("#scoring-field-3", "wide");
        await("nothing is said about what cannot be read", this::nobodyAnswers);
        open.write("ask-error", Theme.LIGHT, 1440, 900);
        assertThat(onFx(() -> field("#scoring-field-3").getAccessibleHelp())).contains("wide");
        typeInto("#scoring-field-3", "");
        await("a missing value is filled as in training", () -> answers().contains("Adam: "));
        open.press(KeyCode.P, KeyCode.CONTROL);
        assertThat(onFx(() -> open.window.scene().lookup("#scoring"))).as("the rule is back").isNull();
        assertThat(onFx(() -> open.window.parts().results().node().isVisible())).isTrue();
    }

    @Test
    void answersFollowTheRaceAndTheLanguageAndStopOutOfView() {
        start(Demo.experiment("Iris"), 2);
        runFx(() -> open.window.askModels());
        await("they have answered", () -> answers().contains("Adam"));
        String before = onFx(this::answers);
        runFx(() -> open.session.race().step(50));
        await("later parameters answer otherwise", () -> !nobodyAnswers() && !answers().equals(before));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-open")).getText())).isEqualTo("打开模型…");
        nextFrame();
        open.write("ask-chinese", Theme.LIGHT, 1440, 900);
        runFx(() -> open.window.model().rightProperty().set(false));
        String last = onFx(this::answers);
        runFx(() -> open.session.race().step(50));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == 102);
        nextFrame();
        assertThat(onFx(this::answers)).as("folded away it asks nobody").isEqualTo(last);
        runFx(() -> open.window.model().rightProperty().set(true));
        await("it goes on where the race is", () -> !answers().equals(last) && !nobodyAnswers());
    }

    @Test
    void rowsOfTheDataAreTakenWithWhatTheySay() {
        start(Demo.experiment("Iris"), 5);
        runFx(() -> open.window.askModels());
        await("they have answered", () -> answers().contains("Adam"));
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-previous")).fire());
        assertThat(onFx(() -> field("#scoring-field-0").getText())).isEqualTo("5.9");
        await("what it is there", () -> words("#scoring-place").contains("row 150 of the data") && words("#scoring-place").contains("virginica"));
    }

    @Test
    void aWindowOfASeriesIsAnswered() {
        start(experiment("air-passengers", new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE), 3);
        runFx(() -> open.window.askModels());
        await("the next value is told", () -> answers().matches("Adam: [\\d,.]+"));
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-next")).fire());
        await("another window, another value", () -> answers().matches("Adam: [\\d,.]+"));
        open.write("ask-series", Theme.LIGHT, 1440, 900);
        typeInto("#scoring-field-0", "1 2 3");
        await("too few values are refused", this::nobodyAnswers);
    }

    @Test
    void aPictureIsPaintedByKeyboard() {
        start(experiment("digits", new Architecture.Mlp(List.of(12), Activation.TANH), Loss.CROSS_ENTROPY), 30);
        runFx(() -> open.window.askModels());
        await("a class is told", () -> answers().matches("Adam: \\d \\(.*"));
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-next")).fire());
        await("its share is told", () -> answers().contains("%"));
        open.write("ask-picture", Theme.LIGHT, 1440, 900);
        String before = onFx(this::answers);
        runFx(() -> open.window.scene().lookup("#scoring-next").requestFocus());
        open.press(KeyCode.TAB);
        open.press(KeyCode.DOWN);
        open.press(KeyCode.RIGHT);
        open.press(KeyCode.SPACE);
        assertThat(onFx(() -> open.window.scene().lookup("#scoring-picture").getAccessibleText())).contains("row 2, column 2: 16");
        await("the answer follows the painting", () -> !answers().equals(before) && !nobodyAnswers());
    }

    @Test
    void aModelIsSavedNowOrAtItsBestAndAskedAfterItIsOpenedAgain() throws IOException {
        start(Demo.experiment("Iris"), 40);
        Path now = folder.resolve("now.downhill-model");
        Path best = folder.resolve("best.downhill-model");
        save(now, false);
        save(best, true);
        TrainedModel saved = ModelStore.read(now);
        assertThat(saved.training().steps()).isEqualTo(40);
        double[] here = onFx(() -> open.session.race().racing().states()).join().get(open.session.selection().contenderProperty().get())
                .parameters();
        assertThat(saved.parameters()).isEqualTo(here);
        assertLossesMeasured(saved);
        assertLossesMeasured(ModelStore.read(best));
        open.picker.open = now;
        runFx(() -> open.window.scoring().openModel());
        await("the saved model answers", () -> answers().startsWith(saved.name() + ": "));
        open.write("ask-file", Theme.LIGHT, 1440, 900);
        open.picker.open = Files.writeString(folder.resolve("broken.downhill-model"), "no model");
        runFx(() -> open.window.scoring().openModel());
        await("what is no model is said", () -> open.window.message().contains("is not a model of Downhill"));
    }

    /** Semicolons, decimal commas and groups with points: 1.926 is 1926, as in training. */
    @Test
    void aTableDroppedOnTheSheetFillsTheFieldsAsTheModelReadsIt() throws IOException {
        start(Demo.experiment("Iris"), 0);
        StringBuilder text = new StringBuilder("sales;profit\n");
        for (int i = 1; i <= 30; i++) {
            text.append(i % 9 + 1).append('.').append(100 + i).append(",5;").append(i).append("\n");
        }
        Path file = model(Files.writeString(folder.resolve("training.csv"), text));
        runFx(() -> open.window.scoring().open(file));
        await("the model answers", () -> answers().startsWith("M: "));
        Path rows = Files.writeString(folder.resolve("rows.csv"), "sales\n1.926\nwide\n");
        runFx(() -> Drags.over(open.window.scene().lookup("#scoring-rows").getParent().getParent().lookup("#scoring-answers"),
                DragEvent.DRAG_DROPPED,
                Map.of(DataFormat.FILES, List.of(rows.toFile()))));
        await("its first row is taken", () -> holds("#scoring-field-0", "1926"));
        await("it is answered", () -> answers().equals("M: 1,926"));
        assertThat(onFx(() -> ((Label) open.window.scene().lookup("#scoring-file")).getText())).contains("rows.csv: 2 rows");
        open.write("ask-rows", Theme.LIGHT, 1100, 700);
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-next")).fire());
        await("the second row is taken", () -> holds("#scoring-field-0", "wide"));
        await("why is said", () -> holds("#scoring-field-0", "wide")
                && field("#scoring-field-0").getAccessibleHelp().contains("“wide” is not a number"));
        await("nothing is said about what cannot be read", this::nobodyAnswers);
    }

    /** One that says what it is given: the weight undoes the scaling. */
    private Path model(Path csv) throws IOException {
        DataSpec spec = DataSpec.of(new downhill.data.DataSource.CsvFile(csv.toString(), downhill.data.ImportOptions.DEFAULT))
                .withTarget("profit")
                .withScaling(downhill.data.Scaling.NONE).withScaleTarget(false);
        downhill.data.prepare.Preprocessing steps = downhill.data.prepare.Preparation.prepare(downhill.data.csv.CsvImport.read(csv)
                .table(), spec).preprocessing();
        TrainedModel.Origin origin = new TrainedModel.Origin("adam", Map.of(), 1, 1, "float", "FINISHED", 1, 1);
        Path file = folder.resolve("own.downhill-model");
        ModelStore.write(file, new TrainedModel("M", new ModelSpec(new Architecture.Linear(), Loss.MSE), steps, 1, new double[] {1, 0},
                origin));
        return file;
    }

    /** The losses that the file tells are those of its own parameters: mean of −ln of the probability of the right class. */
    private void assertLossesMeasured(TrainedModel saved) {
        downhill.data.prepare.Prepared prepared = onFx(() -> open.session.dataProperty().get()).prepared();
        InputShape shape = InputShape.of(saved.preprocessing().inputShape());
        try (Predictor predictor = new Predictor(saved.model(), shape, saved.outputs(), Precision.DOUBLE)) {
            assertThat(saved.training().trainingLoss()).isCloseTo(logLoss(predictor, saved, prepared.training()), within(1e-5));
            assertThat(saved.training().validationLoss()).isCloseTo(logLoss(predictor, saved, prepared.validation()), within(1e-5));
        }
    }

    private static double logLoss(Predictor predictor, TrainedModel model, Examples rows) {
        double[] outputs = predictor.outputs(model.parameters(), rows.inputs());
        double sum = 0;
        for (int row = 0; row < rows.count(); row++) {
            double[] own = java.util.Arrays.copyOfRange(outputs, row * model.outputs(), (row + 1) * model.outputs());
            double all = java.util.Arrays.stream(own).map(Math::exp).sum();
            sum -= Math.log(Math.exp(own[(int) rows.targets()[row]]) / all);
        }
        return sum / rows.count();
    }

    private void save(Path file, boolean best) {
        open.picker.save = file;
        runFx(() -> open.window.scoring().saveModel());
        if (best) {
            runFx(() -> ((ButtonBase) ((javafx.scene.Parent) open.window.scene().lookup("#scoring-save-which")).getChildrenUnmodifiable()
                    .get(1)).fire());
            open.write("ask-save", Theme.LIGHT, 1440, 900);
        }
        assertThat(onFx(() -> ((ComboBox<?>) open.window.scene().lookup("#scoring-save-who")).getValue())).isNotNull();
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#scoring-save-file")).fire());
        await("it is written", () -> Files.exists(file) && !open.window.sheets().isVisible());
    }
}
