package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.control.Chip;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Brand, menus, title, engine, language, theme. */
final class TopBar {
    private final TitleLine node;
    private final Chip engine = new Chip("", Chip.Kind.PILL);
    private final ProgressBar loading = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button theme;
    private final Subscriptions attached = new Subscriptions();

    TopBar(MenuBar menus, ObservableValue<String> title, Command switchTheme) {
        Label brand = Labels.plain("Downhill", "app-name");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        theme = CommandButton.icon(Feather.MOON, switchTheme);
        theme.getStyleClass().add("pill-button");
        loading.setPrefWidth(48);
        loading.accessibleTextProperty().bind(engine.textProperty());
        loading.managedProperty().bind(loading.visibleProperty());
        engine.setMinWidth(Region.USE_PREF_SIZE);
        Label name = Labels.shortened(Labels.styled(Labels.bound(title), "strong", "window-title"));
        node = new TitleLine(brand, menus, name, end(loading, engine, languages(), theme));
        node.getStyleClass().add("top-bar");
        setLoading(true, "");
    }

    Node node() {
        return node;
    }

    private static HBox end(Node... parts) {
        HBox end = new HBox(12, parts);
        end.setAlignment(Pos.CENTER_LEFT);
        return end;
    }

    /** Says which engine computes; while it is loaded a bar moves. */
    void setLoading(boolean on, String words) {
        if (loading.isVisible() != on) {
            loading.setVisible(on);
            loading.setProgress(on ? ProgressBar.INDETERMINATE_PROGRESS : 0); // an unseen moving bar would cost frames
        }
        String text = on ? Messages.text("top.engine.loading") : words;
        if (!text.equals(engine.getText())) {
            engine.setText(text);
        }
    }

    void showTheme(Theme now) {
        ((FontIcon) theme.getGraphic()).setIconCode(now == Theme.LIGHT ? Feather.MOON : Feather.SUN);
    }

    void dispose() {
        attached.dispose();
    }

    private MenuButton languages() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add("pill-button");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.ownName());
            item.setToggleGroup(group);
            item.setOnAction(event -> Messages.languageProperty().set(language));
            item.setUserData(language);
            menu.getItems().add(item);
        }
        menu.accessibleTextProperty().bind(Messages.binding("top.language"));
        attached.follow(Messages.languageProperty(), now -> {
            menu.setText(now.ownName());
            group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == now));
        });
        return menu;
    }
}
