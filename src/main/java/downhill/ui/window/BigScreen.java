package downhill.ui.window;

import downhill.ui.screen.Screen;
import downhill.ui.screen.compare.CompareController;
import downhill.ui.screen.multiples.MultiplesController;
import javafx.beans.property.ObjectProperty;

/** The panels alone in the whole window, as on a large screen; afterwards everything is as it was. */
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

    void change(boolean on) {
        if (on) {
            before = shown.get();
            left = model.leftProperty().get();
            right = model.rightProperty().get();
            if (before.overMultiples()) {
                large.formProperty().set(small.formProperty().get());
            }
            shown.set(large);
        } else if (shown.get() == large) {
            shown.set(before);
        }
        model.leftProperty().set(!on && left);
        model.rightProperty().set(!on && right);
    }
}
