package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Listeners;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.compare.CompareController;
import downhill.ui.screen.data.DataController;
import downhill.ui.screen.multiples.MultiplesController;
import downhill.ui.screen.parameters.ParametersController;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.results.ResultsCard;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.session.Selection;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens, sheets and modes opened and closed fifty times over one session are gone, and nothing of them listens any more. */
class ScreensLeakTest extends FxTest {
    private static final int TIMES = 50;
    /** Each so many-th is laid out and drawn too, which takes most of the time. */
    private static final int DRAWN = 10;
    private static OpenWindow open;
    private static StackPane root;
    private static Stage stage;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        root = onFx(() -> new StackPane());
        stage = show(root, 600, 400);
    }

    @AfterAll
    static void closeWindow() {
        runFx(stage::close);
        open.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "compare", "panels", "parameters", "data", "results"})
    void screensThatWereClosedAreGone(String view) {
        CurveFeed curves = onFx(() -> new CurveFeed(open.session));
        ModelFeed models = onFx(() -> ModelFeed.of(open.session));
        LandscapeFeed landscapes = onFx(() -> new LandscapeFeed(open.session, FxExecutor.immediate(), System::nanoTime));
        FxExecutor work = FxExecutor.immediate();
        Sheets sheets = open.window.sheets();
        assertGone(() -> switch (view) {
            case "race" -> shown(new RaceController(open.session, curves));
            case "compare" -> shown(new CompareController(open.session, curves, landscapes, models, id -> null));
            case "parameters" -> shown(new ParametersController(open.session, curves));
            case "data" -> shown(new DataController(open.session, work, sheets, open.picker, () -> { }, () -> { }));
            case "panels" -> panels(new MultiplesController(open.session, curves, landscapes, models, () -> { }));
            default -> results(new ResultsCard(open.session, sheets));
        });
        runFx(() -> {
            landscapes.dispose();
            models.dispose();
        });
    }

    /** A view in a window, and how it is closed. */
    private record Opened(Object view, Runnable close) {
    }

    private static Opened shown(Screen screen) {
        root.getChildren().setAll(screen.content(), new Pane(screen.options()));
        screen.setActive(true);
        return new Opened(screen, () -> {
            screen.setActive(false);
            screen.dispose();
        });
    }

    private static Opened panels(MultiplesController panels) {
        root.getChildren().setAll(panels.node());
        panels.setActive(true);
        return new Opened(panels, () -> {
            panels.setActive(false);
            panels.dispose();
        });
    }

    private static Opened results(ResultsCard card) {
        root.getChildren().setAll(card.node(), card.projected());
        return new Opened(card, card::dispose);
    }

    private static void assertGone(Supplier<Opened> make) {
        List<WeakReference<Object>> gone = new ArrayList<>();
        List<Integer> before = listening();
        for (int i = 0; i < TIMES; i++) {
            gone.add(openAndClose(make, i % DRAWN == 0));
        }
        assertThat(listening()).as("listeners of session and selection").isEqualTo(before);
        awaitAllGone(gone, 0);
    }

    private static WeakReference<Object> openAndClose(Supplier<Opened> make, boolean drawn) {
        if (!drawn) {
            return onFx(() -> close(make.get()));
        }
        List<Opened> opened = List.of(onFx(make::get));
        nextFrame();
        return onFx(() -> close(opened.get(0)));
    }

    private static WeakReference<Object> close(Opened opened) {
        opened.close().run();
        root.getChildren().clear();
        return new WeakReference<>(opened.view());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contender", "add", "results", "workshop", "model", "training", "samples", "title", "keys"})
    void sheetsThatWereClosedAreGone(String sheet) {
        Runnable show = switch (sheet) {
            case "contender" -> () -> open.window.contenders().edit();
            case "add" -> () -> open.window.contenders().add();
            case "results" -> () -> open.window.parts().results().showAll();
            case "workshop" -> () -> open.window.workshop().open();
            case "model" -> open.window::editModel;
            case "training" -> open.window::editTraining;
            case "samples" -> open.window::showGallery;
            case "title" -> open.window.commands()::editTitle;
            default -> () -> HelpSheets.keys(open.window.sheets());
        };
        List<WeakReference<Object>> gone = new ArrayList<>();
        List<Integer> before = listening();
        for (int i = 0; i < TIMES; i++) {
            gone.add(onFx(() -> openAndClose(show)));
        }
        assertThat(listening()).as("listeners of session and selection").isEqualTo(before);
        awaitAllGone(gone, 1); // the toolkit may hold the last
    }

    private static WeakReference<Object> openAndClose(Runnable show) {
        show.run();
        Node content = ((ScrollPane) open.window.sheets().lookup(".scroll-pane")).getContent();
        open.press(KeyCode.ESCAPE);
        assertThat(open.window.sheets().isVisible()).as("Escape closes it").isFalse();
        return new WeakReference<>(content);
    }

    @Test
    void lectureModeLeavesTheWindowAsItWas() {
        lectureOnAndOff(true); // the first makes what all others use
        int nodes = onFx(() -> count(open.window.scene().getRoot()));
        List<String> styles = List.copyOf(onFx(() -> open.window.scene().getRoot().getStyleClass()));
        List<Integer> before = listening();
        for (int i = 1; i < TIMES; i++) {
            lectureOnAndOff(i % DRAWN == 0 || i == TIMES - 1);
        }
        assertThat(listening()).as("listeners of session and selection").isEqualTo(before);
        assertThat(onFx(() -> count(open.window.scene().getRoot()))).as("nodes").isEqualTo(nodes);
        assertThat(onFx(() -> open.window.scene().getRoot().getStyleClass())).isEqualTo(styles);
    }

    private static void lectureOnAndOff(boolean drawn) {
        if (drawn) {
            lecture(KeyCode.F11, true);
            nextFrame();
            lecture(KeyCode.ESCAPE, false);
            nextFrame();
        } else {
            runFx(() -> { // no frame comes between
                lecture(KeyCode.F11, true);
                lecture(KeyCode.ESCAPE, false);
            });
        }
    }

    private static void lecture(KeyCode key, boolean on) {
        open.press(key);
        assertThat(onFx(() -> open.window.lecture().onProperty().get())).isEqualTo(on);
    }

    private static int count(Node node) {
        return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(ScreensLeakTest::count).sum() : 0);
    }

    private static List<Integer> listening() {
        Selection selection = open.session.selection();
        List<ObservableValue<?>> followed = List.of(open.session.snapshotProperty(), open.session.readProperty(), open.session.experimentProperty(),
                open.session.dataProperty(), open.session.problemProperty(), selection.contenderProperty(), selection.revisionProperty(),
                selection.hoverStepProperty());
        return onFx(() -> followed.stream().map(Listeners::of).toList());
    }

    private static void awaitAllGone(List<WeakReference<Object>> gone, int held) {
        assertThat(gone).hasSize(TIMES);
        await("all are collected", () -> {
            System.gc();
            return gone.stream().filter(one -> one.get() != null).count() <= held;
        });
    }
}
