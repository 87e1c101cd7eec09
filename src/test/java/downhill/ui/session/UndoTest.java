package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.RandomEdits;
import downhill.race.document.Revision;
import downhill.ui.fx.FxExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything done to the document is undone and done again, and the race follows. */
class UndoTest {
    private static final String RATE = "learningRate";

    private final List<MadeUpRace> races = new ArrayList<>();
    private Session session;

    private void overMadeUpRaces() {
        session = new Session((experiment, prepared, from) -> {
            races.add(new MadeUpRace(experiment));
            return races.get(races.size() - 1);
        }, FxExecutor.immediate(), RuleLibrary.builtIn());
        session.open(Demo.experiment("Demo"), null, null);
        session.poll();
    }

    private void overTheEngine() {
        session = new Session(RaceOpener.of(RuleLibrary.builtIn(), RaceOptions.besideWindow()), FxExecutor.immediate(),
                RuleLibrary.builtIn());
        session.open(Demo.experiment("Demo"), null, null);
        await(() -> session.race().isOpen());
    }

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
    }

    /** Polls as a window does. */
    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        session.poll();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.yield();
            session.poll();
        }
    }

    private void goOn(int steps, long to) {
        session.race().step(steps);
        settle(to);
    }

    /** The race has done all that was asked of it and stands at a step. */
    private void settle(long step) {
        await(() -> session.race().isOpen());
        session.race().racing().states().join();
        await(() -> stands(step));
    }

    private boolean stands(long step) {
        return session.race().isOpen() && session.snapshotProperty().get().step() == step
                && session.snapshotProperty().get().contenders().stream().allMatch(one -> one.step() == step);
    }

    private double[] losses(String contender) {
        return session.race().racing().curve(contender, Racing.Quantity.TRAINING_LOSS, 1 << 20).y();
    }

    private ContenderSpec contender(String id) {
        return session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void undoingAllGivesTheFirstDocumentAndDoingAllAgainTheLast(long seed) {
        overMadeUpRaces();
        Experiment first = session.experiment();
        RandomEdits edits = new RandomEdits(seed);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(4) == 0) {
                session.race().step(5);
                session.poll();
                session.changeHyperparameter(session.experiment().contenders().get(0).id(), RATE, 0.01 * (1 + random.nextInt(50)));
            } else if (random.nextInt(6) == 0) {
                session.undo();
            } else {
                session.edit(edits::edit);
            }
            session.poll();
        }
        Experiment last = session.experiment();
        List<Revision> log = session.history().log();
        assertThat(replayed(first, log)).as("the log repeats it").isEqualTo(last);
        while (session.history().toUndo() != null) {
            session.undo();
            session.poll();
        }
        assertThat(session.experiment()).isEqualTo(first);
        assertThat(session.dirtyProperty().get()).as("it is as it was opened").isFalse();
        for (int i = 0; i < log.size(); i++) {
            session.redo();
            session.poll();
            assertThat(session.experiment()).isEqualTo(replayed(first, log.subList(0, i + 1)));
        }
        assertThat(session.experiment()).isEqualTo(last);
        assertThat(session.history().log()).isEqualTo(log);
    }

    private static Experiment replayed(Experiment first, List<Revision> log) {
        Experiment now = first;
        for (Revision revision : log) {
            now = revision.in(now);
        }
        return now;
    }

    @Test
    void anotherChangeForgetsWhatWasUndone() {
        overMadeUpRaces();
        session.edit(document -> document.withTitle("A"));
        session.undo();
        session.edit(document -> document.withTitle("B"));
        assertThat(session.history().toRedo()).isNull();
        session.redo();
        assertThat(session.experiment().title()).isEqualTo("B");
    }

    @Test
    void aNumberDrawnAlongASliderIsOneDeedAndAfterAWhileAnotherOne() {
        AtomicLong time = new AtomicLong();
        History history = new History(time::get);
        Experiment now = Demo.experiment("Demo");
        for (double rate : new double[] {0.1, 0.2, 0.3}) {
            now = changed(history, now, "c1", rate, null);
        }
        assertThat(history.log()).hasSize(1);
        time.set(History.ONE_DEED_NANOS);
        now = changed(history, now, "c1", 0.4, null);
        assertThat(history.log()).hasSize(2);
        now = changed(history, now, "c2", 0.4, null);
        assertThat(history.log()).as("another contender's").hasSize(3);
        assertThat(history.undo(null).revision().back().in(now)).isNotEqualTo(now);
        changed(history, now, "c2", 0.5, null);
        assertThat(history.log()).as("nothing goes on with what was undone").hasSize(3);
    }

    private static Experiment changed(History history, Experiment was, String id, double rate, Object race) {
        Experiment now = Edits.contender(was, id, one -> Edits.withHyperparameter(one, RATE, rate));
        history.did(new Document.Edit(was, Revision.between(was, now), now), null);
        return now;
    }

    @Test
    void aRateChangedInTheMiddleOfARaceIsUndoneThereAndTheRaceGoesOnWhereItStands() {
        overTheEngine();
        goOn(60, 60);
        double[] before = losses("c1");
        session.changeHyperparameter("c1", RATE, 0.5);
        await(() -> !contender("c1").changes().isEmpty());
        goOn(40, 100);
        double[] changed = losses("c1");
        double[] others = losses("c2");
        session.undo();
        assertThat(contender("c1").changes()).isEmpty();
        settle(100);
        double[] undone = losses("c1");
        assertThat(undone).startsWith(before).hasSameSizeAs(changed).isNotEqualTo(changed);
        assertThat(losses("c2")).isEqualTo(others);
        session.redo();
        settle(100);
        assertThat(losses("c1")).as("bit for bit").isEqualTo(changed);
        session.undo();
        settle(100);
        assertThat(losses("c1")).isEqualTo(undone);
    }

    @Test
    void aNumberChangedByHandRightBeforeTheRaceIsReplacedIsNotLost() {
        overTheEngine();
        goOn(60, 60);
        session.changeHyperparameter("c1", RATE, 0.5);
        session.edit(document -> document.withTraining(document.training().withSteps(document.training().steps() + 100)));
        settle(60);
        assertThat(contender("c1").changes()).as("the race goes on with a longer budget").hasSize(1);
        session.changeHyperparameter("c2", RATE, 0.25);
        session.edit(document -> document.withSeed(9));
        await(() -> !contender("c2").changes().isEmpty());
        assertThat(contender("c2").changes().get(0).step()).isEqualTo(60);
        assertThat(session.experiment().seed()).isEqualTo(9);
    }

    @Test
    void aChangeThatBeganTheRaceAnewIsUndoneWithTheRaceThatItReplaced() {
        overTheEngine();
        goOn(80, 80);
        double[] course = losses("c1");
        session.edit(document -> document.withTraining(document.training().withBatchSize(4)));
        goOn(30, 30);
        double[] other = losses("c1");
        session.undo();
        settle(80);
        assertThat(losses("c1")).as("it stands where it stood").isEqualTo(course);
        session.redo();
        settle(30);
        assertThat(losses("c1")).isEqualTo(other);
    }

    @Test
    void beginningAgainIsUndoneWithTheCoursesAsTheyWere() {
        overTheEngine();
        goOn(60, 60);
        session.changeHyperparameter("c1", RATE, 0.5);
        goOn(40, 100);
        Experiment before = session.experiment();
        double[] course = losses("c1");
        session.end().reset();
        await(() -> stands(0));
        assertThat(contender("c1").changes()).isEmpty();
        assertThat(session.history().toUndo().restarts()).isTrue();
        Experiment after = session.experiment();
        goOn(30, 30);
        double[] other = losses("c1");
        session.undo();
        settle(100);
        assertThat(session.experiment()).isEqualTo(before);
        assertThat(losses("c1")).isEqualTo(course);
        session.redo();
        settle(30);
        assertThat(session.experiment()).isEqualTo(after);
        assertThat(losses("c1")).isEqualTo(other);
    }

    /** The document is the same before and after; what is undone is what became of the race. */
    @Test
    void beginningAgainIsUndoneAlsoWhereNoNumberWasChanged() {
        overTheEngine();
        session.end().reset();
        goOn(50, 50);
        double[] course = losses("c2");
        session.end().reset();
        session.end().reset();
        await(() -> stands(0));
        assertThat(session.history().log()).as("nothing was lost by the others").hasSize(1);
        session.undo();
        settle(50);
        assertThat(losses("c2")).isEqualTo(course);
        session.redo();
        settle(0);
        assertThat(losses("c2")).isEmpty();
        assertThat(session.history().toRedo()).isNull();
    }

    @Test
    void whichRaceIsNoLongerKeptIsKnownBefore() {
        overTheEngine();
        for (int i = 0; i <= History.RACES; i++) {
            goOn(20, 20);
            session.end().reset();
            await(() -> stands(0));
        }
        for (int i = 0; i < History.RACES; i++) {
            assertThat(session.history().bringsBack()).isTrue();
            assertThat(session.history().lacksBefore()).isFalse();
            session.undo();
            settle(20);
        }
        assertThat(session.history().bringsBack()).isFalse();
        assertThat(session.history().lacksBefore()).isTrue();
        session.undo();
        settle(20);
    }

    @Test
    void aContenderThatWasRemovedIsThereAgainAfterTheRaceWasReplacedAndBroughtBack() {
        overTheEngine();
        goOn(50, 50);
        double[] course = losses("c2");
        session.edit(document -> document.withContenders(document.contenders().stream().filter(one -> !one.id().equals("c2")).toList()));
        settle(50);
        session.edit(document -> document.withSeed(9));
        goOn(10, 10);
        session.undo();
        settle(50);
        assertThat(session.beginners(session.history().toUndo().back().in(session.experiment()))).isEmpty();
        session.undo();
        settle(50);
        assertThat(losses("c2")).isEqualTo(course);
    }

    @Test
    void aContenderThatWasRemovedComesBackAndCatchesUp() {
        overTheEngine();
        goOn(50, 50);
        double[] course = losses("c2");
        session.edit(document -> document.withContenders(document.contenders().stream().filter(one -> !one.id().equals("c2")).toList()));
        settle(50);
        session.undo();
        settle(50);
        assertThat(losses("c2")).isEqualTo(course);
    }

    @Test
    void finishedWorkIsNotReplacedByUndoingWithoutAQuestion() {
        overMadeUpRaces();
        session.edit(document -> document.withSeed(8));
        session.race().start();
        session.poll();
        session.race().step(100_000);
        session.poll();
        assertThat(session.end().isReached()).isTrue();
        List<Runnable> asked = new ArrayList<>();
        session.end().setGuard(asked::add);
        Experiment now = session.experiment();
        session.undo();
        assertThat(asked).hasSize(1);
        assertThat(session.experiment()).isEqualTo(now);
        asked.get(0).run();
        assertThat(session.experiment()).isNotEqualTo(now);
    }
}
