package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.DotsDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.SpreadDrawing;
import downhill.ui.chart.WordsDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.fit.FitView;
import downhill.ui.fx.FxTest;
import downhill.ui.panel.PanelForm;
import downhill.ui.screen.results.ResultRow;
import downhill.ui.screen.state.StateController;
import downhill.ui.session.Demo;
import downhill.ui.session.Snapshots;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views of one moment are films of all moments, whoever has diverged since; over races of the engine. */
class FilmsTest extends FxTest {
    private static final int STEPS = 60;

    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.live(1440, 900);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void race(Experiment document) {
        open.open(document);
        int count = document.contenders().size();
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED
                && open.session.snapshotProperty().get().contenders().size() == count);
        runFx(() -> open.session.race().step(STEPS));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == STEPS
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private static Experiment tooFast() {
        Problem line = new Problem.Learning(SampleData.of("diabetes").spec(), new ModelSpec(new Architecture.Linear(), Loss.MSE));
        return new Experiment("Too fast", line, TrainingSpec.of(2000, 0), List.of(
                ContenderSpec.of("c1", "Wild", "gradient-descent", Map.of("learningRate", 100.0), 0),
                ContenderSpec.of("c2", "Adam", "adam", Map.of(), 1)), 7, Precision.FLOAT);
    }

    private Standing standing(String contender) {
        return Snapshots.of(open.session.snapshotProperty().get(), contender).orElseThrow();
    }

    private List<ChartPane> charts() {
        return onFx(() -> open.window.shownProperty().get().content().lookupAll(".chart-pane").stream().map(ChartPane.class::cast)
                .toList());
    }

    private <T extends ChartDrawing> List<ChartPane> charts(Class<T> kind) {
        return charts().stream().filter(pane -> kind.isInstance(onFx(pane::drawing))).toList();
    }

    private static Film film(ChartPane chart) {
        return onFx(() -> chart.film().orElseThrow());
    }

    private StateController showState() {
        StateController state = (StateController) onFx(() -> open.window.screens().stream().filter(StateController.class::isInstance)
                .findFirst().orElseThrow());
        runFx(() -> open.window.shownProperty().set(state));
        return state;
    }

    @Test
    void theNumberOfEachParameterIsAFilmOnOneAxis() {
        race(Demo.experiment("Iris"));
        StateController state = showState();
        await("the step is told", () -> state.step() == STEPS && !charts(DotsDrawing.class).isEmpty());
        Film film = film(charts(DotsDrawing.class).get(0));
        assertThat(film.steps()).isEqualTo(new Range(0, STEPS - 1));
        DotsDrawing early = (DotsDrawing) film.at(1);
        DotsDrawing late = (DotsDrawing) film.at(STEPS - 1);
        assertThat(early.values()).isNotEqualTo(late.values()).hasSameSizeAs(late.values());
        assertThat(early.fixed()).isNotNull().isEqualTo(late.fixed());
    }

    @Test
    void theHistogramsOverTheRunAreAFilmThatGrows() {
        race(Demo.experiment("Iris"));
        StateController state = showState();
        await("the step is told", () -> state.step() == STEPS && open.window.scene().lookup("#state-quantity") != null);
        runFx(() -> choose("histograms over the run"));
        await("the histograms are counted", () -> state.showsSpread() && charts(SpreadDrawing.class).size() == 2);
        for (ChartPane chart : charts(SpreadDrawing.class)) {
            SpreadDrawing whole = (SpreadDrawing) onFx(chart::drawing);
            Film film = film(chart);
            assertThat(film.steps()).isEqualTo(new Range(0, STEPS));
            assertThat(((SpreadDrawing) film.at(0)).drawn()).isEqualTo(1);
            assertThat(((SpreadDrawing) film.at(30)).drawn())
                    .isEqualTo((int) Arrays.stream(whole.steps()).filter(step -> step <= 30).count());
            assertThat(film.at(STEPS)).isEqualTo(whole);
        }
    }

    private void choose(String words) {
        select((ComboBox<?>) open.window.scene().lookup("#state-quantity"), words);
    }

    private static <T> void select(ComboBox<T> choice, String words) {
        choice.getSelectionModel().select(choice.getItems().stream().filter(one -> choice.getConverter().toString(one).equals(words))
                .findFirst().orElseThrow());
    }

