package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menus without a mouse. */
class MenuKeyTest extends FxTest {
    private OpenWindow open;
    private Node chart;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        chart = onFx(() -> open.window.scene().lookup(".chart-pane"));
        runFx(chart::requestFocus);
        nextFrame();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private Node focused() {
        return onFx(() -> open.window.scene().getFocusOwner());
    }

    private Menu menu(int at) {
        return ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus().get(at);
    }

    /** Help, whichever menus come before it. */
    private Menu last() {
        List<Menu> all = ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus();
        return all.get(all.size() - 1);
    }

    @Test
    void altLeadsToTheMenusAndBackAndMeanwhileArrowsLeaveTheRaceAlone() {
        open.press(KeyCode.ALT);
        assertThat(focused()).isInstanceOf(MenuBar.class);
        open.press(KeyCode.RIGHT);
        open.press(KeyCode.ENTER);
        await("the second menu is open", () -> menu(1).isShowing());
        assertThat(open.race().asked).noneMatch(asked -> asked.startsWith("step"));
        runFx(() -> menu(1).hide());
        open.press(KeyCode.ESCAPE);
        assertThat(focused()).isSameAs(chart);
        open.press(KeyCode.ALT);
        open.press(KeyCode.ALT);
        assertThat(focused()).isSameAs(chart);
    }

    @Test
    void aChoiceGivesTheFocusBackFirst() {
        open.press(KeyCode.ALT);
        runFx(() -> last().getItems().get(2).fire());
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isNotEmpty();
        open.press(KeyCode.ESCAPE);
        assertThat(focused()).isSameAs(chart);
    }

    @Test
    void altWithAnotherKeyIsThatKeys() {
        open.press(KeyCode.ALT, KeyCode.ALT);
        assertThat(focused()).isInstanceOf(MenuBar.class);
        open.press(KeyCode.ESCAPE);
        runFx(() -> { // Alt and an arrow, which puts panels into another order
            fire(KeyCode.ALT, true);
            fire(KeyCode.RIGHT, true);
            fire(KeyCode.RIGHT, false);
            fire(KeyCode.ALT, false);
        });
        assertThat(focused()).isSameAs(chart);
    }

    private void fire(KeyCode code, boolean pressed) {
        javafx.event.Event.fireEvent(open.window.scene().getFocusOwner(), new javafx.scene.input.KeyEvent(
                pressed ? javafx.scene.input.KeyEvent.KEY_PRESSED : javafx.scene.input.KeyEvent.KEY_RELEASED, "", "", code, false, false,
                        true, false));
    }
}
