package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataException;
import downhill.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What computes beside the race, without a race and without a window: work is done when the test says so, and the clock is the test's. */
class FeedTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private long clock = 5 * SECOND;
    private final Feed feed = new Feed(background::add, () -> clock);
    private final Line line = feed.line("test");

    private void work() {
        for (Runnable one = background.poll(); one != null; one = background.poll()) {
            one.run();
        }
    }

    private void offer(Object key, long pace, String answer) {
        feed.frame();
        if (line.wants(key, pace)) {
            line.<String>ask(key, task -> answer, shown::add);
        }
    }

    private void fail(Object key, RuntimeException failure) {
        feed.frame();
        if (line.wants(key, 0)) {
            line.<String>ask(key, task -> {
                throw failure;
            }, shown::add);
        }
        work();
        feed.frame();
    }

    @Test
    void withNobodyLookingNothingIsWanted() {
        offer(1, 0, "one");
        assertThat(background).isEmpty();
        feed.watch("a", true);
        feed.watch("b", true);
        feed.watch("a", false);
        offer(1, 0, "one");
        assertThat(background).as("b still looks").hasSize(1);
        feed.watch("b", false);
        work();
        offer(2, 0, "two");
        assertThat(background).isEmpty();
        assertThat(feed.watch("b", false)).as("no news").isFalse();
    }

    @Test
    void anAnswerWaitsForTheNextFrameAndIsNotAskedForAgain() {
        feed.watch(this, true);
        offer(1, 0, "one");
        work();
        assertThat(shown).as("no worker calls the window").isEmpty();
        assertThat(line.isBusy()).isTrue();
        feed.frame();
        assertThat(shown).containsExactly("one");
        assertThat(line.isAnswered(1)).isTrue();
        offer(1, 0, "one again");
        assertThat(background).isEmpty();
    }

    @Test
    void ofTwoQuestionsOnlyTheNewerIsAnswered() {
        feed.watch(this, true);
        List<Boolean> cancelled = new ArrayList<>();
        line.<String>ask(1, task -> {
            line.<String>ask(2, other -> "two", shown::add); // while it is worked on
            cancelled.add(task.isCancelled());
            return "one";
        }, shown::add);
        work();
        feed.frame();
        assertThat(shown).containsExactly("two");
        assertThat(cancelled).containsExactly(true);
    }

    @Test
    void whatIsForgottenIsNotAnsweredAndMayBeAskedAgain() {
        feed.watch(this, true);
        offer(1, 0, "one");
        work();
        feed.forget();
        feed.frame();
        assertThat(shown).isEmpty();
        offer(1, 0, "one");
        work();
        feed.frame();
        feed.forget();
        offer(1, 0, "one more");
        assertThat(background).as("another subject may have the same key").hasSize(1);
    }

    @Test
    void aPaceIsKeptBetweenQuestionsAndLastsAsLongAsTheWorkTimesItsRest() {
        feed.watch(this, true);
        line.resting(20);
        feed.frame();
        line.<String>ask(0, task -> {
            clock += SECOND;
            return "slow";
        }, shown::add);
        work();
        feed.frame();
        clock += 19 * SECOND;
        offer(1, 2 * SECOND, "early");
        assertThat(background).isEmpty();
        offer(1, 0, "hurried");
        assertThat(background).as("without a pace there is no rest").hasSize(1);
        work();
        feed.frame();
        clock += 2 * SECOND - 1;
        offer(2, 2 * SECOND, "early");
        assertThat(background).isEmpty();
        clock += 1;
        offer(2, 2 * SECOND, "in time");
        assertThat(background).hasSize(1);
    }

    @Test
    void aFailureIsToldWhenItHasFailedThriceAndTakenBackWhenItHasNot() {
        feed.watch(this, true);
        for (int i = 0; i < 3; i++) {
            assertThat(feed.problemProperty().get()).isEmpty();
            clock += SECOND;
            fail(1, new DataException(Said.plain("The disk is full.")));
        }
        assertThat(feed.problemProperty().get()).isEqualTo("The disk is full.");
        clock += SECOND;
        offer(1, 0, "one");
        assertThat(background).as("the same is not tried at once").isEmpty();
        clock += 10 * SECOND;
        offer(1, 0, "one");
        work();
        feed.frame();
        assertThat(shown).containsExactly("one");
        assertThat(feed.problemProperty().get()).isEmpty();
    }

    @Test
    void anotherQuestionAfterAFailureThatWasToldIsAskedSoon() {
        feed.watch(this, true);
        for (int i = 0; i < 3; i++) {
            clock += SECOND;
            fail(1, new DataException(Said.plain("no")));
        }
        clock += SECOND;
        offer(2, 0, "two");
        assertThat(background).hasSize(1);
    }

    @Test
    void theProblemOfOneLineIsNotTakenBackByAnother() {
        feed.watch(this, true);
        for (int i = 0; i < 3; i++) {
            clock += SECOND;
            fail(1, new DataException(Said.plain("no")));
        }
        feed.line("other").<String>ask(1, task -> "fine", shown::add);
        work();
        feed.frame();
        assertThat(shown).containsExactly("fine");
        assertThat(feed.problemProperty().get()).isEqualTo("no");
        line.forget();
        assertThat(feed.problemProperty().get()).isEmpty();
    }

    @Test
    void anErrorIsAFailureToo() {
        feed.watch(this, true);
        for (int i = 0; i < 3; i++) {
            clock += SECOND;
            feed.frame();
            line.<String>ask(1, task -> {
                throw new OutOfMemoryError("heap");
            }, shown::add);
            try {
                work();
            } catch (OutOfMemoryError expected) {
                assertThat(expected).hasMessage("heap");
            }
            feed.frame();
        }
        assertThat(feed.problemProperty().get()).isNotEmpty();
        assertThat(line.isBusy()).isFalse();
    }

    @Test
    void workThatBeginsWithTheRaceWaitsForItOnNoThread() {
        feed.watch(this, true);
        CompletableFuture<Integer> race = new CompletableFuture<>();
        line.<Integer, String>ask(1, race, (step, task) -> "step " + step, shown::add);
        feed.frame();
        assertThat(background).isEmpty();
        assertThat(line.isBusy()).isTrue();
        race.complete(40);
        assertThat(background).as("the race's thread does nothing for it").isEmpty();
        feed.frame();
        work();
        feed.frame();
        assertThat(shown).containsExactly("step 40");
    }

    @Test
    void aRaceThatWasClosedOwesNoAnswer() {
        feed.watch(this, true);
        for (int i = 0; i < 5; i++) {
            clock += SECOND;
            CompletableFuture<String> race = new CompletableFuture<>();
            line.ask(1, race, shown::add);
            race.cancel(false);
            feed.frame();
        }
        assertThat(feed.problemProperty().get()).isEmpty();
        assertThat(line.isBusy()).isFalse();
        clock += SECOND;
        assertThat(line.wants(1, 0)).isTrue();
    }

    @Test
    void afterTheEndNothingArrivesAndTheLastWorkIsDone() {
        feed.watch(this, true);
        offer(1, 0, "one");
        feed.close(() -> shown.add("given back"));
        work();
        feed.frame();
        assertThat(shown).containsExactly("given back");
        assertThat(feed.isWatched()).isFalse();
    }
}
