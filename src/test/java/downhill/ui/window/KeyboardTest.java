package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.ui.chart.ChartPane;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen and every sheet without a mouse and without eyes: all controls say what they are, and Tab goes to each in reading order. */
class KeyboardTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(100));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 100);
    }

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void onEveryScreenAllControlsSpeakAndTabGoesToEachInReadingOrder(Language language) {
        List<String> wrong = new ArrayList<>();
        runFx(() -> Messages.languageProperty().set(language));
        for (int i = 0; i < open.window.screens().size(); i++) {
            int tab = i;
            runFx(() -> open.window.shownProperty().set(open.window.screens().get(tab)));
            nextFrame();
            runFx(() -> check(open.window.screens().get(tab).titleKey(), open.window.scene().getRoot(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inEverySheetAllControlsSpeakAndTabGoesToEachInReadingOrder(Language language) {
        List<String> wrong = new ArrayList<>();
        runFx(() -> Messages.languageProperty().set(language));
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        await("there is a chart to take away", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            return chart != null && chart.drawing() != null && !chart.drawing().isEmpty();
        });
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file to ask about", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        for (WindowSheet sheet : WindowSheet.values()) {
            runFx(() -> sheet.show(open));
            await(sheet + " is open", () -> open.window.sheets().isVisible());
            nextFrame();
            runFx(() -> {
                check(sheet.name(), open.window.sheets(), wrong);
                open.window.sheets().close();
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(String where, Parent within, List<String> wrong) {
        within.applyCss();
        within.layout();
        List<Node> controls = new ArrayList<>();
        collect(within, controls);
        assertThat(controls).as(where).isNotEmpty();
        controls.stream().filter(node -> !speaks(node)).forEach(node -> wrong.add(where + ": says nothing: " + name(node)));
        List<Node> ring = Tabbing.ring(open, controls.get(0));
        controls.stream().filter(node -> !ring.contains(node)).forEach(node -> wrong.add(where + ": Tab does not reach " + name(node)));
        for (int i = 1; i < ring.size(); i++) {
            if (goesBack(seen(ring.get(i - 1), ring.get(i)), box(ring.get(i)))) {
                wrong.add(where + ": Tab goes back from " + name(ring.get(i - 1)) + " to " + name(ring.get(i)));
            }
        }
    }

    private static void collect(Node node, List<Node> controls) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !insideControl(node)) {
            controls.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
        }
    }

    private static boolean speaks(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                || node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text && !text.isBlank();
    }

    /** Parts of a control, such as the track of a slider, speak through it. */
    private static boolean insideControl(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Control && !(above instanceof ScrollPane)) {
                return true;
            }
        }
        return false;
    }

    /** Left within a line, or up without going right to a further column. */
    private static boolean goesBack(Bounds from, Bounds to) {
        double common = Math.min(from.getMaxY(), to.getMaxY()) - Math.max(from.getMinY(), to.getMinY());
        boolean oneLine = common > Math.min(from.getHeight(), to.getHeight()) / 2;
        return oneLine ? to.getMaxX() <= from.getMinX() + 1 : to.getMaxY() <= from.getMinY() + 1 && to.getMinX() < from.getMaxX();
    }

    /** What is scrolled out of sight stands, for who leaves the scrolled part, at that part's edge: Tab had brought it there. */
    private static Bounds seen(Node node, Node next) {
        ScrollPane around = scrolled(node);
        Bounds own = box(node);
        if (around == null || around == scrolled(next)) {
            return own;
        }
        double beyond = Math.max(0, own.getMaxY() - box(around).getMaxY());
        return new BoundingBox(own.getMinX(), own.getMinY() - beyond, own.getWidth(), own.getHeight());
    }

    private static ScrollPane scrolled(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String name(Node node) {
        String words = node.getAccessibleText() != null ? node.getAccessibleText() : node instanceof Labeled labeled
                ? labeled.getText() : "";
        return node.getClass().getSimpleName() + " " + (node.getId() == null ? node.getStyleClass() : "#" + node.getId()) + " \""
                + words + '"';
    }
}
