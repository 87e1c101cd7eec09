package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.glass.GlassCard;
import downhill.ui.screen.state.StateController;
import downhill.ui.session.Demo;
import downhill.ui.session.StepFeed;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views of steps that were closed are gone, though their session stays. */
class StepViewsLeakTest extends FxTest {
    private static final int TIMES = 50;

    @Test
    void glassBoxAndStateScreenOpenedFiftyTimesLeaveNothingBehind() {
        try (OpenWindow open = OpenWindow.live(1100, 700)) {
            open.open(Demo.experiment("leaks"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            List<WeakReference<?>> closed = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                closed.addAll(openAndClose(open, i == 0));
            }
            awaitCollected("all are gone", () -> closed.stream().allMatch(one -> one.get() == null));
            assertThat(closed).hasSize(3 * TIMES);
        }
    }

    private static List<WeakReference<?>> openAndClose(OpenWindow open, boolean wait) {
        StepFeed feed = onFx(() -> new StepFeed(open.session));
        GlassCard glass = onFx(() -> new GlassCard(open.session, feed));
        StateController state = onFx(() -> new StateController(open.session, feed));
        runFx(() -> {
            glass.setActive(true);
            state.setActive(true);
        });
        if (wait) {
            await("a step is told", () -> {
                feed.frame();
                return glass.step() == 0 && state.step() == 0;
            });
        }
        runFx(() -> {
            glass.dispose();
            state.dispose();
            feed.close();
        });
        return List.of(new WeakReference<>(feed), new WeakReference<>(glass), new WeakReference<>(state));
    }
}
