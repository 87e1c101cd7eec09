package downhill.ui.screen.report;

import downhill.data.Progress;
import downhill.ui.fx.UiTask;

/** How far a task of the window is, for those who work for it. */
record Telling(UiTask<?> task) implements Progress {
    @Override
    public void done(double fraction) {
        task.report(fraction, "");
    }

    @Override
    public boolean cancelled() {
        return task.isCancelled();
    }
}
