package downhill.ui.window;

import downhill.ui.control.Card;
import downhill.ui.control.Segments;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The large view of the middle zone: tabs over the screen chosen. */
final class Tabs {
    /** More of them stand closer together, so that they have room in one line. */
    private static final int MANY = 8;

    private final List<Screen> screens;
    private final Segments<Screen> tabs;
    private final StackPane options = new StackPane();
    private final StackPane content = new StackPane();
    private final VBox card;
    private final Subscriptions attached = new Subscriptions();
    private boolean active;

    Tabs(List<Screen> screens) {
        this.screens = List.copyOf(screens);
        tabs = new Segments<>(this.screens, screen -> Messages.binding(screen.titleKey()));
        if (this.screens.size() > MANY) {
            tabs.getStyleClass().add("many");
        }
        options.setAlignment(Pos.CENTER_RIGHT);
        options.setMinWidth(0);
        card = Card.plain(new TabHead(tabs, options), content);
        card.getStyleClass().add("main-card");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        attached.follow(tabs.valueProperty(), this::show);
    }

    VBox node() {
        return card;
    }

    ObjectProperty<Screen> shownProperty() {
        return tabs.valueProperty();
    }

    List<Screen> screens() {
        return screens;
    }

    void dispose() {
        attached.dispose();
        screens.forEach(Screen::dispose);
    }

    private void show(Screen chosen) {
        screens.stream().filter(screen -> screen != chosen).forEach(screen -> screen.setActive(false));
        content.getChildren().setAll(chosen.content());
        options.getChildren().setAll(chosen.options());
        chosen.setActive(active);
    }

    /** The tab of one of the screens. */
    Node tab(Screen screen) {
        return tabs.getChildren().get(screens.indexOf(screen));
    }

    /** Only these of its views can be chosen, the first of them at once; the others cost nothing. */
    void offer(List<Screen> some) {
        screens.forEach(screen -> tabs.offer(screen, some.contains(screen)));
        tabs.valueProperty().set(some.get(0));
    }

    /** Out of view none of the screens costs anything. */
    void setActive(boolean on) {
        active = on;
        tabs.valueProperty().get().setActive(on);
    }
}
