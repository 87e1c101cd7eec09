package downhill.ui.screen.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a picture that come in turn; the test says how long each takes. */
class TurnsTest {
    private static final long MILLI = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private long now;
    private final Turns turns = new Turns(() -> now);

    private Runnable part(String name, long millis) {
        return () -> {
            done.add(name);
            now += millis * MILLI;
        };
    }

    @Test
    void whatIsLongIsDoneFrameByFrameAndWhatIsShortTogether() {
        Runnable first = part("first", 3);
        turns.ask(first);
        turns.ask(part("second", 0));
        turns.ask(part("third", 5));
        turns.ask(first);
        turns.frame();
        assertThat(done).containsExactly("first");
        turns.frame();
        assertThat(done).containsExactly("first", "second", "third");
        turns.ask(first);
        turns.frame();
        assertThat(done).as("it rests").hasSize(3);
        now += Turns.REST_NANOS;
        turns.frame();
        turns.frame();
        assertThat(done).endsWith("third", "first").hasSize(4);
    }

    /** However many asks there are, everybody's turn comes. */
    @Test
    void whoAsksAgainAndAgainKeepsItsPlaceAndHidesNobody() {
        Runnable eager = part("eager", 2);
        Runnable other = part("other", 2);
        for (int frame = 0; frame < 6; frame++) {
            turns.ask(eager);
            turns.ask(other);
            turns.frame();
            now += Turns.REST_NANOS / 2;
        }
        assertThat(done).containsExactly("eager", "other", "eager", "other", "eager", "other");
    }

    @Test
    void whatIsDoneAtOnceWaitsNoMoreAndNothingIsDoneOnceItIsOver() {
        Runnable part = part("part", 0);
        turns.ask(part);
        turns.now(part);
        turns.frame();
        assertThat(done).containsExactly("part");
        now += Turns.REST_NANOS;
        turns.ask(part);
        turns.clear();
        turns.frame();
        assertThat(done).hasSize(1);
    }
}
