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
}
