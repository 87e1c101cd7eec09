package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.StudySettings;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.screen.tune.TuneWays;
import downhill.ui.session.Demo;
import downhill.ui.tune.TuneModel;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A workspace for searching that was closed is gone, its search with it, also one that was under way. */
class TuneLeakTest extends Leaks {
    private static final int TIMES = 12;

    @Test
    void searchesThatWereClosedAreGone() {
        try (OpenWindow open = new OpenWindow(1100, 700)) {
            open.open(Demo.experiment("leaks"));
            await("the data are there", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
            List<Integer> before = listening(open);
            List<WeakReference<Object>> gone = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                gone.add(new WeakReference<>(openedAndClosed(open, i % 4 == 0)));
            }
            awaitAllGone(gone, 0);
            assertThat(listening(open)).isEqualTo(before);
            await("no search is left", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(each -> each.getName().equals("tune")));
        }
    }

    private static Object openedAndClosed(OpenWindow open, boolean running) {
        TuneController tune = onFx(() -> new TuneController(open.session, open.window.sheets(), open.picker,
                new TuneWays(() -> { }, () -> { }, words -> { }, words -> { })));
        TuneSpace space = onFx(() -> new TuneSpace(open.window.parts(), tune));
        TuneModel model = tune.model();
        runFx(() -> space.setActive(true));
        if (running) {
            runFx(() -> {
                model.planProperty().set(model.planProperty().get()
                        .withChosen(model.planProperty().get().chosen().with(StudySettings.TRIALS, 100_000L)));
                model.start();
            });
            await("some are under way", () -> {
                runFx(space::frame);
                return !model.standProperty().get().trials().isEmpty();
            });
        }
        runFx(() -> {
            space.setActive(false);
            space.dispose();
        });
        return tune;
    }
}
