package downhill.ui.screen;

import javafx.scene.Node;

/** A view of the middle zone, with a tab. */
public interface Screen {
    /** Message key of its tab. */
    String titleKey();

    /** The view. */
    Node content();

    /** Controls at the right of the tabs; may be empty, never null. */
    Node options();

    /** Whether the small multiples stay below it. */
    boolean overMultiples();

    /** It is in view now, or no longer: out of view it costs nothing. */
    void setActive(boolean active);

    /** Detaches everything. */
    void dispose();
}
