package downhill.ui.screen.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.chart.shape.PathData;
import downhill.ui.fx.FxTest;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import org.junit.jupiter.api.Test;

/** The parameters' heads are at the step shown, and a line says where it is, also after going back. */
class ParametersFollowTest extends FxTest {
    @Test
    void afterGoingBackHeadsAreAtTheStepShown() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1440, 900)) {
            runFx(() -> live.session().race().step(100));
            await("the race has stepped", () -> live.session().snapshotProperty().get().step() == 100
                    && live.session().snapshotProperty().get().state() == RaceState.PAUSED);
            ParametersModel model = onFx(() -> new ParametersModel(live.session(), new CurveFeed(live.session())));
            runFx(model::refreshNames);
            assertThat(onFx(model::shownStep)).as("the end is the end").isNaN();
            runFx(() -> live.session().race().seek(40));
            await("step 40", () -> live.session().snapshotProperty().get().step() == 40);
            assertThat(onFx(model::shownStep)).isEqualTo(40);
            assertThat(onFx(model::paths)).hasSize(4).allSatisfy(path -> assertThat(step(path)).isEqualTo(40));
        }
    }

    private static double step(PathData path) {
        return path.figures().steps()[path.head()];
    }
}
