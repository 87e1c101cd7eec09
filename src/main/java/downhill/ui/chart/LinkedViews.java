package downhill.ui.chart;

import downhill.ui.chart.shape.View;
import downhill.ui.fx.Subscriptions;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;

/** Charts that are zoomed together. */
public final class LinkedViews {
    private LinkedViews() {
    }

    /** The same part of x in both, each with its own y: for charts of different numbers over the same steps. */
    public static void across(Subscriptions links, ObjectProperty<View> one, ObjectProperty<View> other) {
        links.listen(one, now -> follow(now, other));
        links.listen(other, now -> follow(now, one));
    }

    private static void follow(View now, ObjectProperty<View> other) {
        if (!Objects.equals(now.x(), other.get().x())) {
            other.set(new View(now.x(), now.equals(View.ALL) ? null : other.get().y()));
        }
    }
}
