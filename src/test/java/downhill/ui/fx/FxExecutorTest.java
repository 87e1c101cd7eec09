package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** With executors that run when the test says so, no toolkit and no threads are needed. */
class FxExecutorTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final FxExecutor executor = new FxExecutor(background::add, window::add);
    private final List<Object> applied = new ArrayList<>();

    @Test
    void aResultIsAppliedInTheWindow() {
        UiTask<Integer> task = submit("slot", 7);
        background.remove().run();
        assertThat(applied).isEmpty();
        window.remove().run();
        assertThat(applied).containsExactly(7);
        assertThat(task.state()).isEqualTo(UiTask.State.DONE);
    }

    @Test
    void onlyTheNewestOfASlotIsApplied() {
        UiTask<Integer> older = submit("slot", 1);
        background.remove().run();
        submit("slot", 2);
        background.remove().run();
        window.forEach(Runnable::run);
        assertThat(applied).containsExactly(2);
        assertThat(older.state()).isEqualTo(UiTask.State.CANCELLED);
    }

    @Test
    void workThatWasReplacedBeforeItBeganIsNotDone() {
        List<String> done = new ArrayList<>();
        executor.submit("slot", task -> done.add("first"), applied::add, applied::add);
        executor.submit("slot", task -> done.add("second"), applied::add, applied::add);
        background.forEach(Runnable::run);
        assertThat(done).containsExactly("second");
    }

    @Test
    void otherSlotsGoOn() {
        submit("one", 1);
        submit("two", 2);
        background.forEach(Runnable::run);
        window.forEach(Runnable::run);
        assertThat(applied).containsExactly(1, 2);
    }

    @Test
    void aFailureIsHandedOver() {
        IllegalStateException failure = new IllegalStateException("no");
        UiTask<Object> task = executor.submit("slot", t -> {
            throw failure;
        }, applied::add, applied::add);
        background.remove().run();
        window.remove().run();
        assertThat(applied).containsExactly(failure);
        assertThat(task.state()).isEqualTo(UiTask.State.FAILED);
    }

    @Test
    void anErrorIsHandedOverToo() {
        Error error = new StackOverflowError("deep");
        UiTask<Object> task = executor.submit("slot", t -> {
            throw error;
        }, applied::add, applied::add);
        assertThatThrownBy(background.remove()::run).isSameAs(error);
        window.remove().run();
        assertThat(applied.get(0)).isInstanceOfSatisfying(ExecutionException.class, told -> assertThat(told).hasCause(error));
        assertThat(task.state()).isEqualTo(UiTask.State.FAILED);
    }

    @Test
    void aCancelledTaskAppliesNothingAndStaysCancelled() {
        UiTask<Integer> task = submit("slot", 1);
        background.remove().run();
        task.cancel();
        window.remove().run();
        assertThat(applied).isEmpty();
        assertThat(task.state()).isEqualTo(UiTask.State.CANCELLED);
        assertThat(task.isActive()).isFalse();
    }

    @Test
    void cancellingWhatIsDoneChangesNothing() {
        UiTask<Integer> task = submit("slot", 1);
        background.remove().run();
        window.remove().run();
        task.cancel();
        assertThat(task.state()).isEqualTo(UiTask.State.DONE);
    }

    @Test
    void progressIsReadFromOutside() {
        UiTask<Integer> task = executor.submit("slot", t -> {
            t.report(0.5, "half way");
            return 1;
        }, applied::add, applied::add);
        assertThat(task.progress().fraction()).isNegative();
        background.remove().run();
        assertThat(task.progress()).isEqualTo(new UiTask.Progress(0.5, "half way"));
    }

    @Test
    void closingCancelsWhatRuns() {
        UiTask<Integer> task = submit("slot", 1);
        executor.close();
        assertThat(task.isCancelled()).isTrue();
    }

    private UiTask<Integer> submit(String slot, int result) {
        return executor.submit(slot, task -> result, applied::add, applied::add);
    }
}
