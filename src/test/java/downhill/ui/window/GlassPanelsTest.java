package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.FxTest;
import downhill.ui.panel.PanelForm;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Small multiples of the glass box, over a race of the engine. */
class GlassPanelsTest extends FxTest {
    private static final int STEPS = 60;
    private OpenWindow open;

    @Test
    void everyContenderHasItsStepTermByTermOfTheSameParameterAndAllFollowTheStepShown() {
        try (OpenWindow window = OpenWindow.live(1440, 900)) {
            open = window;
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> open.session.race().step(STEPS));
            await("the race has stepped", () -> open.session.snapshotProperty().get().step() == STEPS);
            runFx(() -> {
                open.window.shownProperty().set(open.window.parts().compare());
                open.window.parts().compare().formProperty().set(PanelForm.GLASS);
            });
            awaitHeads(STEPS);
            open.write("panels-glass-light-1440", Theme.LIGHT, 1440, 900);
            assertThat(onFx(() -> contenders().stream().map(one -> parameter(one.id())).distinct().toList())).hasSize(1);
            runFx(() -> field("c2").requestFocus());
            open.type("petal_width 2");
            open.press(KeyCode.ENTER);
            await("all tell of the parameter chosen in one",
                    () -> contenders().stream().allMatch(one -> parameter(one.id()).equals("dense1.weight[petal_width, 2]")));
            runFx(() -> open.session.race().seek(STEPS / 2));
            awaitHeads(STEPS / 2);
            runFx(() -> open.window.parts().compare().formProperty().set(PanelForm.LOSS));
            await("the curves are back", () -> contenders().stream().allMatch(one -> panel(one.id()).lookup("#glass-head") == null));
        }
    }

    private void awaitHeads(long step) {
        await("every panel tells of step " + step, () -> contenders().stream()
                .allMatch(one -> panel(one.id()) != null && panel(one.id()).lookup("#glass-head") instanceof Labeled head
                && head.getText().startsWith(one.name()) && head.getText().contains(String.valueOf(step))));
    }

    private List<ContenderSpec> contenders() {
        return open.session.experiment().contenders();
    }

    private Node panel(String contender) {
        return open.window.parts().compare().content().lookup("#panel-" + contender);
    }

    private TextField field(String contender) {
        return (TextField) panel(contender).lookup("#glass-parameter");
    }

    private String parameter(String contender) {
        return field(contender).getText();
    }
}
