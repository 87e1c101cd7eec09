package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.curvature.Edge;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.Stability;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.Threads;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.fx.FxExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gauges beside a real race, without a window: frames are called by the test. */
public class CurvatureFeedTest {
    private static final RuleLibrary RULES = RuleLibrary.complete();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("curvature-test"));
    private final AtomicLong clock = new AtomicLong();
    private Session session;
    private CurvatureFeed feed;

    public static Experiment cubic(long steps, ContenderSpec... contenders) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(10, 10), Activation.TANH), Loss.MSE, Initializer.DEFAULT, 0);
        Problem problem = new Problem.Learning(SampleData.of("cubic").spec().withScaling(Scaling.NONE).withSplit(SplitSpec.DEFAULT.withRatio(0)),
                model);
        return new Experiment("edge", problem, TrainingSpec.of(steps, 0), List.of(contenders), 1, Precision.DOUBLE);
    }

    public static ContenderSpec contender(String rule, double rate, int style) {
        return ContenderSpec.of(rule, rule, rule, Map.of("learningRate", rate), style);
    }

    private void open(Experiment experiment) {
        session = new Session(RaceOpener.of(RULES, RaceOptions.alone().withThreads(1)), FxExecutor.immediate(), RULES);
        feed = new CurvatureFeed(session, new Feed(thread, clock::get));
        session.open(experiment, null, null);
        session.race().speedProperty().set(Double.POSITIVE_INFINITY);
    }

    @AfterEach
    void close() {
        feed.close();
        thread.shutdown();
        session.close();
    }

    private void frameUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            session.poll();
            feed.frame();
        }
    }

    private boolean isAt(RaceState state) {
        return session.snapshotProperty().get().state() == state;
    }

    @Test
    void gaugesOfDescentRmspropAndAdamSettleAtTheEdgeAndARuleBySignsHasNone() {
        open(cubic(6000, contender("gradient-descent", 0.2, 0), contender("rmsprop", 0.0005, 1), contender("adam", 0.001, 2),
                contender("lion", 0.001, 3)));
        feed.watch(this, true);
        feed.draw(CurvatureMeasure.SHARPNESS);
        session.race().step(6000);
        frameUntil("it has ended and everything is measured", () -> isAt(RaceState.ENDED) && feed.isSettled());
        for (String name : List.of("gradient-descent", "rmsprop", "adam")) {
            List<Stability> course = feed.course(name);
            List<Stability> last = course.subList(course.size() - 5, course.size());
            assertThat(last.stream().mapToDouble(Stability::gauge).average().orElse(0)).as(name).isCloseTo(1, within(0.1));
            assertThat(Edge.of(course.stream().map(Stability::gauge).toList())).as(name).isEqualTo(Edge.EDGE);
            assertThat(course.get(0).step()).isZero();
        }
        assertThat(feed.course("gradient-descent").get(0).gauge()).as("descent begins below").isLessThan(0.9);
        assertThat(feed.course("adam").get(0).gauge()).as("nothing remembered yet").isNaN();
        assertThat(feed.course("lion").get(0).gauge()).isNaN();
        assertThat(feed.course("lion").get(0).sharpness()).isPositive();
        assertThat(feed.course("lion").get(0).measures().noise()).as("what is not drawn is not measured").isNaN();
        assertThat(feed.until("adam", 6000)).as("the gauge is measured with it").hasSameSizeAs(feed.course("adam"));
    }

    /** Where they stand: spectra of everybody shown, and the ways between two; nothing of that before it is wanted. */
    @Test
    void whatIsLookedAtWhereTheyStandFollowsTheTimeLine() {
        open(cubic(200, contender("gradient-descent", 0.1, 0), contender("adam", 0.01, 1)));
        feed.watch(this, true);
        session.race().step(200);
        frameUntil("it has ended", () -> isAt(RaceState.ENDED) && feed.isSettled());
        assertThat(feed.still().spectra()).isEmpty();
        feed.still().look(CurvatureStill.View.SPECTRUM);
        frameUntil("the spectra", feed::isSettled);
        double last = feed.still().spectra().get("adam").values()[0];
        assertThat(feed.still().spectra().keySet()).containsExactly("gradient-descent", "adam");
        feed.still().ends("gradient-descent", "adam");
        feed.still().look(CurvatureStill.View.WAYS);
        frameUntil("the ways", feed::isSettled);
        assertThat(feed.still().ways().curved().losses()[0]).isEqualTo(feed.still().ways().straight().losses()[0]);
        feed.still().look(CurvatureStill.View.SPECTRUM);
        session.race().seek(20);
        frameUntil("it is back", () -> session.snapshotProperty().get().step() == 20 && feed.isSettled());
        assertThat(feed.still().spectra().get("adam").values()[0]).isNotEqualTo(last);
    }

    @Test
    void nothingIsMeasuredUnlessSomebodyLooksAndThenTheStepLookedAtComesFirst() {
        open(cubic(400, contender("gradient-descent", 0.1, 0)));
        session.race().step(300);
        frameUntil("it has stepped", () -> session.snapshotProperty().get().step() == 300 && isAt(RaceState.PAUSED));
        assertThat(feed.course("gradient-descent")).isEmpty();
        session.race().seek(77);
        frameUntil("it is back", () -> session.snapshotProperty().get().step() == 77 && isAt(RaceState.PAUSED));
        feed.watch(this, true);
        frameUntil("one is there", () -> !feed.course("gradient-descent").isEmpty());
        assertThat(feed.course("gradient-descent").get(0).step()).isEqualTo(77);
    }

    @Test
    void aRateChangedByHandForgetsWhatComesAfterItAndKeepsWhatWasBefore() {
        open(cubic(400, contender("gradient-descent", 0.1, 0)));
        feed.watch(this, true);
        feed.draw(CurvatureMeasure.SHARPNESS);
        session.race().step(200);
        frameUntil("all is measured", () -> session.snapshotProperty().get().step() == 200 && isAt(RaceState.PAUSED) && feed.isSettled());
        int before = feed.until("gradient-descent", 99).size();
        session.race().seek(100);
        frameUntil("it is back", () -> session.snapshotProperty().get().step() == 100 && isAt(RaceState.PAUSED));
        session.changeHyperparameter("gradient-descent", "learningRate", 0.3);
        session.race().step(100);
        frameUntil("it goes on", () -> session.snapshotProperty().get().step() == 200 && isAt(RaceState.PAUSED));
        assertThat(feed.until("gradient-descent", 99)).hasSizeGreaterThanOrEqualTo(before);
        frameUntil("all is measured again", feed::isSettled);
        List<Stability> course = feed.course("gradient-descent");
        Stability last = course.get(course.size() - 1);
        assertThat(last.gauge() / last.sharpness()).as("2/η is that of the new rate").isCloseTo(0.3 / 2, within(0.01));
    }

    @Test
    void whoDivergesIsMeasuredUpToItsEndAndWasBeyondTheEdgeBefore() {
        open(cubic(2000, contender("gradient-descent", 0.4, 0)));
        feed.watch(this, true);
        session.race().step(2000);
        frameUntil("it has ended and everything is measured", () -> isAt(RaceState.ENDED) && feed.isSettled());
        List<Stability> course = feed.course("gradient-descent");
        long end = Snapshots.of(session.snapshotProperty().get(), "gradient-descent").orElseThrow().outcomeStep();
        assertThat(course.stream().filter(at -> at.gauge() > 1.1 && at.step() < end - 20)).isNotEmpty();
    }

    /** What was begun for somebody who no longer looks, or for another measure, is given up, and is asked again where it is wanted. */
    @Test
    void whatNobodyLooksAtAnyLongerIsGivenUp() {
        open(cubic(40, contender("gradient-descent", 0.1, 0), contender("adam", 0.01, 1)));
        session.race().step(40);
        frameUntil("it has ended", () -> isAt(RaceState.ENDED));
        List<Runnable> given = List.of(() -> feed.watch(this, false), () -> feed.draw(CurvatureMeasure.NOISE),
                () -> feed.draw(CurvatureMeasure.GAUGE));
        for (Runnable giveUp : given) {
            feed.watch(this, true);
            CountDownLatch held = new CountDownLatch(1);
            thread.execute(() -> awaitQuietly(held));
            frameUntil("something is under way", feed::isBusy);
            giveUp.run();
            assertThat(feed.isBusy()).isFalse();
            held.countDown();
            CompletableFuture.runAsync(() -> { }, thread).join();
            feed.frame();
            assertThat(feed.until("gradient-descent", 40)).isEmpty();
        }
        feed.still().look(CurvatureStill.View.SPECTRUM);
        frameUntil("all is measured", feed::isSettled);
        feed.still().ends("gradient-descent", "adam");
        feed.still().look(CurvatureStill.View.WAYS);
        CountDownLatch held = new CountDownLatch(1);
        thread.execute(() -> awaitQuietly(held));
        frameUntil("the ways are under way", () -> feed.still().isBusy());
        feed.still().ends("adam", "gradient-descent");
        assertThat(feed.still().isBusy()).isFalse();
        held.countDown();
        frameUntil("the other ways", feed::isSettled);
        assertThat(feed.still().ways()).isNotNull();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aLargeModelIsMeasuredForWhoeverFollowsItAndNotAtAGlance() {
        Experiment small = cubic(50, contender("sgd", 0.1, 0));
        ModelSpec large = new ModelSpec(new Architecture.Mlp(List.of(150, 150), Activation.TANH), Loss.MSE, Initializer.DEFAULT, 0);
        open(small.withProblem(new Problem.Learning(((Problem.Learning) small.problem()).data(), large)));
        session.selection().contenderProperty().set("sgd");
        feed.glance(this, true);
        frameUntil("the race is there", () -> session.race().isOpen() && !Snapshots.isRunning(session.snapshotProperty().get()));
        session.race().step(3);
        frameUntil("it has stepped", () -> session.snapshotProperty().get().step() == 3
                && !Snapshots.isRunning(session.snapshotProperty().get()));
        for (int frame = 0; frame < 20; frame++) {
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            feed.frame();
            CompletableFuture.runAsync(() -> { }, thread).join();
        }
        assertThat(feed.until("sgd", 3)).isEmpty();
        feed.watch(this, true);
        frameUntil("who follows it has it measured", () -> !feed.until("sgd", 3).isEmpty());
    }
}
