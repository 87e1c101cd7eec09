package downhill.ui.screen.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.metrics.MetricsController;
import downhill.ui.session.Demo;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both screens, opened and closed fifty times over one session, are gone afterwards. */
class FitLeakTest extends FxTest {
    private static final int TIMES = 50;

    @Test
    void screensThatWereClosedAreGone() {
        RuleLibrary rules = RuleLibrary.builtIn();
        Session session = onFx(() -> new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), FxExecutor.threads(1, "test-work"),
                rules));
        runFx(() -> session.open(Demo.experiment("Iris"), null, null));
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            runFx(() -> openAndClose(session, gone));
        }
        awaitCollected("all screens are collected", () -> gone.stream().allMatch(reference -> reference.get() == null));
        assertThat(gone).hasSize(2 * TIMES);
        runFx(session::close);
    }

    private static void openAndClose(Session session, List<WeakReference<Object>> gone) {
        ModelFeed feed = ModelFeed.of(session);
        FitController fit = new FitController(session, feed);
        MetricsController metrics = new MetricsController(session, feed);
        fit.setActive(true);
        feed.frame();
        fit.setActive(false);
        metrics.setActive(true);
        feed.frame();
        gone.add(new WeakReference<>(fit));
        gone.add(new WeakReference<>(metrics));
        fit.dispose();
        metrics.dispose();
        feed.dispose();
    }
}
