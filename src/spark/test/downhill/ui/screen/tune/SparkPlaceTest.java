package downhill.ui.screen.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.cluster.spark.SilentMaster;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxTest;
import downhill.ui.tune.TunePlace;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The small sheet of Tune tries a master of Spark, and says in one sentence what is wrong; all that can be is in SparkRefusalTest. */
class SparkPlaceTest extends FxTest {
    private static final String PATIENCE = "spark.downhill.patience";
    private static Scene scene;
    private static PlaceSheet sheet;

    /** Without a window around. */
    private static final class Bare implements Sheets {
        @Override
        public void open(ObservableValue<String> title, double width, Node content, Node... actions) {
            VBox all = new VBox(content);
            all.getChildren().addAll(actions);
            scene = new Scene(all, width, 600);
        }

        @Override
        public void openAtTop(ObservableValue<String> title, double width, Node content) {
            open(title, width, content);
        }

        @Override
        public void onClosed(Runnable action) {
            // It stays open.
        }

        @Override
        public void close() {
            // It stays open.
        }
    }

    @BeforeAll
    static void open() {
        ObjectProperty<TunePlace> place = new SimpleObjectProperty<>(new TunePlace("local[2]"));
        runFx(() -> {
            sheet = new PlaceSheet(place);
            sheet.open(new Bare());
        });
    }

    @AfterAll
    static void usual() {
        System.clearProperty(PATIENCE);
    }

    private static Node node(String id) {
        return scene.lookup("#" + id);
    }

    private static void said(String master, String part) {
        runFx(() -> {
            ((TextInputControl) node("place-master")).setText(master);
            ((ButtonBase) node("place-try")).fire();
        });
        await(part, 60, () -> {
            sheet.frame();
            return !node("place-try").isDisabled();
        });
        assertThat(onFx(() -> ((Label) node("place-told")).getText())).contains(master).contains(part);
    }

    @Test
    void whatIsWrongIsSaidAndWhatIsReadyToo() {
        System.setProperty(PATIENCE, "4s");
        said("spark://127.0.0.1:9", "No master of Spark answers");
        try (SilentMaster secret = new SilentMaster("its own")) {
            said(secret.address(), "does not take this program's secret");
        }
        said("local[2]", "2");
    }
}
