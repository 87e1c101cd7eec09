package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tab goes through the window as one reads it: the bar above, the columns from left to right, the bar below. */
class FocusOrderTest extends FxTest {
    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "1100, 700"})
    void onEveryScreenTabGoesThroughTheZonesInReadingOrderAndShiftTabComesBack(double width, double height) {
        open = new OpenWindow(width, height);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(100));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 100);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < open.window.screens().size(); i++) {
            int tab = i;
            runFx(() -> open.window.shownProperty().set(open.window.screens().get(tab)));
            nextFrame();
            runFx(() -> check(open.window.screens().get(tab).titleKey(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private void check(String where, List<String> wrong) {
        open.window.scene().getRoot().applyCss();
        open.window.scene().getRoot().layout();
        Node first = open.window.scene().lookup(".top-bar .menu-button.pill-button"); // Alt leads to the menus
        List<Node> ring = Tabbing.ring(open, first);
        List<Node> visited = new ArrayList<>();
        for (Node stop : ring) {
            Node zone = zones().stream().filter(one -> isWithin(stop, one)).findFirst().orElse(null);
            if (zone == null) {
                wrong.add(where + ": in no zone: " + stop);
            } else if (visited.isEmpty() || visited.get(visited.size() - 1) != zone) {
                visited.add(zone);
            }
        }
        assertThat(visited).as("%s: all zones, each once", where).containsExactlyInAnyOrderElementsOf(zones());
        for (int i = 1; i < visited.size(); i++) {
            if (!follows(box(visited.get(i - 1)), box(visited.get(i)))) {
                wrong.add(where + ": from " + box(visited.get(i - 1)) + " to " + box(visited.get(i)));
            }
        }
        List<Node> back = new ArrayList<>(Tabbing.ringBack(open, ring.get(ring.size() - 1)));
        Collections.reverse(back);
        assertThat(back).as("%s: the same way back", where).isEqualTo(ring);
    }

    /** The bar above, the rail, each column, and the bar below. */
    private List<Node> zones() {
        BorderPane frame = (BorderPane) open.window.scene().getRoot().getChildrenUnmodifiable().get(0);
        BorderPane beside = (BorderPane) frame.getCenter();
        List<Node> zones = new ArrayList<>(List.of(beside.getBottom(), frame.getTop(), frame.getLeft()));
        zones.addAll(((HBox) beside.getCenter()).getChildren());
        return zones;
    }

    /** Whether one reads {@code later} after {@code earlier}: it is below, or at its right. */
    private static boolean follows(Bounds earlier, Bounds later) {
        boolean below = later.getMinY() >= earlier.getMaxY() - 1;
        boolean right = later.getMinX() >= earlier.getMaxX() - 1 && later.getMinY() < earlier.getMaxY()
                && later.getMaxY() > earlier.getMinY();
        return below || right;
    }

    private static boolean isWithin(Node node, Node zone) {
        Node up = node;
        while (up != null && up != zone) {
            up = up.getParent();
        }
        return up != null;
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
