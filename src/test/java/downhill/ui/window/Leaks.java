package downhill.ui.window;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.Listeners;
import downhill.ui.session.Selection;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Whether what was closed over a window is gone. */
abstract class Leaks extends FxTest {
    /** How many listen to what views follow. */
    static List<Integer> listening(OpenWindow open) {
        Selection selection = open.session.selection();
        List<ObservableValue<?>> followed = List.of(open.session.snapshotProperty(), open.session.readProperty(),
                open.session.experimentProperty(),
                open.session.dataProperty(), open.session.problemProperty(), selection.contenderProperty(), selection.revisionProperty(),
                selection.hoverStepProperty(), open.window.parts().models().standpointProperty(),
                open.window.parts().models().siteProperty(), open.window.parts().landscape().feed().surfaceProperty(),
                open.window.parts().landscape().feed().choiceProperty());
        return onFx(() -> followed.stream().map(Listeners::of).toList());
    }

    /** Waits until all but {@code held} are collected. */
    static void awaitAllGone(List<WeakReference<Object>> gone, int held) {
        awaitCollected("all are collected", () -> gone.stream().filter(one -> one.get() != null).count() <= held);
    }
}
