package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contender found by typing and added without the mouse. */
class AddContenderTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openSheet() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.window.parts().contenders().add());
        nextFrame();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void lettersArrowsAndEnterAddOne() {
        open.type("adam");
        open.press(KeyCode.DOWN);
        Rule second = onFx(() -> list().getSelectionModel().getSelectedItem());
        assertThat(second.id()).isEqualTo("adamw");
        open.press(KeyCode.UP);
        open.press(KeyCode.DOWN);
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        List<ContenderSpec> contenders = onFx(() -> open.session.experiment().contenders());
        assertThat(contenders).hasSize(5);
        assertThat(contenders.get(4).ruleId()).isEqualTo("adamw");
        assertThat(onFx(() -> open.session.selection().contenderProperty().get())).isEqualTo(contenders.get(4).id());
    }

    @Test
    void nothingIsAddedWhereNothingIsFound() {
        open.type("no such thing");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        assertThat(onFx(() -> open.session.experiment().contenders())).hasSize(4);
    }

    @Test
    void theWholeFormulaOfTheChosenOneStandsBesideTheList() {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        runFx(() -> list().getSelectionModel().select(adam));
        nextFrame();
        long lines = onFx(() -> ((Parent) lookup("#rule-sheet")).lookupAll("*").stream().filter(TextFlow.class::isInstance).count());
        assertThat(lines).isEqualTo(adam.update().size());
    }

    @SuppressWarnings("unchecked")
    private ListView<Rule> list() {
        return (ListView<Rule>) lookup("#rule-list");
    }

    private Node lookup(String id) {
        return open.window.scene().getRoot().lookup(id);
    }
}
