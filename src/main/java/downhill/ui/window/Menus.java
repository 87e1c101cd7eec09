package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.Section;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menus of the window: the table of its commands, made into items. What cannot be done now is asleep. */
final class Menus {
    private final MainWindow window;
    private final MenuBar bar = new MenuBar();
    private final Subscriptions attached = new Subscriptions();

    /** Empty menus; {@link #fill} fills them. */
    Menus(MainWindow window) {
        this.window = window;
        bar.accessibleTextProperty().bind(Messages.binding("menu.bar"));
    }

    MenuBar bar() {
        return bar;
    }

    void fill(CommandTable table) {
        table.menus().forEach(key -> bar.getMenus().add(menu(key, table.of(key))));
        attached.follow(window.session().experimentProperty().isNull(), none -> bar.getMenus().forEach(this::wake));
    }

    void dispose() {
        attached.dispose();
    }

    private Menu menu(String key, List<Section> sections) {
        Menu menu = named(key);
        boolean line = false;
        for (Section section : sections) {
            if (line && section.isFixed()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(items(section));
            line = section.isFixed();
        }
        menu.setOnShowing(event -> show(menu));
        return menu;
    }

    private void show(Menu menu) {
        menu.getItems().stream().filter(item -> item.getUserData() instanceof Section).forEach(item -> refill((Menu) item));
        wake(menu);
    }

    private List<MenuItem> items(Section section) {
        return section.isFixed() ? section.commands().get().stream().map(this::item).toList() : List.of(within(section));
    }

    /** A menu within a menu, filled anew each time. */
    private Menu within(Section section) {
        Menu menu = named(section.under());
        menu.setUserData(section);
        return menu;
    }

    private void refill(Menu menu) {
        menu.getItems().setAll(window.commands().meant((Section) menu.getUserData()).commands().get().stream().map(this::item).toList());
        menu.setDisable(menu.getItems().isEmpty());
    }

    /** Each item says what its command means in the workspace in view, and is asleep exactly where that cannot be done. */
    private void wake(Menu menu) {
        menu.getItems().stream().filter(item -> item.getUserData() instanceof Command).forEach(item -> {
            Command meant = window.commands().meant((Command) item.getUserData());
            item.textProperty().bind(meant.words());
            item.setDisable(!meant.isEnabled());
        });
    }

    private static Menu named(String key) {
        Menu menu = new Menu();
        menu.textProperty().bind(Messages.binding(key));
        return menu;
    }

    private MenuItem item(Command command) {
        MenuItem item = command.state() == null ? new MenuItem() : check(command);
        item.setUserData(command);
        item.setId(command.id());
        item.setMnemonicParsing(false);
        item.textProperty().bind(command.words());
        command.keys().stream().findFirst().ifPresent(item::setAccelerator);
        item.setOnAction(event -> chosen(command));
        return item;
    }

    private CheckMenuItem check(Command command) {
        CheckMenuItem item = new CheckMenuItem();
        attached.bindBoth(item.selectedProperty(), command.state());
        return item;
    }

    /** A check has changed its state already. */
    private void chosen(Command command) {
        window.menuKey().leave();
        if (command.state() == null) {
            window.commands().execute(command);
        } else {
            window.commands().done(command);
        }
    }
}
