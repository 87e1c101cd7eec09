package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.race.RaceState;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.control.Segments;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Explanations go along the history as a film; what may not change stays; a row chosen elsewhere is explained. */
class ExplainHistoryTest extends FxTest {
    private static final int STEPS = 20;

    private OpenWindow open;

    @BeforeEach
    void start() {
        open = OpenWindow.live(1440, 900);
        open.open(AskedWindow.experiment("diabetes", new Architecture.Mlp(List.of(3), Activation.TANH), Loss.MSE));
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        runFx(() -> open.session.race().step(STEPS));
        await("it has stepped", () -> step() == STEPS && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private long step() {
        return open.session.snapshotProperty().get().step();
    }

    private String label(String id) {
        return onFx(() -> ((Label) open.window.scene().lookup(id)).getText());
    }

    private Button film() {
        return (Button) open.window.scene().lookup("#explain-film");
    }

    @Test
    void theFilmGoesFromTheFirstStepToTheLastAndEndsThere() {
        await("the row is explained", () -> label("#explain-why-words").contains(Messages.text("explain.why.exact")));
        await("the swarm is there", () -> onFx(() -> open.window.scene().lookup("#explain-features") instanceof PickChart chart
                && chart.drawing() instanceof SwarmDrawing));
        Films.moves((PickChart) open.window.scene().lookup("#explain-features"), STEPS);
        for (int look = 1; look < 4; look++) {
            moves(look);
        }
        runFx(() -> film().fire());
        await("it begins anew", () -> step() == 0);
        assertThat(onFx(() -> film().getText())).isEqualTo(Messages.text("explain.film.stop"));
        await("it ends", () -> onFx(() -> film().getText()).equals(Messages.text("explain.film.play")));
        assertThat(step()).isEqualTo(STEPS);
    }

    /** Bars, what is lost where a feature is shuffled, and dependence: on axes that stay where they are. */
    private void moves(int look) {
        PickChart chart = (PickChart) open.window.scene().lookup("#explain-features");
        ChartDrawing before = onFx(chart::drawing);
        runFx(() -> ((Segments<?>) ((Parent) open.window.shownProperty().get().options()).lookup(".segments")).getChildren().stream()
                .skip(look).findFirst().ifPresent(one -> ((ToggleButton) one).fire()));
        await("look " + look + " is there", () -> onFx(() -> chart.drawing() != before && !chart.drawing().isEmpty()));
        Films.moves(chart, STEPS);
    }

    @Test
    void aColumnThatMayNotChangeIsNotAmongTheChanges() {
        await("changes are told", () -> label("#explain-change-words").contains("→"));
        String changes = label("#explain-change-words");
        List<String> names = List.of("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6");
        String named = names.stream().filter(name -> changes.contains(name + " ")).findFirst().orElseThrow();
        runFx(() -> open.window.commands().execute(open.window.table().get("explain.keep")));
        VBox boxes = (VBox) open.window.scene().lookup("#explain-keep");
        assertThat(boxes.getChildren()).hasSize(10);
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo(Messages.text("explain.keep.title"));
        runFx(() -> ((CheckBox) boxes.getChildren().get(names.indexOf(named))).setSelected(false));
        await("others are told", () -> !label("#explain-change-words").equals(changes));
        assertThat(label("#explain-change-words")).doesNotContain(named + " ");
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void aRowThatIsChosenElsewhereIsExplainedAlsoWhereItWasLearnedFrom() {
        await("the row is explained", () -> label("#explain-why-words").contains(Messages.text("explain.why.exact")));
        int row = onFx(() -> open.session.dataProperty().get().prepared().training().sourceRows()[3]);
        runFx(() -> open.window.workspaces().choose("train"));
        runFx(() -> open.session.selection().rowProperty().set(row));
        runFx(() -> open.window.workspaces().choose("explain"));
        await("it is explained", () -> label("#explain-why-row").equals(Messages.text("explain.why.row", String.valueOf(row + 1))));
    }
}
