package downhill.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which zones are open. A narrow window folds the right zone, a very narrow one the left too; a person may open them again. */
public final class WindowModel {
    /** Narrower, and controls would be lost. Points. */
    public static final double LEAST_WIDTH = 960;
    /** Points. */
    public static final double LEAST_HEIGHT = 600;

    /** Below this width the right zone folds. */
    static final double NARROW = 1240;
    /** Below this width the left zone folds too. */
    static final double VERY_NARROW = 940;

    /** In large type there is room for one column only below this width. */
    static final double PROJECTED = 1700;

    private final BooleanProperty left = new SimpleBooleanProperty(this, "left", true);
    private final BooleanProperty right = new SimpleBooleanProperty(this, "right", true);
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final BooleanProperty bars = new SimpleBooleanProperty(this, "bars", true);
    private final BooleanProperty projected = new SimpleBooleanProperty(this, "projected");
    private final BooleanProperty table = new SimpleBooleanProperty(this, "table", true);
    private final BooleanProperty big = new SimpleBooleanProperty(this, "big");
    private double width = Double.MAX_VALUE;
    private boolean leads;

    /** In large type both columns fit beside a view in a wide window only: in a narrower one the one opened last stays. */
    public WindowModel() {
        left.addListener((source, was, open) -> makeRoom(open, right));
        right.addListener((source, was, open) -> makeRoom(open, left));
    }

    private void makeRoom(boolean open, BooleanProperty other) {
        if (open && projected.get() && width < PROJECTED) {
            other.set(false);
        }
    }

    /** Whether the left zone is open. */
    public BooleanProperty leftProperty() {
        return left;
    }

    /** Whether the right zone is open. */
    public BooleanProperty rightProperty() {
        return right;
    }

    /** Whether a projected window shows the results below the large view, rather than panels. */
    public BooleanProperty tableProperty() {
        return table;
    }

    /** Whether the panels have the whole window. */
    public BooleanProperty bigProperty() {
        return big;
    }

    /** Whether menus and transport are in view. */
    public BooleanProperty barsProperty() {
        return bars;
    }

    /** Whether the window is projected: then columns fold only when they are told to. */
    BooleanProperty projectedProperty() {
        return projected;
    }

    /** Whether the left column leads in the workspace in view; where the window is projected it is open then, and only then. */
    void leadsFromLeft(boolean now) {
        boolean other = leads != now;
        leads = now;
        if (other && projected.get()) {
            left.set(now);
        }
    }

    /** Whether the left column is open where the window begins to be projected. */
    boolean isLed() {
        return leads;
    }

    /** The window is projected now, or no longer: then menus and transport are in view again. */
    void setProjected(boolean now) {
        projected.set(now);
        bars.set(true);
    }

    /** Whether in large type the formula and the glass box have room beside the view, so that one sees why while it happens. */
    boolean hasRoomForRight() {
        return width >= PROJECTED && width < Double.MAX_VALUE;
    }

    /** Whether there is room for the pictures of the rail only. */
    BooleanProperty narrowProperty() {
        return narrow;
    }

    /** The window has a new width: zones fold and open where it passes a threshold. */
    void resized(double now) {
        if (now <= 0) {
            return;
        }
        narrow.set(now < NARROW);
        if (projected.get()) {
            boolean hadRoom = hasRoomForRight();
            double was = width;
            width = now;
            if (hasRoomForRight() && !hadRoom) {
                right.set(true);
            }
            if (now < NARROW && was >= NARROW) {
                right.set(false); // a smaller projector: the view would be a strip beside it
            }
            makeRoom(left.get(), right);
            return;
        }
        if (now < NARROW != width < NARROW) {
            right.set(now >= NARROW);
        }
        if (now < VERY_NARROW != width < VERY_NARROW) {
            left.set(now >= VERY_NARROW);
        }
        width = now;
    }
}
