package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The race follows what is undone and done again in its document. */
class UndoRaceTest extends UndoneSession {
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
