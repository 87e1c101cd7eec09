package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Racing;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import org.junit.jupiter.api.Test;

/** What was done in the lab is there after the next start, its curves too. */
class KeptWalkTest extends FxTest {
    private static Session enter(OpenWindow open) {
        open.open(Demo.experiment("Iris"));
        runFx(() -> open.window.workspaces().choose("lab"));
        Session walk = open.window.area().lab().session();
        await("the walk is ready", () -> walk.experiment() != null && walk.race().isOpen());
        return walk;
    }

    private static double[] losses(Session walk) {
        return walk.race().racing().curve("c1", Racing.Quantity.TRAINING_LOSS, 1 << 20).y();
    }

    @Test
    void theWalkStandsWhereItStoodWithItsCurves() {
        NoFiles files;
        double[] course;
        try (OpenWindow open = OpenWindow.live(1100, 700)) {
            Session walk = enter(open);
            runFx(() -> walk.race().step(40));
            await("it has stepped", () -> walk.snapshotProperty().get().step() == 40);
            course = losses(walk);
            files = open.files;
        }
        assertThat(files.lab).as("it is kept once the window is gone").isNotNull();
        assertThat(files.lab.clock()).isEqualTo(40);
        try (OpenWindow next = OpenWindow.live(1100, 700)) {
            next.files.lab = files.lab;
            Session walk = enter(next);
            await("it stands there", () -> walk.snapshotProperty().get().step() == 40);
            assertThat(losses(walk)).isEqualTo(course);
            assertThat(walk.race().racing().recordedSteps("c1")).isEqualTo(40);
        }
    }

    /** A menu may ask for a surface before the walk has been read. */
    @Test
    void whoAsksForASurfaceBeforeThereIsAWalkWaitsForIt() {
        try (OpenWindow open = new OpenWindow(1100, 700)) {
            open.open(Demo.experiment("Iris"));
            runFx(open.window::chooseSurface);
            await("the sheet is there", () -> open.window.scene().lookup("#lab-booth") != null);
            assertThat(open.window.area().lab().session().experiment()).isNotNull();
        }
    }
}
