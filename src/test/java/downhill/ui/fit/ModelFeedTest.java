package downhill.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.ui.chart.Film;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.LoadedData;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which race is asked where everybody stands. */
class ModelFeedTest extends FxTest {
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private Session session;
    private ModelFeed feed;

    @BeforeEach
    void openIris() {
        RuleLibrary rules = RuleLibrary.builtIn();
        runFx(() -> {
            session = new Session(overheard(RaceOpener.of(rules, RaceOptions.besideWindow())), FxExecutor.threads(1, "test-work"), rules);
            feed = ModelFeed.of(session);
            feed.setActive(this, true);
            session.open(Demo.experiment("Iris"), null, null);
        });
        awaitStandpoint();
    }

    /** Notes each question to a race that it refuses. */
    private RaceOpener overheard(RaceOpener races) {
        return (experiment, prepared, from) -> {
            Racing race = races.open(experiment, prepared, from);
            return (Racing) Proxy.newProxyInstance(Racing.class.getClassLoader(), new Class<?>[] {Racing.class},
                    (proxy, method, arguments) -> heard(method.invoke(race, arguments)));
        };
    }

    private Object heard(Object answer) {
        if (answer instanceof CompletableFuture<?> later) {
            later.whenComplete((value, failure) -> {
                if (failure != null) {
                    refused.add(failure.toString());
                }
            });
        }
        return answer;
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

    @Test
    void aFilmAsksNoBranchWhereItStoodBeforeItsBirth() {
        runFx(() -> session.race().step(30));
        await("it has stepped", () -> at(30));
        runFx(() -> session.edit(document -> document.withContenders(List.of(document.contenders().get(0), document.contenders().get(0)
                .copy("c9", "Branch", 1, new ContenderSpec.Fork(document.contenders().get(0).id(), 20, Map.of()))))));
        await("the branch has caught up", () -> at(30) && Snapshots.of(session.snapshotProperty().get(), "c9")
                .filter(one -> one.step() == 30).isPresent());
        List<Set<String>> there = new CopyOnWriteArrayList<>();
        Film film = onFx(() -> feed.film("p", (moment, engine) -> {
            there.add(moment.seeds().keySet());
            return FitPicture.NONE;
        })).orElseThrow();
        film.at(19);
        film.at(20);
        assertThat(there).containsExactly(Set.of("c1"), Set.of("c1", "c9"));
        assertThat(refused).isEmpty();
    }

    private boolean at(long step) {
        session.poll();
        return session.snapshotProperty().get().step() == step && session.snapshotProperty().get().state() == RaceState.PAUSED;
    }
}
