package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Explanations go along the history as a film; what may not change stays; a row chosen elsewhere is explained; a leak is told. */
class ExplainHistoryTest extends ExplainWindow {
    private static final int STEPS = 20;

    private static long current() {
        return open.session.snapshotProperty().get().step();
    }

    private static Button film() {
        return (Button) open.window.scene().lookup("#explain-film");
    }

    private static Segments<?> looks() {
        return (Segments<?>) ((Parent) open.window.shownProperty().get().options()).lookup(".segments");
    }

    @Test
    void theFilmGoesFromTheFirstStepToTheLastAndEndsThereAndALeakIsTold() {
        start(leaking());
        step(STEPS);
        await("the row is explained", () -> label("#explain-why-words").contains(Messages.text("explain.why.exact")));
        choose(looks(), 0);
        drawing("#explain-features", SwarmDrawing.class);
        Films.moves(chart("#explain-features"), STEPS);
        for (int look = 1; look < 4; look++) {
            moves(look);
        }
        runFx(() -> film().fire());
        await("it begins anew", () -> current() == 0);
        assertThat(onFx(() -> film().getText())).isEqualTo(Messages.text("explain.film.stop"));
        await("it ends", () -> onFx(() -> film().getText()).equals(Messages.text("explain.film.play")));
        assertThat(current()).isEqualTo(STEPS);
        choose(looks(), 0);
    }

    /** Bars, what is lost where a feature is shuffled, and dependence: on axes that stay where they are. */
    private void moves(int look) {
        PickChart chart = chart("#explain-features");
        ChartDrawing before = onFx(chart::drawing);
        choose(looks(), look);
        await("look " + look + " is there", () -> onFx(() -> chart.drawing() != before && !chart.drawing().isEmpty()));
        Films.moves(chart, STEPS);
        if (look == 2) {
            await("a column that holds what is to be predicted is called so",
                    () -> label("#explain-features-words").matches("booked alone is worth \\d+.*does it hold what is to be predicted.*"));
        }
    }

    @Test
    void aColumnThatMayNotChangeIsNotAmongTheChanges() {
        start(numbers());
        step(STEPS);
        await("changes are told", () -> label("#explain-change-words").contains("→"));
        String changes = label("#explain-change-words");
        List<String> names = List.of("bmi", "bp", "s1", "s2", "s3", "s4");
        String named = names.stream().filter(name -> changes.contains(name + " ")).findFirst().orElseThrow();
        runFx(() -> open.window.commands().execute(open.window.table().get("explain.keep")));
        VBox boxes = (VBox) open.window.scene().lookup("#explain-keep");
        assertThat(boxes.getChildren()).hasSize(6);
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo(Messages.text("explain.keep.title"));
        runFx(() -> ((CheckBox) boxes.getChildren().get(names.indexOf(named))).setSelected(false));
        await("others are told", () -> !label("#explain-change-words").equals(changes));
        assertThat(label("#explain-change-words")).doesNotContain(named + " ");
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void aRowThatIsChosenElsewhereIsExplainedAlsoWhereItWasLearnedFrom() {
        start(numbers());
        step(STEPS);
        await("the row is explained", () -> label("#explain-why-words").contains(Messages.text("explain.why.exact")));
        int row = onFx(() -> open.session.dataProperty().get().prepared().training().sourceRows()[3]);
        runFx(() -> open.window.workspaces().choose("train"));
        runFx(() -> open.session.selection().rowProperty().set(row));
        runFx(() -> open.window.workspaces().choose("explain"));
        await("it is explained", () -> label("#explain-why-row").equals(Messages.text("explain.why.row", String.valueOf(row + 1))));
    }
}
