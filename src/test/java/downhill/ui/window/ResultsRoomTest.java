package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Headings and the usual names are whole in the results' card, also where its column scrolls and the bar takes some of the width. */
class ResultsRoomTest extends FxTest {
    private static final double LOW = 600;
    private static final double SCROLLED = 312;

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingOfItIsCut(Language language) {
        try (OpenWindow open = OpenWindow.live(1440, LOW)) {
            runFx(() -> Messages.languageProperty().set(language));
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> open.session.race().step(40));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == 40);
            nextFrame();
            nextFrame();
            Region table = (Region) onFx(() -> open.window.scene().lookup("#results-card .table-view"));
            assertThat(table.getWidth()).as("the column scrolls").isLessThanOrEqualTo(SCROLLED);
            assertThat(onFx(() -> cut(table))).isEmpty();
            assertThat(onFx(() -> table.lookupAll(".label").stream().map(Labeled.class::cast).map(Labeled::getText).toList()))
                    .as("the test has seen names and headings")
                    .contains("Momentum", onFx(() -> Messages.text("results.rate")));
        }
    }

    private static Set<String> cut(Region table) {
        Set<String> cut = new TreeSet<>();
        for (Node node : List.copyOf(table.lookupAll(".label"))) {
            Text shown = (Text) node.lookup(".text");
            Bounds at = node.localToScene(node.getLayoutBounds());
            if (node instanceof Labeled label && shown != null && at.getWidth() > 0 && label.isVisible()
                    && !shown.getText().isEmpty() && !shown.getText().equals(label.getText())) {
                cut.add(label.getText() + " shown as " + shown.getText());
            }
        }
        return cut;
    }
}
