package downhill.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.document.Problem;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.LoadedData;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which race is asked where everybody stands. */
class ModelFeedTest extends FxTest {
    private Session session;
    private ModelFeed feed;

    @BeforeEach
    void openIris() {
        RuleLibrary rules = RuleLibrary.builtIn();
        runFx(() -> {
            session = new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), FxExecutor.threads(1, "test-work"), rules);
            feed = ModelFeed.of(session);
            feed.setActive(this, true);
            session.open(Demo.experiment("Iris"), null, null);
        });
        awaitStandpoint();
    }

    @AfterEach
    void close() {
        runFx(() -> {
            feed.dispose();
            session.close();
        });
    }

    private void awaitStandpoint() {
        await("it is known where everybody stands", () -> {
            session.poll();
            feed.frame();
            return feed.standpointProperty().get() != null;
        });
    }

    @Test
    void aRaceThatAnotherTakesThePlaceOfIsNotAskedAboutTheNewModel() {
        LoadedData data = LoadedData.load(SampleData.of("diabetes").spec(), null, Progress.NONE);
        ModelSpec model = new ModelSpec(new Architecture.Linear(), Loss.defaultFor(data.prepared().task()));
        runFx(() -> {
            session.useData(data, document -> document.withProblem(new Problem.Learning(data.spec(), model)));
            feed.frame();
            assertThat(feed.siteProperty().get().prepared()).isSameAs(data.prepared());
            session.race().racing().states().join(); // whoever asked before has an answer, too
            feed.frame();
            assertThat(feed.standpointProperty().get()).as("states of the model before").isNull();
        });
        awaitStandpoint();
        assertThat(onFx(() -> feed.standpointProperty().get().layout().count())).isEqualTo(data.prepared().featureNames().size() + 1);
    }
}
