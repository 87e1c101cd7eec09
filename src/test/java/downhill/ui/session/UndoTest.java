package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.RandomEdits;
import downhill.race.document.Revision;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything done to the document is undone and done again. */
class UndoTest extends UndoneSession {
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
}