    @Test
    void oneThatHasDivergedIsInThePicturesBeforeAndTheRestSayWhy() {
        race(tooFast());
        assertThat(onFx(() -> standing("c1").outcome())).isEqualTo(Outcome.DIVERGED);
        for (String screen : List.of("fit", "metrics")) {
            runFx(() -> open.window.shownProperty().set(open.window.screens().stream().filter(one -> one.titleKey().equals("tab." + screen))
                    .findFirst().orElseThrow()));
            await("there are panels", () -> plots().size() == 2 && plots().get(1).drawing() != null && !plots().get(1).drawing().isEmpty());
            ChartPane wild = plots().get(0);
            assertThat(onFx(() -> wild.drawing().isEmpty())).as("nothing to see of it now").isTrue();
            Film film = film(wild);
            assertThat(film.at(1).isEmpty()).as("it was there").isFalse();
            assertThat(film.at(1)).isNotInstanceOf(WordsDrawing.class);
            assertThat(film.at(STEPS))
                    .isEqualTo(new WordsDrawing("Diverged at step " + standing("c1")
                    .outcomeStep() + ": there is nothing to show from there on."));
            runFx(wild::requestFocus);
            open.press(KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
            assertThat(formats()).containsExactly("Film (GIF)");
            runFx(() -> open.window.sheets().close());
        }
    }

    private List<ChartPane> plots() {
        return charts().stream().filter(PlotChart.class::isInstance).toList();
    }

    private List<String> formats() {
        return onFx(() -> ((Parent) open.window.scene().lookup("#takeaway-format")).getChildrenUnmodifiable().stream()
                .map(button -> ((ToggleButton) button).getText()).toList());
    }

    /** What each view says of a contender that ended before the step shown. */
    @Test
    void behindTheEndOfAContenderEveryViewTellsItsLastStep() {
        race(tooFast());
        long end = onFx(() -> standing("c1").outcomeStep());
        runFx(() -> open.session.selection().contenderProperty().set("c1"));
        StateController state = showState();
        await("the state is that of its last step", () -> state.step() == end - 1);
        await("so is the glass box", () -> open.window.parts().glass().step() == end - 1);
        ResultRow row = onFx(() -> open.window.parts().results().rows().get(0));
        assertThat(row.outcome()).isEqualTo("DIVERGED at " + end);
        assertThat(row.validation()).isNaN();
        assertThat(row.metric()).isNaN();
        runFx(() -> open.session.race().seek(end - 2));
        await("before its end it is as it was", () -> standing("c1").outcome() == Outcome.RUNNING && standing("c1").step() == end - 2
                && state.step() == end - 2);
        await("with figures of that step", () -> Double.isFinite(open.window.parts().results().rows().get(0).validation()));
    }

    @Test
    void panelsOfPredictionsAreFilmsAndCurvesHaveAPanelEach() {
        race(Demo.experiment("Iris"));
        runFx(() -> open.window.shownProperty().set(open.window.parts().compare()));
        for (FitView view : List.of(FitView.CONFUSION, FitView.PLANE, FitView.CURVE)) {
            runFx(() -> open.window.parts().compare().formProperty().set(new PanelForm(PanelForm.Kind.FIT, null, view)));
            await("every panel has a picture of " + view, () -> open.window.parts().compare().contenders().stream().map(this::panel)
                    .allMatch(chart -> chart != null && chart.drawing() != null && !chart.drawing().isEmpty()
                            && chart instanceof PlotChart == (view != FitView.CONFUSION)));
            Film film = film(onFx(() -> panel("c4")));
            assertThat(film.steps()).isEqualTo(new Range(0, STEPS));
            assertThat(film.at(0).isEmpty()).isFalse();
            assertThat(film.at(STEPS).isEmpty()).isFalse();
        }
        await("each panel has its contender's curve alone", () -> open.session.experiment().contenders().stream()
                .allMatch(one -> ((PlotChart) panel(one.id())).picture().lines().size() == 1
                        && ((PlotChart) panel(one.id())).picture().lines().get(0).style() == one.style()));
    }

    private ChartPane panel(String contender) {
        Node panel = open.window.parts().compare().content().lookup("#panel-" + contender);
        return panel == null ? null : (ChartPane) panel.lookup(".chart-pane"); // it comes with a frame
    }
}
