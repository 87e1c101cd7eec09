package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The middle zone: the large view, and below it small panels or, where it is projected, the results. */
final class Middle {
    private static final double GAP = 12;

    /** In large type the view has nothing below it where it would be left with less than half of this. */
    private static final double LOW = 560;
    /** Share of the height that many results may take; they scroll, the view cannot. */
    private static final double MOST_RESULTS = 0.5;

    private final VBox node = new VBox(GAP);
    private final Subscriptions attached = new Subscriptions();

    private final BooleanBinding tooLow;

    Middle(WindowModel model, Tabs tabs, Node panels, Region results) {
        BooleanBinding below = Bindings.createBooleanBinding(() -> tabs.shownProperty().get().overMultiples(), tabs.shownProperty());
        BooleanBinding projected = model.projectedProperty().and(model.tableProperty());
        BooleanBinding roomy = Bindings.createBooleanBinding(() -> !model.projectedProperty().get() || node.getHeight() == 0
                || node.getHeight() >= LOW,
                node.heightProperty(), model.projectedProperty());
        tooLow = below.and(roomy.not());
        show(panels, below.and(projected.not()).and(roomy));
        show(results, below.and(projected).and(roomy));
        attached.bind(results.maxHeightProperty(), node.heightProperty().multiply(MOST_RESULTS));
        VBox.setVgrow(tabs.node(), Priority.ALWAYS);
        node.getChildren().addAll(tabs.node(), panels, results);
        node.setMinWidth(0);
    }

    private void show(Node node, BooleanBinding when) {
        attached.bind(node.visibleProperty(), when);
        attached.bind(node.managedProperty(), when);
    }

    VBox node() {
        return node;
    }

    /** Whether results and panels would have their place, but for the height of the window. */
    boolean isTooLow() {
        return tooLow.get();
    }

    void dispose() {
        attached.dispose();
    }
}
