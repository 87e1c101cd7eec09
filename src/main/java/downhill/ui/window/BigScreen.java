package downhill.ui.window;

import downhill.ui.screen.Screen;
import downhill.ui.screen.compare.CompareController;
import downhill.ui.screen.multiples.MultiplesController;
import javafx.beans.property.ObjectProperty;

/** The panels alone in the whole window, as on a large screen, or the view where there are none; afterwards everything is as it was. */
final class BigScreen {
    private final WindowModel model;
    private final ObjectProperty<Screen> shown;
    private final CompareController large;
    private final MultiplesController small;
    private Screen before;
    private boolean left;
    private boolean right;

    BigScreen(WindowModel model, ObjectProperty<Screen> shown, CompareController large, MultiplesController small) {
        this.model = model;
        this.shown = shown;
        this.large = large;
        this.small = small;
    }

    /** What the small panels show is shown large, in the place of the large view. */
    void enlarge() {
        large.formProperty().set(small.formProperty().get());
        shown.set(large);
    }

    /** @param panels whether there are any in the workspace in view */
    void change(boolean on, boolean panels) {
        if (on) {
            left = model.leftProperty().get();
            right = model.rightProperty().get();
        }
        model.leftProperty().set(!on && left);
        model.rightProperty().set(!on && right);
        if (on && panels) {
            before = shown.get();
            if (before.overMultiples()) {
                large.formProperty().set(small.formProperty().get());
            }
            shown.set(large);
        } else if (!on && before != null && shown.get() == large) {
            shown.set(before);
        }
        before = on ? before : null;
    }
}
