package downhill.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.landscape.LandscapeEngine;
import downhill.analysis.landscape.Region;
import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Demo;
import downhill.ui.session.Feed;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The landscape beside a real race, without a window: frames are called by the test, work is done at once. */
class LandscapeFeedTest {
    private final AtomicLong clock = new AtomicLong();
    private Session session;
    private LandscapeFeed feed;

    private void open(Experiment document) {
        RuleLibrary rules = RuleLibrary.builtIn();
        session = new Session(RaceOpener.of(rules, RaceOptions.alone().withThreads(1)), FxExecutor.immediate(), rules);
        feed = new LandscapeFeed(session, new Feed(Runnable::run, clock::get));
        session.open(document, null, null);
    }

    @AfterEach
    void close() {
        feed.dispose();
        session.close();
    }

    private void frame() {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        session.poll();
        feed.frame();
    }

    private void frameUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            frame();
        }
    }

    private void race(int steps) {
        session.race().step(steps);
        long before = session.snapshotProperty().get().step();
        frameUntil("the race is " + steps + " steps further", () -> session.snapshotProperty().get().step() == before + steps
                && session.snapshotProperty().get().state() != RaceState.RUNNING);
        frameUntil("heads are there", () -> headStep() == before + steps);
        frame();
        frame();
    }

    private long headStep() {
        return feed.states().values().stream().mapToLong(state -> state.step()).min().orElse(-1);
    }

    private static Experiment onSurface(String formula, double x, double y) {
        return Demo.experiment("").withProblem(new Problem.Surface(formula, x, y));
    }

    @Test
    void everybodyIsOnThePlaneNearestToAllPaths() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(200);
        Ground ground = feed.groundProperty().get();
        assertThat(ground.exact()).isFalse();
        assertThat(ground.explained()[0] + ground.explained()[1]).isBetween(0.5, 1.0);
        assertThat(feed.wholeProperty().get().rows()).isEqualTo(41);
        assertThat(feed.tracksProperty().get()).hasSize(4).allSatisfy(track -> {
            double[] at = ground.plane().project(track.parameters());
            assertThat(track.points().x(track.head())).isEqualTo(at[0]);
            assertThat(track.points().y(track.head())).isEqualTo(at[1]);
            assertThat(track.head()).isEqualTo(track.points().size() - 1).isGreaterThan(20);
            assertThat(ground.region().contains(at[0], at[1])).isTrue();
        });
    }

    /** Schedule-free SGD: on data and on a surface its way and its head are its answers, not where its gradients are taken. */
    @Test
    void aWayIsDrawnWhereItsContenderIsAsked() {
        ContenderSpec average = ContenderSpec.of("a", "Average", "schedule-free-sgd", Map.of("learningRate", 0.05), 0);
        for (Experiment document : List.of(Demo.experiment(""), onSurface("x² + 3·y²", 1, 2))) {
            open(document.withContenders(List.of(average)));
            feed.setActive(this, true);
            race(60);
            Racing engine = session.race().racing();
            Track track = feed.tracksProperty().get().get(0);
            assertThat(track.points().size()).isGreaterThan(10);
            assertThat(track.parameters()).isEqualTo(engine.answerAt("a", 60).join()).isNotEqualTo(engine.parametersAt("a", 60).join());
            for (long step = 4; step < 60; step += 4) {
                double[] at = feed.groundProperty().get().plane().project(engine.answerAt("a", step).join());
                assertThat(track.points().x(track.at(step))).isEqualTo(at[0]);
                assertThat(track.points().y(track.at(step))).isEqualTo(at[1]);
            }
            if (document.problem() instanceof Problem.Learning) {
                close();
            }
        }
    }

    @Test
    void theGapIsTheTrueLossLessTheLossOfThePlane() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(200);
        frameUntil("gaps are measured", () -> feed.tracksProperty().get().stream().noneMatch(track -> Double.isNaN(track.gap())));
        try (LandscapeEngine engine = new LandscapeEngine(Site.of(session.experiment(), session.dataProperty().get()).orElseThrow()
                .terrain(), 1)) {
            for (Track track : feed.tracksProperty().get()) {
                double[] losses = engine.losses(List.of(track.parameters(),
                        feed.groundProperty().get().plane().at(track.points().x(track.head()),
                        track.points().y(track.head()))), Progress.NONE);
                assertThat(track.gap()).isEqualTo(losses[0] - losses[1], within(1e-6)).isNotZero();
            }
        }
    }

    @Test
    void afterGoingBackTheHeadsAreEarlierOnTheSamePathsAndTheSamePlane() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(200);
        Ground before = feed.groundProperty().get();
        session.race().seek(60);
        frameUntil("heads are at step 60", () -> headStep() == 60 && feed.states().values().stream().allMatch(state -> state.step() == 60));
        frame();
        assertThat(feed.groundProperty().get()).isSameAs(before);
        assertThat(feed.tracksProperty().get()).allSatisfy(track -> assertThat(track.head()).isLessThan(track.points().size() / 2));
    }

    @Test
    void twoParametersAreTheirOwnCoordinates() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(40);
        feed.choiceProperty().set(PlaneChoice.START.of(PlaneChoice.Kind.PAIR).across(5).up(9));
        frameUntil("the plane is found", () -> feed.groundProperty().get().choice().kind() == PlaneChoice.Kind.PAIR);
        frame();
        assertThat(feed.tracksProperty().get()).allSatisfy(track -> {
            assertThat(track.points().x(track.head())).isEqualTo(track.parameters()[5], within(1e-12));
            assertThat(track.points().y(track.head())).isEqualTo(track.parameters()[9], within(1e-12));
        });
        assertThat(feed.groundProperty().get().reference()).isIn("SGD", "Momentum", "RMSprop", "Adam");
    }

    @Test
    void otherRandomDirectionsAreAnotherPlane() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(8);
        Ground first = choose(PlaneChoice.START.of(PlaneChoice.Kind.RANDOM));
        choose(feed.choiceProperty().get().next());
        assertThat(feed.groundProperty().get().plane().span().u()).isNotEqualTo(first.plane().span().u());
        assertThat(first.region()).isEqualTo(Region.square(1));
    }

    private Ground choose(PlaneChoice choice) {
        feed.choiceProperty().set(choice);
        frameUntil("the plane is found", () -> feed.groundProperty().get() != null && feed.groundProperty().get().choice().equals(choice));
        return feed.groundProperty().get();
    }

    @Test
    void pathsAreNeverAboveTheHeightsOfAnotherPlane() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(40);
        List<Double> checked = new ArrayList<>();
        feed.tracksProperty().addListener((source, old, now) -> now.forEach(track -> {
            checked.add(feed.wholeProperty().get().x().low());
            double[] at = feed.groundProperty().get().plane().project(track.parameters());
            assertThat(track.points().x(track.head())).isEqualTo(at[0]);
            assertThat(feed.wholeProperty().get().x().low()).isEqualTo(feed.groundProperty().get().region().aLow());
        }));
        choose(PlaneChoice.START.of(PlaneChoice.Kind.PAIR).across(3));
        choose(PlaneChoice.START.of(PlaneChoice.Kind.RANDOM));
        choose(PlaneChoice.START);
        race(100);
        assertThat(checked.stream().distinct()).hasSizeGreaterThan(3);
    }

    @Test
    void everyPointsLossesAreMeasuredAndTheTrueOnesOutliveAnotherPlane() {
        open(Demo.experiment(""));
        feed.setActive(this, true);
        race(40);
        frameUntil("settled", feed::isSettled);
        List<Track> before = feed.tracksProperty().get();
        choose(PlaneChoice.START.of(PlaneChoice.Kind.PAIR));
        frameUntil("settled again", feed::isSettled);
        for (int i = 0; i < before.size(); i++) {
            Track now = feed.tracksProperty().get().get(i);
            assertThat(now.figures().steps()).containsExactly(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40);
            assertThat(now.figures().loss()).isEqualTo(before.get(i).figures().loss()).doesNotContain(Double.NaN);
            assertThat(now.figures().drawn()).isNotEqualTo(before.get(i).figures().drawn()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aSurfaceIsExactAndEveryStepIsOnThePath() {
        open(onSurface("quadratic", -3, 2));
        feed.setActive(this, true);
        race(30);
        assertThat(feed.groundProperty().get().exact()).isTrue();
        assertThat(feed.groundProperty().get().region()).isEqualTo(new Region(-4, 4, -4, 4));
        assertThat(feed.tracksProperty().get()).allSatisfy(track -> {
            assertThat(track.points().size()).isEqualTo(31);
            assertThat(track.points().x(0)).isEqualTo(-3);
            assertThat(track.points().y(0)).isEqualTo(2);
            assertThat(track.gap()).isZero();
        });
        assertThat(feed.wholeProperty().get().at(0, 0)).isLessThan(1e-9);
    }

    @Test
    void theRegionOfASurfaceHoldsAStartOutsideItsDomain() {
        open(onSurface("quadratic", 9, 1));
        feed.setActive(this, true);
        frameUntil("there is ground", () -> feed.groundProperty().get() != null);
        assertThat(feed.groundProperty().get().region().contains(9, 1)).isTrue();
    }

    @Test
    void aPartLookedAtIsMeasuredMoreFinely() {
        open(onSurface("rosenbrock", -1.5, 2));
        feed.setActive(this, true);
        frameUntil("there are heights", () -> feed.wholeProperty().get() != null);
        feed.look(new Region(0.9, 1.1, 0.9, 1.1));
        frame();
        assertThat(feed.nearProperty().get().x().low()).isEqualTo(0.9);
        assertThat(feed.nearProperty().get().at(1, 1)).isLessThan(1e-6);
        feed.look(null);
        assertThat(feed.nearProperty().get()).isNull();
    }

    @Test
    void withNobodyLookingNothingIsMeasured() {
        open(onSurface("quadratic", -3, 2));
        for (int i = 0; i < 20; i++) {
            frame();
        }
        assertThat(feed.groundProperty().get()).isNull();
        assertThat(feed.scope()).isNull();
    }

    @Test
    void anotherSurfaceIsAnotherLandscape() {
        open(onSurface("quadratic", -3, 2));
        feed.setActive(this, true);
        frameUntil("there are heights", () -> feed.wholeProperty().get() != null);
        session.edit(document -> document.withProblem(new Problem.Surface("x^2 + y^4", 1, 1)));
        frameUntil("the other surface is measured", () -> feed.surfaceProperty().get().formula().equals("x^2 + y^4")
                && feed.wholeProperty().get() != null
                && !feed.tracksProperty().get().isEmpty() && feed.tracksProperty().get().get(0).points().x(0) == 1);
        assertThat(feed.wholeProperty().get().at(0, 2.5)).isEqualTo(39.0625, within(0.1));
    }
}
