package downhill.ui.window;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Every tab of Explain in every look, into {@code target/screenshots} for whoever looks at them: {@code mvn test
 * -Dtest=ExplainTabPictures}. Not part of the tests that always run.
 */
class ExplainTabPictures extends FxTest {
    private static final int STEPS = 150;
    private static final int FRAMES = 40;

    private OpenWindow open;

    @Test
    void everyTab() {
        open = OpenWindow.live(1440, 900);
        try {
            start(AskedWindow.experiment("diabetes", new Architecture.Mlp(List.of(8), Activation.TANH), Loss.MSE));
            tabs("numbers", Theme.LIGHT, 1440, 900);
            start(Demo.experiment("Iris"));
            runFx(() -> Messages.languageProperty().set(Language.values()[1]));
            tabs("classes-zh", Theme.DARK, 1100, 700);
            runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
            start(AskedWindow.experiment("digits", Architecture.Cnn.digits(), Loss.CROSS_ENTROPY));
            tabs("images", Theme.DARK, 1440, 900);
        } finally {
            runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
            open.close();
        }
    }

    private void start(Experiment experiment) {
        open.open(experiment);
        patiently(() -> open.session.race().isOpen() && open.session.dataProperty().get() != null
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        runFx(() -> open.session.race().step(STEPS));
        patiently(() -> open.session.snapshotProperty().get().step() == STEPS
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private void tabs(String name, Theme theme, int width, int height) {
        Tabs tabs = ((ExplainSpace) open.window.workspaces().present()).tabs();
        for (Screen tab : tabs.screens()) {
            runFx(() -> tabs.shownProperty().set(tab));
            ready();
            int looks = onFx(() -> looks(tab).size());
            for (int look = 0; look < Math.max(1, looks); look++) {
                int at = look;
                if (looks > 0) {
                    runFx(() -> looks(tab).get(at).fire());
                    anew(tab);
                    ready();
                }
                open.write(name + "-" + tab.titleKey().substring(tab.titleKey().lastIndexOf('.') + 1) + "-" + look, theme, width, height);
            }
        }
    }

    /** Begins what is begun by a person alone, and waits for its end. */
    private void anew(Screen tab) {
        if (tab.titleKey().endsWith(".anew")) {
            runFx(() -> ((ButtonBase) begin()).fire());
            patiently(() -> !begin().isDisabled());
        }
    }

    private Node begin() {
        return open.window.scene().lookup("#explain-anew-begin");
    }

    private static List<ToggleButton> looks(Screen tab) {
        return ((Parent) tab.options()).lookupAll(".segments .toggle-button").stream().map(ToggleButton.class::cast)
                .filter(each -> each.isVisible() && each.getParent().isVisible() && each.getParent().getParent().isVisible()).toList();
    }

    private void ready() {
        nextFrame();
        nextFrame();
        patiently(() -> ((ExplainSpace) open.window.workspaces().present()).explain().isSettled());
        for (int frame = 0; frame < FRAMES; frame++) {
            nextFrame();
        }
    }

    /** However long it takes: nobody waits for these pictures but who asked for them. */
    private static void patiently(BooleanSupplier condition) {
        while (!FxToolkit.call(condition::getAsBoolean)) {
            nextFrame();
        }
    }
}
