package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Data tab shows a table, or how to get one; never one over the other. */
class DataTabTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the data are there", () -> open.session.dataProperty().get() != null);
        runFx(() -> open.window.showData());
        nextFrame();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void ofATableNothingSaysThatThereIsNone() {
        assertThat(onFx(() -> isSeen(".empty-state"))).isFalse();
        assertThat(onFx(() -> isSeen(".columns"))).isTrue();
    }

    @Test
    void onASurfaceNothingIsLeftOfTheTableBefore() {
        runFx(() -> open.session.edit(document -> document.withProblem(new Problem.Surface("booth", 1, 1))));
        assertNoTable();
    }

    @Test
    void noMoreThanWhereTheDataFileIsMissing() {
        Experiment iris = Demo.experiment("Gone");
        Problem.Learning learning = (Problem.Learning) iris.problem();
        open.open(iris.withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile("no/such/file.csv")), learning.model())));
        await("it is told", () -> !open.window.message().isEmpty());
        assertNoTable();
    }

    private void assertNoTable() {
        await("there is no data", () -> open.session.dataProperty().get() == null);
        nextFrame();
        nextFrame();
        assertThat(onFx(() -> isSeen(".empty-state"))).isTrue();
        assertThat(onFx(() -> isSeen(".columns"))).isFalse();
        for (Node table : onFx(() -> open.window.parts().data().content().lookupAll(".table-view"))) {
            assertThat(onFx(() -> ((TableView<?>) table).getItems())).as(table.getAccessibleText()).isEmpty();
        }
    }

    private boolean isSeen(String style) {
        Node node = open.window.parts().data().content().lookup(style);
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node != null;
    }
}
