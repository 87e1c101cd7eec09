package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.window.LiveWindow;
import org.junit.jupiter.api.Test;

/** The landscape in the real window over the real engine. */
class LandscapeScreenTest extends FxTest {

    @Test
    void theDemoHasALandscape() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1440, 900)) {
            runFx(() -> live.window().shownProperty().set(live.window().parts().landscape()));
            runFx(() -> live.session().race().step(412));
            await("the race is at step 412", () -> live.session().snapshotProperty().get().step() == 412);
            await("there are heights", () -> live.window().parts().landscape().chart().landscape() != null
                    && live.window().parts().landscape().chart().landscape().rows() == 41);
            live.picture();
            nextFrame();
            live.write("landscape-light");
            runFx(() -> Theme.DARK.apply(live.window().scene()));
            nextFrame();
            live.write("landscape-dark");
            assertThat(live.picture().getWidth()).isEqualTo(1440);
        }
    }

    @Test
    void aSurfaceIsALab() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1100, 700)) {
            var landscape = live.window().parts().landscape();
            runFx(() -> live.window().shownProperty().set(landscape));
            runFx(() -> landscape.chooseSurface(live.window().sheets()));
            live.write("lab-sheet");
            runFx(() -> ((javafx.scene.control.Button) live.window().scene().lookup("#lab-himmelblau")).fire());
            await("the surface is shown", () -> landscape.chart().landscape() != null && landscape.chart().landscape().rows() == 81);
            runFx(() -> live.session().race().step(60));
            await("steps are done", () -> live.session().snapshotProperty().get().step() == 60);
            runFx(() -> ((javafx.scene.control.CheckBox) live.window().scene().getRoot().lookupAll(".check-box").stream().filter(node -> ((javafx.scene.control.CheckBox) node).getText().equals("Arrows")).findFirst().orElseThrow()).fire());
            for (int i = 0; i < 10; i++) {
                nextFrame();
            }
            live.picture();
            nextFrame();
            live.write("lab-flat");
            runFx(() -> ((javafx.scene.control.ToggleButton) live.window().scene().getRoot().lookupAll(".toggle-button").stream().filter(node -> ((javafx.scene.control.ToggleButton) node).getText().equals("3-D")).findFirst().orElseThrow()).fire());
            nextFrame();
            live.picture();
            nextFrame();
            live.write("lab-solid");
        }
    }
}
