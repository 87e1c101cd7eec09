package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import org.junit.jupiter.api.Test;

/** The screen has its tab and its command, and the command of the window its words in both languages. */
class ToyWindowTest extends FxTest {
    @Test
    void theScreenIsATabAndTheCommandInTheTable() {
        OpenWindow open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        assertThat(onFx(() -> open.window.screens().stream().map(Screen::titleKey).toList())).contains("tab.toy");
        assertThat(onFx(() -> open.window.table().commands().map(one -> one.words(Language.CHINESE)).toList())).contains("玩具", "玩具命令");
        open.close();
    }
}
