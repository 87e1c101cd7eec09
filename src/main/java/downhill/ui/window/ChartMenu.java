package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.takeaway.Takeaway;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What every chart of the window can do without knowing: a context menu to take it away. */
final class ChartMenu {
    private final Scene scene;
    private final Takeaway takeaway;
    private ChartPane asked;
    private final ContextMenu menu = new ContextMenu(item("takeaway.menu.export", chart -> takeaway().open(chart)),
            item("takeaway.menu.picture", chart -> takeaway().copyPicture(chart)),
                    item("takeaway.menu.data", chart -> takeaway().copyData(chart)),
            item("takeaway.menu.whole", ChartPane::resetView));

    ChartMenu(Scene scene, Takeaway takeaway) {
        this.scene = scene;
        this.takeaway = takeaway;
    }

    void install(Subscriptions attached) {
        EventHandler<ContextMenuEvent> asks = this::menu;
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asks);
        attached.add(() -> scene.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asks));
    }

    /** The chart that has the focus, else the first within {@code view}; null where there is none. */
    static ChartPane chart(Scene scene, Node view) {
        ChartPane focused = within(scene.getFocusOwner());
        return focused != null ? focused : first(view);
    }

    private Takeaway takeaway() {
        return takeaway;
    }

    private void menu(ContextMenuEvent event) {
        ChartPane chart = event.getTarget() instanceof Node node ? within(node) : null;
        if (chart != null) {
            asked = chart;
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private MenuItem item(String key, Consumer<ChartPane> action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(Messages.binding(key));
        item.setOnAction(event -> action.accept(asked));
        return item;
    }

    private static ChartPane within(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof ChartPane chart) {
                return chart;
            }
        }
        return null;
    }

    private static ChartPane first(Node node) {
        if (node instanceof ChartPane chart) {
            return chart.isVisible() ? chart : null;
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream().map(ChartMenu::first).filter(java.util.Objects::nonNull).findFirst()
                    .orElse(null);
        }
        return null;
    }
}
