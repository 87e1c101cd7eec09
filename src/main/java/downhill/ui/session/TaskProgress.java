package downhill.ui.session;

import downhill.data.Progress;
import downhill.ui.fx.UiTask;

/** Hands a reader's progress to a task of the window, and the task's cancellation to the reader. */
public record TaskProgress(UiTask<?> task) implements Progress {
    @Override
    public void done(double fraction) {
        task.report(fraction, "");
    }

    @Override
    public boolean cancelled() {
        return task.isCancelled();
    }
}
