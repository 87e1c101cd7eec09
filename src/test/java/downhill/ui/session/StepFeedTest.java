package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import downhill.analysis.step.SpreadHistory;
import downhill.engine.Threads;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Steps taken apart beside a real race, without a window: frames are called by the test. */
class StepFeedTest {
    private static final Rule OWN = RuleParser.parse(RuleLibrary.builtIn().byId("sgd").orElseThrow().text()
            .replaceFirst("(?m)^id:.*$", "id: my-rule"));
    private static final RuleLibrary ALL = RuleLibrary.builtIn().with(OWN);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("step-test"));
    private final AtomicLong clock = new AtomicLong();
    private Session session;
    private StepFeed feed;

    /** A race whose contender's rule is known to the race, and to those who take steps apart where {@code known} has it. */
    private void open(RuleLibrary known) {
        open(known, Demo.experiment(""));
        frameUntil("the race has stepped", () -> session.snapshotProperty().get().step() == 40
                && session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private void open(RuleLibrary known, Experiment document) {
        session = new Session(RaceOpener.of(ALL, RaceOptions.alone().withThreads(1)), FxExecutor.immediate(), known);
        feed = new StepFeed(session, session.selection().contenderProperty(), new Feed(thread, clock::get));
        session.open(document.withContenders(List.of(ContenderSpec.of("c1", "Mine", "my-rule", Map.of("learningRate", 0.05), 0))),
                null, null);
        feed.watch(this, true);
        session.race().step(40);
    }

    @AfterEach
    void close() {
        feed.close();
        thread.shutdown();
        session.close();
    }

    /** Its last step would be the one before its birth. */
    @Test
    void whatBranchesOffWhereTheRaceEndsHasNoStepAndNobodyAsksForIt() {
        Experiment demo = Demo.experiment("");
        open(ALL, demo.withTraining(demo.training().withSteps(40)));
        frameUntil("the race has ended", () -> session.snapshotProperty().get().state() == RaceState.ENDED);
        List<ILoggingEvent> logged = logged(() -> {
            session.edit(document -> document.withContenders(List.of(document.contenders().get(0), document.contenders().get(0)
                    .copy("c2", "Branch", 1, new ContenderSpec.Fork("c1", 40, Map.of())))));
            session.selection().contenderProperty().set("c2");
            frameUntil("the branch has ended", () -> Snapshots.of(session.snapshotProperty().get(), "c2")
                    .filter(one -> one.outcome().ended()).isPresent());
            frameUntil("it is told", () -> !feed.problemProperty().get().isEmpty());
        });
        assertThat(feed.problemProperty().get()).isEqualTo(Messages.text("fit.stepless", "40"));
        assertThat(feed.recordProperty().get()).isNull();
        assertThat(logged).isEmpty();
    }

    private static List<ILoggingEvent> logged(Runnable work) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(Line.class);
        appender.start();
        log.addAppender(appender);
        try {
            work.run();
        } finally {
            log.detachAppender(appender);
        }
        return appender.list;
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

    @Test
    void whatCannotBeAnsweredIsAskedAgainAndThenTold() {
        open(RuleLibrary.builtIn());
        frameUntil("it is told", () -> !feed.problemProperty().get().isEmpty());
        assertThat(feed.problemProperty().get()).contains("my-rule");
        assertThat(feed.recordProperty().get()).isNull();
    }

    @Test
    void histogramsThatCannotBeCountedAreToldToo() {
        open(RuleLibrary.builtIn());
        feed.history(10, counted -> {
            throw new AssertionError("there is nothing to count");
        });
        frameUntil("it is told", () -> !feed.problemProperty().get().isEmpty());
    }

    @Test
    void aContenderThatCanBeTakenApartHasNoProblem() {
        open(ALL);
        AtomicReference<SpreadHistory> spread = new AtomicReference<>();
        feed.history(10, spread::set);
        frameUntil("there is a step and a history", () -> feed.recordProperty().get() != null && feed.recordProperty().get().step() == 40
                && spread.get() != null);
        assertThat(spread.get().steps()).hasSize(10).startsWith(0).endsWith(40);
        assertThat(feed.problemProperty().get()).isEmpty();
    }

    @Test
    void stepsDoneAreDoneAgainOneByOne() {
        open(ALL);
        Reel reel = feed.reel().orElseThrow();
        assertThat(reel.first()).isZero();
        assertThat(reel.last()).isEqualTo(39);
        for (long step : new long[] {0, 17, 39}) {
            assertThat(reel.at().apply(step).step()).isEqualTo(step);
            double[] before = session.race().racing().parametersAt("c1", step).join();
            assertThat(reel.at().apply(step).before()).isEqualTo(before);
        }
    }
}
