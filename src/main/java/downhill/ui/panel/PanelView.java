package downhill.ui.panel;

import javafx.scene.Node;

/** A view of one contender that is no chart. */
public interface PanelView {
    /** What is put into the panel. */
    Node node();

    /** Out of view it costs nothing. */
    void setActive(boolean on);

    /** Detaches everything. */
    void dispose();
}
