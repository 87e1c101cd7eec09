package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.race.RaceController;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The menus of the window. */
final class Menus {
    static final KeyCombination OPEN = shortcut(KeyCode.O);
    static final KeyCombination SAVE = shortcut(KeyCode.S);
    static final KeyCombination SAVE_AS = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination CLOSE = shortcut(KeyCode.W);
    static final KeyCombination RUN = new KeyCodeCombination(KeyCode.SPACE);
    static final KeyCombination STEP = new KeyCodeCombination(KeyCode.RIGHT);
    static final KeyCombination LEAP = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN);
    static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT);
    static final KeyCombination LEAP_BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.SHIFT_DOWN);
    static final KeyCombination WORST = new KeyCodeCombination(KeyCode.J);
    static final KeyCombination DIVERGENCE = new KeyCodeCombination(KeyCode.J, KeyCombination.SHIFT_DOWN);
    static final KeyCombination FORK = new KeyCodeCombination(KeyCode.F);
    static final KeyCombination RESET = new KeyCodeCombination(KeyCode.R);
    static final KeyCombination LOG = new KeyCodeCombination(KeyCode.L);
    static final KeyCombination VALIDATION = new KeyCodeCombination(KeyCode.V);
    static final KeyCombination WHOLE = new KeyCodeCombination(KeyCode.DIGIT0);
    static final KeyCombination ADD = new KeyCodeCombination(KeyCode.A);

    static final KeyCombination EXPORT = withShift(KeyCode.E);
    static final KeyCombination CURVES = withShift(KeyCode.D);
    static final KeyCombination COPY_PICTURE = shortcut(KeyCode.C);
    static final KeyCombination COPY_DATA = withShift(KeyCode.C);
    static final KeyCombination SCORING = shortcut(KeyCode.P);
    static final KeyCombination SLOWER = new KeyCodeCombination(KeyCode.COMMA);
    static final KeyCombination FASTER = new KeyCodeCombination(KeyCode.PERIOD);
    static final KeyCombination SLOW_MOTION = new KeyCodeCombination(KeyCode.S);
    static final KeyCombination TABLE = new KeyCodeCombination(KeyCode.T);
    static final KeyCombination BIG = new KeyCodeCombination(KeyCode.B);
    static final KeyCombination LECTURE = new KeyCodeCombination(KeyCode.F11);
    static final KeyCombination BARS = new KeyCodeCombination(KeyCode.F6);

    private final MainWindow window;
    private final MenuBar bar = new MenuBar();
    private final Menu recent = menu("menu.file.recent");
    private final Subscriptions attached = new Subscriptions();

    Menus(MainWindow window) {
        this.window = window;
        bar.getMenus().addAll(file(), experiment(), view(), help());
        bar.accessibleTextProperty().bind(Messages.binding("menu.bar"));
    }

    MenuBar bar() {
        return bar;
    }

    void dispose() {
        attached.dispose();
    }

    private Menu file() {
        FileActions files = window.files();
        Menu menu = menu("menu.file");
        menu.getItems().addAll(item("menu.file.open", OPEN, files::open), recent, needing(item("menu.file.samples", shortcut(KeyCode.G), window::showGallery)),
                item("menu.file.demo", null, files::openDemo), new SeparatorMenuItem(), needing(item("menu.file.save", SAVE, files::save)),
                needing(item("menu.file.saveAs", SAVE_AS, files::saveAs)), findData(files), new SeparatorMenuItem(),
                needing(item("menu.file.saveModel", null, () -> window.scoring().saveModel())),
                needing(item("menu.file.openModel", null, () -> window.scoring().openModel())), new SeparatorMenuItem(),
                needing(item("menu.file.export", EXPORT, window.commands()::export)),
                needing(item("menu.file.curves", CURVES, () -> window.takeaway().saveAllCurves())), new SeparatorMenuItem(),
                item("menu.file.close", CLOSE, window::requestClose));
        menu.setOnShowing(event -> fillRecent());
        fillRecent();
        return menu;
    }

    /** Sleeps as long as the first experiment is being read. */
    private MenuItem needing(MenuItem item) {
        attached.follow(window.session().experimentProperty(), now -> item.setDisable(now == null));
        return item;
    }

    /** Sleeps where the experiment learns from no file. */
    private MenuItem findData(FileActions files) {
        MenuItem item = item("menu.file.findData", null, files::findData);
        item.setId("menu-find-data");
        attached.follow(window.session().experimentProperty(), now -> item.setDisable(!DataFinder.isFromFile(now)));
        return item;
    }

    private void fillRecent() {
        List<Path> paths = window.files().files().recent();
        recent.getItems().clear();
        for (Path path : paths) {
            MenuItem item = new MenuItem(String.valueOf(path.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                window.menuKey().leave();
                window.files().open(path);
            });
            recent.getItems().add(item);
        }
        recent.setDisable(paths.isEmpty());
    }

    private Menu experiment() {
        Menu menu = menu("menu.experiment");
        menu.getItems().addAll(item("menu.experiment.run", RUN, window.session().end()::toggle),
                item("menu.experiment.step", STEP, () -> window.session().race().step(1)),
                item("menu.experiment.leap", LEAP, window.commands()::leap),
                item("menu.experiment.back", BACK, () -> window.session().race().stepBack()),
                item("menu.experiment.leapBack", LEAP_BACK, window.parts().transport()::leapBack),
                item("menu.experiment.worst", WORST, window.commands()::toWorstJump), item("menu.experiment.divergence", DIVERGENCE, window.commands()::toDivergence),
                item("menu.experiment.fork", FORK, window.parts()::fork), item("menu.experiment.reset", RESET, window.session().end()::reset), new SeparatorMenuItem(),
                item("menu.experiment.data", shortcut(KeyCode.D), window::showData), item("menu.experiment.model", shortcut(KeyCode.M), window::editModel),
                item("menu.experiment.training", shortcut(KeyCode.T), window::editTraining),
                item("menu.experiment.surface", shortcut(KeyCode.U), window::chooseSurface),
                item("menu.experiment.workshop", shortcut(KeyCode.K), () -> window.workshop().open()),
                item("menu.experiment.scoring", SCORING, () -> window.scoring().open()), new SeparatorMenuItem(),
                item("menu.experiment.add", ADD, () -> window.contenders().add()), item("menu.experiment.edit", shortcut(KeyCode.E), () -> window.contenders().edit()),
                item("menu.experiment.duplicate", null, () -> window.contenders().duplicate()),
                item("menu.experiment.remove", null, () -> window.contenders().remove()), new SeparatorMenuItem(),
                item("menu.experiment.title", null, window.commands()::editTitle));
        menu.getItems().forEach(this::needing);
        return menu;
    }

    private Menu view() {
        Menu menu = menu("menu.view");
        RaceController race = window.race();
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7,
            KeyCode.DIGIT8, KeyCode.DIGIT9};
        List<Screen> screens = window.screens();
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            menu.getItems().add(item(screen.titleKey(), i < digits.length ? shortcut(digits[i]) : null, () -> window.shownProperty().set(screen)));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), check("menu.view.log", LOG, race.logProperty()),
                check("menu.view.validation", VALIDATION, race.validationProperty()),
                check("menu.view.big", BIG, window.model().bigProperty()), item("menu.view.whole", WHOLE, window.commands()::showWhole),
                new SeparatorMenuItem(), check("menu.view.left", new KeyCodeCombination(KeyCode.F7), window.model().leftProperty()),
                check("menu.view.right", new KeyCodeCombination(KeyCode.F8), window.model().rightProperty()),
                check("menu.view.bars", BARS, window.model().barsProperty()), new SeparatorMenuItem(),
                lecture(), check("menu.view.table", TABLE, window.model().tableProperty()), item("menu.view.theme", new KeyCodeCombination(KeyCode.F9), window.commands()::switchTheme),
                item("menu.view.language", new KeyCodeCombination(KeyCode.F10), window.commands()::switchLanguage));
        return menu;
    }

    /** The window makes its lecture mode after its menus. */
    private MenuItem lecture() {
        return item("menu.view.lecture", LECTURE, () -> window.lecture().onProperty().set(!window.lecture().onProperty().get()));
    }

    private Menu help() {
        Menu menu = menu("menu.help");
        menu.getItems().addAll(item("menu.help.keys", new KeyCodeCombination(KeyCode.F1), () -> HelpSheets.keys(window.sheets())),
                item("menu.help.about", null, () -> HelpSheets.about(window.sheets())));
        return menu;
    }

    private static Menu menu(String key) {
        Menu menu = new Menu();
        menu.textProperty().bind(Messages.binding(key));
        return menu;
    }

    private MenuItem item(String key, KeyCombination accelerator, Runnable action) {
        return prepare(new MenuItem(), key, accelerator, action);
    }

    private MenuItem check(String key, KeyCombination accelerator, BooleanProperty value) {
        CheckMenuItem item = new CheckMenuItem();
        attached.bindBoth(item.selectedProperty(), value);
        return prepare(item, key, accelerator, () -> { });
    }

    private MenuItem prepare(MenuItem item, String key, KeyCombination accelerator, Runnable action) {
        item.setMnemonicParsing(false);
        item.textProperty().bind(Messages.binding(key));
        item.setAccelerator(accelerator);
        item.setOnAction(event -> {
            window.menuKey().leave();
            action.run();
        });
        return item;
    }

    private static KeyCombination withShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
