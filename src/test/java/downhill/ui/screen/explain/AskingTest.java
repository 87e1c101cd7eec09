package downhill.ui.screen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.session.Feed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Beside a race an explanation rests nearly all the time; where the race rests, the newest question is answered. */
class AskingTest {
    private static final long MILLI = 1_000_000;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private long now = 1000 * MILLI;
    private final Feed feed = new Feed(waiting::add, () -> now);
    private Supplier<Boolean> cancelled = () -> false;
    private final Asking<String, String> asking = new Asking<>(feed, "made up", new Engines(), question -> question,
            (question, engines, progress) -> {
                asked.add(question);
                cancelled = progress::cancelled;
                now += 10 * MILLI;
                return "answer to " + question;
            });

    private void look() {
        feed.watch(this, true);
        asking.watch(this, true);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
        feed.frame();
    }

    @Test
    void nothingIsWorkedOutWhileNobodyLooks() {
        asking.frame("a", false);
        assertThat(waiting).isEmpty();
        look();
        asking.frame("a", false);
        work();
        assertThat(asking.answer()).isEqualTo("answer to a");
        asking.watch(this, false);
        asking.frame("b", false);
        assertThat(waiting).isEmpty();
    }

    @Test
    void besideARaceItRestsFarLongerThanItWorked() {
        look();
        asking.frame("a", true);
        work();
        now += 800 * MILLI;
        asking.frame("b", true);
        assertThat(waiting).as("80 times as long as the work").isEmpty();
        now += 200 * MILLI;
        asking.frame("c", true);
        work();
        assertThat(asked).containsExactly("a", "c");
    }

    @Test
    void whereTheRaceRestsTheNewestQuestionTakesThePlaceOfOneThatTakesLong() {
        look();
        asking.frame("a", false);
        asking.frame("b", false);
        assertThat(waiting).as("what has hardly begun is let finish").hasSize(1);
        now += 200 * MILLI;
        asking.frame("c", false);
        work();
        assertThat(asking.answer()).isEqualTo("answer to c");
        assertThat(asked).as("what was given up is not begun").containsExactly("c");
        assertThat(cancelled.get()).isFalse();
    }

    @Test
    void whatAPersonStopsIsNotBegunAgainBeforeHeSaysSoOrAsksForSomethingElse() {
        look();
        asking.frame("a", false);
        now += 700 * MILLI;
        assertThat(asking.isLong()).isTrue();
        asking.stop();
        assertThat(asking.isLong()).isFalse();
        work();
        asking.frame("a", false);
        assertThat(asking.isStopped()).isTrue();
        assertThat(waiting).isEmpty();
        asking.frame("b", false);
        work();
        asking.frame("a", false);
        assertThat(asking.answer()).isEqualTo("answer to b");
        asking.again();
        asking.frame("a", false);
        work();
        assertThat(asking.answer()).isEqualTo("answer to a");
        assertThat(asked).containsExactly("b", "a");
    }
}
