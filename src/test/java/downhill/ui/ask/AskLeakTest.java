package downhill.ui.ask;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.ui.control.FileChoice;
import downhill.ui.control.SheetLayer;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Listeners;
import downhill.ui.session.Demo;
import downhill.ui.session.Desk;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

/** The panel that asks the models, opened and closed fifty times over one session, is gone, and nothing of it listens any more. */
class AskLeakTest extends FxTest {
    private static final int TIMES = 50;
    private static final FileChoice NO_FILES = new FileChoice() {
        @Override
        public Optional<Path> toOpen(String ending) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSaveAs(String suggestion, String... more) {
            return Optional.empty();
        }
    };

    @Test
    void panelsThatWereClosedAreGone() {
        RuleLibrary rules = RuleLibrary.builtIn();
        Session session = onFx(() -> new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), FxExecutor.threads(1, "test-work"),
                rules));
        runFx(() -> session.open(Demo.experiment("Iris"), null, null));
        await("the data are there", () -> session.dataProperty().get() != null);
        ModelFeed feed = onFx(() -> ModelFeed.of(session));
        List<ObservableValue<?>> followed = List.of(session.experimentProperty(), session.dataProperty(),
                session.selection().revisionProperty(), feed.standpointProperty());
        List<Integer> before = onFx(() -> followed.stream().map(Listeners::of).toList());
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            runFx(() -> openAndClose(session, feed, gone));
        }
        assertThat(onFx(() -> followed.stream().map(Listeners::of).toList())).as("listeners").isEqualTo(before);
        awaitCollected("all are collected", () -> gone.stream().allMatch(reference -> reference.get() == null));
        runFx(() -> {
            feed.dispose();
            session.close();
        });
    }

    private static void openAndClose(Session session, ModelFeed feed, List<WeakReference<Object>> gone) {
        Scoring asking = new Scoring(new Desk(session, FxExecutor.immediate(), new SheetLayer(), NO_FILES, words -> { },
                words -> { }), feed);
        asking.setActive(true);
        asking.frame();
        gone.add(new WeakReference<>(asking));
        gone.add(new WeakReference<>(asking.node().lookup("#scoring-row")));
        asking.dispose();
    }
}
